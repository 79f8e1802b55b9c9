// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule made ready for search: its nodes in preorder, and the sums that decide them.
///
/// An award placed in a slot adds to one or more *tallies*; a tally passes what it counts on to the
/// tally of the credit requirement around it, never more than its cap. Every requirement then reads
/// its tally, its children, or the answer to a test.
struct RuleProgram: Sendable {
    /// How a node is decided.
    enum Step: Sendable {
        /// So many of the children.
        case gate(Int)
        /// At least `minimum` in the tally, and every child.
        case credits(tally: Int, minimum: Int, worth: Worth)
        /// At least `floor` in the tally.
        case share(tally: Int, floor: Int, worth: Worth)
        /// Something in the tally; else so many credits are lacking.
        case credential(tally: Int, credits: Int)
        /// The answer to a test.
        case test(Int)
    }

    /// A sum of credits, or a mark that a credential leaf is filled.
    struct Tally: Sendable {
        /// The tally that takes what this one counts; −1 for none.
        var parent = -1
        /// The most it counts.
        var cap = Int.max
        /// What it counts is worth to the parent.
        var worth: Worth
        /// What it counts is worth in the audit's scheme.
        var rootWorth: Worth
        /// The node that reads it; −1 for one that only passes on.
        var node: Int
        /// As much as that node asks.
        var enough: Int
    }

    /// A credit requirement as a place for awards.
    struct Account: Sendable {
        let node: Int
        let tally: Int
        /// The account around it; −1 for none.
        let parent: Int
        let scheme: CreditScheme
        let selector: Selector
        /// The shares that read what is counted here, and the tally of each.
        var shares: [(selector: Selector, tally: Int)] = []
    }

    /// A credential requirement as a place for one award.
    struct Leaf: Sendable {
        let node: Int
        let tally: Int
        /// The account around it; −1 for none.
        let account: Int
        /// Thousandths of credits, in the audit's scheme, that are lacking while it is empty.
        let credits: Int
    }

    /// A requirement that takes no award.
    enum Test: Sendable {
        case outcome
        case skill(Level?)
        case notBefore(CalendarDate)
    }

    /// The scheme in which the audit states what remains.
    let scheme: CreditScheme
    private(set) var requirements: [Requirement] = []
    private(set) var parents: [Int] = []
    private(set) var children: [[Int]] = []
    private(set) var steps: [Step] = []
    private(set) var tallies: [Tally] = []
    private(set) var accounts: [Account] = []
    /// For each class of equivalent credentials, the leaves that ask for one of them.
    private(set) var leaves: [Int: [Leaf]] = [:]
    private(set) var tests: [Test] = []
    /// For each skill, the tests that ask for it.
    private(set) var testsOfSkill: [Int: [Int]] = [:]
    /// For each credential, the tests that ask for an outcome of it.
    private(set) var testsOfCredential: [Int: [Int]] = [:]

    /// Compiles `rule`, whose ids must be in `graph`; one that is not is never met.
    ///
    /// - Complexity: O(nodes + shares × credit requirements below them).
    init(_ rule: Rule, in graph: Graph) {
        scheme = Self.scheme(of: rule, in: graph)
        var shares: [(node: Int, account: Int)] = []
        add(rule.requirement, under: -1, account: -1, &shares, graph)
        for share in shares { connect(share.node, to: share.account, graph) }
    }

    /// Whether an award of one credential could fill one slot or another.
    var hasCompetition: Bool {
        !accounts.isEmpty || leaves.values.contains { $0.count > 1 }
    }

    /// Whether the node is a credit requirement.
    func isAccount(_ node: Int) -> Bool {
        if case .credits = steps[node] { return true }
        return false
    }

    private static func scheme(of rule: Rule, in graph: Graph) -> CreditScheme {
        for node in rule.requirement.nodes {
            if case .credits(let demand) = node.kind { return demand.minimum.scheme }
        }
        return graph.credential(rule.credential).flatMap { graph.credentials[$0].credits?.scheme }
            ?? .ects
    }

    private mutating func add(
        _ requirement: Requirement, under parent: Int, account: Int,
        _ shares: inout [(node: Int, account: Int)], _ graph: Graph
    ) {
        let node = requirements.count
        requirements.append(requirement)
        parents.append(parent)
        children.append([])
        steps.append(.gate(0))
        if parent >= 0 { children[parent].append(node) }
        var inner = account
        switch requirement.kind {
        case .all(let below): steps[node] = .gate(below.count)
        case .any: steps[node] = .gate(1)
        case .atLeast(let count, _): steps[node] = .gate(min(count, Worth.most))
        case .share: shares.append((node, account))
        case .credits(let demand): inner = open(demand, node, in: account, graph)
        case .credential(let id): addLeaf(id, node, account, graph)
        case .outcome(let id): addOutcome(id, node, graph)
        case .skill(let uri, let level):
            if let skill = graph.skill(uri) { testsOfSkill[skill, default: []].append(tests.count) }
            addTest(.skill(level), node)
        case .notBefore(let date): addTest(.notBefore(date), node)
        }
        for child in requirement.children {
            add(child, under: node, account: inner, &shares, graph)
        }
    }

    private mutating func addTest(_ test: Test, _ node: Int) {
        steps[node] = .test(tests.count)
        tests.append(test)
    }

    private mutating func addOutcome(_ id: String, _ node: Int, _ graph: Graph) {
        if let outcome = graph.outcome(id),
            let owner = graph.credential(graph.outcomes[outcome].credential)
        {
            testsOfCredential[owner, default: []].append(tests.count)
        }
        addTest(.outcome, node)
    }

    private mutating func addLeaf(_ id: String, _ node: Int, _ account: Int, _ graph: Graph) {
        let position = graph.credential(id)
        let stated = account < 0 ? nil : position.flatMap { graph.credentials[$0].credits }
        let lacking = stated.flatMap {
            Worth(of: $0.scheme, in: scheme, graph).up(min($0.amount.thousandths, Worth.most))
        }
        let leaf = Leaf(node: node, tally: tallies.count, account: account, credits: lacking ?? 0)
        let par = Worth(of: scheme, in: scheme, graph)
        tallies.append(Tally(worth: par, rootWorth: par, node: node, enough: 1))
        steps[node] = .credential(tally: leaf.tally, credits: leaf.credits)
        guard let position else { return }
        leaves[graph.equivalenceClass(of: position), default: []].append(leaf)
    }

    private mutating func open(
        _ demand: Requirement.CreditDemand, _ node: Int, in parent: Int, _ graph: Graph
    ) -> Int {
        let minimum = min(demand.minimum.amount.thousandths, Worth.most)
        let scheme = demand.minimum.scheme
        let outer = parent < 0 ? scheme : accounts[parent].scheme
        let tally = tallies.count
        let worth = Worth(of: scheme, in: self.scheme, graph)
        tallies.append(
            Tally(
                parent: parent < 0 ? -1 : accounts[parent].tally,
                cap: demand.maximum.map { min(max(0, $0.thousandths), Worth.most) } ?? .max,
                worth: Worth(of: scheme, in: outer, graph), rootWorth: worth,
                node: node, enough: max(0, minimum)))
        steps[node] = .credits(tally: tally, minimum: minimum, worth: worth)
        accounts.append(
            Account(
                node: node, tally: tally, parent: parent, scheme: scheme,
                selector: demand.selector))
        return accounts.count - 1
    }

    /// Gives the share at `node` a tally in each account it reads: its own and those inside.
    ///
    /// An inner account that neither caps nor converts needs no tally of its own.
    private mutating func connect(_ node: Int, to account: Int, _ graph: Graph) {
        guard case .share(let share, let selector) = requirements[node].kind else { return }
        guard account >= 0, case .credits(_, let minimum, let worth) = steps[accounts[account].node]
        else { return steps[node] = .gate(0) }
        let floor = share.floor(of: ExactDecimal(thousandths: max(0, minimum))).thousandths
        var tallyOf = [account: tallies.count]
        steps[node] = .share(tally: tallies.count, floor: floor, worth: worth)
        var outermost = tallies[accounts[account].tally]
        outermost.parent = -1
        outermost.node = node
        outermost.enough = floor
        tallies.append(outermost)
        for inner in account..<accounts.count {
            if inner != account {
                guard let outer = tallyOf[accounts[inner].parent] else { continue }
                tallyOf[inner] = shadow(of: inner, above: outer)
            }
            if let tally = tallyOf[inner] { accounts[inner].shares.append((selector, tally)) }
        }
    }

    private mutating func shadow(of account: Int, above outer: Int) -> Int {
        var tally = tallies[accounts[account].tally]
        guard tally.cap != .max || !tally.worth.isPar else { return outer }
        tally.parent = outer
        tally.node = -1
        tallies.append(tally)
        return tallies.count - 1
    }
}
