// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

extension RecommendationWriter {
    /// The fields that DESIGN fixes for `varde/recommendation/1`, and a few beside them.
    var fields: [String: JSONValue] {
        [
            "target": target,
            "gap": gap,
            "counts": .object(counts.mapValues { .integer($0) }),
            "excluded": .object(
                Dictionary(
                    answer.counts.excluded.map { ($0.key.rawValue, .integer($0.value)) },
                    uniquingKeysWith: { $1 })),
            "recommendations": .list(answer.items.map(json)),
            "blocked": .list(answer.blocked.map(json)),
        ]
    }

    var target: JSONValue {
        .object([
            "id": .text(answer.target.id), "title": .text(answer.target.title.text(in: language)),
        ])
    }

    private var gap: JSONValue {
        .object([
            "closed": .truth(answer.gap.isClosed),
            "missing": .number(answer.gap.total),
            "status": JSONValue(answer.gap.audit?.status.rawValue),
            "skills": .list(
                answer.gap.needs.filter { $0.missing > 0 }.map { need in
                    .object([
                        "uri": .text(graph.skills[need.skill].uri),
                        "label": .text(label(ofSkill: need.skill)),
                        "wanted": .number(need.wanted), "held": .number(need.held),
                    ])
                }),
        ])
    }

    func json(_ item: Recommendation) -> JSONValue { .object(fields(of: item)) }

    private func json(_ blocked: BlockedRecommendation) -> JSONValue {
        var fields = fields(of: blocked.recommendation)
        fields["unmet"] = .list(blocked.unmet.map(json))
        return .object(fields)
    }

    func json(_ blocker: Blocker) -> JSONValue {
        .object([
            "requirement": .text(blocker.requirement.id),
            "title": .text(blocker.requirement.name(in: graph, language: language)),
            "status": .text(blocker.status.rawValue),
            "unblockedBy": JSONValue(blocker.unblockedBy.map { graph.credentials[$0].id }),
        ])
    }

    func fields(of item: Recommendation) -> [String: JSONValue] {
        let credential = graph.credentials[item.credential]
        return [
            "rank": .integer(item.rank),
            "credential": .text(credential.id),
            "title": .text(credential.title.text(in: language)),
            "provider": JSONValue(credential.provider),
            "credits": JSONValue(credential.credits),
            "counts": .truth(item.counts),
            "score": .number(item.score),
            "contributions": .object(
                Dictionary(
                    item.contributions.map { ($0.criterion, .number($0.amount)) },
                    uniquingKeysWith: { $1 })),
            "closes": .list(
                (item.marginal?.requirementsClosed ?? []).map {
                    .object([
                        "requirement": .text($0.requirement),
                        "qualification": JSONValue(item.rule?.credential),
                        "title": .text(title(ofRequirement: $0.requirement, for: item)),
                        "credits": .exact($0.credits),
                    ])
                }),
            "skills": .list(
                item.skills.map {
                    .object([
                        "uri": .text(graph.skills[$0.skill].uri),
                        "label": .text(label(ofSkill: $0.skill)),
                        "share": .number($0.share), "covered": .number($0.covered),
                    ])
                }),
            "path": .list(path(of: item).map(\.json)),
        ]
    }

    /// One row a recommendation, one column a criterion.
    var rows: Table {
        let criteria = answer.weights.named.map(\.name)
        var table = Table(
            title: "Recommended next",
            columns: [
                .init("rank", title: "Rank", kind: .integer),
                .init("credential", title: "Credential"), .init("title", title: "Title"),
                .init("provider", title: "Provider"),
                .init("credits", title: "Credits", kind: .exact),
                .init("scheme", title: "Scheme"), .init("counts", title: "Counts"),
                .init("score", title: "Score", kind: .number),
            ] + criteria.map { .init($0, title: $0, kind: .number) } + [
                .init("closes", title: "Closes"), .init("skills", title: "Skills"),
            ])
        for item in answer.items { table.append(row(item)) }
        return table
    }

    private func row(_ item: Recommendation) -> [Table.Cell] {
        let credential = graph.credentials[item.credential]
        let closes = item.marginal?.requirementsClosed.map(\.requirement) ?? []
        return [
            .integer(item.rank), .text(credential.id), .text(credential.title.text(in: language)),
            Table.Cell(credential.provider), Table.Cell(credential.credits?.amount),
            Table.Cell(credential.credits?.scheme.rawValue), .truth(item.counts),
            .number(item.score, decimals: 3),
        ] + item.contributions.map { .number($0.amount, decimals: 3) } + [
            .text(closes.joined(separator: " ")),
            .text(item.skills.map { graph.skills[$0.skill].uri }.joined(separator: " ")),
        ]
    }
}
