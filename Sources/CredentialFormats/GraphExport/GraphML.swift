// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes GraphML (http://graphml.graphdrawing.org), with a typed key for every attribute.
enum GraphML {
    /// An attribute of nodes or edges.
    private struct Key {
        let id: StaticString
        let domain: StaticString
        let name: StaticString
        let type: StaticString
    }

    private static let keys = [
        Key(id: "noun", domain: "node", name: "noun", type: "string"),
        Key(id: "id", domain: "node", name: "id", type: "string"),
        Key(id: "label", domain: "node", name: "label", type: "string"),
        Key(id: "kind", domain: "node", name: "kind", type: "string"),
        Key(id: "provider", domain: "node", name: "provider", type: "string"),
        Key(id: "credits", domain: "node", name: "credits", type: "double"),
        Key(id: "scheme", domain: "node", name: "scheme", type: "string"),
        Key(id: "level", domain: "node", name: "level", type: "string"),
        Key(id: "qualification", domain: "node", name: "isQualification", type: "boolean"),
        Key(id: "relation", domain: "edge", name: "relation", type: "string"),
        Key(id: "weight", domain: "edge", name: "weight", type: "double"),
    ]

    static func text(of drawing: GraphDrawing) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

            """
        for key in keys {
            text += """
                  <key id="\(key.id)" for="\(key.domain)" attr.name="\(key.name)" \
                attr.type="\(key.type)"/>

                """
        }
        text += "  <graph id=\"catalogue\" edgedefault=\"directed\">\n"
        for (place, node) in drawing.nodes.enumerated() { write(node, place, to: &text) }
        for (place, edge) in drawing.edges.enumerated() { write(edge, place, to: &text) }
        return text + "  </graph>\n</graphml>\n"
    }

    private static func write(_ node: GraphDrawing.Node, _ place: Int, to text: inout String) {
        text += "    <node id=\"n\(place)\">"
        text += data("noun", node.noun.rawValue) + data("id", node.id) + data("label", node.label)
        text += data("kind", node.kind) + data("provider", node.provider)
        text += data("credits", node.credits?.amount.description)
        text += data("scheme", node.credits?.scheme.rawValue)
        text += data("level", node.level?.description)
        text += data("qualification", node.isQualification.map { $0 ? "true" : "false" })
        text += "</node>\n"
    }

    private static func write(_ edge: GraphDrawing.Edge, _ place: Int, to text: inout String) {
        text += "    <edge id=\"e\(place)\" source=\"n\(edge.from)\" target=\"n\(edge.to)\">"
        text += data("relation", edge.relation) + data("weight", edge.weight?.description)
        text += "</edge>\n"
    }

    private static func data(_ key: StaticString, _ value: String?) -> String {
        value.map { "<data key=\"\(key)\">\(escaped($0))</data>" } ?? ""
    }

    /// The text as character data; what XML 1.0 has no place for becomes U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": result += "&#13;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case ..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
