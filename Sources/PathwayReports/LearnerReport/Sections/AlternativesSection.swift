// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Other ways to count what is held that leave as little.
enum AlternativesSection: ReportSection {
    static let name = "alternatives"
    static let title = ReportPhrase.alternativesTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard let audit = context.audit else { return [] }
        let ways = audit.alternatives.map { changes(to: $0, audit, context) }
            .filter { !$0.isEmpty }
        guard !ways.isEmpty else {
            return [
                .paragraph(context.words(audit.proved ? .alternativesNone : .alternativesNotFound))
            ]
        }
        return [
            .paragraph(context.words(.alternativesIntroduction)),
            .list(ways, isNumbered: true),
        ]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        guard let audit = context.audit else { return .list([]) }
        return .list(
            audit.alternatives.map { way in
                .object([
                    "assignment": .list(
                        way.map {
                            .object([
                                "award": .text($0.award), "requirement": .text($0.requirement),
                                "credits": .exact($0.credits),
                                "unit": JSONValue(context.units[$0.requirement]?.name),
                            ])
                        }),
                    "text": .text(changes(to: way, audit, context).text),
                ])
            })
    }

    /// What is placed elsewhere.
    private static func changes(
        to other: [Audit.Assignment], _ audit: Audit, _ context: ReportContext
    ) -> Prose {
        let all = audit.assignment + other
        return Set(all.map(\.awardIndex)).sorted().compactMap { index -> Prose? in
            let before = audit.assignment.filter { $0.awardIndex == index }.map(\.requirement)
            let after = other.filter { $0.awardIndex == index }.map(\.requirement)
            guard before != after, let award = all.first(where: { $0.awardIndex == index })?.award
            else { return nil }
            let values: [String: ReportValue] = [
                "award": .prose(context.name(ofAward: award)),
                "list": .prose(
                    context.words.list(
                        after.map { context.words.quoted(context.name(ofRequirement: $0)) })),
            ]
            return context.words(after.isEmpty ? .leftOut : .countsIn, values)
        }.joined(separator: "; ")
    }
}
