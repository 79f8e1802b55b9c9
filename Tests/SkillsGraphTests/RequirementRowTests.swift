// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct RequirementRowTests {
    static func row(_ id: String, _ parent: String?, _ kind: String) -> RequirementRow {
        RequirementRow(credential: "c", use: .completion, id: id, parent: parent, kind: kind)
    }

    static func row(
        _ kind: String, minimum: String? = nil, maximum: String? = nil, unit: String? = nil,
        of: String? = nil
    ) -> RequirementRow {
        var row = row("r", nil, kind)
        (row.minimum, row.maximum, row.unit, row.of) = (minimum, maximum, unit, of)
        return row
    }

    @Test func `a rule is read back from its rows, in whatever order they stand`() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<oracleCases(debug: 500) {
            var left = 40
            var rule = Rule(
                credential: "c",
                use: Rule.Use.allCases.randomElement(using: &random) ?? .completion,
                requirement: .random(depth: 5, inCredits: false, left: &left, using: &random))
            rule.version = "2025-2"
            rule.validFrom = CalendarDate("2025-08-01")
            rule.validUntil = CalendarDate("2029-07-31")
            rule.source = "https://example.org/rule"
            rule.decidedBy = "Study board"
            let rows = rule.rows
            #expect(try RequirementRow.rule(from: rows) == rule)
            // Children keep the order of their rows, so only whole families may change places.
            let byParent = Dictionary(grouping: rows) { $0.parent ?? "" }
            let shuffled = byParent.keys.sorted().shuffled(using: &random).flatMap {
                byParent[$0] ?? []
            }
            #expect(try RequirementRow.rule(from: shuffled) == rule)
            #expect(throws: Never.self) { for row in rows { try row.check() } }
        }
    }

    @Test func `no rows are no rule`() throws {
        #expect(try RequirementRow.rule(from: []) == nil)
    }

    @Test(arguments: [
        (row("all", minimum: "2"), "minimum"), (row("any", of: "x"), "of"),
        (row("at-least"), "minimum"), (row("at-least", minimum: "0"), "minimum"),
        (row("at-least", minimum: "1.5"), "minimum"),
        (row("at-least", minimum: "9223372036854775807"), "minimum"),
        (row("at-least", minimum: "1", maximum: "2"), "maximum"),
        (row("share", minimum: "50"), "minimum"), (row("share", minimum: "101%"), "minimum"),
        (row("share", minimum: "-1%"), "minimum"), (row("share", minimum: "0.05%"), "minimum"),
        (row("share", minimum: "50%", of: "level >"), "of"), (row("credits"), "minimum"),
        (row("credits", minimum: ""), "minimum"), (row("credits", minimum: "-5"), "minimum"),
        (row("credits", minimum: "100001"), "minimum"),
        (row("credits", minimum: "999999999999"), "minimum"),
        (row("credits", minimum: "5", maximum: "ten"), "maximum"),
        (row("credits", minimum: "5", maximum: "4.999"), "maximum"),
        (row("credits", minimum: "5", of: "colour = red"), "of"), (row("credential"), "of"),
        (row("credential", of: ""), "of"), (row("credential", minimum: "5", of: "x"), "minimum"),
        (row("outcome"), "of"), (row("skill"), "of"),
        (row("skill", minimum: "CEFR:", of: "x"), "minimum"),
        (row("not-before"), "of"), (row("not-before", of: "soon"), "of"),
        (row("every"), "kind"), (row(""), "kind"),
    ])
    func `a cell that does not fit its kind is named`(row: RequirementRow, column: String) {
        let error = #expect(throws: RequirementError.self) { try row.check() }
        #expect(error?.column == column)
        #expect(error?.node == "r")
        #expect(error?.description.hasPrefix("requirement \"r\" of \"c\": ") == true)
    }

    @Test func `an empty cell is the same as none`() throws {
        var empty = Self.row("credits", minimum: "5", maximum: "", unit: "", of: "")
        empty.parent = ""
        let rule = try RequirementRow.rule(from: [empty])
        #expect(rule?.requirement.kind == .credits(.init(minimum: Credits(ExactDecimal(5)))))
        #expect(throws: Never.self) { try Self.row("skill", minimum: "", of: "x").check() }
    }

    @Test func `a share is rounded up to thousandths of a credit`() throws {
        let rule = try RequirementRow.rule(from: [
            Self.row("root", nil, "credits").with(minimum: "7"),
            Self.row("half", "root", "share").with(minimum: "33.3%"),
        ])
        guard case .credits(let demand) = rule?.requirement.kind,
            case .share(let share, let selector) = demand.parts.first?.kind
        else {
            Issue.record("no share")
            return
        }
        #expect(selector == .everything)
        #expect(share.thousandths == 333)
        #expect(share.floor(of: ExactDecimal(7)) == ExactDecimal(thousandths: 2331))
        #expect(share.floor(of: ExactDecimal(thousandths: 1)) == ExactDecimal(thousandths: 1))
        #expect(share.floor(of: .zero) == .zero)
    }

    @Test func `a second root is named`() {
        expect([Self.row("a", nil, "all"), Self.row("b", nil, "all")], blame: "b", "second root")
    }

    @Test func `rows without a root are refused`() {
        expect([Self.row("a", "b", "all"), Self.row("b", "a", "all")], blame: "a", "is the root")
    }

    @Test func `a parent that is not there is named`() {
        expect([Self.row("a", nil, "all"), Self.row("b", "x", "all")], blame: "b", "\"x\"")
    }

    @Test func `an id that stands twice or not at all is named`() {
        expect([Self.row("a", nil, "all"), Self.row("a", "a", "all")], blame: "a", "used twice")
        expect([Self.row("", nil, "all"), Self.row("b", "", "all")], blame: "", "without an id")
    }

    @Test func `a ring is blamed on a row that is on it`() {
        expect(
            [
                Self.row("root", nil, "all"), Self.row("tail", "x", "all"),
                Self.row("x", "y", "all"), Self.row("y", "z", "all"), Self.row("z", "x", "all"),
            ], blame: "x", "lead back to itself")
        expect(
            [Self.row("root", nil, "all"), Self.row("x", "x", "all")], blame: "x",
            "lead back to itself")
    }

    @Test func `a row of another rule is named`() {
        var other = Self.row("b", "a", "all")
        other.use = .admission
        expect([Self.row("a", nil, "all"), other], blame: "b", "another rule")
    }

    @Test func `a share outside a credit requirement is named`() {
        let share = Self.row("s", "a", "share").with(minimum: "50%")
        expect([Self.row("a", nil, "all"), share], blame: "s", "right above it")
    }

    @Test(arguments: ["share", "credential", "outcome", "skill", "not-before"])
    func `what has nothing below it refuses children`(kind: String) {
        var parent = Self.row("p", "root", kind)
        parent.minimum = kind == "share" ? "50%" : nil
        parent.of = kind == "not-before" ? "2026-09-01" : kind == "share" ? "any" : "x"
        let root = Self.row("root", nil, "credits").with(minimum: "5")
        expect([root, parent, Self.row("b", "p", "all")], blame: "p", "below it")
    }

    @Test func `sixty-four levels are read and one more is refused`() throws {
        func chain(_ levels: Int) -> [RequirementRow] {
            (0..<levels).map { Self.row("n\($0)", $0 == 0 ? nil : "n\($0 - 1)", "all") }
        }
        #expect(try RequirementRow.rule(from: chain(64))?.requirement.nodes.count == 64)
        expect(chain(65), blame: "n64", "deeper than 64")
        expect(chain(100_000), blame: "n64", "deeper than 64")
    }

    @Test func `a rule of a hundred thousand rows is read`() throws {
        let rows =
            [Self.row("root", nil, "all")]
            + (0..<100_000).map { Self.row("n\($0)", $0 < 300 ? "root" : "n\($0 % 300)", "any") }
        let rule = try #require(try RequirementRow.rule(from: rows))
        #expect(rule.requirement.nodes.count == 100_001)
        #expect(rule.rows.count == 100_001)
    }

    private func expect(_ rows: [RequirementRow], blame node: String, _ problem: String) {
        let error = #expect(throws: RequirementError.self) { try RequirementRow.rule(from: rows) }
        #expect(error?.node == node)
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }
}

extension RequirementRow {
    fileprivate func with(minimum: String) -> RequirementRow {
        var row = self
        row.minimum = minimum
        return row
    }
}

extension Requirement {
    fileprivate static func random(
        depth: Int, inCredits: Bool, left: inout Int, using random: inout SeededGenerator
    ) -> Requirement {
        left -= 1
        let id = "node \(left)"
        let title: LocalizedText = Bool.random(using: &random) ? "" : "A title, with \"signs\""
        func children(inCredits: Bool = false) -> [Requirement] {
            var found: [Requirement] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) where left > 0 && depth > 0 {
                found.append(
                    .random(depth: depth - 1, inCredits: inCredits, left: &left, using: &random))
            }
            return found
        }
        let selectors: [Selector] = [
            .everything, .comparison(.level, .atLeast, "EQF:6"),
            .and(.not(.comparison(.tag, .equal, "a \"b\"")), .oneOf(.kind, ["badge", "course"])),
        ]
        let selector = selectors.randomElement(using: &random) ?? .everything
        let kind: Kind =
            switch Int.random(in: 0..<(inCredits ? 9 : 8), using: &random) {
            case 0: .all(children())
            case 1: .any(children())
            case 2: .atLeast(.random(in: 1...9, using: &random), of: children())
            case 3:
                .credits(
                    CreditDemand(
                        minimum: Credits(
                            ExactDecimal(thousandths: .random(in: 0...60_000, using: &random)),
                            Bool.random(using: &random) ? .ects : "UK CATS"),
                        maximum: Bool.random(using: &random) ? nil : ExactDecimal(60),
                        selector: selector, parts: children(inCredits: true)))
            case 4: .credential("c\(left)")
            case 5: .outcome("o \(left)")
            case 6: .skill("urn:s", atLeast: Bool.random(using: &random) ? nil : "CEFR:B2")
            case 7: .notBefore(CalendarDate(dayNumber: .random(in: 0...30_000, using: &random)))
            default:
                .share(Share(thousandths: .random(in: 0...1000, using: &random)), of: selector)
            }
        return Requirement(id: id, title: title, kind: kind)
    }
}
