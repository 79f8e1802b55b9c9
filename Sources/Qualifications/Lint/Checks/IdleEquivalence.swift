// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let equivalence = LintCheck(
        "idle-equivalence", .warning, "An equivalence is declared that the rule has no use for."
    ) { subject in
        guard !subject.rule.equivalences.isEmpty else { return [] }
        let asked = subject.credentialsAsked
        return subject.rule.equivalences.enumerated().compactMap { item, equivalence in
            subject.idle(equivalence, asked).map { message, advice in
                LintIssue(nil, "equivalences", item: item, message, do: advice)
            }
        }
    }
}

extension LintSubject {
    /// The credentials that requirements ask for one by one, with the least overlap that one asks
    /// for; no overlap where one asks for none.
    fileprivate var credentialsAsked: [String: Fraction?] {
        var asked: [String: Fraction?] = [:]
        for (_, node) in nodes {
            switch node.requirement.kind {
            case .credential(let id, let overlap):
                guard let known = asked[id] else {
                    asked[id] = .some(overlap)
                    continue
                }
                asked[id] = .some(overlap.flatMap { own in known.map { min(own, $0) } })
            case .order(let ids): for id in ids { asked[id] = .some(nil) }
            default: break
            }
        }
        return asked
    }

    fileprivate func idle(
        _ equivalence: Rule.Equivalence, _ asked: [String: Fraction?]
    ) -> (String, String)? {
        let (held, wanted) = (equivalence.credential, equivalence.countsFor)
        if identity(held) == identity(wanted) {
            return ("\"\(held)\" is said to count for itself", "take it out")
        }
        guard let least = asked[wanted] else {
            return (
                "\"\(held)\" counts for \"\(wanted)\", which no requirement asks for",
                "correct the id, or take it out"
            )
        }
        guard let least, let overlap = equivalence.overlap, overlap < least else { return nil }
        return (
            "\"\(held)\" covers \(overlap) of \"\(wanted)\", and \(least) is asked for",
            "take it out, or correct one of the two"
        )
    }
}
