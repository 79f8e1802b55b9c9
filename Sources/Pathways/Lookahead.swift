// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What taking one credential first makes reachable that is not reachable without it.
///
/// After each first step the best steps that follow are looked for twice, greedily: once with the
/// admission that the first step opens, alone or together with a later one, and once without. The
/// difference is what the first step unlocks.
struct Lookahead: Sendable {
    /// How many steps are looked at after the first.
    static let steps = 2

    let coverage: GapCoverage
    let judge: AdmissionJudge
    let holdings: Holdings
    /// What can be taken now, the greatest gain first, ties by id.
    let open: [Int]
    /// What cannot be started now, by position.
    let closed: Set<Int>

    init(
        _ coverage: GapCoverage, judge: AdmissionJudge, holdings: Holdings, open: [Int],
        closed: [Int]
    ) {
        self.coverage = coverage
        self.judge = judge
        self.holdings = holdings
        self.open = open.sorted {
            (coverage.gain(of: $1), coverage.place(of: $0))
                < (coverage.gain(of: $0), coverage.place(of: $1))
        }
        self.closed = Set(closed)
    }

    /// What taking a credential would reach among the admission rules.
    func reached(by first: Int) -> AdmissionReach { judge.reached(by: first, given: holdings) }

    /// What of the gap becomes reachable within `steps` of taking `first`, beyond what would be
    /// reached if it opened no admission.
    func gain(unlockedBy first: Int, _ steps: inout FirstSteps) -> Double {
        let after = steps.taking(first, self)
        var state = State(missing: coverage.missing, taken: [], holdings: nil)
        state.cover(first, coverage)
        let without = best(from: state, &steps)
        state.holdings = after.holdings
        state.opened = after.opened.filter(closed.contains)
        return max(0, best(from: state, &steps) - without)
    }

    /// The credentials that `first` opens, directly or with all that it opens.
    func reachable(through first: Int, _ steps: inout FirstSteps) -> Set<Int> {
        var after = steps.taking(first, self)
        var opened: Set<Int> = []
        for step in 1...Self.steps {
            let level = after.opened.filter {
                closed.contains($0) && opened.insert($0).inserted
            }
            guard step < Self.steps, !level.isEmpty else { break }
            after = judge.taking(level, given: after.holdings)
        }
        return opened
    }

    /// The sum of the best gains over the next steps.
    private func best(from start: State, _ steps: inout FirstSteps) -> Double {
        var state = start
        var total = 0.0
        for step in 1...Self.steps {
            guard let (credential, gain) = state.best(of: open, coverage) else { break }
            total += gain
            guard step < Self.steps else { break }
            let after =
                state.holdings.map { judge.taking(credential, given: $0) }
                ?? steps.taking(credential, self)
            state.holdings = after.holdings
            state.opened += after.opened.filter(closed.contains)
            state.cover(credential, coverage)
        }
        return total
    }
}

/// What single steps from what is held now come to, each worked out once.
struct FirstSteps {
    /// How many are kept: holdings of a great catalogue are large, and few steps come up again.
    private static let most = 128
    private var known: [Int: (holdings: Holdings, opened: [Int])] = [:]

    /// Returns the holdings with `credential`, and what may then be started.
    mutating func taking(
        _ credential: Int, _ lookahead: Lookahead
    ) -> (holdings: Holdings, opened: [Int]) {
        if let known = known[credential] { return known }
        let after = lookahead.judge.taking(credential, given: lookahead.holdings)
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[credential] = after
        return after
    }
}

/// What is missing, held and opened after some steps.
private struct State {
    var missing: [Double]
    var taken: Set<Int>
    /// What admission is judged by; nil for what is held now.
    var holdings: Holdings?
    /// What could not be started before these steps.
    var opened: [Int] = []

    /// What a credential closes of what is still missing.
    func gain(of credential: Int, _ coverage: GapCoverage) -> Double {
        coverage.gain(of: credential, missing: missing)
    }

    /// Counts a credential as taken, and what it covers as closed.
    mutating func cover(_ credential: Int, _ coverage: GapCoverage) {
        taken.insert(credential)
        for (need, amount) in coverage.covered(by: credential) { missing[need] *= 1 - amount }
    }

    /// The credential with the greatest gain, the least id among equals.
    ///
    /// Gains only shrink as steps are taken, so the gain at the start bounds a credential from
    /// above, and `open`, sorted by it, is read only while its bound could still win.
    func best(of open: [Int], _ coverage: GapCoverage) -> (Int, Double)? {
        var best: (credential: Int, gain: Double)?
        func consider(_ credential: Int) {
            guard !taken.contains(credential) else { return }
            let gain = gain(of: credential, coverage)
            guard let held = best else { return best = (credential, gain) }
            let isFirst = coverage.place(of: credential) < coverage.place(of: held.credential)
            if gain > held.gain || (gain == held.gain && isFirst) { best = (credential, gain) }
        }
        for credential in open {
            if let best, coverage.gain(of: credential) < best.gain { break }
            consider(credential)
        }
        opened.forEach(consider)
        return best.flatMap { $0.gain > 0 ? $0 : nil }
    }
}
