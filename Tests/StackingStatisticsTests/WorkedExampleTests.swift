// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import Testing

/// Eight learners whose figures were worked out by hand.
struct WorkedExample {
    let cohort: Cohort
    let terms: StatisticTerms

    private static let awards = """
        L01: M1 2021-01-31, M2 2021-06-30, PGC 2022-01-31
        L02: M1 2021-01-31, M3 2022-07-31
        L03: M1 2021-02-28
        L04: BSc 2019-06-30, M2 2021-06-30
        L05: M2 2021-03-31, M4 2021-09-30
        L06: M1 2021-01-31, M2 2023-03-31
        L07: M3 2021-05-31, M1 2021-11-30, M4 2022-05-31
        L08: M4 2023-06-30
        """

    init() throws {
        var builder = Cohort.Builder()
        var items: [String: UInt32] = [:]
        for (name, level, kind) in [
            ("M1", "6", Credential.Kind.microCredential), ("M2", "6", .microCredential),
            ("M3", "6", .microCredential), ("M4", "7", .microCredential),
            ("PGC", "7", .certificate), ("BSc", "6", .degree),
        ] {
            var item = Cohort.Item(credential: name)
            item.kind = kind
            item.level = Level(level)
            items[name] = builder.add(item)
        }
        for (learner, line) in Self.awards.split(separator: "\n").enumerated() {
            for award in line.dropFirst(5).split(separator: ",") {
                let words = award.split(separator: " ").map(String.init)
                builder.add(
                    learner: learner, item: try #require(items[words[0]]),
                    day: try #require(CalendarDate(words[1])))
            }
        }
        cohort = builder.cohort(until: CalendarDate("2024-01-31"))
        var terms = StatisticTerms()
        terms.horizons = [730]
        self.terms = terms
    }
}

@Suite struct WorkedExampleTests {
    private let example: WorkedExample

    init() throws { example = try WorkedExample() }

    private func row(_ statistic: String, table: Int = 0) throws -> [String: Double?] {
        let table = try example.cohort.tables(statistic, example.terms)[table]
        return try #require(table.rows(by: ["by", "group"])[["all", nil]])
    }

    @Test func `four of seven learners stack, L06 too late and L08 not followed`() throws {
        let row = try row("stacking-rate")
        #expect(row["learners"] == 8)
        #expect(row["eligible"] == 7)
        #expect(row["notFollowed"] == 1)
        #expect(row["stackers"] == 4)
        #expect(row["notStacked"] == 3)
        #expect(near(row["rate"] ?? nil, 4.0 / 7))
        #expect(near(row["low"] ?? nil, 0.2505, within: 5e-5))
        #expect(near(row["high"] ?? nil, 0.8418, within: 5e-5))
    }

    @Test func `three stack upward and one sideways`() throws {
        let row = try row("stacking-rate")
        #expect(row["vertical"] == 3)
        #expect(row["horizontal"] == 1)
        #expect(row["levelUnknown"] == 0)
        #expect(row["verticalShare"] == 0.75)
        #expect(row["horizontalShare"] == 0.25)
    }

    @Test func `a horizon that reaches the day counts it`() throws {
        var terms = example.terms
        terms.horizons = [788, 789]
        let table = try example.cohort.tables("stacking-rate", terms)[0]
        #expect(try table.numbers("stackers") == [4, 5])
    }

    @Test func `stackers take 150, 183, 183 and 546 days`() throws {
        let row = try row("time-to-stack")
        #expect(row["median"] == 183)
        #expect(row["q1"] == 174.75)
        #expect(row["q3"] == 273.75)
    }

    @Test func `the whole records are of the types they should be`() throws {
        let row = try row("record-types")
        #expect(row["learners"] == 8)
        #expect(row["progression"] == 1)
        #expect(row["supplemental"] == 1)
        #expect(row["independent"] == 4)
        #expect(row["none"] == 2)
    }

    @Test func `the survival curve has its four steps`() throws {
        let table = try example.cohort.tables("stacking-survival", example.terms)[0]
        #expect(try table.numbers("time") == [0, 150, 183, 546, 789])
        #expect(try table.numbers("atRisk") == [8, 8, 7, 4, 3])
        #expect(try table.numbers("events") == [0, 1, 2, 1, 1])
        #expect(try table.numbers("censored") == [0, 0, 1, 0, 2])
        let survival = try table.numbers("survival")
        for (found, expected) in zip(survival, [1, 0.875, 0.625, 0.46875, 0.3125]) {
            #expect(near(found, expected))
        }
        #expect(try table.numbers("low")[0] == nil)
    }

    @Test func `half have stacked after 546 days`() throws {
        let row = try row("stacking-survival", table: 1)
        #expect(row["median"] == 546)
        #expect(row["events"] == 5)
        #expect(row["censored"] == 3)
    }

    /// Log-log Greenwood at 150 days: S = 7/8, variance of log S is 1/56.
    @Test func `the band is Greenwood's on the scale of log minus log`() throws {
        let table = try example.cohort.tables("stacking-survival", example.terms)[0]
        #expect(near(try table.numbers("low")[1], 0.387_000, within: 1e-5))
        #expect(near(try table.numbers("high")[1], 0.981_393, within: 1e-5))
    }

    @Test(arguments: [("M2", 0.8, -0.0625), ("M3", 1.6, 0.09375)])
    func `M1 is held with others as often as worked out`(
        other: String, lift: Double, leverage: Double
    ) throws {
        let pairs = try example.cohort.tables("pairs", example.terms)[0]
        let row = try #require(pairs.rows(by: ["first", "second"])[["M1", other]])
        #expect(row["n"] == 8)
        #expect(row["support"] == 0.25)
        #expect(near(row["confidence"] ?? nil, 0.4))
        #expect(near(row["lift"] ?? nil, lift))
        #expect(near(row["leverage"] ?? nil, leverage))
    }

    @Test func `order makes a pair where days differ`() throws {
        var terms = example.terms
        terms.least = 1
        let pairs = try example.cohort.tables("directed-pairs", terms)[0]
        let rows = try pairs.rows(by: ["first", "second"])
        #expect(rows[["M1", "M2"]]?["learners"] == 2)
        #expect(rows[["M1", "M3"]]?["learners"] == 1)
        #expect(rows[["M3", "M1"]]?["learners"] == 1)
        #expect(rows[["M2", "M1"]] == nil)
    }

    @Test func `two learners have a run of three`() throws {
        var terms = example.terms
        terms.least = 1
        let runs = try example.cohort.tables("sequences", terms)[0]
        #expect(try runs.texts("credential1") == ["M1", "M3"])
        #expect(try runs.texts("credential2") == ["M2", "M1"])
        #expect(try runs.texts("credential3") == ["PGC", "M4"])
        #expect(try runs.numbers("learners") == [1, 1])
    }

    @Test func `records are one to three deep`() throws {
        let depth = try example.cohort.tables("stack-depth", example.terms)[0]
        #expect(try depth.numbers("awards") == [nil, 1, 2, 3])
        #expect(try depth.numbers("learners") == [8, 2, 4, 2])
    }

    @Test func `one learner goes on from the index award to a qualification`() throws {
        let row = try row("time-to-award", table: 1)
        #expect(row["learners"] == 7)
        #expect(row["events"] == 1)
        #expect(row["eventMedian"] == 365)
        let table = try example.cohort.tables("time-to-award", example.terms)[0]
        #expect(
            table.basis.excluded == [Basis.Exclusion("qualifiedBefore", "learners", 1)])
    }
}
