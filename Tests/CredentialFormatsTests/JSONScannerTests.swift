// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import CredentialFormats

private func values(
    _ bytes: some Sequence<UInt8>, _ delivery: JSONScanner.Delivery = .whole, chunk: Int = 1 << 20
) throws -> [JSONScanner.Delivered] {
    var scanner = JSONScanner(delivers: delivery)
    var found: [JSONScanner.Delivered] = []
    let bytes = Array(bytes)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
        let part = Array(bytes[start..<min(bytes.count, start + chunk)])
        try part.withUnsafeBufferPointer { part in
            var position = 0
            while let next = try scanner.next(in: part, from: &position) { found.append(next) }
        }
    }
    if let last = try scanner.finish() { found.append(last) }
    return found
}

private func value(_ text: String, chunk: Int = 1 << 20) throws -> JSONValue? {
    try values(text.utf8, chunk: chunk).first?.value
}

private func code(_ bytes: some Sequence<UInt8>) -> String? {
    do {
        _ = try values(bytes)
        return nil
    } catch { return (error as? JSONScanner.Problem)?.code }
}

/// The value written out again, members in order.
private func written(_ value: JSONValue) -> String {
    switch value.content {
    case .null: "null"
    case .truth(let truth): "\(truth)"
    case .number(let number): number
    case .text(let text): text.debugDescription
    case .list(let elements): "[" + elements.map(written).joined(separator: ",") + "]"
    case .object(let members):
        "{"
            + members.map { $0.key.debugDescription + ":" + written($0.value) }
            .joined(separator: ",") + "}"
    }
}

@Suite struct JSONScannerTests {
    @Test(arguments: [1, 2, 3, 5, 1000])
    func `numbers keep their text, members their order`(chunk: Int) throws {
        let text =
            #"{"b": [1.50, -0, 2e3, 12345678901234567890], "a": {"": null}, "c": [true,false,[]]}"#
        let read = try #require(try value(text, chunk: chunk))
        #expect(
            written(read)
                == #"{"b":[1.50,-0,2e3,12345678901234567890],"a":{"":null},"c":[true,false,[]]}"#)
    }

    @Test(arguments: [1, 2, 1000])
    func `escapes are undone, also for characters of two halves`(chunk: Int) throws {
        let read = try value(#""a\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é""#, chunk: chunk)
        #expect(read?.text == "a\"\\/\u{8}\u{c}\n\r\té😀é")
    }

    @Test func `places are those of the first byte of each value`() throws {
        let read = try #require(try value("\n {\"a\":\n\n  7}"))
        #expect("\(read.line):\(read.column)" == "2:2")
        let inner = try #require(read["a"])
        #expect("\(inner.line):\(inner.column)" == "4:3")
    }

    @Test(arguments: [1, 4, 1000])
    func `records are handed over one at a time, with their paths`(chunk: Int) throws {
        let text = #"{"schema": "x", "list": [{"a": [1]}, 2], "other": {"k": 3}, "empty": []}"#
        let found = try values(text.utf8, .records, chunk: chunk)
        #expect(found.map { written($0.value) } == ["\"x\"", "{\"a\":[1]}", "2", "3"])
        #expect(
            found.map(\.path) == [
                [.key("schema")], [.key("list"), .index(0)], [.key("list"), .index(1)],
                [.key("other"), .key("k")],
            ])
        let elements = try values("[{\"a\":1},[2]]".utf8, .elements, chunk: chunk)
        #expect(elements.map(\.path) == [[.index(0)], [.index(1)]])
    }

    @Test(arguments: [
        ("", "empty"), ("{", "cut-off"), ("[1", "cut-off"), ("\"a", "cut-off"),
        ("[1,]", "not-json"),
        ("{\"a\" 1}", "not-json"), ("{a:1}", "not-json"), ("01", "not-json"), ("1.", "not-json"),
        ("nul", "not-json"), ("1 2", "not-json"), ("{}{", "not-json"), ("[1}", "not-json"),
        ("{\"a\":1,\"a\":2}", "repeated-key"), ("\"\\x\"", "bad-escape"), ("+1", "not-json"),
        ("\"\\ud800\"", "bad-escape"), ("\"\\ud800x\"", "bad-escape"),
        ("\"\\udc00\"", "bad-escape"),
        ("\"a\nb\"", "control-character"), ("'a'", "not-json"), ("tru", "not-json"),
    ])
    func `what is not JSON is refused`(text: String, expected: String) {
        #expect(code(text.utf8) == expected)
    }

    @Test func `a key that stands twice is found among many`() {
        let members = (0..<40).map { "\"k\($0)\":\($0)" }
        #expect(code(("{" + members.joined(separator: ",") + "}").utf8) == nil)
        #expect(
            code(("{" + (members + ["\"k3\":1"]).joined(separator: ",") + "}").utf8)
                == "repeated-key")
    }

    @Test func `nesting of a hundred thousand levels fails at once`() {
        #expect(code(repeatElement(UInt8(ascii: "["), count: 100_000)) == "too-deep")
        #expect(code(String(repeating: "{\"a\":", count: 100_000).utf8) == "too-deep")
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(code(deep.utf8) == nil)
    }

    @Test func `text that is not UTF-8, and too many values, are refused`() {
        #expect(code([0x22, 0xFF, 0x22]) == "invalid-text")
        #expect(code([0x22, 0xC3, 0x22]) == "invalid-text")
        let many = "[" + String(repeating: "0,", count: 1_000_001) + "0]"
        #expect(code(many.utf8) == "too-many-values")
    }

    @Test func `an opening is read as far as it goes`() throws {
        let text = #"{"a": {"b": ["x", {"c": "un\u0066inish"#
        var scanner = JSONScanner(delivers: .whole)
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            var position = 0
            _ = try scanner.next(in: bytes, from: &position)
        }
        let read = try #require(scanner.closed())
        #expect(written(read) == #"{"a":{"b":["x",{"c":"unfinish"}]}}"#)
    }

    @Test func `random documents are read as Foundation reads them, whatever the chunks`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let object = ["root": Self.random(depth: 4, using: &random)]
            let data = try JSONSerialization.data(withJSONObject: object)
            let chunk = Int.random(in: 1...9, using: &random)
            let read = try #require(try values(data, chunk: chunk).first?.value)
            let again = try JSONSerialization.jsonObject(with: Data(Self.plain(read).utf8))
            #expect(again as? NSDictionary == object as NSDictionary)
        }
    }

    private static func plain(_ value: JSONValue) -> String {
        switch value.content {
        case .text(let text):
            return String(
                decoding: (try? JSONEncoder().encode(text)) ?? Data("null".utf8), as: UTF8.self)
        case .list(let elements): return "[" + elements.map(plain).joined(separator: ",") + "]"
        case .object(let members):
            return "{"
                + members.map { "\"\($0.key)\":" + plain($0.value) }.joined(separator: ",") + "}"
        case .null, .truth, .number: return written(value)
        }
    }

    private static func random(depth: Int, using random: inout SeededGenerator) -> Any {
        switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
        case 0: return Int.random(in: -1000...1000, using: &random)
        case 1: return Bool.random(using: &random)
        case 2: return NSNull()
        case 3:
            return ["", "é\"\\", "line\nend", "😀/x", "plain"].randomElement(using: &random) ?? ""
        case 4:
            return (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Self.random(depth: depth - 1, using: &random)
            }
        default:
            var object: [String: Any] = [:]
            for key in ["a", "b", "c"].prefix(Int.random(in: 0...3, using: &random)) {
                object[key] = Self.random(depth: depth - 1, using: &random)
            }
            return object
        }
    }
}

@Suite struct ExactDecimalTextTests {
    @Test(arguments: [
        ("7.5", "7.5"), ("3e1", "30"), ("3.0E0", "3"), ("25e-1", "2.5"), ("0.05e2", "5"),
        ("1E-3", "0.001"), ("-2e0", "-2"),
    ])
    func `an exponent is worked out exactly`(text: String, expected: String) {
        #expect(ExactDecimal(written: text)?.description == expected)
    }

    @Test(arguments: ["1e-4", "1e400", "e1", "1e", "x", "1e99999999999999999999", "--1e1"])
    func `what cannot be held exactly is no number`(text: String) {
        #expect(ExactDecimal(written: text) == nil)
    }
}
