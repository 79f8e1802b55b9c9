// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule made ready for search: its nodes in preorder, and the sums that decide them.
///
/// An award placed in a slot adds to *tallies*: one of each count requirement from the slot up to
/// the root of its scope, and one of each condition on those. Every requirement then reads its
/// tallies, its children, or the answer to a test. A shared requirement opens a *scope* of its
/// own, in which awards are assigned apart from the rest.
struct RuleProgram: Sendable {
    /// How a node is decided.
    enum Step: Sendable {
        /// So many of the children.
        case gate(Int)
        /// The sums of an account, and every child.
        case account(Int)
        /// A condition on the account right above.
        case condition
        /// An award in the leaf.
        case leaf(Int)
        /// The answer to a test.
        case test(Int)
    }

    /// A sum over the awards in the slots of an account.
    struct Tally: Sendable {
        /// The tally that takes what this one counts; −1 for none.
        var parent = -1
        /// The most it counts; only a partial account's tallies have one.
        var cap = Int.max
    }

    /// A count requirement as a place for awards.
    struct Account: Sendable {
        let node: Int
        /// The account around it in its scope; −1 for none.
        let parent: Int
        let scope: Int
        let demand: Requirement.Demand
        /// What it counts, in thousandths of its unit.
        let tally: Int
        /// The least that is asked, and the most that counts.
        var minimum: Int
        var maximum: Int
        /// How a lack of its unit is told.
        let measure: Measure
        var conditions: [Condition] = []

        /// Whether what it may still lack must have room below its maximum: credits of the audit's
        /// scheme, or awards, can be told to lie inside it.
        var needsRoom: Bool {
            maximum != .max && !demand.isPartial
                && (measure.worth?.isPar ?? (demand.unit == .awards))
        }
    }

    /// How a lack of a unit is told: in credits of the audit's scheme, or as units.
    struct Measure: Sendable {
        /// What one is worth in the audit's scheme; nil where no factor leads there.
        let worth: Worth?
        /// Whether it is a number of awards.
        let isAwards: Bool

        var isCredits: Bool { worth != nil }
    }

    /// A condition on what an account counts.
    struct Condition: Sendable {
        let node: Int
        let kind: Kind

        enum Kind: Sendable {
            /// At least so much of a unit in a tally.
            case floor(tally: Int, amount: Int, Measure)
            /// At most so much in a tally.
            case ceiling(tally: Int, amount: Int)
            /// At least so many thousandths of what is in a second tally, of the same unit.
            case countedFloor(tally: Int, of: Int, thousandths: Int, Measure)
            /// At most so many thousandths of it.
            case countedCeiling(tally: Int, of: Int, thousandths: Int, Measure)
            /// The tally of points above the mean asked for is not below zero; an award with the
            /// best grade adds `most` for each thousandth.
            case mean(tally: Int, most: Int)
            /// All within a time.
            case period(Period)
            /// So many different values of a field; each is numbered as it is met.
            case distinct(Int, Selector.Field)
        }
    }

    /// A tally that one account's condition reads.
    struct Reader: Sendable {
        let condition: Int
        let account: Int
        let tally: Int
        let selector: Selector
        let unit: Unit
        /// Whether it is a ceiling, which what cannot be told counts against.
        let isCeiling: Bool
        /// Set where it sums points instead: the scale, and the mean asked for.
        let mean: Requirement.MeanGrade?
    }

    /// A credential requirement as a place for one award.
    struct Leaf: Sendable {
        let node: Int
        /// The account around it in its scope; −1 for none.
        let account: Int
        let scope: Int
        /// The credential asked for, by position; nil where there is none.
        let credential: Int?
        let overlap: Fraction?
        /// What is lacking while it is empty: thousandths of credits, or of units.
        var credits: Int
        var units: Int
    }

    /// A requirement that takes no award.
    enum Test: Sendable {
        case outcome
        case skill(Level?)
        case order([String])
        case absent(Selector)
        case meanHeld(Requirement.MeanGrade)
        case notBefore(CalendarDate)
        case decision
    }

    /// The rule.
    let rule: Rule
    /// The scheme in which the audit states what remains.
    let scheme: CreditScheme
    var requirements: [Requirement] = []
    var parents: [Int] = []
    var children: [[Int]] = []
    var steps: [Step] = []
    /// For each node the scope in which it is assigned.
    var scopes: [Int] = []
    /// For each scope its root; the first is the rule's.
    var scopeRoots: [Int] = []
    var tallies: [Tally] = []
    var accounts: [Account] = []
    /// For each account the tallies that its conditions read.
    var readers: [[Reader]] = []
    /// For each account and tally of an account around it, the tally through which a partial
    /// account passes it on.
    var relays: [Relay: Int] = [:]
    var leaves: [Leaf] = []
    /// For each class of equivalent credentials, the leaves that an award of it fits.
    var leavesOfClass: [Int: [Int]] = [:]
    /// The leaves that also take what overlaps.
    var overlapLeaves: [Int] = []
    var tests: [Test] = []
    /// For each skill, the tests that ask for it.
    var testsOfSkill: [Int: [Int]] = [:]
    /// For each credential, the tests that ask for an outcome of it.
    var testsOfCredential: [Int: [Int]] = [:]

    /// A partial account and the tally above that it passes to.
    struct Relay: Hashable, Sendable {
        let account: Int
        let tally: Int
    }

    /// Compiles `rule`, whose ids must be in `graph`; one that is not is never met.
    ///
    /// - Complexity: O(nodes × depth + conditions).
    init(_ rule: Rule, in graph: Graph) {
        var builder = RuleProgramBuilder(
            RuleProgram(rule: rule, scheme: Self.scheme(of: rule, in: graph)), graph)
        builder.build()
        self = builder.program
    }

    private init(rule: Rule, scheme: CreditScheme) {
        self.rule = rule
        self.scheme = scheme
    }

    /// The account of the node, where it is a count requirement.
    func account(_ node: Int) -> Account? {
        if case .account(let account) = steps[node] { return accounts[account] }
        return nil
    }

    /// Whether the node takes one award of one credential.
    func isLeaf(_ node: Int) -> Bool {
        if case .leaf = steps[node] { return true }
        return false
    }

    /// The account that counts what the slot at `node` takes; −1 for none.
    func slotAccount(_ node: Int) -> Int {
        switch steps[node] {
        case .account(let account): account
        case .leaf(let leaf): leaves[leaf].account
        case .gate, .condition, .test: -1
        }
    }

    private static func scheme(of rule: Rule, in graph: Graph) -> CreditScheme {
        for node in rule.requirement.nodes {
            if case .count(let demand) = node.kind, let scheme = demand.unit.scheme {
                return scheme
            }
        }
        return graph.credential(rule.credential).flatMap { graph.credentials[$0].credits?.scheme }
            ?? .ects
    }
}
