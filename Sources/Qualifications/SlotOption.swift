// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One way to count one award: in this slot, adding to these tallies.
struct SlotOption: Hashable {
    struct Entry: Hashable {
        let tally: Int
        let amount: Int
    }

    /// The requirement whose slot it fills.
    let node: Int
    /// The award's place in the learner's list.
    let award: Int
    /// Thousandths of credits in the scheme of the requirement, or of the one around it.
    let credits: Int
    /// What it adds to tallies, before they pass it on.
    let entries: [Entry]
}

/// What can be done with the attempts at one credential and its equivalents, of which one counts.
struct Holding {
    /// The class of equivalent credentials.
    let group: Int
    var options: [SlotOption] = []
    /// Whether it has more options than a search can try.
    var isShortened = false

    /// The most options that are tried.
    static let mostOptions = 128
}

/// The slots that one award fits, and what kept it from others.
struct SlotFit {
    private(set) var options: [SlotOption] = []
    private(set) var hasUnknown = false
    private(set) var lacksCredits = false
    private(set) var isUnconvertible = false

    private let program: RuleProgram
    private let graph: Graph
    private let evidence: Evidence
    private let assuming: Bool

    /// Finds the slots for an award.
    ///
    /// Where `assuming`, a fact that is not known is taken to be as asked, and credits of an
    /// unknown scheme at their face value.
    init(_ evidence: Evidence, in program: RuleProgram, _ graph: Graph, assuming: Bool) {
        self.program = program
        self.graph = graph
        self.evidence = evidence
        self.assuming = assuming
        for leaf in program.leaves[graph.equivalenceClass(of: evidence.credential)] ?? [] {
            fill(leaf)
        }
        for account in program.accounts { fill(account) }
    }

    private mutating func fill(_ leaf: RuleProgram.Leaf) {
        var entries = [SlotOption.Entry(tally: leaf.tally, amount: 1)]
        var credits = 0
        if leaf.account >= 0, let amount = amount(in: program.accounts[leaf.account].scheme) {
            credits = amount
            addEntries(amount, to: program.accounts[leaf.account], &entries)
        }
        append(leaf.node, credits, entries)
    }

    private mutating func fill(_ account: RuleProgram.Account) {
        guard admits(account.selector), let amount = amount(in: account.scheme) else { return }
        var entries: [SlotOption.Entry] = []
        addEntries(amount, to: account, &entries)
        append(account.node, amount, entries)
    }

    private mutating func append(_ node: Int, _ credits: Int, _ entries: [SlotOption.Entry]) {
        options.append(
            SlotOption(node: node, award: evidence.index, credits: credits, entries: entries))
    }

    private mutating func addEntries(
        _ amount: Int, to account: RuleProgram.Account, _ entries: inout [SlotOption.Entry]
    ) {
        entries.append(SlotOption.Entry(tally: account.tally, amount: amount))
        for share in account.shares where admits(share.selector) {
            entries.append(SlotOption.Entry(tally: share.tally, amount: amount))
        }
    }

    private mutating func admits(_ selector: Selector) -> Bool {
        switch selector.matches(evidence.credential, evidence.award, in: graph) {
        case .met: return true
        case .notMet: return false
        case .cannotTell:
            hasUnknown = true
            return assuming
        }
    }

    /// Thousandths of credits in `scheme`, or nil where the award has none there.
    private mutating func amount(in scheme: CreditScheme) -> Int? {
        guard let stated = evidence.award.credits ?? graph.credentials[evidence.credential].credits,
            stated.amount > .zero
        else {
            lacksCredits = true
            return nil
        }
        if let exact = graph.convert(stated, to: scheme) {
            return min(exact.amount.thousandths, Worth.most)
        }
        guard stated.scheme == .unknown || scheme == .unknown else {
            isUnconvertible = true
            return nil
        }
        hasUnknown = true
        return assuming ? min(stated.amount.thousandths, Worth.most) : nil
    }
}
