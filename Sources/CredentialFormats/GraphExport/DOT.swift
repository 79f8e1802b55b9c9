// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html).
enum DOT {
    static func text(of drawing: GraphDrawing) -> String {
        var text = """
            digraph catalogue {
              rankdir=LR;
              node [shape=box, fontname="sans-serif"];
              edge [fontname="sans-serif"];

            """
        for (place, node) in drawing.nodes.enumerated() {
            let label = node.label.isEmpty ? node.id : node.label
            text += """
                  n\(place) [label=\(quoted(label)), tooltip=\(quoted(node.id)), \
                shape=\(shape(of: node))];

                """
        }
        for edge in drawing.edges {
            text += "  n\(edge.from) -> n\(edge.to) [label=\(quoted(edge.relation))];\n"
        }
        return text + "}\n"
    }

    private static func shape(of node: GraphDrawing.Node) -> StaticString {
        switch node.noun {
        case .credential: node.isQualification == true ? "box, peripheries=2" : "box"
        case .outcome: "note"
        case .skill: "ellipse"
        }
    }

    /// The text as a quoted string, which Graphviz shows as it is: no escape, entity or HTML label
    /// of its own.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            case "\n": result += "\\n"
            case ..<" ", "\u{7F}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
