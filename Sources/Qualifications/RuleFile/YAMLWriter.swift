// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes a rule file as YAML that a person would write: in blocks, with what is short on one line.
struct YAMLWriter {
    /// The longest line that short lists and mappings are put on.
    static let width = 88

    private(set) var text = ""

    /// Writes the whole file.
    mutating func write(_ fields: FileFields) { write(fields, depth: 0) }

    /// Writes a mapping whose first key stands where the text has come to.
    private mutating func write(_ fields: FileFields, depth: Int) {
        for (index, field) in fields.fields.enumerated() {
            if index > 0 { indent(depth) }
            text += YAMLText.key(field.key) + ":"
            let prefix = depth * 2 + field.key.unicodeScalars.count + 2
            if let line = YAMLText.line(field.value, isInside: false), fits(line, field, prefix) {
                text += " \(line)\n"
            } else {
                text += "\n"
                indent(depth + 1)
                write(field.value, depth: depth + 1)
            }
        }
    }

    private mutating func write(_ value: FileValue, depth: Int) {
        switch value {
        case .mapping(let fields): write(fields, depth: depth)
        case .list(let values):
            for (index, value) in values.enumerated() {
                if index > 0 { indent(depth) }
                text += "- "
                if let line = YAMLText.line(value, isInside: false),
                    isShort(value) || depth * 2 + 2 + line.unicodeScalars.count <= Self.width
                {
                    text += line + "\n"
                } else {
                    write(value, depth: depth + 1)
                }
            }
        case .text, .word, .number, .truth:
            text += (YAMLText.line(value, isInside: false) ?? "") + "\n"
        }
    }

    /// Whether `line` may stand behind the key: texts always, what is inside brackets where there
    /// is room, and a rule's requirement never, so that a rule reads from top to bottom.
    private func fits(
        _ line: String, _ field: FileFields.Field, _ prefix: Int
    ) -> Bool {
        if isShort(field.value) { return true }
        if case .mapping = field.value, field.key == "requirement" { return false }
        return prefix + line.unicodeScalars.count <= Self.width
    }

    private func isShort(_ value: FileValue) -> Bool {
        switch value {
        case .list(let values): values.isEmpty
        case .mapping: false
        case .text, .word, .number, .truth: true
        }
    }

    private mutating func indent(_ depth: Int) { text += String(repeating: "  ", count: depth) }
}

/// How single values are written in YAML.
enum YAMLText {
    /// Returns a value on one line; nil for what is not to stand on one.
    ///
    /// A mapping with mappings inside is not.
    static func line(_ value: FileValue, isInside: Bool) -> String? {
        switch value {
        case .text(let text): return scalar(text, isInside: isInside)
        case .word(let word): return word
        case .number(let number): return number.description
        case .truth(let truth): return truth ? "true" : "false"
        case .list(let values):
            var parts: [String] = []
            for value in values {
                if case .list = value, isInside { return nil }
                guard let part = line(value, isInside: true) else { return nil }
                parts.append(part)
            }
            return "[\(parts.joined(separator: ", "))]"
        case .mapping(let fields):
            var parts: [String] = []
            for field in fields.fields {
                if case .mapping = field.value { return nil }
                guard let part = line(field.value, isInside: true) else { return nil }
                parts.append("\(scalar(field.key, isInside: true)): \(part)")
            }
            return "{\(parts.joined(separator: ", "))}"
        }
    }

    /// Returns a key of a block.
    static func key(_ key: String) -> String { scalar(key, isInside: false) }

    /// Returns a text, in quotes where it needs them; `isInside` brackets it needs them more.
    static func scalar(_ text: String, isInside: Bool) -> String {
        isPlain(text, isInside: isInside) ? text : quoted(text)
    }

    private static func isPlain(_ text: String, isInside: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            !"-?:,[]{}#&*!|>'\"%@`=<~. \t".unicodeScalars.contains(first), last != " ",
            last != ":", !isOther(text)
        else { return false }
        // By bytes: a combining mark after a sign would hide it from a search by characters.
        let pairs = zip(text.utf8, text.utf8.dropFirst())
        guard !pairs.contains(where: { $0 == 0x3A && $1 == 0x20 || $0 == 0x20 && $1 == 0x23 })
        else { return false }
        return text.unicodeScalars.allSatisfy {
            isPrintable($0) && !(isInside && ",[]{}?".unicodeScalars.contains($0))
        }
    }

    /// Whether some reader of YAML would take the text for something else: a number, a truth, a
    /// date or nothing.
    private static func isOther(_ text: String) -> Bool {
        guard let first = text.utf8.first, !words.contains(text.lowercased()) else { return true }
        guard 0x30...0x39 ~= first || first == UInt8(ascii: "+") else { return false }
        return text.utf8.allSatisfy { "0123456789+-._:eE".utf8.contains($0) }
            || text.utf8.dropFirst().first.map { "xXoObB".utf8.contains($0) } ?? false
    }

    private static let words: Set = [
        "true", "false", "yes", "no", "on", "off", "y", "n", "null",
    ]

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var line = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\t": line += "\\t"
            case _ where isPrintable(scalar): line.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                line += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
            }
        }
        return line + "\""
    }
}
