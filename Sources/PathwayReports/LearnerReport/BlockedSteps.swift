// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What would count and cannot be started yet, and what would change that.
enum BlockedSteps {
    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let blocked = context.report.answer.blocked
        guard !blocked.isEmpty else { return [] }
        var grid = Document.Grid(
            context.words.text(.blockedTitle),
            [
                .init(title: context.words.text(.credential)),
                .init(title: context.words.text(.asksFor)),
                .init(title: context.words.text(.wouldHelp)),
            ])
        let held = context.report.holder.awards.filter(context.isValid).map(\.credential)
        let known = Set(
            (held + [context.report.answer.target.id]).compactMap(context.graph.credential))
        for item in blocked {
            for blocker in item.unmet {
                grid.rows.append(row(item, blocker, without: known, context))
            }
        }
        return [.grid(grid)]
    }

    private static func row(
        _ item: BlockedRecommendation, _ blocker: Blocker, without known: Set<Int>,
        _ context: ReportContext
    ) -> [Prose] {
        let helpers = named(
            blocker.unblockedBy.filter {
                $0 != item.recommendation.credential && !known.contains($0)
            }, context)
        return [
            context.title(of: item.recommendation.credential),
            "\(context.name(blocker.requirement)) (\(context.status(blocker.status)))",
            helpers.isEmpty
                ? context.words(.nothingHelps)
                : context.words.short(helpers, most: 3, isChoice: true),
        ]
    }

    /// Titles, with the id where several have the same.
    private static func named(_ credentials: [Int], _ context: ReportContext) -> [Prose] {
        let titles = credentials.map { context.title(of: $0) }
        return zip(credentials, titles).map { credential, title in
            titles.count { $0.text == title.text } == 1
                ? title : "\(title) (\(context.graph.credentials[credential].id))"
        }
    }
}
