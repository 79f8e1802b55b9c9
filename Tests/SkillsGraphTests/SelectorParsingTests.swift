// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct SelectorParsingTests {
    @Test(arguments: [
        ("", "any"), ("  \n", "any"), ("any", "any"), ("field=0613", "field = 0613"),
        ("level>=6 and not kind=challenge", "level >= 6 and not kind = challenge"),
        ("kind in badge, course", "kind in (badge, course)"),
        (
            "provider in (nordlys, \"Universitat del Far\")",
            "provider in (nordlys, \"Universitat del Far\")"
        ),
        ("(id = a or id = b) and id = c", "(id = a or id = b) and id = c"),
        ("id = a or (id = b and id = c)", "id = a or id = b and id = c"),
        ("id = a and (id = b and id = c)", "id = a and (id = b and id = c)"),
        ("not not id = a", "not not id = a"), ("not (id = a)", "not id = a"),
        ("credits >= \"60 UK CATS\"", "credits >= \"60 UK CATS\""),
        ("provider = Nordlys/Ås", "provider = Nordlys/Ås"), ("id = \"and\"", "id = \"and\""),
        ("id\u{A0}=\u{3000}a", "id = a"),
    ])
    func `a selector is written as plainly as can be`(text: String, plain: String) throws {
        #expect(try Selector(parsing: text).description == plain)
    }

    @Test func `and binds closer than or, not closer than both`() throws {
        let (a, b, c) = (Selector.id("a"), Selector.id("b"), Selector.id("c"))
        #expect(try Selector(parsing: "id = a or id = b and id = c") == .or(a, .and(b, c)))
        #expect(try Selector(parsing: "id = a and id = b or id = c") == .or(.and(a, b), c))
        #expect(try Selector(parsing: "not id = a and id = b") == .and(.not(a), b))
        #expect(try Selector(parsing: "not (id = a and id = b)") == .not(.and(a, b)))
        #expect(try Selector(parsing: "id = a or id = b or id = c") == .or(.or(a, b), c))
    }

    @Test func `a selector is read back as it was written`() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<oracleCases(debug: 2000) {
            let selector = Selector.random(depth: 5, using: &random)
            #expect(try Selector(parsing: selector.description) == selector)
        }
    }

    @Test(arguments: [
        ("colour = red", 1, "a field is expected"), ("= 3", 1, "a field is expected"),
        ("level", 6, "a comparison is expected"), ("level ! 3", 7, "a comparison is expected"),
        ("kind =", 7, "a value is missing"), ("kind = and", 8, "not a kind"),
        ("kind = (", 8, "a value is expected"), ("kind = banana", 8, "not a kind"),
        ("date >= soon", 9, "not a date"), ("age <= young", 8, "not a time such as 5y"),
        ("hours > many", 9, "not a number of hours"), ("used > x", 6, "has no order"),
        ("credits > many", 11, "not a number of credits"),
        ("level = NFQ:", 9, "not a level"), ("provider < x", 10, "has no order"),
        ("(id = a", 8, "parenthesis is missing"), ("id = a)", 7, "is not expected here"),
        ("id in (a, b", 12, "parenthesis is missing"), ("id in ()", 8, "a value is expected"),
        ("id in a,", 9, "a value is missing"),
        ("id = a id = b", 8, "join with and, or"), ("id = a AND id = b", 8, "join with and, or"),
        ("id = \"a", 6, "is not closed"), ("id = a & b", 8, "straight double quotes"),
        ("provider = “Far”", 12, "straight double quotes"), ("id = é and tag", 15, "comparison"),
        ("id = ab\u{301}c and tag", 18, "comparison"), ("not", 4, "a field is expected"),
        ("id = a or", 10, "a field is expected"),
    ])
    func `an error names the column and what to do`(text: String, column: Int, problem: String) {
        let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
        #expect(error?.column == column)
        #expect(error?.description.contains(problem) == true)
        #expect(error?.description.hasPrefix("column \(column): ") == true)
    }

    @Test func `sixty-four levels are read and one more is refused`() throws {
        func nested(_ open: String, _ close: String, _ levels: Int) -> String {
            String(repeating: open, count: levels) + "id = a"
                + String(repeating: close, count: levels)
        }
        for (open, close) in [("(", ")"), ("not ", "")] {
            _ = try Selector(parsing: nested(open, close, 63))
            #expect(throws: SelectorError.self) { try Selector(parsing: nested(open, close, 64)) }
            #expect(throws: SelectorError.self) {
                try Selector(parsing: nested(open, close, 10_000))
            }
        }
    }

    @Test func `sixty kilobytes of ands are refused with advice`() {
        let text = Array(repeating: "id = a", count: 5500).joined(separator: " and ")
        let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
        #expect(error?.description.contains("id in (first, second)") == true)
    }

    @Test func `a text of a megabyte, or one that would be written as more, is refused`() {
        let long = String(repeating: " ", count: 1 << 20)
        #expect(throws: SelectorError.self) { try Selector(parsing: long) }
        let list = "id in " + Array(repeating: "a", count: 32_000).joined(separator: ",")
        #expect(throws: SelectorError.self) { try Selector(parsing: list) }
    }

    @Test func `a list of twenty thousand values is read`() throws {
        let list = (10_000..<19_000).map(String.init).joined(separator: ", ")
        let selector = try Selector(parsing: "id in (\(list))")
        #expect(try Selector(parsing: selector.description) == selector)
    }

    @Test(arguments: [" and ", " or ", " and not "])
    func `the longest chain fits a stack of a megabyte`(joint: String) async throws {
        let text = Array(repeating: "level >= 6", count: 200).joined(separator: joint)
        let graph = try Graph(.numbered(credentials: 1))
        let isRight = await withCheckedContinuation { finished in
            let thread = Thread {
                finished.resume(returning: Self.isUsable(text, in: graph))
            }
            thread.stackSize = 1024 * 1024
            thread.start()
        }
        #expect(isRight)
    }

    private static func isUsable(_ text: String, in graph: Graph) -> Bool {
        guard let selector = try? Selector(parsing: text),
            let again = try? Selector(parsing: selector.description)
        else { return false }
        return selector == again && selector.hashValue == again.hashValue
            && selector.fields == [.level] && selector.matches(0, in: graph) == .cannotTell
    }

    @Test func `random words never crash the parser`() throws {
        var random = SeededGenerator(seed: 5)
        let pieces = [
            "id", "level", "=", "!", "<", "(", ")", ",", "\"", "\\", " ", "not", "in", "any", "6",
            "é", "\u{301}", "\u{0}", "“", "and", "or",
        ]
        for _ in 0..<oracleCases(debug: 2000) {
            let text = (0..<Int.random(in: 0...20, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            guard let selector = try? Selector(parsing: text) else { continue }
            #expect(try Selector(parsing: selector.description) == selector)
        }
    }
}

extension Selector {
    fileprivate static func id(_ value: String) -> Selector { .comparison(.id, .equal, value) }
}
