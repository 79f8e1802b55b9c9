// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension JSONValue {
    /// How a value is laid out.
    public enum Layout: Sendable {
        /// Over many lines, two spaces a level.
        case pretty
        /// On one line without spaces.
        case line
    }

    /// Returns the value as JSON text (RFC 8259), without a line break at its end.
    ///
    /// - Complexity: O(*n* log *n*) for the *n* bytes written.
    public func text(_ layout: Layout = .pretty) -> String {
        var writer = JSONWriter(isPretty: layout == .pretty)
        writer.write(self, depth: 0)
        return writer.text
    }
}

private struct JSONWriter {
    let isPretty: Bool
    var text = ""

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: text += "null"
        case .truth(let truth): text += truth ? "true" : "false"
        case .integer(let number): text += String(number)
        case .exact(let number): text += number.description
        case .number(let number): write(number)
        case .text(let string): text.appendJSON(string)
        case .list(let values):
            write(values, between: "[", "]", depth: depth) { writer, value in
                writer.write(value, depth: depth + 1)
            }
        case .object(let fields):
            let ordered = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            write(ordered, between: "{", "}", depth: depth) { writer, field in
                writer.text.appendJSON(field.key)
                writer.text += writer.isPretty ? ": " : ":"
                writer.write(field.value, depth: depth + 1)
            }
        }
    }

    /// Swift's description is the shortest text that reads back as the same number.
    private mutating func write(_ number: Double) {
        guard number.isFinite else { return text += "null" }
        text += number == 0 ? "0.0" : number.description
    }

    private mutating func write<Element>(
        _ elements: [Element], between open: String, _ close: String, depth: Int,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(depth: depth + 1)
            body(&self, element)
        }
        if !elements.isEmpty { breakLine(depth: depth) }
        text += close
    }

    private mutating func breakLine(depth: Int) {
        guard isPretty else { return }
        text += "\n"
        for _ in 0..<depth { text += "  " }
    }
}
