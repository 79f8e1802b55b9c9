// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct CreditsTests {
    static let toECTS = CreditConversion(
        from: "UK CATS", to: .ects, factor: ExactDecimal(thousandths: 500), source: "QAA 2021")

    @Test func `credits print with their scheme`() {
        #expect(Credits(ExactDecimal(thousandths: 7500)).description == "7.5 ECTS")
        #expect(Credits(ExactDecimal(3), .unknown).description == "3 unknown")
    }

    @Test func `a conversion multiplies by its factor`() {
        #expect(Self.toECTS(Credits(ExactDecimal(15), "UK CATS")) == Credits("7.5"))
    }

    @Test func `a conversion refuses another scheme`() {
        #expect(Self.toECTS(Credits(ExactDecimal(15), "NFQ")) == nil)
    }

    @Test func `a conversion that does not come out exactly gives nothing`() {
        #expect(Self.toECTS(Credits(ExactDecimal(thousandths: 1), "UK CATS")) == nil)
    }

    @Test func `a conversion that overflows gives nothing`() {
        let vast = CreditConversion(
            from: "A", to: "B", factor: ExactDecimal(thousandths: .max), source: "x")
        #expect(vast(Credits(ExactDecimal(2), "A")) == nil)
    }

    @Test func `a graph converts only what is declared, and only that way`() throws {
        var parts = GraphParts()
        parts.conversions = [Self.toECTS]
        let graph = try Graph(parts)
        #expect(graph.convert(Credits(ExactDecimal(60), "UK CATS"), to: .ects) == Credits("30"))
        let ects = Credits(ExactDecimal(30))
        #expect(graph.convert(ects, to: "UK CATS") == nil)
        #expect(graph.convert(ects, to: .ects) == ects)
        #expect(graph.convert(Credits(ExactDecimal(3), .unknown), to: .ects) == nil)
    }

    @Test(arguments: [("0", true), ("100000", true), ("100000.001", false), ("-1", false)])
    func `possible credits are 0 to 100000`(amount: String, isPossible: Bool) {
        #expect(Credits(amount)?.isPossible == isPossible)
    }
}

extension Credits {
    fileprivate init?(_ amount: String) {
        guard let amount = ExactDecimal(amount) else { return nil }
        self.init(amount)
    }
}
