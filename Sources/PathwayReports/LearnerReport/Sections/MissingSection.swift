// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What is not met, and the least that is still needed of it.
enum MissingSection: ReportSection {
    static let name = "missing"
    static let title = ReportPhrase.missingTitle

    /// How many skills are listed; the document for programs has all.
    private static let mostSkills = 12
    /// How many requirements of a choice are named.
    private static let mostChoices = 6

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let rule = context.audit.map { blocks($0, context) } ?? []
        let skills = skills(context)
        guard rule.isEmpty, skills.isEmpty else { return rule + skills }
        return [.paragraph(context.words(.missingNothing))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .object([
            "requirements": .list((context.audit?.root.open ?? []).map { json($0, context) }),
            "unsettled": .list(
                (context.audit?.unsettled ?? []).map {
                    .object([
                        "requirement": .text($0.requirement), "award": JSONValue($0.award),
                        "fact": .text($0.fact), "text": .text(context.sentence($0).text),
                    ])
                }),
            "skills": .list(
                context.report.answer.gap.needs.filter { $0.missing > 0 }.map { need in
                    .object([
                        "uri": .text(context.graph.skills[need.skill].uri),
                        "label": .text(context.label(ofSkill: need.skill).text),
                        "wanted": .number(need.wanted), "held": .number(need.held),
                    ])
                }),
        ])
    }

    // MARK: Requirements

    private static func blocks(_ audit: Audit, _ context: ReportContext) -> [Document.Block] {
        guard audit.status != .met else { return [] }
        let amount = context.remaining(audit.remaining, by: audit.rule)
        let phrase: ReportPhrase =
            audit.status == .cannotTell
            ? .missingCertain : audit.proved ? .missingLeast : .missingAtMost
        let least = amount.isEmpty ? "" : context.words(phrase, ["amount": .text(amount)])
        return [.paragraph(least), .grid(grid(audit, context))] + unsettled(audit, context)
    }

    private static func grid(_ audit: Audit, _ context: ReportContext) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            nil,
            [
                .init(title: words.text(.requirement)), .init(title: words.text(.status)),
                .init(title: words.text(.stillNeeded)),
            ])
        grid.rows = audit.root.open.map { node in
            [
                context.name(node.requirement), Prose(RequirementsSection.status(node, context)),
                Prose(left(node, context) ?? ""),
            ]
        }
        return grid
    }

    /// How much of a requirement is left; nil where it is no amount.
    private static func left(_ node: AuditNode, _ context: ReportContext) -> String? {
        guard node.needed > node.used else { return nil }
        let left = node.needed - node.used
        switch node.requirement.kind {
        case .count, .share: return node.unit.map { context.amount(left, $0) }
        case .any, .atLeast, .all:
            let open = node.children.filter { $0.status != .met }.map(\.requirement)
            return context.words.text(
                .ofRequirementsBelow,
                [
                    "count": .number(left),
                    "list": .prose(
                        context.words.short(
                            open.map(context.name), most: mostChoices, isChoice: true)),
                ])
        case .mean, .distinct: return context.words.book.number(left)
        case .credential: return context.words.text(.thisCredential)
        default: return nil
        }
    }

    private static func json(_ node: AuditNode, _ context: ReportContext) -> JSONValue {
        .object([
            "requirement": .text(node.id),
            "title": .text(context.name(node.requirement).text),
            "status": .text(node.status.rawValue), "inProgress": .truth(node.inProgress),
            "needed": .exact(node.needed), "used": .exact(node.used),
            "unit": JSONValue(node.unit?.name), "pendingBy": JSONValue(node.pendingBy),
        ])
    }

    private static func unsettled(
        _ audit: Audit, _ context: ReportContext
    ) -> [Document.Block] {
        guard !audit.unsettled.isEmpty else { return [] }
        return [
            .heading(context.words(.wouldSettle)),
            .list(audit.unsettled.map { context.sentence($0) }),
        ]
    }

    // MARK: Skills

    private static func skills(_ context: ReportContext) -> [Document.Block] {
        let missing = context.report.answer.gap.needs.filter { $0.missing > 0.005 }
            .sorted { ($0.missing, $1.skill) > ($1.missing, $0.skill) }
        guard !missing.isEmpty, context.audit?.status != .met else { return [] }
        var grid = Document.Grid(
            context.words.text(.missingSkills),
            [
                .init(title: context.words.text(.skill)),
                .init(title: context.words.text(.heldShare), isNumeric: true),
            ])
        grid.rows = missing.prefix(mostSkills).map { need in
            [
                context.label(ofSkill: need.skill),
                Prose("\(FixedPoint.text(100 * need.held, decimals: 0)) %"),
            ]
        }
        let more = missing.count - grid.rows.count
        let rest: [Document.Block] =
            more > 0
            ? [.paragraph(context.words(.moreSkills, ["count": .count(more)]))] : []
        return [.grid(grid)] + rest
    }
}

extension ReportContext {
    /// What is not known, and of what.
    func sentence(_ unsettled: Audit.Unsettled) -> Prose {
        let place = name(ofRequirement: unsettled.requirement)
        guard let award = unsettled.award else {
            return words(
                unsettled.fact == "decision" ? .unsettledDecision : .unsettledWhether,
                ["requirement": .prose(place)])
        }
        return words(
            .unsettledFact,
            [
                "requirement": .prose(place), "award": .prose(name(ofAward: award)),
                "fact": .text(fact(unsettled.fact)),
            ])
    }

    private func fact(_ fact: String) -> String {
        switch fact {
        case "grade": words.text(.grade)
        case "date", "age": words.text(.date)
        case "level": words.text(.level)
        case "credits": words.text(.credits)
        case "provider": words.text(.provider)
        case "recognition": words.text(.recognition)
        default: fact
        }
    }
}
