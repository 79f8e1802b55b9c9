// SPDX-License-Identifier: Apache-2.0

/// Walks over the tokens of a YAML file before it is composed, and refuses what could exhaust the
/// reader: nesting, sheer number, aliases, and keys that are no words.
///
/// It follows the scanner of libyaml step by step, so that the two agree on where tokens begin:
/// text in quotes, in block scalars, in comments and on continued lines is passed over. Where
/// libyaml would report an error it may go on; composing reports it.
struct YAMLOutline {
    /// The deepest nesting.
    static let deepest = 64
    /// The most values: lists, mappings, keys and texts.
    static let mostNodes = 400_000

    /// Where a key may have begun.
    private struct Key {
        let line: Int
        let column: Int
        let isCollection: Bool
    }

    let bytes: [UInt8]
    var at = 0
    private(set) var line = 1
    private(set) var column = 0
    /// The columns of the block collections that are open, and that of the innermost.
    private var indents: [Int] = []
    private(set) var indent = -1
    /// For the block context and each open bracket, the key that may have begun there.
    private var keys: [Key?] = [nil]
    /// Whether a key may begin here.
    var mayBeginKey = true
    private(set) var nodes = 0

    /// How many brackets are open.
    var flow: Int { keys.count - 1 }
    var position: FilePosition { FilePosition(line: line, column: column + 1) }

    /// Creates a walk over a file without a byte order mark.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Walks to the end and returns how many values there are at most.
    ///
    /// - Complexity: O(*n*) bytes.
    consuming func checked() throws(FileProblem) -> Int {
        while try skipToToken() {
            unroll(to: column)
            try takeToken()
            guard indents.count + flow <= Self.deepest else { throw Self.tooDeep(at: position) }
            guard nodes <= Self.mostNodes else {
                throw FileProblem(
                    position, "too-many-values",
                    "the file holds more than \(Self.mostNodes) values; split it")
            }
        }
        return nodes
    }

    static func tooDeep(at position: FilePosition) -> FileProblem {
        FileProblem(
            position, "too-deep",
            "nested deeper than \(deepest) levels; make it flatter, or split the rule")
    }

    // MARK: Moving

    /// The byte so far ahead; 0 beyond the end.
    func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

    /// How long the line break so far ahead is; 0 where there is none.
    func lineBreak(_ ahead: Int = 0) -> Int {
        switch byte(ahead) {
        case 0x0A: 1
        case 0x0D: byte(ahead + 1) == 0x0A ? 2 : 1
        case 0xC2: byte(ahead + 1) == 0x85 ? 2 : 0
        case 0xE2:
            byte(ahead + 1) == 0x80 && (0xA8...0xA9).contains(byte(ahead + 2)) ? 3 : 0
        default: 0
        }
    }

    func isBlank(_ ahead: Int = 0) -> Bool { byte(ahead) == 0x20 || byte(ahead) == 0x09 }

    /// Whether a blank, a line break or the end is so far ahead.
    func isGap(_ ahead: Int = 0) -> Bool {
        at + ahead >= bytes.count || isBlank(ahead) || lineBreak(ahead) > 0
    }

    mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] & 0xC0 != 0x80 { column += 1 }
            at += 1
        }
    }

    mutating func advanceLine() {
        at += lineBreak()
        line += 1
        column = 0
    }

    /// Goes to the end of the line.
    mutating func skipLine() {
        while at < bytes.count, lineBreak() == 0 { advance() }
    }

    /// Whether `---` or `...` stands alone at the beginning of the line.
    var isDocumentMark: Bool {
        let mark = byte()
        return column == 0 && (mark == 0x2D || mark == 0x2E) && byte(1) == mark && byte(2) == mark
            && isGap(3)
    }

    /// Passes over blanks, comments and line ends; returns whether a token follows.
    private mutating func skipToToken() throws(FileProblem) -> Bool {
        while at < bytes.count {
            if byte() == 0x20 || byte() == 0x09 && (flow > 0 || !mayBeginKey) {
                advance()
            } else if byte() == 0x09 {
                throw FileProblem(
                    position, "not-yaml", "a tab stands where spaces should; indent with spaces")
            } else if byte() == UInt8(ascii: "#") {
                skipLine()
            } else if lineBreak() > 0 {
                advanceLine()
                if flow == 0 { mayBeginKey = true }
            } else {
                return true
            }
        }
        return false
    }

    // MARK: Levels

    private mutating func unroll(to column: Int) {
        while flow == 0, indent > column, let outer = indents.popLast() { indent = outer }
    }

    private mutating func roll(to column: Int) {
        guard flow == 0, indent < column else { return }
        indents.append(indent)
        indent = column
        nodes += 1
    }

    private mutating func saveKey(isCollection: Bool = false) {
        guard mayBeginKey else { return }
        keys[flow] = Key(line: line, column: column, isCollection: isCollection)
    }

    // MARK: Tokens

    private mutating func takeToken() throws(FileProblem) {
        nodes += 1
        if isDocumentMark {
            unroll(to: -1)
            (keys[flow], mayBeginKey) = (nil, false)
            return advance(3)
        }
        switch byte() {
        case UInt8(ascii: "%") where column == 0: throw refusal("directive")
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            saveKey(isCollection: true)
            keys.append(nil)
            (mayBeginKey, at, column) = (true, at + 1, column + 1)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            keys[flow] = nil
            if flow > 0 { keys.removeLast() }
            (mayBeginKey, at, column) = (false, at + 1, column + 1)
        case UInt8(ascii: ",") where flow > 0, UInt8(ascii: "-") where isGap(1): try takeEntry()
        case UInt8(ascii: "?") where flow > 0 || isGap(1): throw refusal("complex-key")
        case UInt8(ascii: ":") where flow > 0 || isGap(1): try takeValue()
        case UInt8(ascii: "*"): throw refusal("alias")
        case UInt8(ascii: "&"): throw refusal("anchor")
        case UInt8(ascii: "!"): throw refusal("tag")
        default: try takeScalar()
        }
    }

    private mutating func takeEntry() throws(FileProblem) {
        if flow == 0 {
            guard mayBeginKey else {
                throw FileProblem(
                    position, "not-yaml",
                    "a \"-\" cannot stand here; begin a new line, or put the text into quotes")
            }
            roll(to: column)
        }
        (keys[flow], mayBeginKey) = (nil, true)
        advance()
    }

    private mutating func takeValue() throws(FileProblem) {
        if let key = keys[flow], key.line == line {
            guard !key.isCollection else { throw refusal("complex-key") }
            roll(to: key.column)
        } else if flow == 0 {
            throw FileProblem(
                position, "not-yaml",
                "a \":\" stands where no key has begun; put a text with \": \" in it into quotes")
        }
        (keys[flow], mayBeginKey) = (nil, false)
        advance()
    }

    private mutating func takeScalar() throws(FileProblem) {
        let first = byte()
        switch first {
        case UInt8(ascii: "|") where flow == 0, UInt8(ascii: ">") where flow == 0:
            (keys[flow], mayBeginKey) = (nil, true)
            skipBlockScalar()
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            saveKey()
            mayBeginKey = false
            try skipQuoted(first)
        case UInt8(ascii: "-"),
            _ where "?:".utf8.contains(first) && flow == 0,
            _ where !"-?:,#|>%@`".utf8.contains(first):
            saveKey()
            mayBeginKey = false
            skipPlain()
        default:
            throw FileProblem(
                position, "not-yaml",
                "\"\(Character(Unicode.Scalar(first)))\" cannot begin a text; put it into quotes")
        }
    }

    private func refusal(_ code: String) -> FileProblem {
        let message =
            switch code {
            case "directive": "a rule file has no lines that begin with %; remove it"
            case "complex-key": "a key is one word; lists and mappings cannot be keys"
            case "alias":
                "a \"*\" refers to another part of the file, which is not read; write "
                    + "the part out, or put a text that begins with * into quotes"
            case "anchor":
                "a \"&\" names a part of the file, which is not read; remove it, or put "
                    + "a text that begins with & into quotes"
            default:
                "a \"!\" names a type, which is not read; remove it, or put a text that "
                    + "begins with ! into quotes"
            }
        return FileProblem(position, code, message)
    }
}
