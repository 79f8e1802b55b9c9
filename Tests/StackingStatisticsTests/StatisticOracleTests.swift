// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

/// Every statistic over events equals what its definition gives on random cohorts.
@Suite struct StatisticOracleTests {
    private static let worlds = (0..<UInt64(oracleCases(debug: 300))).map {
        RandomCohort(seed: $0)
    }

    private func check(
        _ name: String, table: Int = 0, by keys: [String], _ expected: (Naive) -> Naive.Rows
    ) throws {
        for (seed, world) in Self.worlds.enumerated() {
            let tables = try world.cohort.tables(name, world.terms)
            let found = try tables[table].rows(by: keys)
            let rows = expected(Naive(world))
            #expect(Set(found.keys) == Set(rows.keys), "\(name), seed \(seed)")
            for (key, row) in rows {
                for (column, value) in row {
                    #expect(
                        near(found[key]?[column] ?? nil, value),
                        "\(name), seed \(seed), \(key), \(column)")
                }
            }
        }
    }

    @Test func `stacking rates are as counted by hand`() throws {
        try check("stacking-rate", by: ["by", "group", "horizon"]) { $0.stackingRate() }
    }

    @Test func `record types are as counted by hand`() throws {
        try check("record-types", by: ["by", "group"]) { $0.recordTypes() }
    }

    @Test func `times to stack are as sorted by hand`() throws {
        try check("time-to-stack", by: ["by", "group", "horizon"]) { $0.timeToStack() }
    }

    @Test func `next awards are as counted by hand`() throws {
        try check("next-award", by: ["by", "group", "horizon"]) {
            $0.filled($0.nextAward())
        }
    }

    @Test func `credits earned later are as counted by hand`() throws {
        try check("noncredit-to-credit", by: ["by", "group", "horizon"]) {
            $0.noncreditToCredit()
        }
    }

    @Test func `depths are as counted by hand`() throws {
        try check("stack-depth", by: ["by", "group", "awards"]) { $0.stackDepth() }
    }

    @Test func `pairs are as counted by hand`() throws {
        try check("pairs", by: ["first", "second"]) { $0.pairs(directed: false) }
        try check("directed-pairs", by: ["first", "second"]) { $0.pairs(directed: true) }
    }

    @Test func `runs are as counted by hand`() throws {
        try check("sequences", by: (1...5).map { "credential\($0)" }) { $0.sequences() }
    }

    @Test func `steps are as counted by hand`() throws {
        let keys = ["row", "from", "to"]
        try check("transitions", table: 0, by: keys) { $0.transitions { $0.kind?.rawValue } }
        try check("transitions", table: 1, by: keys) { $0.transitions { $0.level?.description } }
        try check("transitions", table: 2, by: keys) { $0.transitions(\.field) }
    }

    @Test(arguments: [("stacking-survival", false), ("time-to-award", true)])
    func `survival curves are as estimated by hand`(name: String, qualifies: Bool) throws {
        try check(name, by: ["by", "group", "time"]) { naive in
            var rows: Naive.Rows = [:]
            for (key, people) in naive.followed(toQualification: qualifies) {
                for (time, row) in naive.curve(people) { rows[key + ["\(time)"]] = row }
            }
            return rows
        }
        try check(name, table: 1, by: ["by", "group"]) { naive in
            naive.followed(toQualification: qualifies).mapValues { people in
                let steps = naive.curve(people).sorted { $0.key < $1.key }
                let times = people.filter(\.happened).map(\.days).sorted()
                let first = { (name: String, p: Double) -> Double? in
                    steps.first { step in
                        (step.value[name] ?? nil).map { $0 <= 1 - p + 1e-9 } ?? false
                    }.map { Double($0.key) }
                }
                return [
                    "learners": Double(people.count), "events": Double(times.count),
                    "censored": Double(people.count - times.count), "q1": first("survival", 0.25),
                    "median": first("survival", 0.5), "q3": first("survival", 0.75),
                    "medianLow": first("low", 0.5), "medianHigh": first("high", 0.5),
                    "eventQ1": Naive.quantile(times, 0.25),
                    "eventMedian": Naive.quantile(times, 0.5),
                    "eventQ3": Naive.quantile(times, 0.75),
                ]
            }
        }
    }

    @Test func `ratios are those of the rates, with the interval of Katz`() throws {
        for (seed, world) in Self.worlds.enumerated() {
            let rates = try world.cohort.tables("stacking-rate", world.terms)[0]
            for reference in Set(try rates.texts("group").compactMap(\.self)) {
                var terms = world.terms
                terms.reference = reference
                let found = try world.cohort.tables("equity-ratio", terms)[0]
                let naive = Naive(world).ratios(to: reference)
                let rows = try found.rows(by: ["by", "group", "horizon"])
                #expect(Set(rows.keys) == Set(naive.keys))
                for (key, row) in naive {
                    for (column, value) in row {
                        #expect(
                            near(rows[key]?[column] ?? nil, value),
                            "seed \(seed), \(key), \(column)")
                    }
                }
            }
        }
    }
}
