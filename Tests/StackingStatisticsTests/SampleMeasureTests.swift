// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

/// The statistics of a generated cohort beside what was counted in drawing it.
@Suite struct SampleMeasureTests {
    private static let sample = CohortSample(
        learners: max(3_000, oracleCases(debug: 3_000)), seed: 23)

    private let rows: SampleRows
    private let cohort: Cohort

    init() throws {
        rows = try SampleRows(Self.sample)
        cohort = rows.cohort(until: Self.sample.model.dataEnd)
    }

    private func terms(_ breakdown: StatisticTerms.Breakdown = .none) -> StatisticTerms {
        var terms = StatisticTerms()
        terms.horizons = Self.sample.model.horizons
        terms.breakdown = breakdown
        return terms
    }

    /// The rows of a statistic by what they are broken down by, the group and the horizon.
    private func measured(
        _ statistic: String, _ breakdown: StatisticTerms.Breakdown = .none
    ) throws -> [[String?]: [String: Double?]] {
        try cohort.tables(statistic, terms(breakdown), threads: 2)[0]
            .rows(by: ["by", "group", "horizon"])
    }

    private func check(_ row: [String: Double?]?, _ counts: SampleTally.Counts) {
        #expect(row?["eligible"] == Double(counts.eligible))
        #expect(row?["stackers"] == Double(counts.stackers))
        #expect(row?["vertical"] == Double(counts.vertical))
        #expect(row?["horizontal"] == Double(counts.horizontal))
        #expect(row?["levelUnknown"] == Double(counts.levelUnknown))
    }

    @Test func `stacking rates are exactly what was counted, for all and for each group`() throws {
        let model = Self.sample.model
        let all = try measured("stacking-rate")
        let groups = LearnerGroups("attendance", of: rows.groups)
        let byGroup = try measured("stacking-rate", .groups(groups))
        let byField = try measured("stacking-rate", .attribute(.field))
        for days in model.horizons {
            check(all[["all", nil, "\(days)"]], rows.tally.counts(within: days))
            for (position, group) in model.groups.enumerated() {
                check(
                    byGroup[["attendance", group.name, "\(days)"]],
                    rows.tally.counts(within: days, group: position))
            }
            for (position, field) in model.fields.enumerated() {
                check(
                    byField[["field", field.name, "\(days)"]],
                    rows.tally.counts(within: days, field: position))
            }
        }
    }

    /// Whether an interval of 95 % holds a value once it is twice as wide: of so many comparisons
    /// one in twenty would fail by chance, of wider ones one in ten thousand.
    private func holds(_ low: Double, _ high: Double, _ value: Double) -> Bool {
        abs(value - (low + high) / 2) <= high - low
    }

    @Test func `intervals of the rates hold what was planted`() throws {
        let model = Self.sample.model
        let all = try measured("stacking-rate")
        for days in model.horizons {
            let row = try #require(all[["all", nil, "\(days)"]])
            let planted = try #require(model.stackingRate(within: days))
            let (low, high) = (try #require(row["low"] ?? nil), try #require(row["high"] ?? nil))
            #expect(holds(low, high, planted))
        }
    }

    @Test func `next awards, types of record and depths are exactly what was counted`() throws {
        let next = try measured("next-award")
        for days in Self.sample.model.horizons {
            let counts = rows.tally.counts(within: days)
            let row = next[["all", nil, "\(days)"]]
            #expect(row?["sameField"] == Double(counts.sameField))
            #expect(row?["otherProvider"] == Double(counts.otherProvider))
        }
        let types = try cohort.tables("record-types", terms())[0].rows(by: ["by", "group"])
        for type in SampleTally.RecordType.allCases {
            #expect(
                types[["all", nil]]?["\(type)"] == Double(rows.tally.recordTypes[type.rawValue]))
        }
        let depths = try cohort.tables("stack-depth", terms())[0]
            .rows(by: ["by", "group", "awards"])
        for (depth, learners) in rows.tally.depths.enumerated() where learners > 0 {
            #expect(depths[["all", nil, "\(depth)"]]?["learners"] == Double(learners))
        }
    }

    @Test func `survival at each horizon is one less what was planted, within its band`() throws {
        let model = Self.sample.model
        let table = try cohort.tables("stacking-survival", terms())[0]
        let times = try table.numbers("time")
        for days in model.horizons {
            let place = try #require(times.lastIndex { ($0 ?? .infinity) <= Double(days) })
            let planted = 1 - (try #require(model.stackingRate(within: days)))
            let low = try #require(try table.numbers("low")[place])
            let high = try #require(try table.numbers("high")[place])
            #expect(holds(low, high, planted))
        }
    }
}

extension SampleRows {
    /// The cohort of the rows.
    func cohort(until dataEnd: CalendarDate) -> Cohort {
        var builder = Cohort.Builder()
        var items: [String: UInt32] = [:]
        for (learner, awards) in awards.enumerated() {
            for award in awards {
                let number = items[award.credential] ?? builder.add(Self.item(award))
                items[award.credential] = number
                if award.status != "completed" {
                    builder.leaveOut(learner: learner, because: .notCompleted)
                } else if let day = award.day {
                    builder.add(
                        learner: learner, item: number, day: CalendarDate(dayNumber: day))
                } else {
                    builder.leaveOut(learner: learner, because: .undated)
                }
            }
        }
        return builder.cohort(until: dataEnd)
    }

    private static func item(_ award: Award) -> Cohort.Item {
        var item = Cohort.Item(credential: award.credential)
        item.kind = Credential.Kind(rawValue: award.kind)
        item.level = award.level.flatMap { Level("\($0)") }
        item.field = award.field
        item.provider = award.provider
        return item
    }
}
