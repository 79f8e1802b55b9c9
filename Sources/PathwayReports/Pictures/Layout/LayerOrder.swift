// SPDX-License-Identifier: Apache-2.0

/// The order of the vertices in each column.
struct LayerOrder: Hashable, Sendable {
    private let graph: LayeredGraph
    /// The vertices of each column, the highest first.
    private(set) var columns: [[Int]]
    /// The place of each vertex in its column.
    private var place: [Int]

    /// Creates an order.
    init(_ graph: LayeredGraph, _ columns: [[Int]]) {
        self.graph = graph
        self.columns = columns
        place = Array(repeating: 0, count: graph.column.count)
        for column in columns.indices { number(column) }
    }

    private mutating func number(_ column: Int) {
        for (height, vertex) in columns[column].enumerated() { place[vertex] = height }
    }

    /// The number of pairs of segments that cross.
    var crossings: Int {
        (0..<max(0, columns.count - 1)).reduce(0) { sum, column in
            let ends = columns[column].lazy.flatMap { vertex in
                graph.right[vertex].map { place[$0] }.sorted()
            }
            return sum + CrossingCount.of(ends, width: columns[column + 1].count)
        }
    }

    // MARK: Sweeps

    /// Orders each column by where the neighbours in the one before it lie on average, as in
    /// Sugiyama, Tagawa and Toda (1981).
    ///
    /// - Parameters:
    ///   - isRightward: whether it goes from the left to the right.
    ///   - turnsTies: whether vertices with equal averages change places.
    mutating func sweep(isRightward: Bool, turnsTies: Bool) {
        let sides = isRightward ? graph.left : graph.right
        let order = isRightward ? Array(columns.indices) : columns.indices.reversed()
        for column in order.dropFirst() { sort(column, sides, turnsTies) }
    }

    /// Sorts a column; vertices without neighbours keep their places.
    private mutating func sort(_ column: Int, _ sides: [[Int]], _ turnsTies: Bool) {
        let own = columns[column]
        let movable = own.indices.filter { !sides[own[$0]].isEmpty }
        let averages = own.map { vertex in
            Double(sides[vertex].reduce(0) { $0 + place[$1] }) / Double(max(1, sides[vertex].count))
        }
        let sorted = movable.sorted { one, other in
            averages[one] != averages[other]
                ? averages[one] < averages[other] : (one < other) != turnsTies
        }
        for (slot, source) in zip(movable, sorted) { columns[column][slot] = own[source] }
        number(column)
    }

    // MARK: Exchanges

    /// Exchanges neighbours in a column as long as that removes crossings.
    mutating func exchange() {
        for _ in 0..<12 {
            var removed = 0
            for column in columns.indices { removed += exchange(in: column) }
            if removed == 0 { return }
        }
    }

    private mutating func exchange(in column: Int) -> Int {
        var removed = 0
        for upper in columns[column].indices.dropLast() {
            let (one, other) = (columns[column][upper], columns[column][upper + 1])
            let gain = gain(one, other)
            guard gain > 0 else { continue }
            removed += gain
            columns[column].swapAt(upper, upper + 1)
            (place[one], place[other]) = (upper + 1, upper)
        }
        return removed
    }

    /// How many crossings less there are with `other` above `one`.
    private func gain(_ one: Int, _ other: Int) -> Int {
        gain(graph.left[one], graph.left[other]) + gain(graph.right[one], graph.right[other])
    }

    private func gain(_ one: [Int], _ other: [Int]) -> Int {
        var gain = 0
        for end in one {
            let end = place[end]
            for next in other {
                let next = place[next]
                gain += end > next ? 1 : end < next ? -1 : 0
            }
        }
        return gain
    }
}
