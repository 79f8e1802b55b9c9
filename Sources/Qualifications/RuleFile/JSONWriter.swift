// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes a rule file as JSON (RFC 8259), two spaces a level.
struct JSONWriter {
    private(set) var text = ""

    mutating func write(_ value: FileValue, depth: Int) {
        switch value {
        case .text(let string), .word(let string): text.appendJSON(string)
        case .number(let number): text += number.description
        case .truth(let truth): text += truth ? "true" : "false"
        case .list(let values):
            write(values, "[", "]", depth: depth) { writer, value in
                writer.write(value, depth: depth + 1)
            }
        case .mapping(let fields):
            write(fields.fields, "{", "}", depth: depth) { writer, field in
                writer.text.appendJSON(field.key)
                writer.text += ": "
                writer.write(field.value, depth: depth + 1)
            }
        }
    }

    private mutating func write<Element>(
        _ elements: [Element], _ open: String, _ close: String, depth: Int,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += (index > 0 ? ",\n" : "\n") + Self.indentation(depth + 1)
            body(&self, element)
        }
        text += (elements.isEmpty ? "" : "\n" + Self.indentation(depth)) + close
    }

    private static func indentation(_ depth: Int) -> String {
        String(repeating: "  ", count: depth)
    }
}
