// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

extension RecommendationWriter {
    /// How far the learner is from the target, in a sentence.
    func headline(learner: String) -> String {
        let target = "\(answer.target.title.text(in: language)) (\(answer.target.id))"
        if answer.gap.isClosed { return "\(target): nothing is missing for \(learner)." }
        var missing: [String] = []
        if let remaining = answer.gap.audit?.remaining {
            if remaining.credits > .zero {
                missing.append("\(remaining.credits) \(remaining.scheme.rawValue)")
            }
            missing.append(Self.count(remaining.count, "requirement"))
        }
        let skills = answer.gap.missing.count
        if skills > 0 { missing.append(Self.count(skills, "skill")) }
        let list = missing.isEmpty ? "" : ": " + missing.joined(separator: ", ") + " missing"
        guard answer.counts.scored > 0 else {
            return "Nothing here can be recommended to \(learner) toward \(target)\(list)."
        }
        return "What \(learner) could take next toward \(target)\(list)."
    }

    /// How many credentials were looked at.
    var countLine: String {
        let counts = answer.counts
        let left = counts.excluded.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.rawValue)" }
        return "\(counts.catalogue) in the catalogue, \(counts.eligible) can be started, "
            + "\(counts.scored) scored, \(counts.returned) returned"
            + (left.isEmpty ? "." : "; left out: \(left.joined(separator: ", ")).")
    }

    /// What a person reads: rank, credential, and why.
    var list: Table {
        var table = Table(
            title: "Recommended next",
            columns: [
                .init("rank", title: "#", kind: .integer),
                .init("credential", title: "Credential"), .init("provider", title: "Provider"),
                .init("credits", title: "Credits", kind: .exact),
                .init("counts", title: "Counts"), .init("score", title: "Score", kind: .number),
                .init("why", title: "Why"),
            ])
        for item in answer.items {
            let credential = graph.credentials[item.credential]
            table.append([
                .integer(item.rank),
                .text("\(credential.title.text(in: language)) (\(credential.id))"),
                Table.Cell(credential.provider),
                Table.Cell(credential.credits?.description), .truth(item.counts),
                .number(item.score, decimals: 3), .text(why(item)),
            ])
        }
        return table
    }

    /// What it closes, in a few words: requirements first, then the skills that matter most.
    func why(_ item: Recommendation) -> String {
        let stage = stage(of: item).map { " of \($0.title.text(in: language))" } ?? ""
        var reasons = (item.marginal?.requirementsClosed ?? []).map {
            reason($0, for: item) + stage
        }
        if !item.skills.isEmpty {
            let named = item.skills.prefix(3).map { label(ofSkill: $0.skill) }
            let more = item.skills.count - named.count
            reasons.append(
                "teaches " + named.joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : ""))
        }
        guard reasons.isEmpty else { return reasons.joined(separator: "; ") }
        let isNear = item.contributions.contains { $0.criterion == "similarity" && $0.value > 0 }
        return isNear ? "near to what is missing" : "adds nothing that is missing"
    }

    /// A requirement of credits takes them; one that is about something else is closed.
    private func reason(_ closing: Marginal.Closing, for item: Recommendation) -> String {
        let title = title(ofRequirement: closing.requirement, for: item)
        guard closing.credits > .zero else { return "closes \(title)" }
        guard case .count(let demand) = requirement(closing.requirement, for: item)?.kind else {
            return "closes \(title) (\(Self.amount(closing.credits, "credits")))"
        }
        let unit = demand.unit.scheme == nil ? demand.unit.name : "credits"
        return "\(Self.amount(closing.credits, unit)) toward \(title)"
    }

    /// So many of a unit, named in the plural.
    private static func amount(_ amount: ExactDecimal, _ unit: String) -> String {
        "\(amount) \(amount == ExactDecimal(1) ? String(unit.dropLast()) : unit)"
    }

    /// For each recommendation its contributions, which add up to its score, and its path.
    var explanations: [String] { answer.items.flatMap { explanation($0) + [""] } }

    private func explanation(_ item: Recommendation) -> [String] {
        let credential = graph.credentials[item.credential]
        let names = item.contributions.map(\.criterion) + ["score"]
        let width = names.map(\.count).max() ?? 0
        let padded = names.map { $0 + String(repeating: " ", count: width - $0.count) }
        let sum = zip(padded, item.contributions).map { name, part in
            "   \(name)  \(Self.number(part.weight)) × \(Self.number(part.value))"
                + " = \(Self.number(part.amount))"
        }
        let path = path(of: item).map { "\($0.kind) “\($0.title)”" }
        return ["\(item.rank). \(credential.title.text(in: language)) (\(credential.id))"] + sum
            + ["   \(padded.last ?? "")                  = \(Self.number(item.score))"]
            + ["   " + path.joined(separator: " → ")]
    }

    /// What cannot be started yet, and what would change that.
    var blockedLines: [String] {
        guard !answer.blocked.isEmpty else { return [] }
        let lines = answer.blocked.flatMap { blocked in
            let credential = graph.credentials[blocked.recommendation.credential]
            return ["  \(credential.title.text(in: language)) (\(credential.id))"]
                + blocked.unmet.map(line)
        }
        return ["Cannot be started yet:"] + lines + [""]
    }

    /// What keeps a credential from being started, and what would help.
    func line(_ blocker: Blocker) -> String {
        let name = blocker.requirement.name(in: graph, language: language)
        let helpers = blocker.unblockedBy.prefix(3).map { graph.credentials[$0].id }
        let more = blocker.unblockedBy.count - helpers.count
        let help =
            helpers.isEmpty
            ? "nothing offered would meet it"
            : "would be served by " + helpers.joined(separator: ", ")
                + (more > 0 ? " and \(more) more" : "")
        return "    \(blocker.status.forReading): \(name) — \(help)"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func number(_ number: Double) -> String {
        FixedPoint.text(number, decimals: 4)
    }
}
