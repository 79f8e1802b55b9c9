// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// The qualifications on the way to the target: which are reached, and how far the others are.
enum ExitsSection: ReportSection {
    static let name = "exits"
    static let title = ReportPhrase.exitsTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard context.audit != nil else { return [] }
        let nested = context.report.background.nested
        let lapses = context.report.background.automatic?.lapses ?? []
        guard !nested.isEmpty || !lapses.isEmpty else {
            return [.paragraph(context.words(.exitsNone))]
        }
        let table: [Document.Block] = nested.isEmpty ? [] : [.grid(grid(nested, context))]
        return table + (lapses.isEmpty ? [] : [.list(lapses.map { sentence($0, context) })])
    }

    static func json(_ context: ReportContext) -> JSONValue {
        let writer = AuditWriter(graph: context.graph, language: context.language)
        return .list(context.report.background.nested.map(writer.json))
    }

    private static func grid(
        _ nested: [QualificationMatch.Nested], _ context: ReportContext
    ) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            nil,
            [
                .init(title: words.text(.qualification)), .init(title: words.text(.state)),
                .init(title: words.text(.stillNeeded)),
            ])
        grid.rows = nested.map { entry in
            [
                context.title(of: entry.credential), state(entry, context),
                Prose(context.remaining(entry.standing.remaining, by: entry.rule)),
            ]
        }
        return grid
    }

    private static func state(
        _ entry: QualificationMatch.Nested, _ context: ReportContext
    ) -> Prose {
        if entry.isHeld { return context.words(.exitHeld) }
        if entry.isReached { return context.words(.exitReached).strong }
        return Prose(context.status(entry.standing.status))
    }

    private static func sentence(
        _ lapse: AutomaticAwards.Lapse, _ context: ReportContext
    ) -> Prose {
        context.words(
            .exitLapsed,
            [
                "credential": .prose(context.title(of: lapse.credential)),
                "date": .text(context.words.date(lapse.lastDay)),
            ])
    }
}
