// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What counts twice, was used before, or stands against something else.
enum ConflictsSection: ReportSection {
    static let name = "conflicts"
    static let title = ReportPhrase.conflictsTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let conflicts = all(context)
        guard !conflicts.isEmpty else { return [.paragraph(context.words(.conflictsNone))] }
        return [.list(conflicts.map(\.text))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .list(
            all(context).map {
                .object([
                    "kind": .text($0.kind), "award": JSONValue($0.award),
                    "requirements": JSONValue($0.requirements), "text": .text($0.text.text),
                ])
            })
    }

    private struct Conflict {
        let kind: String
        var award: String?
        var requirements: [String] = []
        let text: Prose
    }

    private static func all(_ context: ReportContext) -> [Conflict] {
        doubleUse(context) + earlierUse(context) + duplicates(context) + forbidden(context)
    }

    /// Awards that count for several requirements, as a shared one allows.
    private static func doubleUse(_ context: ReportContext) -> [Conflict] {
        var seen: Set<String> = []
        return context.counted.compactMap { entry in
            let id = entry.award.id
            let places = context.counted.filter { $0.award.id == id }.map(\.requirement)
            guard places.count > 1, seen.insert(id).inserted else { return nil }
            return Conflict(
                kind: "double-use", award: id, requirements: places,
                text: context.words(
                    .conflictDoubleUse,
                    [
                        "award": .prose(context.name(ofAward: id)),
                        "list": .prose(
                            context.words.list(
                                places.map { context.words.quoted(context.name(ofRequirement: $0)) }
                            )),
                    ]))
        }
    }

    /// Awards that were used for something before.
    private static func earlierUse(_ context: ReportContext) -> [Conflict] {
        context.report.holder.awards.filter { !$0.usedFor.isEmpty }.map { award in
            Conflict(
                kind: "used-before", award: award.id,
                text: context.words(
                    .conflictUsedBefore,
                    [
                        "award": .prose(context.name(ofAward: award.id)),
                        "list": .prose(
                            context.words.list(award.usedFor.map(context.title(ofCredential:)))),
                    ]))
        }
    }

    /// Attempts at one credential, of which one counts.
    private static func duplicates(_ context: ReportContext) -> [Conflict] {
        (context.audit?.unused ?? []).filter { $0.reason == .duplicate }.map {
            Conflict(
                kind: "duplicate", award: $0.award,
                text: context.words(
                    .conflictDuplicate, ["award": .prose(context.name(ofAward: $0.award))]))
        }
    }

    /// What the rule forbids and is held all the same.
    private static func forbidden(_ context: ReportContext) -> [Conflict] {
        (context.audit?.root.nodes ?? []).filter {
            if case .absent = $0.requirement.kind { $0.status == .notMet } else { false }
        }.map {
            Conflict(
                kind: "forbidden", requirements: [$0.id],
                text: context.words(
                    .conflictForbidden, ["requirement": .prose(context.name($0.requirement))]))
        }
    }
}
