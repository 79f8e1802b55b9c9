// SPDX-License-Identifier: Apache-2.0

extension MapPicture {
    private static let swatch = 30.0
    private static let rows = 22.0

    /// Adds what the looks of the nodes and edges that occur mean, and returns where it ends.
    static func addKey(
        of map: PathMap, from top: Double, to drawing: inout Drawing
    ) -> Double {
        let kinds = Set(map.nodes.map(\.kind))
        let edges = Set(map.edges.map(\.kind))
        var pen = Pen(top: top)
        for kind in PathMap.Kind.allCases where kinds.contains(kind) {
            guard let box = pen.add(map.nodeLabels[kind], to: &drawing) else { continue }
            Material.of(kind).add(to: &drawing, in: box) { kind.outline(in: $0, seed: 3) }
        }
        pen.endRow()
        for kind in PathMap.EdgeKind.allCases where edges.contains(kind) {
            guard let box = pen.add(map.edgeLabels[kind], to: &drawing) else { continue }
            let y = box.y + box.height / 2
            add(
                Drawing.Curve(
                    start: .init(x: box.x, y: y), steps: [.line(.init(x: box.x + box.width, y: y))]
                ), kind.stroke, to: &drawing)
        }
        pen.endRow()
        return pen.top
    }

    /// Where the next entry of the key goes; entries fill rows, and long ones are wrapped.
    private struct Pen {
        private static let right = 708.0
        private var x = 12.0
        private var height = 0.0
        private(set) var top: Double

        init(top: Double) { self.top = top }

        mutating func endRow() {
            top += height
            (x, height) = (12, 0)
        }

        /// Adds a label and returns the box of its swatch; nil where there is no label.
        mutating func add(_ label: String?, to drawing: inout Drawing) -> Drawing.Box? {
            let room = Self.right - 12 - swatch - 8
            let lines = TextFitting.wrapped(label ?? "", width: room, size: 12)
            guard let width = lines.map({ TextFitting.width($0, size: 12) }).max() else {
                return nil
            }
            if x > 12, x + swatch + 8 + width > Self.right { endRow() }
            for (place, line) in lines.enumerated() {
                drawing.add(line, x + swatch + 8, top + 15 + 15 * Double(place))
            }
            defer {
                x += swatch + 8 + width + 18
                height = max(height, rows + 15 * Double(lines.count - 1))
            }
            return Drawing.Box(x: x, y: top + 2, width: swatch, height: 17)
        }
    }
}
