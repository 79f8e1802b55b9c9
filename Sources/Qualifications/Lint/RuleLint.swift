// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Finds the mistakes in rules.
public enum RuleLint {
    /// Returns what is wrong with `rules`.
    ///
    /// - Parameters:
    ///   - rules: the rules, which may name one another's credentials.
    ///   - graph: the catalogue they are for. A rule of the catalogue with the id of one of `rules`
    ///     is taken to be replaced by it. Without a catalogue, what needs its facts is not looked
    ///     for.
    ///   - asOf: the day on which a rule is expired or not.
    /// - Returns: the findings in the order of the rules, of their requirements, and of
    ///   ``LintCheck/all``; what is about a whole rule comes before its requirements.
    /// - Complexity: near linear in the size of the rules; comparisons of siblings are limited.
    public static func findings(
        in rules: [Rule], graph: Graph? = nil, asOf: CalendarDate
    ) -> [RuleFinding] {
        let facts = graph.map(CatalogueFacts.init)
        let company = RuleCompany(rules, in: graph)
        return rules.indices.flatMap { index -> [RuleFinding] in
            let subject = LintSubject(index, company, graph: graph, facts: facts, asOf: asOf)
            return Self.ordered(LintCheck.all.flatMap { $0.findings(in: subject) })
        }
    }

    private static func ordered(_ found: [(place: Int, finding: RuleFinding)]) -> [RuleFinding] {
        found.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element.finding)
    }
}

/// A rule, and what a check may ask about it.
struct LintSubject {
    let rule: Rule
    /// Its place among the rules that are linted.
    let index: Int
    let company: RuleCompany
    let outline: RuleOutline
    let extents: Extents
    let graph: Graph?
    let facts: CatalogueFacts?
    let logic: SelectorLogic
    let sizes: MemberSizes
    let asOf: CalendarDate
    /// Every selector of the rule, with the place and the property it stands in.
    let selectors: [(place: Int?, key: String, selector: Selector)]
    /// How many requirements take awards.
    let slotCount: Int
    /// The alternatives of what every award must match.
    let countsClauses: [[SelectorTerm]]?

    init(
        _ index: Int, _ company: RuleCompany, graph: Graph?, facts: CatalogueFacts?,
        asOf: CalendarDate
    ) {
        rule = company.rules[index]
        self.index = index
        self.company = company
        self.graph = graph
        self.facts = facts
        self.asOf = asOf
        outline = RuleOutline(rule.requirement)
        logic = SelectorLogic(
            crosswalk: graph?.crosswalk ?? .standard, scales: rule.scales, facts: facts)
        sizes = MemberSizes(rule: rule, graph: graph, facts: facts, logic: logic)
        extents = Extents(of: outline, sizes)
        selectors = Self.selectors(of: rule, outline)
        slotCount = outline.nodes.count { $0.requirement.isSlot }
        countsClauses = rule.counts.clauses
    }

    private static func selectors(
        of rule: Rule, _ outline: RuleOutline
    ) -> [(place: Int?, key: String, selector: Selector)] {
        [(nil, "counts", rule.counts)]
            + outline.nodes.enumerated().compactMap { place, node in
                node.requirement.selector.map { (place, "of", $0) }
            }
    }

    /// The requirements with their places.
    var nodes: some Sequence<(offset: Int, element: RuleOutline.Node)> {
        outline.nodes.enumerated()
    }

    /// The requirements that count, with their places.
    var counts: [(place: Int, demand: Requirement.Demand)] {
        outline.counts.compactMap { place in
            guard case .count(let demand) = outline.nodes[place].requirement.kind else {
                return nil
            }
            return (place, demand)
        }
    }

}

extension Requirement {
    /// The selector it has, where its kind has one.
    var selector: Selector? {
        switch kind {
        case .count(let demand): demand.selector
        case .share(let share): share.selector
        case .absent(let selector): selector
        case .all, .any, .atLeast, .mean, .period, .distinct, .credential, .outcome, .skill,
            .order, .notBefore, .decision:
            nil
        }
    }
}
