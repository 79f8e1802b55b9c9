// SPDX-License-Identifier: Apache-2.0

/// Counts of people and the sums among them: what somebody who reads tables knows.
///
/// A count is a variable. It is published, withheld, or stands nowhere (the rest that a sum leaves).
/// Each equation says that a whole is the sum of its parts: its coefficients times the counts add up
/// to zero.
struct CountSystem {
    /// One count in an equation.
    struct Term {
        let variable: Int
        let coefficient: Int
    }

    /// The value of each count.
    private(set) var values: [Int] = []
    /// Whether each count stands in a table.
    private(set) var stands: [Bool] = []
    /// Whether a reader is not told of each count: withheld, or standing nowhere.
    private(set) var isHidden: [Bool] = []
    /// What is lost when a count is withheld.
    private(set) var costs: [Int] = []
    /// The equations.
    private(set) var equations: [[Term]] = []
    /// The equations of each count, with its coefficient there.
    private(set) var equationsOf: [[(equation: Int, coefficient: Int)]] = []

    /// Adds a count that stands in a table and returns its number.
    mutating func addCell(_ value: Int) -> Int {
        // A count of many people is worth more than one of few.
        add(value, stands: true, cost: 4 + (Int.bitWidth - max(value, 0).leadingZeroBitCount) / 2)
    }

    /// Says that a count stands in one more place.
    mutating func addPlace(of variable: Int) { costs[variable] += 4 }

    /// Adds the equation of a sum, with a count that stands nowhere if it leaves a rest.
    mutating func addSum(_ whole: Int, of parts: [Int], leavesRest: Bool) {
        var coefficients: [Int: Int] = [whole: -1]
        for part in parts { coefficients[part, default: 0] += 1 }
        let rest = -coefficients.reduce(0) { $0 + values[$1.key] * $1.value }
        // What does not add up tells a reader nothing.
        guard leavesRest ? rest >= 0 : rest == 0 else { return }
        if leavesRest { coefficients[add(rest, stands: false, cost: 0)] = 1 }
        let terms = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        for term in terms { equationsOf[term.key].append((equations.count, term.value)) }
        equations.append(terms.map { Term(variable: $0.key, coefficient: $0.value) })
        costs[whole] += 8
    }

    /// Withholds a count.
    mutating func withhold(_ variable: Int) { isHidden[variable] = true }

    /// The least value that a reader must hold possible for a hidden count.
    ///
    /// Zeros are not withheld on their own account, so that whoever knows this takes a withheld
    /// count to be at least 1.
    func leastValue(of variable: Int) -> Int { stands[variable] && values[variable] > 0 ? 1 : 0 }

    private mutating func add(_ value: Int, stands: Bool, cost: Int) -> Int {
        values.append(value)
        self.stands.append(stands)
        isHidden.append(!stands)
        costs.append(cost)
        equationsOf.append([])
        return values.count - 1
    }
}
