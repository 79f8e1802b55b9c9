// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

/// Files that are meant to exhaust the reader are refused, or read, in time and memory that grow
/// with the file.
struct HostileRuleFileTests {
    private static let head = "schema: varde/rule/1\ncredential: c\nrequirement: "

    private func problem(_ text: String, file: String = "f.yaml") -> String? {
        do {
            _ = try RuleFile.read(Array(text.utf8), file: file)
            return nil
        } catch { return error.code }
    }

    private func nested(_ open: String, _ close: String, _ depth: Int) -> String {
        String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
    }

    @Test func `nesting of any kind is refused beyond 64 levels`() {
        for depth in [100, 10_000, 100_000] {
            #expect(problem(Self.head + nested("[", "]", depth)) == "too-deep")
            #expect(problem(Self.head + nested("{all: [", "]}", depth)) == "too-deep")
            #expect(problem(Self.head + "\n" + nested("- ", "", depth)) == "too-deep")
            let json = #"{"schema": "varde/rule/1", "credential": "c", "requirement": "#
            #expect(problem(json + nested("[", "]", depth) + "}", file: "f.json") == "too-deep")
        }
        let block = (0..<3_000).map { String(repeating: " ", count: $0) + "- all:\n" }
        #expect(problem(Self.head + "\n" + block.joined()) == "too-deep")
    }

    @Test func `thirty requirements inside one another are read`() throws {
        var requirement = Requirement(id: "leaf", kind: .credential("a", overlap: nil))
        for level in 0..<30 {
            requirement = Requirement(id: "level \(level)", kind: .any([requirement]))
        }
        let rule = Rule(credential: "c", use: .completion, requirement: requirement)
        for (text, file) in [(RuleFile.yaml([rule]), "f.yaml"), (RuleFile.json([rule]), "f.json")] {
            #expect(try RuleFile.read(Array(text.utf8), file: file).rules == [rule])
        }
    }

    @Test func `a bomb of aliases is refused before it is composed`() {
        var bomb = "schema: varde/rule/1\na: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for (name, before) in zip("bcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxy") {
            bomb +=
                "\(name): &\(name) ["
                + Array(repeating: "*\(before)", count: 9)
                .joined(separator: ", ") + "]\n"
        }
        #expect(problem(bomb) == "anchor")
        #expect(problem(Self.head + "[*a, *a]\n") == "alias")
        #expect(problem("? [&a a, *a]\n: b\n") == "complex-key")
    }

    @Test func `a hundred thousand ids are read, and each requirement has its own`() throws {
        let ids = (0..<100_000).map { "unit-\($0)" }
        let list = "{credits: 60, from: [\(ids.joined(separator: ", "))]}"
        let counted = try RuleFile.read(Array((Self.head + list).utf8), file: "f.yaml")
        guard case .count(let demand) = counted.rules[0].requirement.kind else {
            Issue.record("no count")
            return
        }
        #expect(demand.selector == .oneOf(.id, ids))
        let block = Self.head + "\n" + ids.map { "- \($0)\n" }.joined()
        let all = try RuleFile.read(Array(block.utf8), file: "f.yaml").rules[0].requirement
        #expect(all.children.map(\.id) == ids)
        let same = Self.head + "[" + Array(repeating: "a", count: 100_000).joined(separator: ",")
        let repeated = try RuleFile.read(Array((same + "]").utf8), file: "f.yaml")
        #expect(repeated.rules[0].requirement.children.last?.id == "a-100000")
    }

    @Test func `what is too long or too much is refused`() {
        let long = String(repeating: "x", count: 16 << 20)
        #expect(problem(Self.head + long) == "too-long")
        let many = String(repeating: "a,", count: 1_000_000)
        #expect(problem(Self.head + "[\(many)]") == "too-many-values")
        #expect(problem("[\(many) 1]", file: "f.json") == "not-json")
        let numbers = String(repeating: "1,", count: 1_000_000) + "1"
        #expect(problem("[\(numbers)]", file: "f.json") == "too-many-values")
    }

    @Test func `what is slow for a composer is refused or read`() {
        let directives = (0..<200_000).map { "%TAG !\($0)! tag:x\n" }.joined()
        #expect(problem(directives + "---\na: b\n") == "directive")
        let keys = (0..<100_000).map { "k\($0): a\n" }.joined()
        #expect(problem("schema: varde/rule/1\n" + keys) == "unknown-key")
        let brackets = String(repeating: "[]: a\n", count: 100_000)
        #expect(problem(brackets) == "complex-key")
        let comments = String(repeating: "# a comment: [\n", count: 300_000)
        #expect(problem(comments + Self.head + "a\n") == nil)
        let quotes = String(repeating: "\"a\" ", count: 500_000)
        #expect(problem(quotes) == "too-many-values")
    }

    @Test func `what is not text is refused`() throws {
        let head = Array(Self.head.utf8)
        for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            for file in ["f.yaml", "f.json"] {
                let start = file == "f.json" ? Array("{\"".utf8) : head
                let error = #expect(throws: RuleFileError.self) {
                    try RuleFile.read(start + bytes + Array("\"}".utf8), file: file)
                }
                #expect(error?.code == "invalid-text")
            }
        }
        #expect(problem(Self.head + "a\u{0}b") == "not-yaml")
        #expect(problem(Self.head + "a\u{7}b") == "not-yaml")
        #expect(problem("\u{FEFF}" + Self.head + "a") == nil)
    }
}
