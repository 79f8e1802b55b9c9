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
        of: String? = nil, options: String? = nil
    ) -> RequirementRow {
        var row = row("r", nil, kind)
        (row.minimum, row.maximum, row.unit, row.of) = (minimum, maximum, unit, of)
        row.options = options
        return row
    }

    @Test func `a rule is read back from its rows, in whatever order they stand`() throws {
        var random = SeededGenerator(seed: 6)
        for seed in 0..<UInt64(oracleCases(debug: 500)) {
            var source = RandomRule(seed: seed)
            let rule = source.plainRule(
                of: "c", Rule.Use.allCases.randomElement(using: &random) ?? .completion)
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
        (row("share"), "minimum"), (row("share", minimum: "101%"), "minimum"),
        (row("share", minimum: "some"), "minimum"), (row("share", maximum: "200%"), "maximum"),
        (row("share", minimum: "-1%"), "minimum"), (row("share", minimum: "0.05%"), "minimum"),
        (row("share", minimum: "50%", of: "level >"), "of"), (row("credits"), "minimum"),
        (row("credits", minimum: ""), "minimum"), (row("credits", minimum: "-5"), "minimum"),
        (row("credits", minimum: "100001"), "minimum"),
        (row("credits", minimum: "999999999999"), "minimum"),
        (row("credits", minimum: "5", maximum: "ten"), "maximum"),
        (row("credits", minimum: "5", maximum: "4.999"), "maximum"),
        (row("credits", minimum: "5", of: "colour = red"), "of"), (row("credential"), "of"),
        (row("credential", of: ""), "of"), (row("credential", minimum: "5", of: "x"), "minimum"),
        (row("credential", minimum: "0%", of: "x"), "minimum"),
        (row("awards"), "minimum"), (row("awards", minimum: "2", unit: "ECTS"), "unit"),
        (row("hours", minimum: "-1"), "minimum"), (row("mean", minimum: "4"), "minimum"),
        (row("mean", unit: "letters"), "minimum"),
        (row("mean", minimum: "B", unit: "x"), "minimum"),
        (row("mean", minimum: "4", unit: "x", of: "any"), "of"), (row("period"), "maximum"),
        (row("period", maximum: "2 weeks"), "maximum"),
        (row("distinct", of: "provider"), "minimum"),
        (row("distinct", minimum: "2"), "of"), (row("distinct", minimum: "2", of: "tag"), "of"),
        (row("order"), "of"), (row("order", of: "kind = course"), "of"),
        (row("order", minimum: "1", of: "id in (a, b)"), "minimum"),
        (row("none", of: "colour = red"), "of"), (row("none", minimum: "1"), "minimum"),
        (row("decision"), "of"), (row("all", options: "partial"), "options"),
        (row("credits", minimum: "5", options: "shared; counted"), "options"),
        (row("mean", minimum: "4", unit: "x", options: "round up"), "options"),
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
        #expect(rule?.requirement.kind == .count(.init(minimum: ExactDecimal(5))))
        #expect(throws: Never.self) { try Self.row("skill", minimum: "", of: "x").check() }
    }

    @Test func `options are read whatever the spaces, and written the same way`() throws {
        var root = Self.row(
            "credits", minimum: "60", maximum: "90", options: " partial ;shared;; ")
        var share = Self.row(
            "share", maximum: "33.3%", unit: "awards", of: "kind = badge",
            options: "round   up; counted")
        var mean = Self.row("mean", minimum: "3.5", unit: "letters", options: "held")
        (root.id, share.id, mean.id) = ("root", "s", "m")
        (share.parent, mean.parent) = ("root", "root")
        let rule = try #require(try RequirementRow.rule(from: [root, share, mean]))
        #expect(rule.requirement.isShared)
        guard case .count(let demand) = rule.requirement.kind,
            case .share(let most) = demand.parts[0].kind,
            case .mean(let grade) = demand.parts[1].kind
        else {
            Issue.record("no such kinds")
            return
        }
        #expect(demand.isPartial)
        #expect(most.basis == .counted && most.rounding == .up && most.unit == .awards)
        #expect(most.maximum == .fraction(Fraction(thousandths: 333)) && most.minimum == nil)
        #expect(grade.basis == .held)
        #expect(
            rule.rows.map(\.options) == ["partial; shared", "counted; round up", "held"])
    }

    @Test func `a share without a sign is an amount`() throws {
        let rule = try RequirementRow.rule(from: [
            Self.row("root", nil, "credits").with(minimum: "60"),
            Self.row("some", "root", "share").with(minimum: "15"),
        ])
        guard case .share(let share) = rule?.requirement.children.first?.kind else {
            Issue.record("no share")
            return
        }
        #expect(share.minimum == .amount(ExactDecimal(15)))
        #expect(share.selector == .everything)
        #expect(share.unit == nil)
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

    @Test(arguments: [
        row("share", minimum: "50%"), row("mean", minimum: "4", unit: "letters"),
        row("period", maximum: "2y"), row("distinct", minimum: "2", of: "provider"),
    ])
    func `a condition outside of what counts is named`(condition: RequirementRow) {
        var condition = condition
        condition.parent = "a"
        expect([Self.row("a", nil, "all"), condition], blame: "r", "right above it")
        for kind in ["credits", "awards", "hours"] {
            let root = Self.row("a", nil, kind).with(minimum: "5")
            #expect(throws: Never.self) { try RequirementRow.rule(from: [root, condition]) }
        }
    }

    @Test func `a mean over what is held may stand anywhere`() throws {
        let mean = Self.row("mean", minimum: "4", unit: "letters", options: "held")
        #expect(try RequirementRow.rule(from: [mean])?.requirement.isCondition == false)
    }

    @Test(arguments: [
        row("share", minimum: "50%"), row("mean", minimum: "4", unit: "letters"),
        row("period", maximum: "2y"), row("distinct", minimum: "2", of: "provider"),
        row("credential", of: "x"), row("outcome", of: "x"), row("skill", of: "x"),
        row("order", of: "id in (a, b)"), row("none", of: "any"),
        row("not-before", of: "2026-09-01"), row("decision", of: "the board"),
    ])
    func `what has nothing below it refuses children`(parent: RequirementRow) {
        var parent = parent
        (parent.id, parent.parent) = ("p", "root")
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
