// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// When something happened to learners, and when following them ended, by group.
struct SurvivalCounts: Sendable {
    private struct Key: Hashable {
        let group: Int32
        let days: Int32
        let happened: Bool
    }

    private var times = Tally<Key>()

    /// Counts a learner to whom it happened after so many days, or who was followed for so long.
    mutating func add(group: Int, days: Int32, happened: Bool) {
        times.add(Key(group: Int32(group), days: days, happened: happened))
    }

    /// Adds what another has counted.
    mutating func merge(_ other: SurvivalCounts) { times.merge(other.times) }

    /// The times of one group, or of everybody.
    struct Times {
        var events: [Int: Int] = [:]
        var censored: [Int: Int] = [:]

        mutating func add(_ days: Int32, _ happened: Bool, _ count: Int) {
            if happened {
                events[Int(days), default: 0] += count
            } else {
                censored[Int(days), default: 0] += count
            }
        }

        var eventCount: Int { events.values.reduce(0, +) }
        var censoredCount: Int { censored.values.reduce(0, +) }
    }

    /// The times of everybody, and of each group that anybody is in.
    func byGroup() -> (everybody: Times, groups: [Int: Times]) {
        var everybody = Times()
        var groups: [Int: Times] = [:]
        for (key, count) in times.counts {
            everybody.add(key.days, key.happened, count)
            groups[Int(key.group), default: Times()].add(key.days, key.happened, count)
        }
        return (everybody, groups)
    }
}

extension SurvivalCounts {
    /// The tables of a survival statistic, without rows: the curve under `name` and `title`, and its
    /// summary; `event` is what happens, for the meanings of columns.
    static func contract(_ name: String, _ title: String, event: String) -> [StatisticTable] {
        [
            StatisticTable(
                name, title,
                [
                    .by, .group,
                    .wholeDays(
                        "time", "Days", "Days since the index award at which the step begins."),
                    .learners(
                        "atRisk", "At risk", "Learners followed for so long without \(event)."),
                    .learners("events", "Events", "Learners with \(event) on that day."),
                    .learners(
                        "censored", "Censored",
                        "Learners followed no further, from that day on and before the next step."),
                    .share("survival", "Survival", "The share of learners without \(event) yet."),
                    .share("low", "Low", "The lower end of the 95 % band; missing at 1 and 0."),
                    .share("high", "High", "The upper end of the 95 % band; missing at 1 and 0."),
                ],
                counts: ["atRisk", "events", "censored"],
                derived: Dictionary(
                    uniqueKeysWithValues: ["survival", "low", "high"].map {
                        ($0, ["atRisk", "events"])
                    })),
            StatisticTable(
                name + "_summary", title + ", summary",
                [
                    .by, .group, .learners("learners", "Learners", "Learners who are followed."),
                    .learners("events", "Events", "Learners with \(event)."),
                    .learners("censored", "Censored", "Learners followed to the end without."),
                    .wholeDays("q1", "First quartile", "Days until a quarter have \(event)."),
                    .wholeDays("median", "Median", "Days until half have \(event)."),
                    .wholeDays("medianLow", "Median low", "The lower 95 % limit of the median."),
                    .wholeDays("medianHigh", "Median high", "The upper 95 % limit of the median."),
                    .wholeDays("q3", "Third quartile", "Days until three quarters have \(event)."),
                    .days(
                        "eventQ1", "Event q1", "The first quartile of those with \(event) alone."),
                    .days(
                        "eventMedian", "Event median", "The median of those with \(event) alone."),
                    .days(
                        "eventQ3", "Event q3", "The third quartile of those with \(event) alone."),
                ],
                counts: ["learners", "events", "censored"],
                derived: Dictionary(
                    uniqueKeysWithValues: [
                        "q1", "median", "medianLow", "medianHigh", "q3", "eventQ1", "eventMedian",
                        "eventQ3",
                    ].map { ($0, ["events", "censored"]) })),
        ]
    }

    /// Returns the tables of a contract with their rows.
    func tables(_ contract: [StatisticTable], _ context: EventContext) -> [StatisticTable] {
        var (curve, summary) = (contract[0], contract[1])
        let times = byGroup()
        let groups = context.shownGroups { times.groups[$0] != nil }
        Self.add(times.everybody, context.everybody, &curve, &summary)
        for group in groups {
            guard let times = times.groups[group] else { continue }
            Self.add(times, context.labels(of: group), &curve, &summary)
        }
        curve.cells.curveSummary = summary.name
        summary.addSums("learners", of: ["events", "censored"])
        if !groups.isEmpty { summary.addSum(ofRow: 0, of: groups.indices.map { $0 + 1 }) }
        return [curve, summary]
    }

    private static func add(
        _ times: Times, _ labels: [Table.Cell], _ curve: inout StatisticTable,
        _ summary: inout StatisticTable
    ) {
        let fit = KaplanMeier(events: times.events, censored: times.censored)
        let first = curve.table.rows.count
        for step in fit.steps {
            curve.table.append(labels + step.cells)
        }
        addSteps(from: first, to: &curve)
        summary.table.append(labels + cells(times, fit))
    }

    /// Who is at risk at a step has the event, is lost, or is at risk at the next one.
    private static func addSteps(from first: Int, to curve: inout StatisticTable) {
        let columns = ["atRisk", "events", "censored"].map { curve.position(of: $0) }
        for row in first..<curve.table.rows.count {
            let parts = columns[1...].map { CellStructure.Place(row: row, column: $0) }
            let hasNext = row + 1 < curve.table.rows.count
            let next = hasNext ? [CellStructure.Place(row: row + 1, column: columns[0])] : []
            curve.cells.sums.append(
                CellStructure.Sum(.init(row: row, column: columns[0]), of: parts + next))
        }
    }

    private static func cells(_ times: Times, _ fit: KaplanMeier) -> [Table.Cell] {
        let limits = fit.limits(of: 0.5)
        let observed = Histogram(times.events)
        return [
            .integer(times.eventCount + times.censoredCount), .integer(times.eventCount),
            .integer(times.censoredCount), .whole(fit.time(of: 0.25)), .whole(fit.time(of: 0.5)),
            .whole(limits.low), .whole(limits.high), .whole(fit.time(of: 0.75)),
        ] + [0.25, 0.5, 0.75].map { .days(observed.quantile($0)) }
    }
}

extension KaplanMeier.Step {
    /// The cells of a row after its labels.
    var cells: [Table.Cell] {
        [
            .integer(time), .integer(atRisk), .integer(events), .integer(censored),
            .share(survival),
        ] + Table.Cell.ends(band)
    }
}
