// SPDX-License-Identifier: Apache-2.0

/// Reads JSON (RFC 8259) into nodes.
///
/// YAML's reader would not do: it refuses the pairs of escapes by which JSON writes characters
/// beyond the first plane, and takes much that is not JSON. Numbers keep their text.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    /// Where the line begins, and how many bytes of it so far only continue a character.
    private var lineStart = 0
    private var continued = 0
    private var nodes = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the value of a file without a byte order mark.
    ///
    /// - Complexity: O(*n*) bytes.
    static func node(_ bytes: [UInt8]) throws(FileProblem) -> FileNode {
        var reader = JSONReader(bytes)
        reader.skipSpace()
        guard !reader.isAtEnd else { throw FileProblem(.file, "empty", "the file holds no rule") }
        let root = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.isAtEnd else { throw reader.unexpected("the end of the file") }
        return root
    }

    private var isAtEnd: Bool { at >= bytes.count }
    private var byte: UInt8 { isAtEnd ? 0 : bytes[at] }
    private var position: FilePosition {
        FilePosition(line: line, column: at - lineStart - continued + 1)
    }

    private mutating func skipSpace() {
        while !isAtEnd {
            switch bytes[at] {
            case 0x20, 0x09, 0x0D: at += 1
            case 0x0A:
                at += 1
                (line, lineStart, continued) = (line + 1, at, 0)
            default: return
            }
        }
    }

    private mutating func accept(_ wanted: Unicode.Scalar) -> Bool {
        skipSpace()
        guard !isAtEnd, bytes[at] == UInt8(ascii: wanted) else { return false }
        at += 1
        return true
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(FileProblem) -> FileNode {
        skipSpace()
        let start = position
        nodes += 1
        guard depth <= YAMLOutline.deepest else { throw YAMLOutline.tooDeep(at: start) }
        guard nodes <= YAMLOutline.mostNodes else {
            throw FileProblem(
                start, "too-many-values",
                "the file holds more than \(YAMLOutline.mostNodes) values; split it")
        }
        switch byte {
        case UInt8(ascii: "{"):
            at += 1
            return FileNode(content: .mapping(try members(depth: depth + 1)), position: start)
        case UInt8(ascii: "["):
            at += 1
            return FileNode(content: .list(try elements(depth: depth + 1)), position: start)
        case 0x22: return FileNode(content: .text(try string()), position: start)
        default: return FileNode(content: try word(), position: start)
        }
    }

    private mutating func elements(depth: Int) throws(FileProblem) -> [FileNode] {
        var elements: [FileNode] = []
        if accept("]") { return elements }
        repeat { elements.append(try value(depth: depth)) } while accept(",")
        guard accept("]") else { throw unexpected("\",\" or \"]\"") }
        return elements
    }

    private mutating func members(depth: Int) throws(FileProblem) -> [FileNode.Member] {
        var members: [FileNode.Member] = []
        var keys: Set<String> = []
        if accept("}") { return members }
        repeat {
            skipSpace()
            let start = position
            guard byte == 0x22 else { throw unexpected("a key in double quotes") }
            let key = try string()
            guard keys.insert(key).inserted else {
                throw FileProblem(
                    start, "repeated-key",
                    "the key \"\(key.shown)\" stands twice in this object; remove one")
            }
            guard accept(":") else { throw unexpected("\":\"") }
            members.append(
                FileNode.Member(key: key, position: start, value: try value(depth: depth)))
        } while accept(",")
        guard accept("}") else { throw unexpected("\",\" or \"}\"") }
        return members
    }

    private mutating func word() throws(FileProblem) -> FileNode.Content {
        let start = at
        while !isAtEnd, Self.isWord(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        switch text {
        case "true": return .truth(true)
        case "false": return .truth(false)
        case "null": return .null
        case _ where Self.isNumber(bytes[start..<at]): return .number(text)
        default:
            at = start
            throw unexpected("a value")
        }
    }

    // MARK: Strings

    private mutating func string() throws(FileProblem) -> String {
        let start = position
        var text: [UInt8] = []
        at += 1
        while !isAtEnd, bytes[at] != 0x22 {
            let byte = bytes[at]
            guard byte >= 0x20 else {
                throw FileProblem(
                    position, "not-json",
                    "a control character stands in a text; write it as an escape such as \\n")
            }
            if byte == UInt8(ascii: "\\") {
                try takeEscape(&text)
            } else {
                if byte & 0xC0 == 0x80 { continued += 1 }
                text.append(byte)
                at += 1
            }
        }
        guard !isAtEnd else {
            throw FileProblem(start, "not-json", "the quote that opens here is not closed")
        }
        at += 1
        guard let string = String(validating: text, as: UTF8.self) else {
            throw FileProblem(
                start, "invalid-text",
                "the text that begins here is not UTF-8; save the file as UTF-8")
        }
        return string
    }

    private mutating func takeEscape(_ text: inout [UInt8]) throws(FileProblem) {
        let letter = at + 1 < bytes.count ? bytes[at + 1] : 0
        if let plain = Self.escapes[letter] {
            text.append(plain)
            at += 2
            return
        }
        guard letter == UInt8(ascii: "u"), var code = codeUnit() else {
            throw FileProblem(position, "not-json", "an escape is not one of JSON's")
        }
        if 0xD800...0xDBFF ~= code {
            guard let low = codeUnit(), 0xDC00...0xDFFF ~= low else { throw halfCharacter }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw halfCharacter }
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    /// Takes an escape such as `\u00e9`; nil where none is here.
    private mutating func codeUnit() -> UInt32? {
        guard at + 5 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u"),
            bytes[at + 2..<at + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
        else { return nil }
        at += 6
        return code
    }

    private var halfCharacter: FileProblem {
        FileProblem(
            position, "not-json", "an escape names half a character; both halves are needed")
    }

    private func unexpected(_ wanted: String) -> FileProblem {
        let found =
            isAtEnd
            ? "the file ends"
            : 0x21...0x7E ~= byte ? "\"\(Unicode.Scalar(byte))\" stands" : "byte \(byte) stands"
        return FileProblem(position, "not-json", "\(found) where \(wanted) is expected")
    }
}

extension JSONReader {
    private static let escapes: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || 0x61...0x7A ~= byte || "E-+.".utf8.contains(byte)
    }

    /// Whether `text` is a number as RFC 8259, section 6, writes it.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { return false }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: isDigit).count
            guard digits > 0 else { return false }
            rest = rest.dropFirst(digits + 1)
        }
        guard let mark = rest.first else { return true }
        guard mark | 0x20 == UInt8(ascii: "e") else { return false }
        rest.removeFirst()
        if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }
}
