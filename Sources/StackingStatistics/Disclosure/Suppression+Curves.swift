// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Suppression {
    /// Returns a table of survival curves with steps that each tell of many.
    ///
    /// Every event, and every end of following, moves to the last day of a stretch in which there
    /// are enough of both; the curve is that of Kaplan and Meier over the moved days, so that it
    /// can be computed from the published counts alone. A curve is left out where its summary
    /// withholds a count; that of everybody is left out beside those of groups, since the
    /// difference would tell of each.
    func coarsened(_ table: StatisticTable, summary: StatisticTable?) -> StatisticTable {
        guard let columns = CurveColumns(table.table) else { return table }
        var curves: [[[Table.Cell]]] = []
        for row in table.table.rows {
            if let last = curves.last?.last, columns.labels(last) == columns.labels(row) {
                curves[curves.count - 1].append(row)
            } else {
                curves.append([row])
            }
        }
        let isOne = curves.count == 1
        let shown = curves.enumerated().map { place, curve -> [[Table.Cell]] in
            let mayStand = (isOne || place > 0) && isWhole(columns.labels(curve[0]), in: summary)
            return mayStand ? coarsened(curve, columns) : []
        }
        var published = table
        published.table.setRows(Array(shown.joined()))
        published.notes += notes(curves, shown)
        return published
    }

    private func notes(_ curves: [[[Table.Cell]]], _ shown: [[[Table.Cell]]]) -> [String] {
        var notes: [String] = []
        if zip(curves, shown).contains(where: { $0 != $1 && !$1.isEmpty }) {
            notes.append(
                "Steps are put together so that each tells of \(threshold) learners or more; days "
                    + "move to the end of a step.")
        }
        let lost = shown.count { $0.isEmpty }
        if lost > 0 {
            notes.append("\(lost == 1 ? "1 curve is" : "\(lost) curves are") left out.")
        }
        return notes
    }

    /// Whether the summary withholds nothing of a curve.
    private func isWhole(_ labels: [Table.Cell], in summary: StatisticTable?) -> Bool {
        guard let summary else { return true }
        let rows = summary.table.rows.filter { Array($0.prefix(labels.count)) == labels }
        return rows.allSatisfy { !$0.contains(.withheld) }
    }

    private func coarsened(_ curve: [[Table.Cell]], _ columns: CurveColumns) -> [[Table.Cell]] {
        let steps = curve.compactMap(columns.step)
        guard let stretches = CurveStretches(steps, suppression: self)?.stretches else { return [] }
        var events: [Int: Int] = [:]
        var censored: [Int: Int] = [:]
        for stretch in stretches {
            events[stretch.time] = stretch.events
            censored[stretch.time] = stretch.censored
        }
        let labels = columns.labels(curve[0])
        return KaplanMeier(events: events, censored: censored).steps.map { labels + $0.cells }
    }
}

/// Where the columns of a table of curves stand.
private struct CurveColumns {
    let time, atRisk, events, censored: Int

    /// Finds the columns; nil where the table has no such columns.
    init?(_ table: Table) {
        let places = ["time", "atRisk", "events", "censored"].compactMap { name in
            table.columns.firstIndex { $0.name == name }
        }
        guard places.count == 4 else { return nil }
        (time, atRisk, events, censored) = (places[0], places[1], places[2], places[3])
    }

    /// What a row says of whom it counts: everything before the time.
    func labels(_ row: [Table.Cell]) -> [Table.Cell] { Array(row.prefix(time)) }

    /// The counts of a row.
    func step(_ row: [Table.Cell]) -> CurveStretches.Stretch? {
        guard case .integer(let time) = row[time], case .integer(let atRisk) = row[atRisk],
            case .integer(let events) = row[events], case .integer(let censored) = row[censored]
        else { return nil }
        return .init(time: time, atRisk: atRisk, events: events, censored: censored)
    }
}
