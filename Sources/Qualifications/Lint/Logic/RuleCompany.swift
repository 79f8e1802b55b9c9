// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The rules that are linted, and those of the catalogue beside them.
struct RuleCompany {
    /// The rules that are linted.
    let rules: [Rule]
    /// The rules of the catalogue that none of them replaces.
    let others: [Rule]
    /// The linted rules of each credential, by their places.
    let owned: [String: [Int]]
    /// The places of rules that stand on a ring of qualifications, with the ring: each credential
    /// and the requirement that leads to the next.
    let rings: [Int: RuleRing]

    init(_ rules: [Rule], in graph: Graph?) {
        self.rules = rules
        let ids = Set(rules.map { [$0.credential, $0.use.rawValue, $0.id] })
        others =
            graph?.rules.filter { !ids.contains([$0.credential, $0.use.rawValue, $0.id]) } ?? []
        owned = Dictionary(grouping: rules.indices) { rules[$0].credential }
        rings = RuleRing.rings(among: rules, others, in: graph)
    }

    /// The other versions of the rule at `index`, with whether each is among the linted ones
    /// before it.
    func versions(beside index: Int) -> [(rule: Rule, isEarlier: Bool)] {
        let rule = rules[index]
        let linted = (owned[rule.credential] ?? []).filter { $0 != index }
            .map { (rule: rules[$0], isEarlier: $0 < index) }
        let stored = others.lazy.filter { $0.credential == rule.credential }
            .map { (rule: $0, isEarlier: true) }
        return (linted + stored).filter { $0.rule.use == rule.use }
    }
}
