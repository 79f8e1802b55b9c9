// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

@Suite struct SampleTests {
    private static let sample = CohortSample(
        learners: max(4_000, oracleCases(debug: 4_000)), seed: 11)

    /// What a stacker did, by the definitions alone.
    private struct Outcome {
        var eligible = 0
        var stackers = 0
        var vertical = 0
        var horizontal = 0
        var levelUnknown = 0
        var sameField = 0
        var otherProvider = 0
    }

    /// The events of a learner: completed, dated, each credential once, in order of days.
    private static func events(_ rows: [SampleRows.Award]) -> [SampleRows.Award] {
        var seen: Set<String> = []
        return rows.filter(\.isEvent).sorted { ($0.day ?? 0) < ($1.day ?? 0) }
            .filter { seen.insert($0.credential).inserted }
    }

    private static func count(
        _ rows: [SampleRows.Award], within days: Int, until end: Int, into outcome: inout Outcome
    ) {
        let events = events(rows)
        let indexDay = events.first { $0.kind == "micro-credential" }?.day
        guard let indexDay, indexDay + days <= end else { return }
        outcome.eligible += 1
        let indexes = events.filter { $0.kind == "micro-credential" && $0.day == indexDay }
        let level = indexes.contains { $0.level == nil } ? nil : indexes.compactMap(\.level).max()
        let later = events.filter { indexDay + 1...indexDay + days ~= $0.day ?? 0 }
        guard let next = later.first else { return }
        outcome.stackers += 1
        if let level, later.contains(where: { $0.level ?? 0 > level }) {
            outcome.vertical += 1
        } else if level == nil || later.contains(where: { $0.level == nil }) {
            outcome.levelUnknown += 1
        } else {
            outcome.horizontal += 1
        }
        if indexes.contains(where: { $0.field == next.field }) { outcome.sameField += 1 }
        if !indexes.contains(where: { $0.provider == next.provider }) {
            outcome.otherProvider += 1
        }
    }

    private static func check(_ counts: SampleTally.Counts, _ outcome: Outcome) {
        #expect(counts.eligible == outcome.eligible)
        #expect(counts.stackers == outcome.stackers)
        #expect(counts.vertical == outcome.vertical)
        #expect(counts.horizontal == outcome.horizontal)
        #expect(counts.levelUnknown == outcome.levelUnknown)
        #expect(counts.sameField == outcome.sameField)
        #expect(counts.otherProvider == outcome.otherProvider)
    }

    @Test func `what was counted in drawing is what the rows say`() throws {
        let rows = try SampleRows(Self.sample)
        let end = Self.sample.model.dataEnd.dayNumber
        for days in Self.sample.model.horizons {
            var all = Outcome()
            for learner in rows.awards { Self.count(learner, within: days, until: end, into: &all) }
            Self.check(rows.tally.counts(within: days), all)
            for (position, group) in Self.sample.model.groups.enumerated() {
                var part = Outcome()
                for (learner, name) in zip(rows.awards, rows.groups) where name == group.name {
                    Self.count(learner, within: days, until: end, into: &part)
                }
                Self.check(rows.tally.counts(within: days, group: position), part)
            }
        }
    }

    @Test func `what was counted of rows, types of record and depths is what the rows say`() throws
    {
        let rows = try SampleRows(Self.sample)
        let tally = rows.tally
        #expect(tally.learners == rows.awards.count)
        #expect(tally.rows == rows.awards.map(\.count).reduce(0, +))
        var types = [0, 0, 0, 0]
        var depths: [Int: Int] = [:]
        for learner in rows.awards {
            let events = Self.events(learner)
            depths[events.count, default: 0] += 1
            let days = events.compactMap(\.day)
            let qualification = events.first {
                ["certificate", "diploma", "degree"].contains($0.kind)
            }?.day
            if let qualification {
                let isAfter = days.contains { $0 > qualification }
                types[days.contains { $0 < qualification } ? 0 : isAfter ? 1 : 3] += 1
            } else {
                types[Set(days).count > 1 ? 2 : 3] += 1
            }
        }
        #expect(tally.recordTypes == types)
        #expect(tally.depths == (0..<tally.depths.count).map { depths[$0] ?? 0 })
        let all = rows.awards.joined()
        let unfinished = all.count { $0.status != "completed" }
        let undated = all.count { $0.status == "completed" && $0.day == nil }
        #expect(tally.excluded[.notCompleted] == unfinished)
        #expect(tally.excluded[.undated] == undated)
        #expect(
            tally.excluded[.repeated]
                == tally.rows - tally.events - unfinished - undated)
        #expect(tally.events == rows.awards.map { Self.events($0).count }.reduce(0, +))
    }

    /// Four standard errors: one comparison in sixteen thousand fails by chance, and a seed never.
    private static func expectNear(_ count: Int, of whole: Int, _ planted: Double) {
        let error = (planted * (1 - planted) / Double(max(whole, 1))).squareRoot()
        #expect(abs(Double(count) / Double(max(whole, 1)) - planted) < 4 * error + 1e-6)
    }

    @Test func `the counts are what was planted, within chance`() throws {
        let model = SampleModel()
        let tally = CohortSample(model, learners: 40_000, seed: 5).write { _ in }
        for days in model.horizons {
            let counts = tally.counts(within: days)
            let rate = try #require(model.stackingRate(within: days))
            Self.expectNear(counts.stackers, of: counts.eligible, rate)
            Self.expectNear(counts.vertical, of: counts.stackers, model.directions.vertical)
            Self.expectNear(counts.horizontal, of: counts.stackers, model.directions.horizontal)
            Self.expectNear(
                counts.sameField, of: counts.stackers, model.isSameField.probability)
            Self.expectNear(
                counts.otherProvider, of: counts.stackers, model.isOtherProvider.probability)
            for group in model.groups.indices {
                let part = tally.counts(within: days, group: group)
                let rate = try #require(model.stackingRate(within: days, group: group))
                Self.expectNear(part.stackers, of: part.eligible, rate)
            }
            for field in model.fields.indices {
                let part = tally.counts(within: days, field: field)
                let rate = try #require(model.stackingRate(within: days, field: field))
                Self.expectNear(part.stackers, of: part.eligible, rate)
            }
        }
        #expect(4.6...5.4 ~= Double(tally.events) / Double(tally.learners))
    }

    @Test func `a seed gives the same bytes, and a longer cohort begins like a shorter one`() throws
    {
        let short = try SampleRows(CohortSample(learners: 300, seed: 3)).bytes
        let long = try SampleRows(CohortSample(learners: 900, seed: 3)).bytes
        let other = try SampleRows(CohortSample(learners: 300, seed: 4)).bytes
        #expect(long.starts(with: short))
        #expect(short != other)
        #expect(short.count == 130_183)
    }

    @Test func `a cohort of nobody is a header`() throws {
        let rows = try SampleRows(CohortSample(learners: 0, seed: 1))
        #expect(rows.awards.isEmpty)
        #expect(rows.tally.learners == 0)
        #expect(rows.tally.counts(within: 365).eligible == 0)
    }
}
