// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).
///
/// Mermaid draws nothing of a text with more than 500 edges or 50,000 characters, so what goes
/// beyond is left out, the last edges first, and a note in the picture says how much.
enum Mermaid {
    /// The most edges that are drawn.
    static let mostEdges = 500
    /// The most characters of a text.
    static let mostCharacters = 50_000

    static func text(of drawing: GraphDrawing) -> String {
        var chart = MermaidChart(room: mostCharacters - 300)
        for edge in drawing.edges where chart.edges < mostEdges {
            guard chart.add(edge, drawing) else { break }
        }
        for place in drawing.nodes.indices {
            guard chart.add(place, drawing) else { break }
        }
        let (nodes, edges) = (
            drawing.nodes.count - chart.nodes, drawing.edges.count - chart.edges
        )
        guard nodes > 0 || edges > 0 else { return chart.text }
        return chart.text
            + "    %% Left out: \(nodes) of \(drawing.nodes.count) nodes, "
            + "\(edges) of \(drawing.edges.count) edges.\n"
            + "    note[\"Left out for size: \(nodes) of \(drawing.nodes.count) nodes, "
            + "\(edges) of \(drawing.edges.count) edges\"]\n"
    }

    /// The text as the inside of a quoted label.
    ///
    /// Letters, digits and what cannot mean anything stay; all else is written as the entity of
    /// its number, so that there is no quote, tag, line break or mark of Markdown left.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain =
                scalar == " " || scalar == "," || scalar == "(" || scalar == ")"
                || (scalar.isASCII
                    ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    : scalar.properties.isAlphabetic
                        || scalar.properties.generalCategory == .nonspacingMark
                        || scalar.properties.generalCategory == .spacingMark)
            switch scalar {
            case ..<" ", "\u{7F}"..."\u{9F}": result += " "
            case _ where isPlain: result.unicodeScalars.append(scalar)
            default: result += "#\(scalar.value);"
            }
        }
        return result
    }
}

/// A flowchart that grows as long as there is room.
private struct MermaidChart {
    private(set) var text = "flowchart LR\n"
    private(set) var edges = 0
    private var drawn: Set<Int> = []
    private var room: Int

    init(room: Int) { self.room = room - text.count }

    var nodes: Int { drawn.count }

    /// Adds an edge with its ends; false where there is no room.
    mutating func add(_ edge: GraphDrawing.Edge, _ drawing: GraphDrawing) -> Bool {
        var lines = ""
        for place in Set([edge.from, edge.to]).subtracting(drawn).sorted() {
            lines += line(place, drawing)
        }
        lines += "    n\(edge.from) -->|\(edge.relation)| n\(edge.to)\n"
        guard take(lines) else { return false }
        drawn.formUnion([edge.from, edge.to])
        edges += 1
        return true
    }

    /// Adds a node that is not drawn yet; false where there is no room.
    mutating func add(_ place: Int, _ drawing: GraphDrawing) -> Bool {
        guard !drawn.contains(place) else { return true }
        guard take(line(place, drawing)) else { return false }
        drawn.insert(place)
        return true
    }

    private mutating func take(_ lines: String) -> Bool {
        let count = lines.utf16.count
        guard count <= room else { return false }
        room -= count
        text += lines
        return true
    }

    private func line(_ place: Int, _ drawing: GraphDrawing) -> String {
        let node = drawing.nodes[place]
        let label = Mermaid.escaped(node.label.isEmpty ? node.id : node.label)
        switch node.noun {
        case .credential where node.isQualification == true:
            return "    n\(place)[[\"\(label)\"]]\n"
        case .credential: return "    n\(place)[\"\(label)\"]\n"
        case .outcome: return "    n\(place)>\"\(label)\"]\n"
        case .skill: return "    n\(place)([\"\(label)\"])\n"
        }
    }
}
