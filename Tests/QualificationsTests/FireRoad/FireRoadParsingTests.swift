// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Qualifications

/// The language of FireRoad's requirement lists, construct by construct.
struct FireRoadParsingTests {
    /// A file whose only section is `all`, with these definitions from line 6.
    static func file(_ definitions: String, header: String = "1#,#One") -> String {
        "\(header)\n\n\nall\n\n\n\(definitions)\n"
    }

    static func parse(_ text: String) throws -> FireRoadDocument {
        try FireRoadDocument(parsing: Array(text.utf8))
    }

    private static func statement(_ text: String) throws -> String {
        try #require(try parse(file("all := \(text)")).definitions.first).statement.shape
    }

    private static func problem(_ text: String) -> String {
        do {
            _ = try parse(text)
            return "none"
        } catch { return "\(error)" }
    }

    // MARK: Head

    @Test func `the first line has up to four titles, an amount and an address`() throws {
        let document = try Self.parse(
            Self.file(
                "all := 1.1",
                header: "9#,#9 Minor#,##,#Minor in Tides#,#threshold=6#,#url=https://far.example"))
        #expect(document.titles == ["9", "9 Minor", "", "Minor in Tides"])
        #expect(document.amount == FireRoadThreshold(comparator: .atLeast, number: 6))
        #expect(document.url == "https://far.example")
    }

    @Test(arguments: [
        ("threshold=48u", FireRoadThreshold(comparator: .atLeast, number: 48, unit: .units)),
        ("threshold=>5", FireRoadThreshold(comparator: .more, number: 5)),
        ("threshold=<=7", FireRoadThreshold(comparator: .atMost, number: 7)),
    ])
    func `the amount of the whole may be of units and compared`(
        text: String, amount: FireRoadThreshold
    ) throws {
        let document = try Self.parse(Self.file("all := 1.1", header: "1#,#\(text)"))
        #expect(document.amount == amount)
        #expect(document.titles == ["1"])
    }

    @Test func `the second line describes, with line breaks written as letters`() throws {
        let document = try Self.parse("T\nOne.\\nTwo.\n\nall\nWhat.\n\nall := 1.1\n")
        #expect(document.description == "One.\nTwo.")
        #expect(document.sections.map(\.name) == ["all"])
        #expect(document.sections.map(\.description) == ["What."])
    }

    @Test func `sections are pairs of lines whose second may be empty`() throws {
        let document = try Self.parse("T\n\n\na\n\nb\nText.\nc\n\n\n\na := 1\nb := 2\nc := 3\n")
        #expect(document.sections.map(\.name) == ["a", "b", "c"])
        #expect(document.sections.map(\.description) == ["", "Text.", ""])
        #expect(document.definitions.map(\.name) == ["a", "b", "c"])
    }

    @Test func `comments end lines, and lines of nothing else are not there`() throws {
        let document = try Self.parse(
            "%% before\nT %% short\n\n%% between\n\nall\n\n\n%% section\nall := 1.1/1.2{>=2} %% both\n"
        )
        #expect(document.titles == ["T"])
        #expect(document.definitions.map(\.written) == ["all := 1.1/1.2{>=2}"])
    }

    @Test func `lines end with any line end, and a byte order mark is passed over`() throws {
        let text = Self.file("all := 1.1, 1.2")
        let plain = try Self.parse(text)
        #expect(try Self.parse(text.replacing("\n", with: "\r\n")) == plain)
        #expect(try Self.parse(text.replacing("\n", with: "\r")) == plain)
        #expect(try Self.parse("\u{FEFF}" + text) == plain)
    }

    // MARK: Statements

    @Test(arguments: [
        ("1.1", "1.1"), ("1.1, 1.2", "all(1.1 1.2)"), ("1.1/1.2", "any(1.1 1.2)"),
        ("1.1,(1.2/1.3)", "all(1.1 any(1.2 1.3))"), ("(1.1)", "1.1"),
        ("((1.1/1.2)), 1.3", "all(any(1.1 1.2) 1.3)"),
        ("(1.1, (1.2/(1.3, 1.4)))/1.5", "any(all(1.1 any(1.2 all(1.3 1.4))) 1.5)"),
        ("\"CI-H\"/\"CI-HW\"", "any(CI-H CI-HW)"), ("GIR:PHY1, HASS-A", "all(GIR:PHY1 HASS-A)"),
        ("\"\"3 subjects, or 4\"\"", "text<3 subjects, or 4>"),
        ("1.1/\"\"what (they) say\"\"", "any(1.1 text<what (they) say>)"),
        ("\"Two words\"/21M.THT/1.015[J]", "any(Two words 21M.THT 1.015[J])"),
    ])
    func `commas are all, slashes any, parentheses nest`(text: String, shape: String) throws {
        #expect(try Self.statement(text) == shape)
    }

    @Test(arguments: [
        ("{>=2}", ">=2", "none"), ("{>2}", ">2", "none"), ("{<=2}", "<=2", "none"),
        ("{<2}", "<2", "none"),
        ("{>=54u}", ">=54u", "none"), ("{ >= 3 | >= 2 }", ">=3", ">=2"), ("{|>=2}", "none", ">=2"),
        ("{>=54u|<=1}", ">=54u", "<=1"), ("{<24u|>1}", "<24u", ">1"), (" {>=0}", ">=0", "none"),
    ])
    func `a modifier has an amount, a number of lists, or both`(
        text: String, amount: String, lists: String
    ) throws {
        let document = try Self.parse(Self.file("all := 1.1/1.2\(text)"))
        let definition = try #require(document.definitions.first)
        #expect(definition.amount?.written ?? "none" == amount)
        #expect(definition.distinct?.written ?? "none" == lists)
        #expect(definition.nestedModifier == nil)
    }

    @Test func `a modifier in parentheses speaks of the whole definition`() throws {
        let document = try Self.parse(Self.file("all := (1.1/1.2{>=2}), 1.3"))
        let definition = try #require(document.definitions.first)
        #expect(definition.written == "all := (1.1/1.2), 1.3{>=2}")
        #expect(definition.nestedModifier == FireRoadDocument.Place(line: 7, column: 16))
    }

    @Test func `more than and less than are one more and one less`() {
        #expect(FireRoadThreshold(comparator: .more, number: 2).minimum == 3)
        #expect(FireRoadThreshold(comparator: .atLeast, number: 2).minimum == 2)
        #expect(FireRoadThreshold(comparator: .less, number: 2).maximum == 1)
        #expect(FireRoadThreshold(comparator: .atMost, number: 2).maximum == 2)
    }

    @Test func `a definition may have a title`() throws {
        let document = try Self.parse(Self.file("all, \"All of it, and more\" := 1.1"))
        #expect(document.definitions.first?.title == "All of it, and more")
    }

    // MARK: Errors

    @Test(arguments: [
        ("all = 1.1", "7:5: \"=\" means nothing here"),
        ("all 1.1", "7:5: \":=\" is expected"),
        ("all, title := 1.1", "7:6: a title in double quotes"),
        ("all := ", "7:8: a subject or a name is missing"),
        ("all := 1.1,", "7:12: a subject or a name is missing"),
        ("all := 1.1 1.2", "7:12: \"1.2\" is not expected here; join parts"),
        ("all := 1.1, 1.2/1.3", "7:16: a list has \",\" or \"/\", not both"),
        ("all := (1.1, 1.2", "7:8: the parenthesis that opens here is not closed"),
        ("all := 1.1)", "7:11: \")\" is not expected"),
        ("all := ()", "7:9: a subject or a name is expected, not \")\""),
        ("all := \"CI-H", "7:8: the quote that opens here is not closed"),
        ("all := \"\"three subjects", "7:8: the words that begin here are not ended"),
        ("all := \"\"\"\"", "7:8: nothing stands between the quotes"),
        ("all := 1.1{>=}", "7:14: a number is expected"),
        ("all := 1.1{2}", "7:12: a comparison is expected"),
        ("all := 1.1{>=two}", "7:14: \"two\" is not a number"),
        ("all := 1.1{>=999999999999999999999}", "7:14: \"999999999999999999999\" is not"),
        ("all := 1.1{<0}", "7:13: nothing is less than 0"),
        ("all := 1.1{}", "7:13: the modifier is empty"),
        ("all := 1.1{>=2", "7:15: \"}\" is expected"),
        ("all := 1.1/1.2{|>=2u}", "7:17: after | stands a number of lists"),
        ("all := 1.1/1.2{|<1}", "7:17: after | stands a number of lists"),
        ("all := 1.1, 1.2{|>=2}", "7:1: lists are counted (|) only"),
        ("all := 1.1{>=2}, 1.2{>=1}", "7:21: a second modifier"),
        ("all := 1.1\nall := 1.2", "8:1: \"all\" is defined on line 7 already"),
        ("HASS := 1.1\nall := HASS", "7:1: \"HASS\" is a word of the language"),
        ("GIR:X := 1.1\nall := 1.2", "7:1: \"GIR:X\" is a word of the language"),
        ("part := 1.1", "4:1: the section \"all\" is not defined"),
        ("all := 1.1; 1.2", "7:11: \";\" means nothing here"),
    ])
    func `an error says where and what`(definitions: String, problem: String) {
        #expect(Self.problem(Self.file(definitions)).hasPrefix(problem))
    }

    @Test(arguments: [
        ("", "1:1: the file is empty"), ("%% nothing\n", "1:1: the file is empty"),
        ("T\n", "1:1: the file ends after its head"), ("T\nD\nmore\n", "3:1: an empty line"),
        ("T\n\n\n\n", "4:1: no section is listed"),
        ("T\n\n\na, b\n\n\na := 1\n", "4:1: the name of a section is expected"),
        ("T\n\n\n a b\n", "4:2: the name of a section is expected"),
        ("T\n\n\na\n\na\n\n\na := 1\n", "6:1: the section \"a\" stands twice"),
        ("T#,#U#,#V#,#W#,#X\n\n\na\n\n\na := 1\n", "1:17: a fifth title"),
        ("T#,#threshold=six\n\n\na\n\n\na := 1\n", "1:5: \"six\" is not a number"),
        ("Subject Id,Subject Title\n", "1:1: this is a table of subjects"),
    ])
    func `an error in the head says where and what`(text: String, problem: String) {
        #expect(Self.problem(text).hasPrefix(problem))
    }

    @Test func `bytes that are no text are refused`() {
        #expect(throws: ForeignRulesError.self) {
            try FireRoadDocument(parsing: [0xFF, 0xFE, 0x41])
        }
    }
}

extension FireRoadStatement {
    /// The statement without places: `all(1.1 any(1.2 1.3))`.
    var shape: String {
        switch self {
        case .name(let name, _): name
        case .text(let text, _): "text<\(text)>"
        case .list(let joiner, let parts, _):
            "\(joiner == .comma ? "all" : "any")(\(parts.map(\.shape).joined(separator: " ")))"
        }
    }
}
