// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What stands below the tree, each under its own heading and only where there is something.
extension AuditWriter {
    func lists(_ audit: Audit) -> [String] {
        let blocks = [
            [Self.legend], block("Counted:", counted(audit)),
            block("Not counted:", audit.unused.map { "\($0.award): \($0.text)" }),
            block("What would settle it:", audit.unsettled.map { line($0, audit) }),
            block("Exceptions:", exceptions(audit)),
            block("Other ways that leave as little:", alternatives(audit)),
            block("On the way:", background.nested.map(line)),
            block("By who is recognised:", background.comparison.map(line)),
            background.automatic.map {
                AutomaticWriter(awards: $0, graph: graph, language: language).sentences
            } ?? [],
        ]
        return blocks.filter { !$0.isEmpty }.flatMap { $0 + [""] }
    }

    private func block(_ heading: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [heading] + lines.map { "  " + $0 }
    }

    private func name(_ requirement: String, in audit: Audit) -> String {
        guard let node = audit.root.nodes.first(where: { $0.id == requirement }) else {
            return requirement
        }
        return "\(node.requirement.name(in: graph, language: language)) (\(requirement))"
    }

    private func counted(_ audit: Audit) -> [String] {
        let units = units(of: audit)
        let placed = audit.assignment.map { entry in
            let amount =
                entry.credits > .zero
                ? units[entry.requirement].map { "\(entry.credits) \($0.name) in " } ?? "" : ""
            let notes = notes(on: entry)
            return "\(entry.award): \(amount)\(name(entry.requirement, in: audit))"
                + (notes.isEmpty ? "" : " [\(notes)]")
        }
        let answers = audit.root.nodes.filter { !$0.hasSlot }.flatMap { node in
            node.evidence.map { "\($0): answers \(name(node.id, in: audit))" }
        }
        return placed + answers
    }

    private func line(_ unsettled: Audit.Unsettled, _ audit: Audit) -> String {
        let place = name(unsettled.requirement, in: audit)
        guard let award = unsettled.award else {
            return unsettled.fact == "decision"
                ? "\(place): a decision" : "\(place): whether it is so"
        }
        return "\(place): the \(unsettled.fact) of \(award)"
    }

    private func exceptions(_ audit: Audit) -> [String] {
        let lines = audit.exceptions.flatMap { applied in
            let exception = applied.exception
            let until = exception.until.map { ", until \($0)" } ?? ""
            let effect =
                applied.problem.map { "Not applied: \($0)" }
                ?? (applied.makesDifference
                    ? "Without it: \(words(applied.without))." : "Without it: the same.")
            let id = exception.id.isEmpty ? "" : "\(exception.id): "
            return [
                "\(id)\(exception.kind.sentence) (\(exception.decision.who), "
                    + "\(exception.decision.date)\(until)): \(exception.decision.why)",
                "  \(effect)",
            ]
        }
        guard let without = audit.withoutExceptions, audit.exceptions.count > 1 else {
            return lines
        }
        let all =
            without == audit.standing
            ? "Without any of them: the same." : "Without any of them: \(words(without))."
        return lines + [all]
    }

    private func alternatives(_ audit: Audit) -> [String] {
        audit.alternatives.enumerated().map { number, other in
            "\(number + 1). " + changes(from: audit.assignment, to: other, audit)
        }
    }

    /// What is placed elsewhere.
    private func changes(
        from first: [Audit.Assignment], to other: [Audit.Assignment], _ audit: Audit
    ) -> String {
        let indices = Set((first + other).map(\.awardIndex)).sorted()
        return indices.compactMap { index in
            let before = first.filter { $0.awardIndex == index }.map(\.requirement)
            let after = other.filter { $0.awardIndex == index }.map(\.requirement)
            guard before != after,
                let award = (first + other).first(where: { $0.awardIndex == index })?.award
            else { return nil }
            let places = after.map { name($0, in: audit) }.joined(separator: ", ")
            return places.isEmpty ? "\(award) left out" : "\(award) in \(places)"
        }.joined(separator: "; ")
    }

    /// How far a qualification on the way is.
    func line(_ nested: QualificationMatch.Nested) -> String {
        let title = graph.credentials[nested.credential].title.text(in: language)
        let id = graph.credentials[nested.credential].id
        if nested.isHeld { return "\(title) (\(id)): held" }
        if nested.isReached { return "\(title) (\(id)): reached; apply for it" }
        return "\(title) (\(id)): \(words(nested.standing, by: nested.rule))"
    }

    private func line(_ comparison: AuditBackground.Comparison) -> String {
        let audit = comparison.audit
        let left = audit.notRecognised
        let lost = left.isEmpty ? "" : "; not recognised: \(left.joined(separator: ", "))"
        return "\(comparison.reading): \(words(audit.standing, by: audit.rule))\(lost)"
    }
}
