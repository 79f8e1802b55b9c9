// SPDX-License-Identifier: Apache-2.0

extension Reading {
    /// Whether the rule could be met if every award could stand in all of its slots at once, and
    /// no condition or maximum stood in the way; where not, no assignment meets it.
    ///
    /// Much cheaper than a search, and enough for most rules that are far from met.
    ///
    /// - Complexity: O(nodes + options × depth).
    var couldBeMet: Bool {
        let most = mostOfTallies
        let filled = Set(holdings.lazy.flatMap { $0.options.lazy.map(\.node) })
        var could = [Bool](repeating: true, count: program.steps.count)
        // Nodes stand before those below them.
        for node in program.steps.indices.reversed() {
            let below = program.children[node].lazy.filter { could[$0] }.count
            switch program.steps[node] {
            case .gate(let count): could[node] = below >= count
            case .account(let account):
                let account = program.accounts[account]
                could[node] =
                    most[account.tally] >= account.minimum
                    && below == program.children[node].count
            case .condition: break
            case .leaf: could[node] = filled.contains(node)
            case .test(let test): could[node] = tests[test]
            }
        }
        return could.first ?? true
    }

    /// For each tally the most that could be in it, each holding once.
    private var mostOfTallies: [Int] {
        var sums = [Int](repeating: 0, count: program.tallies.count)
        for holding in holdings {
            var most: [Int: Int] = [:]
            for option in holding.options {
                var own: [Int: Int] = [:]
                for entry in option.entries where entry.amount > 0 {
                    var tally = entry.tally
                    while tally >= 0 {
                        own[tally, default: 0] += entry.amount
                        tally = program.tallies[tally].parent
                    }
                }
                most.merge(own) { max($0, $1) }
            }
            for (tally, amount) in most { sums[tally] += amount }
        }
        return sums
    }
}
