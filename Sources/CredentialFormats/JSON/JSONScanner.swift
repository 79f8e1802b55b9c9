// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads JSON (RFC 8259) from chunks, handing over each value that is wanted as soon as it ends.
///
/// A list of a million records is read in the memory of one. Nesting, sizes and counts are limited,
/// so that hostile input fails at once and never by exhaustion.
struct JSONScanner {
    /// Which values are handed over.
    enum Delivery {
        /// The document, as one value.
        case whole
        /// The elements of the document, where it is a list; else the document.
        case elements
        /// The elements of the lists that are members of the document, and its other members.
        case records
    }

    /// A value and the way to it from the root.
    struct Delivered {
        let value: JSONValue
        let path: [Step]
    }

    /// A step from a value into it.
    enum Step: Hashable {
        case key(String)
        case index(Int)
    }

    /// The deepest nesting.
    static let deepest = 64
    /// The longest value that is handed over at once: 64 MiB.
    static let longestValue = 64 << 20
    /// The most values inside a value that is handed over at once.
    static let mostValues = 1_000_000

    private enum Expected { case value, valueOrEnd, key, keyOrEnd, colon, separatorOrEnd, end }
    private enum Token { case none, string, escape, unicode, number, word }

    private let delivery: Delivery
    private var expected = Expected.value
    private var token = Token.none
    private var frames: [JSONFrame] = []
    private var text: [UInt8] = []
    private var hexDigits = 0
    private var codeUnit: UInt32 = 0
    private var highSurrogate: UInt32?
    private var delivered: Delivered?
    private var deliveryDepth: Int
    private var values = 0
    private var offset = 0
    private var deliveryStart = 0
    private var line = 1
    private var lineStart = 0
    private var tokenLine = 1
    private var tokenColumn = 1

    init(delivers delivery: Delivery) {
        self.delivery = delivery
        deliveryDepth = delivery == .records ? 2 : 0
    }

    /// Reads on from `position` to the end of a value that is handed over; nil if all was read.
    mutating func next(
        in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(Problem) -> Delivered? {
        let start = offset - position
        defer { offset = start + position }
        while position < bytes.count {
            offset = start + position
            if token == .string {
                try readString(bytes, &position)
            } else {
                if try read(bytes[position]) { position += 1 }
            }
            if let ready = delivered {
                delivered = nil
                (values, deliveryStart) = (0, start + position)
                return ready
            }
            guard start + position - deliveryStart <= Self.longestValue else {
                throw problem("too-long", "a value is longer than 64 MiB; split the file")
            }
        }
        return nil
    }

    /// Ends the text; a number may only now be complete.
    mutating func finish() throws(Problem) -> Delivered? {
        if token == .number || token == .word { _ = try read(0x20) }
        guard expected == .end, token == .none else {
            throw problem(
                offset == 0 ? "empty" : "cut-off",
                offset == 0
                    ? "the file is empty" : "the JSON text ends too early; is the file whole?")
        }
        defer { delivered = nil }
        return delivered
    }

    /// Returns what was read so far as a value, everything open closed; nil if nothing was.
    func closed() -> JSONValue? {
        var copy = self
        var last: JSONValue?
        let isInText = token == .string || token == .escape || token == .unicode
        if isInText, expected == .value || expected == .valueOrEnd {
            copy.text.removeLast(copy.incompleteTail)
            last = JSONValue(
                content: .text(String(decoding: copy.text, as: UTF8.self)), line: tokenLine,
                column: tokenColumn)
        }
        while var frame = copy.frames.popLast() {
            if let last { frame.append(last) }
            last = frame.value
        }
        return last
    }

    // MARK: Bytes

    /// Takes one byte outside a string and returns whether it was used up.
    private mutating func read(_ byte: UInt8) throws(Problem) -> Bool {
        switch token {
        case .number, .word:
            if Self.continuesWord(byte), text.count < 400 {
                text.append(byte)
                return true
            }
            try endWord()
            return false
        case .escape:
            try readEscape(byte)
            return true
        case .unicode:
            try readUnicode(byte)
            return true
        case .none, .string: break
        }
        if byte == 0x0A {
            line += 1
            lineStart = offset + 1
        }
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return true }
        // A byte order mark may stand before the text.
        if offset < 3, frames.isEmpty, [0xEF, 0xBB, 0xBF][offset] == byte { return true }
        try readStructure(byte)
        return true
    }

    private mutating func readStructure(_ byte: UInt8) throws(Problem) {
        (tokenLine, tokenColumn) = (line, offset - lineStart + 1)
        switch (expected, byte) {
        case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")): try open(isObject: true)
        case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
            try open(isObject: false)
        case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")): try close()
        case (.separatorOrEnd, UInt8(ascii: "]")) where frames.last?.isObject == false: try close()
        case (.separatorOrEnd, UInt8(ascii: "}")) where frames.last?.isObject == true: try close()
        case (.separatorOrEnd, UInt8(ascii: ",")):
            expected = frames.last?.isObject == true ? .key : .value
        case (.colon, UInt8(ascii: ":")): expected = .value
        case (.value, 0x22), (.valueOrEnd, 0x22), (.key, 0x22), (.keyOrEnd, 0x22):
            token = .string
            text.removeAll(keepingCapacity: true)
        case (.value, _) where Self.continuesWord(byte),
            (.valueOrEnd, _) where Self.continuesWord(byte):
            token = byte == UInt8(ascii: "-") || Self.isDigit(byte) ? .number : .word
            text.removeAll(keepingCapacity: true)
            text.append(byte)
        default: throw unexpected(byte)
        }
    }

    // MARK: Containers

    private mutating func open(isObject: Bool) throws(Problem) {
        guard frames.count < Self.deepest else {
            throw problem(
                "too-deep", "the JSON text is nested deeper than \(Self.deepest) levels")
        }
        if frames.isEmpty, delivery == .elements, !isObject { deliveryDepth = 1 }
        frames.append(JSONFrame(isObject: isObject, line: tokenLine, column: tokenColumn))
        expected = isObject ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close() throws(Problem) {
        guard let frame = frames.popLast() else { return }
        if frames.count < deliveryDepth {
            advance()
        } else {
            try take(frame.value)
        }
    }

    private mutating func take(_ value: JSONValue) throws(Problem) {
        values += 1
        guard values <= Self.mostValues else {
            throw problem("too-many-values", "a value holds more than a million others; split it")
        }
        if frames.count <= deliveryDepth {
            delivered = Delivered(value: value, path: path)
            advance()
            return
        }
        frames[frames.count - 1].append(value)
        advance()
    }

    /// Goes on behind a value that has ended.
    private mutating func advance() {
        expected = frames.isEmpty ? .end : .separatorOrEnd
        if !frames.isEmpty { frames[frames.count - 1].index += 1 }
    }

    private var path: [Step] { frames.map { $0.isObject ? .key($0.key) : .index($0.index) } }

    // MARK: Strings

    private mutating func readString(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(Problem) {
        let start = position
        var index = position
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20
        {
            index += 1
        }
        if index > start, highSurrogate != nil { throw loneSurrogate }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        offset += index - start
        position = index
        guard index < bytes.count else { return }
        position += 1
        switch bytes[index] {
        case 0x22: try endString()
        case 0x5C: token = .escape
        default:
            throw problem(
                "control-character",
                "a control character stands in a text; write it as an escape such as \\n")
        }
    }

    private mutating func endString() throws(Problem) {
        if highSurrogate != nil { throw loneSurrogate }
        token = .none
        guard let string = String(validating: text, as: UTF8.self) else {
            throw Problem(
                line: tokenLine, column: tokenColumn, code: "invalid-text",
                message: "the text that begins here is not UTF-8; save the file as UTF-8")
        }
        if expected == .key || expected == .keyOrEnd {
            try take(key: string)
        } else {
            try take(JSONValue(content: .text(string), line: tokenLine, column: tokenColumn))
        }
    }

    private mutating func take(key: String) throws(Problem) {
        let last = frames.count - 1
        guard !frames[last].repeats(key, isKept: frames.count > deliveryDepth) else {
            throw Problem(
                line: tokenLine, column: tokenColumn, code: "repeated-key",
                message: "the key \"\(key)\" stands twice in one object; remove one")
        }
        guard !frames[last].isTooWide else {
            throw problem("too-many-values", "an object has more than a million members; split it")
        }
        frames[last].key = key
        expected = .colon
    }

    private mutating func readEscape(_ byte: UInt8) throws(Problem) {
        if byte == UInt8(ascii: "u") {
            (token, hexDigits, codeUnit) = (.unicode, 0, 0)
            return
        }
        guard let plain = Self.escapes[byte], highSurrogate == nil else {
            throw problem("bad-escape", "an escape is not one of JSON's")
        }
        text.append(plain)
        token = .string
    }

    private mutating func readUnicode(_ byte: UInt8) throws(Problem) {
        guard let digit = Self.hexValue(byte) else {
            throw problem("bad-escape", "an escape \\u needs four hexadecimal digits")
        }
        codeUnit = codeUnit << 4 | digit
        hexDigits += 1
        guard hexDigits == 4 else { return }
        token = .string
        switch (highSurrogate, codeUnit) {
        case (nil, 0xD800...0xDBFF): highSurrogate = codeUnit
        case (let high?, 0xDC00...0xDFFF):
            highSurrogate = nil
            append(0x10000 + (high - 0xD800) << 10 + (codeUnit - 0xDC00))
        case (nil, 0..<0xD800), (nil, 0xE000...): append(codeUnit)
        default: throw loneSurrogate
        }
    }

    private mutating func append(_ scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
    }

    /// How many bytes at the end of `text` are the beginning of a character.
    private var incompleteTail: Int {
        let tail = text.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
        guard tail < text.count, text[text.count - tail - 1] >= 0xC0 else { return 0 }
        return String(validating: text.suffix(tail + 1), as: UTF8.self) == nil ? tail + 1 : 0
    }

    // MARK: Numbers and words

    private mutating func endWord() throws(Problem) {
        let isNumber = token == .number
        token = .none
        let word = String(decoding: text, as: UTF8.self)
        let content: JSONValue.Content
        switch word {
        case "true": content = .truth(true)
        case "false": content = .truth(false)
        case "null": content = .null
        case _ where isNumber && Self.isNumber(text): content = .number(word)
        default:
            throw Problem(
                line: tokenLine, column: tokenColumn, code: "not-json",
                message: "\"\(word.prefix(40))\" is not a JSON value")
        }
        try take(JSONValue(content: content, line: tokenLine, column: tokenColumn))
    }

    // MARK: Problems

    private func problem(_ code: String, _ message: String) -> Problem {
        Problem(line: line, column: offset - lineStart + 1, code: code, message: message)
    }

    private var loneSurrogate: Problem {
        problem("bad-escape", "an escape names half a character; both halves are needed")
    }

    private func unexpected(_ byte: UInt8) -> Problem {
        let wanted =
            switch expected {
            case .value: "a value"
            case .valueOrEnd: "a value or \"]\""
            case .key: "a key in quotes"
            case .keyOrEnd: "a key in quotes or \"}\""
            case .colon: "\":\""
            case .separatorOrEnd:
                frames.last?.isObject == true ? "\",\" or \"}\"" : "\",\" or \"]\""
            case .end: "the end of the file"
            }
        let found = 0x21...0x7E ~= byte ? "\"\(Unicode.Scalar(byte))\"" : "byte \(byte)"
        return problem("not-json", "\(found) stands where \(wanted) is expected")
    }
}
