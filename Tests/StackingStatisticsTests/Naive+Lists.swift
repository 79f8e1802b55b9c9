// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import StackingStatistics

/// Times, pairs, runs and steps by their definitions.
extension Naive {
    func timeToStack() -> Rows {
        var times: [[String?]: [Int]] = [:]
        var eligible: [[String?]: Int] = [:]
        for horizon in terms.horizons { eligible[["all", nil, "\(horizon)"]] = 0 }
        for (learner, record) in records.enumerated() {
            guard let index = index(of: record) else { continue }
            for horizon in terms.horizons where index.day + horizon <= world.lastDay {
                let days = record.map { $0.day - index.day }.filter { $0 > 0 && $0 <= horizon }
                    .min()
                for key in keys(learner, index) {
                    eligible[key + ["\(horizon)"], default: 0] += 1
                    if let days { times[key + ["\(horizon)"], default: []].append(days) }
                }
            }
        }
        // A group stands in the table for every horizon if it stands for one.
        for key in Array(eligible.keys) {
            for horizon in terms.horizons {
                eligible[Array(key.dropLast()) + ["\(horizon)"], default: 0] += 0
            }
        }
        return Dictionary(
            uniqueKeysWithValues: eligible.map { key, count in
                let sorted = (times[key] ?? []).sorted()
                return (
                    key,
                    [
                        "eligible": Double(count), "stackers": Double(sorted.count),
                        "notStacked": Double(count - sorted.count),
                        "q1": Self.quantile(sorted, 0.25), "median": Self.quantile(sorted, 0.5),
                        "q3": Self.quantile(sorted, 0.75),
                    ]
                )
            })
    }

    static func quantile(_ sorted: [Int], _ p: Double) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = Double(sorted.count - 1) * p
        let below = sorted[Int(place.rounded(.down))]
        let above = sorted.count > Int(place) + 1 ? sorted[Int(place) + 1] : last
        return Double(below) * (1 - place.truncatingRemainder(dividingBy: 1))
            + Double(above) * place.truncatingRemainder(dividingBy: 1)
    }

    /// Days and whether it happened, for each learner who is followed.
    func followed(toQualification: Bool) -> [[String?]: [(days: Int, happened: Bool)]] {
        var found: [[String?]: [(days: Int, happened: Bool)]] = [["all", nil]: []]
        for (learner, record) in records.enumerated() {
            guard let index = index(of: record) else { continue }
            let wanted = record.filter { !toQualification || item($0).isQualification }
            if toQualification, wanted.contains(where: { $0.day <= index.day }) { continue }
            let day = wanted.map(\.day).filter { $0 > index.day }.min()
            for key in keys(learner, index) {
                found[key, default: []].append(
                    ((day ?? world.lastDay) - index.day, day != nil))
            }
        }
        return found
    }

    /// The curve as R's `survfit(conf.type = "log-log")` gives it, with a step at 0.
    func curve(_ people: [(days: Int, happened: Bool)]) -> [Int: [String: Double?]] {
        guard !people.isEmpty else { return [:] }
        let times = Set(people.filter(\.happened).map(\.days)).union([0]).sorted()
        var rows: [Int: [String: Double?]] = [:]
        for (place, time) in times.enumerated() {
            var survival = 1.0
            var sum = 0.0
            for step in times[...place] {
                let atRisk = Double(people.count { $0.days >= step })
                let events = Double(people.count { $0.days == step && $0.happened })
                guard atRisk > 0 else { continue }
                survival *= 1 - events / atRisk
                sum += events / (atRisk * (atRisk - events))
            }
            let next = place + 1 < times.count ? times[place + 1] : Int.max
            let hasBand = survival > 1e-12 && survival < 1 - 1e-12
            let middle = log(-log(survival))
            let spread = 1.959964 * sum.squareRoot() / log(survival)
            rows[time] = [
                "atRisk": Double(people.count { $0.days >= time }),
                "events": Double(people.count { $0.days == time && $0.happened }),
                "censored": Double(
                    people.count { !$0.happened && $0.days >= time && $0.days < next }),
                "survival": abs(survival) < 1e-12 ? 0 : survival,
                "low": hasBand ? exp(-exp(middle - spread)) : nil,
                "high": hasBand ? exp(-exp(middle + spread)) : nil,
            ]
        }
        return rows
    }

    func stackDepth() -> Rows {
        var counts: [[String?]: Int] = [["all", nil, nil]: 0]
        for (learner, record) in records.enumerated() where !record.isEmpty {
            for key in keys(learner, index(of: record)) {
                for depth in [nil, "\(record.count)"] { counts[key + [depth], default: 0] += 1 }
            }
        }
        return Dictionary(
            uniqueKeysWithValues: counts.map { key, count in
                let all = counts[Array(key.prefix(2)) + [nil]] ?? 0
                return (
                    key,
                    [
                        "learners": Double(count), "n": Double(all),
                        "share": Self.share(count, all),
                    ]
                )
            })
    }

    func pairs(directed: Bool) -> Rows {
        var rows: Rows = [:]
        let baskets = records.filter { !$0.isEmpty }
        for first in world.items.indices {
            for second in world.items.indices
            where directed ? first != second : first < second {
                let has = { (record: [Award], item: Int) in
                    record.first { $0.item == item }?.day
                }
                let both = baskets.count { record in
                    guard let day = has(record, first), let other = has(record, second) else {
                        return false
                    }
                    return !directed || day < other
                }
                guard both >= max(1, terms.least) else { continue }
                let n = Double(baskets.count)
                let a = Double(baskets.count { has($0, first) != nil })
                let b = Double(baskets.count { has($0, second) != nil })
                let ab = Double(both)
                let other =
                    directed
                    ? Double(
                        baskets.count { record in
                            has(record, first).map { day in
                                has(record, second).map { $0 <= day } ?? false
                            } ?? false
                        }) : 0
                rows[[world.items[first].credential, world.items[second].credential]] = [
                    "learners": ab, "firstLearners": a, "secondLearners": b,
                    "onlyFirst": a - ab - other, "onlySecond": b - ab - other,
                    "neither": n - a - b + ab + other, "n": n, "support": ab / n,
                    "confidence": ab / a, "confidenceBack": ab / b, "lift": ab * n / (a * b),
                    "leverage": ab / n - a * b / (n * n),
                ]
                if directed {
                    rows[
                        [world.items[first].credential, world.items[second].credential]]?[
                            "otherOrder"] = other
                }
            }
        }
        return rows
    }

    func sequences() -> Rows {
        var counts: [[String?]: Int] = [:]
        let baskets = records.filter { !$0.isEmpty }
        for record in baskets {
            let days = Set(record.map(\.day)).sorted()
            var runs: Set<[String?]> = []
            for start in days.indices {
                for length in 3...5 where start + length <= days.count {
                    var found: [[String?]] = [[]]
                    for day in days[start..<start + length] {
                        found = found.flatMap { run in
                            record.filter { $0.day == day }.map { run + [item($0).credential] }
                        }
                    }
                    runs.formUnion(
                        found.map { $0 + Array(repeating: nil, count: 5 - $0.count) })
                }
            }
            for run in runs { counts[run, default: 0] += 1 }
        }
        return counts.filter { $0.value >= terms.least }.reduce(into: [:]) { rows, entry in
            rows[entry.key] = [
                "length": Double(entry.key.compactMap(\.self).count),
                "learners": Double(entry.value),
                "support": Self.share(entry.value, baskets.count),
            ]
        }
    }

    func transitions(_ text: (Cohort.Item) -> String?) -> Rows {
        var steps: [[String?]: Int] = [["total", nil, nil]: 0]
        for record in records {
            for award in record {
                guard let next = record.map(\.day).filter({ $0 > award.day }).min() else {
                    continue
                }
                for other in record where other.day == next {
                    let (from, to) = (text(item(award)), text(item(other)))
                    for key in [
                        ["cell", from, to], ["fromTotal", from, nil], ["toTotal", nil, to],
                        ["total", nil, nil],
                    ] { steps[key, default: 0] += 1 }
                }
            }
        }
        return Dictionary(
            uniqueKeysWithValues: steps.map { key, count in
                let whole =
                    key[0] == "cell" ? ["fromTotal", key[1], nil] : ["total", nil, nil]
                return (
                    key,
                    [
                        "transitions": Double(count), "all": Double(steps[whole] ?? 0),
                        "share": Self.share(count, steps[whole] ?? 0),
                    ]
                )
            })
    }
}
