// SPDX-License-Identifier: Apache-2.0

/// Nodes without edges, in rows below the others.
struct IsolatedGrid: Hashable, Sendable {
    /// The box of each of them.
    let boxes: [Int: Drawing.Box]

    /// Places nodes row by row, in as many columns as the graph has or the frame lets.
    init(
        _ isolated: [Int], below bottom: Double, _ nodes: [LayeredLayout.Node],
        _ tracks: ColumnTracks, _ measures: LayeredLayout.Measures
    ) {
        var boxes: [Int: Drawing.Box] = [:]
        let count = max(tracks.count, measures.leastColumns)
        var top = tracks.count == 0 ? 0 : bottom + 2 * measures.nodeGap
        for start in stride(from: 0, to: isolated.count, by: count) {
            let row = isolated[start..<min(start + count, isolated.count)]
            for (column, node) in row.enumerated() {
                boxes[node] = Drawing.Box(
                    x: tracks.left(column), y: top, width: measures.nodeWidth,
                    height: nodes[node].height)
            }
            top += (row.map { nodes[$0].height }.max() ?? 0) + measures.nodeGap
        }
        self.boxes = boxes
    }
}
