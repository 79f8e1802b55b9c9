// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Qualifications

/// Whatever the bytes, a list of FireRoad's is read or refused with a place, soon.
struct FireRoadHostileTests {
    private static func problem(_ text: String) -> String {
        do {
            _ = try ForeignRules.fireroad.read(.init(bytes: Array(text.utf8), file: "hostile.reql"))
            return "none"
        } catch { return "\(error)" }
    }

    private static func problem(definitions: String) -> String {
        problem(FireRoadParsingTests.file(definitions))
    }

    @Test(.timeLimit(.minutes(1)))
    func `deep parentheses are refused`() {
        let deep = String(repeating: "(", count: 10_000)
        let closed = String(repeating: ")", count: 10_000)
        #expect(
            Self.problem(definitions: "all := \(deep)1.1\(closed)")
                .hasPrefix("7:40: nested deeper than 32"))
        #expect(Self.problem(definitions: "all := \(deep)").hasPrefix("7:40: nested deeper"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a chain of ten thousand names is refused`() {
        let chain = (0..<9_990).map { "v\($0) := v\($0 + 1)" }.joined(separator: "\n")
        let problem = Self.problem(definitions: "all := v0\n\(chain)\nv9990 := 1.1")
        #expect(problem.contains("nested deeper than 32 levels once all names are put in"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `names that double at each step are refused before they are put in`() {
        let doubling = (0..<25).map { "v\($0) := v\($0 + 1)/v\($0 + 1)" }.joined(separator: "\n")
        #expect(
            Self.problem(definitions: "all := v0\n\(doubling)\nv25 := 1.1/1.2")
                .contains("more than 10000 parts once all names are put in"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `choices of lists inside choices of lists are refused`() {
        let lists = (0..<12).map { "w\($0) := 2.\($0)/3.\($0)" }.joined(separator: "\n")
        let all = (0..<12).map { "w\($0)" }.joined(separator: "/")
        let chain = (0..<12).map { "v\($0) := v\($0 + 1)/\(all){>=\(20 - $0)|<=2}" }
        let text = "all := v0\n\(chain.joined(separator: "\n"))\nv12 := 1.1/1.2\n\(lists)"
        #expect(Self.problem(definitions: text).contains("too much once every list and choice"))
    }

    @Test func `names defined by one another are refused, with the ring`() {
        #expect(Self.problem(definitions: "all := all").contains("\"all\" → \"all\""))
        #expect(
            Self.problem(definitions: "all := a\na := b, 1.1\nb := 1.2/c\nc := a")
                .hasSuffix(
                    "8:1: these names are defined by one another: \"a\" → \"b\" → \"c\" → \"a\""))
        #expect(
            Self.problem(definitions: "all := 1.1\nx := y\ny := x").contains("one another"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `huge lists are read or refused`() {
        let many = (0..<5_000).map { "1.\($0)" }
        #expect(Self.problem(definitions: "all := \(many.joined(separator: "/"))") == "none")
        #expect(Self.problem(definitions: "all := \(many.joined(separator: ","))") == "none")
        let long = (0..<9_000).map { "subject.\($0)" }.joined(separator: "/")
        #expect(
            Self.problem(definitions: "all := \(long)")
                .hasPrefix("7:8: more subjects than a list can count"))
        let most = (0..<100_000).map { "1.\($0)" }.joined(separator: ",")
        #expect(
            Self.problem(definitions: "all := \(most)").hasPrefix("7:1: more than 10000 parts"))
        let names = (0..<10_001).map { "v\($0) := 1.1" }.joined(separator: "\n")
        #expect(Self.problem(definitions: "all := 1.1\n\(names)").contains("more than 10000"))
        #expect(Self.problem(String(repeating: "x", count: 2 << 20)).contains("larger than 1 MiB"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `long words and open quotes are refused`() {
        let long = String(repeating: "x", count: 100_000)
        #expect(Self.problem(definitions: "all := \(long)").hasPrefix("7:8: longer than 1000"))
        #expect(Self.problem(definitions: "all := \"\(long)").contains("is not closed"))
        #expect(Self.problem(definitions: "all := \"\"\(long)").contains("are not ended"))
        #expect(Self.problem(definitions: "all, \"\(long)\" := 1").contains("longer than 1000"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `flipped, cut and random bytes end with a rule or an error that has a place`() {
        var random = SeededGenerator(seed: 31)
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            var drawn = FireRoadRandom(seed: seed)
            var bytes = Array(drawn.document().written.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: 0...127, using: &random)
            }
            if seed % 3 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            do throws(ForeignRulesError) {
                let result = try ForeignRules.fireroad.read(.init(bytes: bytes, file: "x.reql"))
                #expect(!result.rules.isEmpty)
            } catch {
                #expect(error.line > 0 && error.column > 0 && !error.problem.isEmpty)
            }
        }
    }
}
