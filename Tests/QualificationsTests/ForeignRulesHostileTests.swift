// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import TestSupport
import Testing

/// Whatever the bytes, a reader of foreign rules answers soon: with rules, or with an error that
/// has a place.
struct ForeignRulesHostileTests {
    /// The error, or none where the file was read.
    @discardableResult
    private static func problem(_ bytes: [UInt8], _ language: ForeignRules) -> String? {
        do throws(ForeignRulesError) {
            let result = try language.read(.init(bytes: bytes, file: "hostile", startYear: 2020))
            for diagnostic in result.diagnostics {
                #expect(diagnostic.line > 0 && diagnostic.column > 0, "\(diagnostic)")
            }
            return nil
        } catch {
            #expect(error.line > 0 && error.column > 0 && !error.problem.isEmpty, "\(error)")
            return error.description
        }
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    /// A programme of Princeton's with this as its list of requirements.
    private static func program(_ requirements: String) -> String {
        "type: Major\nname: Tides\ncode: TID\ndegree: AB\nurls: []\nreq_list: \(requirements)\n"
    }

    // MARK: Every language

    @Test(.timeLimit(.minutes(1)), arguments: ForeignRules.all.map(\.name))
    func `the worst files are refused`(name: String) throws {
        let language = try #require(ForeignRules.named(name))
        let worst: [[UInt8]] = [
            [], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x41, 0x00],
            Array(repeating: 0, count: 100_000), Array(repeating: 0xFF, count: 100_000),
            Array(repeating: 0x0A, count: 100_000), Array(Self.repeated("[", 100_000).utf8),
            Array(Self.repeated("{\"a\":", 10_000).utf8), Array(Self.repeated("- ", 10_000).utf8),
            Array(Self.repeated("\"", 100_001).utf8), Array(Self.repeated(",", 300_000).utf8),
            Array("{}".utf8), Array("[]".utf8), Array("null".utf8), Array("---\n...\n".utf8),
            Array("%%".utf8), Array("a: \"open".utf8), Array("<xml/>".utf8),
        ]
        for bytes in worst {
            #expect(Self.problem(bytes, language) != nil, "\(name): \(bytes.prefix(8))")
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ForeignRules.all.map(\.name))
    func `random bytes end with rules or an error that has a place`(name: String) throws {
        let language = try #require(ForeignRules.named(name))
        var random = SeededGenerator(seed: 43)
        let letters = Array("ab:-,/(){}[]<>=|\"'%#&*!\n\n  01".utf8)
        for _ in 0..<oracleCases(debug: 300) {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).compactMap { _ in
                letters.randomElement(using: &random)
            }
            Self.problem(bytes, language)
        }
    }

    // MARK: Princeton

    private static func princeton(_ text: String) throws -> String? {
        problem(Array(text.utf8), try #require(ForeignRules.named("princeton")))
    }

    @Test(.timeLimit(.minutes(1)))
    func `requirements nested ten thousand deep are refused`() throws {
        let opening = Self.repeated("[{name: a, min_needed: 1, req_list: ", 10_000)
        #expect(try Self.princeton(Self.program(opening)) != nil)
        let closing = Self.repeated("}]", 10_000)
        #expect(
            try Self.princeton(Self.program(opening + "[{name: b, course_list: [A 1]}]" + closing))
                != nil)
        let json = Self.repeated("{\"req_list\":[", 10_000) + Self.repeated("]}", 10_000)
        #expect(try Self.princeton(json) != nil)
        var block = ""
        for depth in 0..<1_000 {
            block += "\n\(Self.repeated("  ", depth))- name: a\(depth)"
            block += "\n\(Self.repeated("  ", depth))  req_list:"
        }
        #expect(try Self.princeton(Self.program(block)) != nil)
    }

    @Test(.timeLimit(.minutes(1)))
    func `huge lists are refused`() throws {
        let courses = (0..<100_000).map { "COS \($0)" }.joined(separator: ", ")
        #expect(
            try Self.princeton(
                Self.program("[{name: a, min_needed: 1, course_list: [\(courses)]}]"))
                != nil)
        let parts = Self.repeated("{name: a, min_needed: 1, course_list: [COS 101]}, ", 20_000)
        #expect(try Self.princeton(Self.program("[\(parts)]")) != nil)
        let keys = (0..<5_000).map { "k\($0): 1" }.joined(separator: "\n")
        #expect(try Self.princeton(Self.program("[]") + keys) != nil)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a bomb of aliases, an open quote and a key that stands twice are refused`() throws {
        let doubling = (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
        let bomb = "a0: &a0 [x]\n" + doubling.joined(separator: "\n") + "\n"
        #expect(try Self.princeton(bomb + Self.program("*a29")) != nil)
        #expect(try Self.princeton(Self.program("[{name: \"open, course_list: [A 1]}]")) != nil)
        #expect(try Self.princeton(Self.program("[]") + "name: Again\n") != nil)
        #expect(
            try Self.princeton(Self.program("[{name: \(Self.repeated("x", 1_000_000))")) != nil)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "99999999999999999999", "-1", "1e400", "nan", "[]", "{}", "\"\"", "0x10", "ALL ALL",
        ])
    func `numbers that cannot be end with rules or an error that has a place`(
        number: String
    ) throws {
        for key in ["min_needed", "max_counted", "completed_by_semester", "pdfs_allowed"] {
            _ = try Self.princeton(
                Self.program("[{name: a, \(key): \(number), course_list: [COS 126]}]"))
        }
    }

    @Test(.enabled(if: ReferenceData.has("data/qualification-rules/princeton")))
    func `real programmes with flipped or cut bytes end with rules or an error`() throws {
        let url = ReferenceData.url("data/qualification-rules/princeton/minors")
        let language = try #require(ForeignRules.named("princeton"))
        var random = SeededGenerator(seed: 7)
        for file in try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().prefix(6)
        {
            let whole = [UInt8](try Data(contentsOf: url.appending(path: file)))
            for round in 0..<oracleCases(debug: 10) {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] =
                        UInt8.random(in: 0...127, using: &random)
                }
                if round % 3 == 0 {
                    bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
                }
                Self.problem(bytes, language)
            }
        }
    }
}
