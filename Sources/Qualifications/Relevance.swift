// SPDX-License-Identifier: Apache-2.0

/// Which tallies can still change the result, where a search stands.
///
/// What is met stays met, so nothing below it matters any more, except for what it passes on. That
/// leaves many options without a difference, and many positions the same.
struct Relevance {
    /// For each tally, how much more of it can matter where it is.
    private var useful: [Int]
    /// For each tally, whether what it passes on can matter.
    private var isBelowUse: [Bool]
    private var isMet: [Bool]
    private var isAlive: [Bool]

    init(_ program: RuleProgram) {
        useful = Array(repeating: 0, count: program.tallies.count)
        isBelowUse = Array(repeating: false, count: program.tallies.count)
        isMet = Array(repeating: false, count: program.steps.count)
        isAlive = Array(repeating: true, count: program.steps.count)
    }

    /// Looks at the sums of `bound`.
    mutating func survey(_ bound: borrowing ShortfallBound) {
        let program = bound.program
        for node in program.steps.indices.reversed() { isMet[node] = isMet(node, bound) }
        for node in program.steps.indices {
            let parent = program.parents[node]
            isAlive[node] = parent < 0 || (isAlive[parent] && !isMet[parent])
        }
        for (tally, stated) in program.tallies.enumerated() {
            let isJudged = stated.node >= 0 && isAlive[stated.node]
            useful[tally] = isJudged ? max(0, stated.enough - bound.sums[tally]) : 0
            isBelowUse[tally] =
                stated.parent >= 0 && (useful[stated.parent] > 0 || isBelowUse[stated.parent])
        }
    }

    private func isMet(_ node: Int, _ bound: borrowing ShortfallBound) -> Bool {
        switch bound.program.steps[node] {
        case .test(let test): return bound.tests[test]
        case .credential(let tally, _): return bound.sums[tally] > 0
        case .share(let tally, let floor, _): return bound.sums[tally] >= floor
        case .credits(let tally, let minimum, _):
            return bound.sums[tally] >= minimum
                && bound.program.children[node].allSatisfy { isMet[$0] }
        case .gate(let needed): return bound.program.children[node].count { isMet[$0] } >= needed
        }
    }

    /// A mark of the sums that matter: equal where nothing can tell two positions apart.
    ///
    /// Two hashes of 64 bits stand for the sums; that different ones agree in both is less likely
    /// than a fault of the machine.
    func state(_ bound: borrowing ShortfallBound, depth: Int) -> State {
        var state = State(first: UInt64(depth), second: ~UInt64(depth))
        for (tally, stated) in bound.program.tallies.enumerated() {
            let passes = isBelowUse[tally] && (stated.cap != .max || !stated.worth.isPar)
            state.add(useful[tally] > 0 || passes ? bound.sums[tally] : -1)
        }
        return state
    }

    /// A mark of sums.
    struct State: Hashable {
        fileprivate var first: UInt64
        fileprivate var second: UInt64

        fileprivate mutating func add(_ number: Int) {
            let bits = UInt64(bitPattern: Int64(number))
            first = (first ^ bits) &* 0x9E37_79B9_7F4A_7C15
            first ^= first >> 32
            second = (second &+ bits) &* 0xD6E8_FEB8_6659_FD93
            second ^= second >> 29
        }
    }

    /// What placing an option changes.
    struct Effect {
        fileprivate var gains: [(tally: Int, amount: Int)] = []
        /// Tallies with a cap on the way to something that matters.
        fileprivate var caps: [Int] = []

        /// Whether it does as much as `other` everywhere, and takes up no room that `other` leaves.
        func covers(_ other: Effect) -> Bool {
            other.gains.allSatisfy { gain in
                gains.contains { $0.tally == gain.tally && $0.amount >= gain.amount }
            } && caps.allSatisfy { other.caps.contains($0) }
        }
    }

    /// Returns what placing `option` changes.
    func effect(of option: SlotOption, _ bound: borrowing ShortfallBound) -> Effect {
        var effect = Effect()
        for entry in option.entries {
            var (tally, amount) = (entry.tally, entry.amount)
            while tally >= 0 {
                let stated = bound.program.tallies[tally]
                if stated.cap != .max || !stated.worth.isPar, isBelowUse[tally] {
                    effect.caps.append(tally)
                }
                amount = min(amount, stated.cap == .max ? amount : stated.cap - bound.sums[tally])
                if amount <= 0 { break }
                if useful[tally] > 0 { effect.gains.append((tally, min(amount, useful[tally]))) }
                amount = stated.worth.up(amount) ?? 0
                tally = stated.parent
            }
        }
        return effect
    }
}
