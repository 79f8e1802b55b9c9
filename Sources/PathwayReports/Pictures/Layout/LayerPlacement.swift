// SPDX-License-Identifier: Apache-2.0

/// The height at which each vertex lies, in the order of its column.
///
/// The sum of the squared differences between the two ends of each segment, weighted so that long
/// edges are straight, is made smaller column by column (Gansner, Koutsofios, North and Vo 1993
/// choose the same aim with other means). Within a column the best heights that keep the order and
/// the room between vertices are found exactly, by pooling neighbours that would overlap (Ayer,
/// Brunk, Ewing, Reid and Silverman 1955).
struct LayerPlacement: Hashable, Sendable {
    private struct Pull: Hashable {
        let other: Int
        /// How much lower than the other vertex it should lie.
        let shift: Double
        let weight: Double
    }

    private struct Pool {
        var sum: Double
        var weight: Double
        var count: Int
        var mean: Double { sum / weight }
    }

    /// The height of each vertex, counted downward from the highest box.
    private(set) var middle: [Double]
    /// Where the lowest box ends.
    private(set) var bottom = 0.0
    /// Where each segment meets its vertices, counted from their middles.
    let ports: LayerPorts

    private let columns: [[Int]]
    /// How far below the first vertex of its column each must lie at least.
    private var offset: [Double]
    private var pulls: [[Pull]]
    private let nodeHeights: [Double]
    private let measures: LayeredLayout.Measures

    /// Places the vertices of a graph.
    init(
        _ graph: LayeredGraph, _ columns: [[Int]], _ nodes: [LayeredLayout.Node],
        _ measures: LayeredLayout.Measures
    ) {
        self.columns = columns
        self.measures = measures
        nodeHeights = nodes.map(\.height)
        ports = LayerPorts(graph, columns, nodeHeights)
        middle = Array(repeating: 0, count: graph.column.count)
        offset = middle
        pulls = middle.map { _ in [] }
        addPulls(graph)
        stack()
        for _ in 0..<16 { sweep() }
        straighten(graph)
        close()
    }

    private func height(_ vertex: Int) -> Double {
        vertex < nodeHeights.count ? nodeHeights[vertex] : 0
    }

    /// The least distance between two neighbours of a column.
    private func distance(_ upper: Int, _ lower: Int) -> Double {
        let slots = (upper < nodeHeights.count ? 0 : 1) + (lower < nodeHeights.count ? 0 : 1)
        let gap =
            switch slots {
            case 0: measures.nodeGap
            case 1: (measures.nodeGap + measures.lineGap) / 2
            default: measures.lineGap
            }
        return (height(upper) + height(lower)) / 2 + gap
    }

    private mutating func addPulls(_ graph: LayeredGraph) {
        for (number, segment) in graph.segments.enumerated() {
            let slots = [segment.left, segment.right].filter { $0 >= graph.nodeCount }.count
            let weight = [1.0, 2, 8][slots]
            let shift = ports.left[number] - ports.right[number]
            pulls[segment.right].append(Pull(other: segment.left, shift: shift, weight: weight))
            pulls[segment.left].append(Pull(other: segment.right, shift: -shift, weight: weight))
        }
    }

    /// Stacks each column as closely as can be, its middle at 0.
    private mutating func stack() {
        for column in columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                offset[lower] = offset[upper] + distance(upper, lower)
            }
            let half = (column.last.map { offset[$0] } ?? 0) / 2
            for vertex in column { middle[vertex] = offset[vertex] - half }
        }
    }

    // MARK: Sweeps

    private mutating func sweep() {
        for column in columns { place(column) }
        for column in columns.reversed() { place(column) }
    }

    /// Places a column as well as can be while the others stay.
    private mutating func place(_ column: [Int]) {
        var pools: [Pool] = []
        for vertex in column {
            pools.append(wish(of: vertex))
            while pools.count > 1, pools[pools.count - 2].mean >= pools[pools.count - 1].mean {
                let last = pools.removeLast()
                pools[pools.count - 1].sum += last.sum
                pools[pools.count - 1].weight += last.weight
                pools[pools.count - 1].count += last.count
            }
        }
        var place = 0
        for pool in pools {
            for vertex in column[place..<(place + pool.count)] {
                middle[vertex] = pool.mean + offset[vertex]
            }
            place += pool.count
        }
    }

    private func wish(of vertex: Int) -> Pool {
        pulls[vertex].reduce(into: Pool(sum: 0, weight: 0, count: 1)) { pool, pull in
            pool.sum += pull.weight * (middle[pull.other] + pull.shift - offset[vertex])
            pool.weight += pull.weight
        }
    }

    // MARK: Long edges

    /// Puts slots of an edge that follow one another at one height, as far as there is room.
    private mutating func straighten(_ graph: LayeredGraph) {
        let room = neighbours()
        for _ in 0..<3 {
            for chain in graph.chains where chain.count > 3 {
                straighten(chain.dropFirst().dropLast(), room)
            }
        }
    }

    /// The vertices above and below each vertex.
    private func neighbours() -> [(above: Int?, below: Int?)] {
        var room = [(above: Int?, below: Int?)](repeating: (nil, nil), count: middle.count)
        for column in columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                (room[upper].below, room[lower].above) = (lower, upper)
            }
        }
        return room
    }

    private mutating func straighten(
        _ slots: ArraySlice<Int>, _ room: [(above: Int?, below: Int?)]
    ) {
        var run: [Int] = []
        var (low, high) = (-Double.infinity, Double.infinity)
        for slot in slots {
            let least = room[slot].above.map { middle[$0] + distance($0, slot) } ?? -.infinity
            let most = room[slot].below.map { middle[$0] - distance(slot, $0) } ?? .infinity
            if max(low, least) > min(high, most) {
                level(run, low, high)
                (run, low, high) = ([], -.infinity, .infinity)
            }
            (low, high) = (max(low, least), min(high, most))
            run.append(slot)
        }
        level(run, low, high)
    }

    private mutating func level(_ run: [Int], _ low: Double, _ high: Double) {
        guard run.count > 1 else { return }
        let mean = run.reduce(0) { $0 + middle[$1] } / Double(run.count)
        for slot in run { middle[slot] = max(low, min(high, mean)) }
    }

    /// Moves everything so that the highest box begins at 0.
    private mutating func close() {
        let drawn = columns.flatMap(\.self)
        let top = drawn.map { middle[$0] - height($0) / 2 }.min() ?? 0
        for vertex in drawn { middle[vertex] -= top }
        bottom = drawn.map { middle[$0] + height($0) / 2 }.max() ?? 0
    }
}
