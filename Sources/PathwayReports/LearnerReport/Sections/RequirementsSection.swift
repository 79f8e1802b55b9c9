// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Every requirement of the rule, and how the learner stands toward it.
enum RequirementsSection: ReportSection {
    static let name = "requirements"
    static let title = ReportPhrase.requirementsTitle

    /// How many awards a row names; the table of what counts has all.
    private static let mostNames = 6

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard let audit = context.audit else { return [.paragraph(context.words(.noRuleToJudge))] }
        return [
            .paragraph(context.words(.requirementsIntroduction)), .grid(grid(context, audit)),
            .paragraph(context.words(.statusLegend)),
        ]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        guard let audit = context.audit else { return .null }
        return .object(
            AuditWriter(
                graph: context.graph, language: context.language,
                background: context.report.background
            ).fields(of: audit).filter { Self.fields.contains($0.key) })
    }

    private static let fields = [
        "rule", "status", "remaining", "requirements", "proved", "bound", "terms",
    ]

    private static func grid(_ context: ReportContext, _ audit: Audit) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            nil,
            [
                .init(title: words.text(.number), isShort: true),
                .init(title: words.text(.requirement)),
                .init(title: words.text(.status)),
                .init(title: words.text(.done), isNumeric: true),
                .init(title: words.text(.countedHere)),
            ])
        grid.namingColumn = 1
        walk(audit.root, "") { node, number in
            grid.rows.append([
                Prose(number), context.name(node.requirement),
                Prose(status(node, context)), Prose(progress(node, context)),
                words.short(node.evidence.map(context.name(ofAward:)), most: mostNames),
            ])
        }
        return grid
    }

    /// Calls `body` with each node and its number: `2.1` is the first below the second.
    private static func walk(
        _ node: AuditNode, _ number: String, _ body: (AuditNode, String) -> Void
    ) {
        body(node, number)
        for (place, child) in node.children.enumerated() {
            walk(child, number.isEmpty ? "\(place + 1)" : "\(number).\(place + 1)", body)
        }
    }

    /// The status with its mark, and who decides where somebody must.
    static func status(_ node: AuditNode, _ context: ReportContext) -> String {
        // On one line, as far as it is short.
        let words = "\(node.sign) \(context.status(node.status, inProgress: node.inProgress))"
            .replacing(" ", with: "\u{A0}")
        guard let body = node.pendingBy else { return words }
        return words + "; " + context.words.text(.pendingBy, ["body": .text(body)])
    }

    /// How much of what is asked for is there; empty where the status says it.
    static func progress(_ node: AuditNode, _ context: ReportContext) -> String {
        // Whether one thing is there, its status says.
        if node.unit == nil, node.children.isEmpty, node.needed <= ExactDecimal(1) { return "" }
        let needed =
            node.unit.map { context.amount(node.needed, $0) }
            ?? context.words.book.number(node.needed)
        var phrase = ReportPhrase.amountOf
        if case .share(let share) = node.requirement.kind, share.minimum == nil {
            phrase = .amountOfAtMost
        }
        return context.words.text(
            phrase, ["used": .number(node.used), "needed": .text(needed)])
    }
}

extension AuditNode {
    /// How it stands, in one sign.
    fileprivate var sign: String {
        switch status {
        case .met: "✓"
        case .cannotTell: inProgress ? "◐" : "?"
        case .notMet: inProgress ? "◐" : "○"
        }
    }
}
