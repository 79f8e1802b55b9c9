// SPDX-License-Identifier: Apache-2.0

/// Puts slots of an edge that follow one another at one height, as far as there is room.
struct Straightening: Hashable, Sendable {
    private struct Room: Hashable {
        var above: Int?
        var below: Int?
    }

    /// The vertices above and below each vertex.
    private var rooms: [Room]
    /// How far below the first vertex of its column each must lie at least.
    private let offset: [Double]

    /// Creates what keeps to the order of columns and the room between their vertices.
    init(_ columns: [[Int]], _ offset: [Double]) {
        self.offset = offset
        rooms = Array(repeating: Room(), count: offset.count)
        for column in columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                rooms[upper].below = lower
                rooms[lower].above = upper
            }
        }
    }

    /// Returns heights near `middle` at which the slots of each chain lie as level as can be.
    func straightened(_ middle: [Double], _ chains: [[Int]]) -> [Double] {
        var middle = middle
        // What has moved may have made room for another.
        for _ in 0..<3 {
            for chain in chains where chain.count > 3 {
                straighten(chain.dropFirst().dropLast(), &middle)
            }
        }
        return middle
    }

    private func straighten(_ slots: ArraySlice<Int>, _ middle: inout [Double]) {
        var run: [Int] = []
        var (low, high) = (-Double.infinity, Double.infinity)
        for slot in slots {
            let (least, most) = limits(slot, middle)
            if max(low, least) > min(high, most) {
                level(run, low, high, &middle)
                (run, low, high) = ([], -.infinity, .infinity)
            }
            (low, high) = (max(low, least), min(high, most))
            run.append(slot)
        }
        level(run, low, high, &middle)
    }

    /// Between which heights a vertex may lie.
    private func limits(_ vertex: Int, _ middle: [Double]) -> (Double, Double) {
        let (above, below) = (rooms[vertex].above, rooms[vertex].below)
        return (
            above.map { middle[$0] - offset[$0] + offset[vertex] } ?? -.infinity,
            below.map { middle[$0] - offset[$0] + offset[vertex] } ?? .infinity
        )
    }

    private func level(
        _ run: [Int], _ low: Double, _ high: Double, _ middle: inout [Double]
    ) {
        guard run.count > 1 else { return }
        let mean = run.reduce(0) { $0 + middle[$1] } / Double(run.count)
        for slot in run { middle[slot] = max(low, min(high, mean)) }
    }
}
