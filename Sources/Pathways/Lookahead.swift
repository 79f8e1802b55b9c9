// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What taking one credential first makes reachable that is not reachable now.
///
/// For each first step the best steps after it are looked for twice, greedily: among what the
/// learner could take anyway, and among that and everything whose admission the first step, or a
/// step after it, opens. The difference is what the first step unlocks.
struct Lookahead: Sendable {
    /// How many steps are looked at after the first.
    static let steps = 2

    let coverage: GapCoverage
    let judge: AdmissionJudge
    let holdings: Holdings
    /// What can be taken now, the greatest gain first, ties by position.
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
            (coverage.gain(of: $1), $0) < (coverage.gain(of: $0), $1)
        }
        self.closed = Set(closed)
    }

    /// What of the gap becomes reachable within `steps` of taking `first`, beyond what would be
    /// reached without what it opens.
    func gain(unlockedBy first: Int) -> Double {
        var state = State(missing: coverage.missing, taken: [], holdings: holdings)
        let opened = take(first, &state)
        guard !opened.isEmpty else { return 0 }
        return max(0, best(from: state, opened: opened) - best(from: state, opened: nil))
    }

    /// The credentials that `first` opens, directly or through what it opens.
    func reachable(through first: Int) -> Set<Int> {
        var holdings = holdings
        var opened: Set<Int> = []
        var level = [first]
        for _ in 0..<Self.steps {
            var next: [Int] = []
            for credential in level {
                let after = judge.taking(credential, given: holdings)
                holdings = after.holdings
                next += after.opened.filter { closed.contains($0) && opened.insert($0).inserted }
            }
            level = next
        }
        return opened
    }

    /// Takes a credential; returns what of the closed it opens.
    private func take(_ credential: Int, _ state: inout State) -> [Int] {
        let after = judge.taking(credential, given: state.holdings)
        state.holdings = after.holdings
        state.cover(credential, coverage)
        return after.opened.filter(closed.contains)
    }

    /// The sum of the best gains over the next steps; `opened` is nil to look only at what is open
    /// anyway.
    private func best(from start: State, opened: [Int]?) -> Double {
        var state = start
        var opened = opened
        var total = 0.0
        for step in 0..<Self.steps {
            guard let (credential, gain) = state.best(of: open, opened ?? [], coverage) else {
                break
            }
            total += gain
            guard step + 1 < Self.steps else { break }
            if let known = opened {
                opened = known + take(credential, &state)
            } else {
                state.cover(credential, coverage)
            }
        }
        return total
    }
}

/// What is missing and held after some steps.
private struct State {
    var missing: [Double]
    var taken: Set<Int>
    var holdings: Holdings

    /// What a credential closes of what is still missing.
    func gain(of credential: Int, _ coverage: GapCoverage) -> Double {
        coverage.covered(by: credential).reduce(0) { $0 + missing[$1.need] * $1.amount }
    }

    /// Counts a credential as taken, and what it covers as closed.
    mutating func cover(_ credential: Int, _ coverage: GapCoverage) {
        taken.insert(credential)
        for (need, amount) in coverage.covered(by: credential) { missing[need] *= 1 - amount }
    }

    /// The credential with the greatest gain, the least position among equals.
    ///
    /// Gains only shrink as steps are taken, so the gain at the start bounds a credential from
    /// above, and `open`, sorted by it, is read only while its bound could still win.
    func best(of open: [Int], _ opened: [Int], _ coverage: GapCoverage) -> (Int, Double)? {
        var best: (credential: Int, gain: Double)?
        func consider(_ credential: Int) {
            guard !taken.contains(credential) else { return }
            let gain = gain(of: credential, coverage)
            guard let held = best else { return best = (credential, gain) }
            if gain > held.gain || (gain == held.gain && credential < held.credential) {
                best = (credential, gain)
            }
        }
        for credential in open {
            if let best, coverage.gain(of: credential) < best.gain { break }
            consider(credential)
        }
        opened.forEach(consider)
        return best.flatMap { $0.gain > 0 ? $0 : nil }
    }
}
