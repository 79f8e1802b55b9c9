// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import StackingStatistics

/// The statistics by their definitions, with no thought of speed: what the module must agree with.
struct Naive {
    typealias Award = RandomCohort.Award
    /// The values of columns, by group and more.
    typealias Rows = [[String?]: [String: Double?]]

    let world: RandomCohort
    /// Each learner's awards: within the data, each credential the first time, by day.
    let records: [[Award]]
    let terms: StatisticTerms

    init(_ world: RandomCohort) {
        self.world = world
        terms = world.terms
        records = world.learners.map { awards in
            let sorted = awards.filter { $0.day <= world.lastDay }
                .sorted { ($0.day, $0.item) < ($1.day, $1.item) }
            return sorted.enumerated().filter { place, award in
                !sorted[..<place].contains { $0.item == award.item }
            }.map(\.element)
        }
    }

    // MARK: The index award

    struct Index {
        let day: Int
        let item: Int
        let level: Level?
    }

    func index(of record: [Award], anyKind: Bool = false) -> Index? {
        let candidates = record.filter {
            anyKind || terms.indexKind == nil || item($0).kind == terms.indexKind
        }
        guard let day = candidates.map(\.day).min() else { return nil }
        let same = candidates.filter { $0.day == day }
        let highest = same.filter { award in
            same.count == 1
                || same.allSatisfy {
                    compare(item($0).level, item(award).level).map { $0 <= 0 } ?? false
                }
        }
        // Ids are in the order of the items here.
        guard let first = (highest.isEmpty ? same : highest).map(\.item).min() else { return nil }
        return Index(
            day: day, item: first, level: highest.isEmpty ? nil : world.items[first].level)
    }

    func item(_ award: Award) -> Cohort.Item { world.items[award.item] }

    func compare(_ left: Level?, _ right: Level?) -> Int? {
        guard let left, let right else { return nil }
        return terms.crosswalk.compare(left, with: right)
    }

    // MARK: Groups

    /// The keys under which a learner counts: everybody, and their group.
    func keys(_ learner: Int, _ index: Index?) -> [[String?]] {
        [["all", nil]] + (group(learner, index).map { [[$0.by, $0.group]] } ?? [])
    }

    private func group(_ learner: Int, _ index: Index?) -> (by: String, group: String?)? {
        switch terms.breakdown {
        case .none: return nil
        case .groups(let groups):
            let code = Int(groups.groups[learner])
            return (groups.name, code == 0 ? nil : groups.labels[code - 1])
        case .attribute(let attribute):
            guard let index else { return (attribute.rawValue, nil) }
            let item = world.items[index.item]
            let group: String? =
                switch attribute {
                case .provider: item.provider
                case .field: item.field
                case .level: index.level?.description
                case .kind: item.kind?.rawValue
                case .year: "\(CalendarDate(dayNumber: index.day).components.year)"
                }
            return (attribute.rawValue, group)
        }
    }

    // MARK: Statistics

    /// Adds up what `count` says of each learner, under every key.
    private func sums(
        horizons: [Int?], start: [[String?]] = [["all", nil]],
        _ count: (Int, [Award], Int) -> (index: Index?, counts: [String])?
    ) -> [[String?]: [String: Int]] {
        var sums: [[String?]: [String: Int]] = [:]
        for key in start { for horizon in horizons { sums[key + Self.end(horizon)] = [:] } }
        for (learner, record) in records.enumerated() {
            for horizon in horizons {
                guard let (index, counts) = count(learner, record, horizon ?? 0) else { continue }
                for key in keys(learner, index) {
                    for (place, name) in counts.enumerated() where !counts[..<place].contains(name)
                    {
                        sums[key + Self.end(horizon), default: [:]][name, default: 0] += 1
                    }
                    sums[key + Self.end(horizon), default: [:]]["any", default: 0] += 1
                }
            }
        }
        return sums
    }

    private static func end(_ horizon: Int?) -> [String?] { horizon.map { ["\($0)"] } ?? [] }

    func stackingRate() -> Rows {
        sums(horizons: terms.horizons) { _, record, horizon in
            guard let index = index(of: record) else { return nil }
            guard index.day + horizon <= world.lastDay else { return (index, ["notFollowed"]) }
            let later = record.filter { $0.day > index.day && $0.day <= index.day + horizon }
            guard !later.isEmpty else { return (index, ["eligible", "notStacked"]) }
            let orders = later.map { compare(item($0).level, index.level) }
            let way =
                orders.contains(1)
                ? "vertical" : orders.contains(nil) ? "levelUnknown" : "horizontal"
            return (index, ["eligible", "stackers", way])
        }.mapValues { row in
            let (eligible, stackers) = (row["eligible"] ?? 0, row["stackers"] ?? 0)
            var values: [String: Double?] = ["learners": Double(row["any"] ?? 0)]
            for name in [
                "eligible", "notFollowed", "stackers", "notStacked", "vertical", "horizontal",
                "levelUnknown",
            ] { values[name] = Double(row[name] ?? 0) }
            values["rate"] = .some(Self.share(stackers, eligible))
            let wilson = Self.wilson(stackers, eligible)
            values["low"] = .some(wilson?.0)
            values["high"] = .some(wilson?.1)
            for name in ["vertical", "horizontal", "levelUnknown"] {
                values[name + "Share"] = .some(Self.share(row[name] ?? 0, stackers))
            }
            return values
        }
    }

    func recordTypes() -> Rows {
        sums(horizons: [nil]) { _, record, _ in
            guard !record.isEmpty else { return nil }
            return (index(of: record), [type(of: record)])
        }.mapValues { row in
            let names = ["progression", "supplemental", "independent", "none"]
            let all = row["any"] ?? 0
            var values: [String: Double?] = ["learners": Double(all)]
            for name in names {
                values[name] = Double(row[name] ?? 0)
                values[name + "Share"] = .some(Self.share(row[name] ?? 0, all))
            }
            return values
        }
    }

    private func type(of record: [Award]) -> String {
        let days = record.filter { item($0).isQualification }.map(\.day)
        guard let qualified = days.min() else {
            return Set(record.map(\.day)).count > 1 ? "independent" : "none"
        }
        if record.contains(where: { $0.day < qualified }) { return "progression" }
        return record.contains { $0.day > qualified } ? "supplemental" : "none"
    }

    func nextAward() -> Rows {
        sums(horizons: terms.horizons) { _, record, horizon in
            guard let index = index(of: record), index.day + horizon <= world.lastDay,
                let day = record.map(\.day).filter({ $0 > index.day }).min(),
                day <= index.day + horizon
            else { return nil }
            let next = record.filter { $0.day == day }.map(item)
            let start = world.items[index.item]
            let same = next.map { Self.isSame($0.field, start.field) }
            let crosses = next.map { Self.isSame($0.provider, start.provider).map { !$0 } }
            return (
                index,
                [
                    same.contains(true)
                        ? "sameField" : same.contains(nil) ? "fieldUnknown" : "otherField",
                    crosses.contains(true)
                        ? "otherProvider"
                        : crosses.contains(nil) ? "providerUnknown" : "sameProvider",
                ]
            )
        }.mapValues { row in
            let all = row["any"] ?? 0
            var values: [String: Double?] = ["stackers": Double(all)]
            for name in [
                "sameField", "otherField", "fieldUnknown", "otherProvider", "sameProvider",
                "providerUnknown",
            ] { values[name] = Double(row[name] ?? 0) }
            values["sameFieldShare"] = .some(Self.share(row["sameField"] ?? 0, all))
            values["otherProviderShare"] = .some(Self.share(row["otherProvider"] ?? 0, all))
            return values
        }
    }

    private static func isSame(_ left: String?, _ right: String?) -> Bool? {
        guard let left, let right else { return nil }
        return left == right
    }

    func noncreditToCredit() -> Rows {
        sums(horizons: terms.horizons) { _, record, horizon in
            guard let index = index(of: record, anyKind: true) else { return nil }
            let first = record.filter { $0.day == index.day }.map { bearsCredit(item($0)) }
            guard first.allSatisfy({ $0 == false }) else { return nil }
            guard index.day + horizon <= world.lastDay else { return (index, ["notFollowed"]) }
            let later = record.filter { $0.day > index.day && $0.day <= index.day + horizon }
                .map { bearsCredit(item($0)) }
            let answer =
                later.contains(true)
                ? "credit" : later.contains(nil) ? "creditUnknown" : "noCredit"
            return (index, ["eligible", answer])
        }.mapValues { row in
            let (eligible, credit) = (row["eligible"] ?? 0, row["credit"] ?? 0)
            var values: [String: Double?] = ["learners": Double(row["any"] ?? 0)]
            for name in ["eligible", "notFollowed", "credit", "noCredit", "creditUnknown"] {
                values[name] = Double(row[name] ?? 0)
            }
            values["rate"] = .some(Self.share(credit, eligible))
            let wilson = Self.wilson(credit, eligible)
            values["low"] = .some(wilson?.0)
            values["high"] = .some(wilson?.1)
            return values
        }
    }

    private func bearsCredit(_ item: Cohort.Item) -> Bool? {
        if let credits = item.credits { return credits.amount > .zero }
        return item.kind == .badge ? false : nil
    }

    // MARK: Numbers

    static func share(_ count: Int, _ total: Int) -> Double? {
        total == 0 ? nil : Double(count) / Double(total)
    }

    /// The roots of (p − x/n)² = z² p (1 − p) / n, by the quadratic formula.
    static func wilson(_ count: Int, _ total: Int) -> (Double, Double)? {
        guard total > 0 else { return nil }
        let n = Double(total)
        let x = Double(count)
        let z = 1.959964
        let (a, b, c) = (n + z * z, -(2 * x + z * z), x * x / n)
        let root = max(0, b * b - 4 * a * c).squareRoot()
        return ((-b - root) / (2 * a), (-b + root) / (2 * a))
    }
}

extension Naive {
    /// The same rows with one of zeros for each horizon that a group lacks.
    func filled(_ rows: Rows) -> Rows {
        var rows = rows
        for (key, row) in rows {
            for horizon in terms.horizons {
                let other = Array(key.dropLast()) + ["\(horizon)"]
                guard rows[other] == nil else { continue }
                rows[other] = row.reduce(into: [:]) { zeros, cell in
                    zeros[cell.key] = .some(cell.key.hasSuffix("Share") ? nil : 0)
                }
            }
        }
        return rows
    }

    /// The ratio of every rate to that of `reference`.
    func ratios(to reference: String) -> Rows {
        let rates = stackingRate()
        guard let by = rates.keys.first(where: { $0[1] == reference })?[0] else { return [:] }
        return rates.reduce(into: [:]) { rows, entry in
            let other = rates[[by, reference, entry.key[2]]] ?? [:]
            let number = { (row: [String: Double?], name: String) in (row[name] ?? nil) ?? 0 }
            let (a, n) = (number(entry.value, "stackers"), number(entry.value, "eligible"))
            let (c, m) = (number(other, "stackers"), number(other, "eligible"))
            let ratio: Double? = a > 0 && c > 0 ? (a * m) / (n * c) : nil
            let spread = 1.959964 * ((n - a) / (a * n) + (m - c) / (c * m)).squareRoot()
            rows[entry.key] = [
                "ratio": ratio, "ratioLow": ratio.map { exp(log($0) - spread) },
                "ratioHigh": ratio.map { exp(log($0) + spread) }, "stackers": a, "eligible": n,
            ]
        }
    }
}
