// SPDX-License-Identifier: Apache-2.0

/// A map of the way to a goal, from what is held at the left to the goal at the right.
enum MapPicture {
    private static let margin = 12.0

    /// Draws a map; its frame is as wide and as high as the graph needs.
    static func drawing(of map: PathMap) -> Drawing {
        let measures = measures(of: map)
        let captions = map.nodes.map { caption(of: $0, measures) }
        let layout = LayeredLayout(
            nodes(of: map, captions), map.edges.map { .init(from: $0.from, to: $0.to) }, measures)
        let room = layout.boxes.map { $0.x + $0.width }.max() ?? 0
        // Beyond the last column there is room for its loops.
        let width = max(720, room + 2 * margin + 26)
        var drawing = Drawing(map.title, map.description, width: width)
        let top = addKey(of: map, from: drawing.addTitle() + 8, to: &drawing) + 16
        let left = max(margin, (width - room) / 2)
        for (edge, route) in zip(map.edges, layout.routes) {
            add(route.moved(left, top), edge.kind.stroke, to: &drawing)
        }
        for (place, box) in layout.boxes.enumerated() {
            let box = Drawing.Box(
                x: box.x + left, y: box.y + top, width: box.width, height: box.height)
            add(map.nodes[place].kind, captions[place], place, in: box, to: &drawing)
        }
        let lowest = drawing.shapes.lazy.map { $0.bounds.y + $0.bounds.height }.max() ?? 0
        drawing.height = lowest + margin
        return drawing
    }

    /// Nodes are as wide as their longest word, as far as there is room.
    private static func measures(of map: PathMap) -> LayeredLayout.Measures {
        var measures = LayeredLayout.Measures()
        let longest =
            map.nodes.lazy
            .map { TextFitting.longestWord(of: $0.title, size: Caption.titleSize) }.max() ?? 0
        measures.nodeWidth = max(measures.nodeWidth, min(190, longest + 2 * Outline.sides + 12))
        return measures
    }

    private static func caption(
        of node: PathMap.Node, _ measures: LayeredLayout.Measures
    ) -> Caption {
        let sides = Outline.sides + Material.of(node.kind).inset
        return Caption(node.title, node.note, width: measures.nodeWidth - 2 * sides)
    }

    /// A node is as high as its caption and its edges need.
    private static func nodes(of map: PathMap, _ captions: [Caption]) -> [LayeredLayout.Node] {
        var entering = map.nodes.map { _ in 0.0 }
        var leaving = entering
        for edge in map.edges {
            leaving[edge.from] += 1
            entering[edge.to] += 1
        }
        return map.nodes.indices.map { node in
            let material = Material.of(map.nodes[node].kind)
            let words = captions[node].height + 2 * (Outline.ends + material.inset)
            let edges = min(240, 6 * max(entering[node], leaving[node]))
            return LayeredLayout.Node(
                height: max(40, words, edges), isLast: map.nodes[node].kind.isGoal)
        }
    }

    private static func add(
        _ kind: PathMap.Kind, _ caption: Caption, _ seed: Int, in box: Drawing.Box,
        to drawing: inout Drawing
    ) {
        let material = Material.of(kind)
        material.add(to: &drawing, in: box) { kind.outline(in: $0, seed: seed) }
        caption.add(to: &drawing, in: box, tone: material.ink)
    }

    /// Adds a line with a head where it ends.
    static func add(
        _ route: Drawing.Curve, _ stroke: Drawing.Stroke, to drawing: inout Drawing
    ) {
        drawing.shapes.append(.curve(route, stroke))
        guard let last = route.steps.last else { return }
        let (tip, before) = (last.end, last.hull.count > 1 ? last.hull[1] : route.start)
        let back = before.x < tip.x ? tip.x - 8 : tip.x + 8
        drawing.shapes.append(
            .area(
                [tip, .init(x: back, y: tip.y - 3.5), .init(x: back, y: tip.y + 3.5)],
                stroke.tone))
    }
}
