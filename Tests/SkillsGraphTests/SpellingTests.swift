// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct SpellingTests {
    static let ids = ["ska-data-basics", "ska-data-ethics", "lin-heat-pumps", "val-planning"]

    @Test(arguments: [
        ("ska-data-basic", ["ska-data-basics", "ska-data-ethics"]),
        ("SKA-DATA-BASICS", ["ska-data-basics", "ska-data-ethics"]), ("heat", ["lin-heat-pumps"]),
        ("quantum", []), ("", []), ("x", []), ("zz", []),
    ])
    func `near ids are suggested, best first`(word: String, nearest: [String]) {
        #expect(Spelling.nearest(to: word, among: Self.ids) == nearest)
    }

    @Test func `of equally near ids the first in the alphabet are suggested`() {
        let ids = ["module-9", "module-1", "module-5", "module-3"]
        #expect(
            Spelling.nearest(to: "module-x", among: ids) == ["module-1", "module-3", "module-5"])
        #expect(Spelling.nearest(to: "module-x", among: ids, limit: 1) == ["module-1"])
    }

    @Test func `a letter more, less or other is two edits at most`() {
        var random = SeededGenerator(seed: 3)
        let letters = Array("abcdefghij")
        for _ in 0..<oracleCases(debug: 300) {
            let id = String((0..<8).map { _ in letters.randomElement(using: &random) ?? "a" })
            var typed = Array(id)
            typed[.random(in: 0..<8, using: &random)] = "z"
            typed.remove(at: .random(in: 0..<8, using: &random))
            #expect(Spelling.nearest(to: String(typed), among: [id]) == [id])
        }
    }

    @Test func `a word of a megabyte is answered`() {
        let word = String(repeating: "a", count: 1 << 20)
        let marks = "a" + String(repeating: "\u{301}", count: 1 << 20)
        let ids = (0..<1000).map { "credential-\($0)" }
        #expect(Spelling.nearest(to: word, among: ids + [word]) == [word])
        #expect(Spelling.nearest(to: marks, among: ids).isEmpty)
    }
}
