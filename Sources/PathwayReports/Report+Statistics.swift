// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph
public import StackingStatistics

extension Report {
    /// Creates the report of statistics: `varde/stats/1`, all tables in one document.
    ///
    /// - Parameters:
    ///   - tables: the tables, in the order in which they are to be read.
    ///   - asOf: the day until which learners were followed, or which was asked about.
    ///   - learners: how many learners there are; nil where none were counted.
    public init(statistics tables: [StatisticTable], asOf: CalendarDate?, learners: Int?) {
        var disclosure = Disclosure(asOf: asOf)
        // With a count that is withheld, the number of all would tell of it.
        if let learners, !tables.contains(where: \.basis.isWithholding) {
            disclosure.counts = ["learners": learners]
        }
        self.init(
            "stats", tables.count == 1 ? tables[0].table : Table(title: "Statistics", columns: []),
            fields: [
                "dataEnd": JSONValue(learners == nil ? nil : asOf),
                "tables": .list(tables.map(\.json)),
            ], disclosure: disclosure)
        sections = tables.map(\.section)
        lines = tables.flatMap { table in
            table.table.jsonRows.map { $0.with("table", .text(table.name)) }
        }
        if learners == 0 {
            above = ["There are no awards to count: the cohort is empty."]
        }
        below = [
            "Figures are of the awards on record; that one follows another is no effect of it."
        ]
    }

    /// Creates the list of statistics: `varde/statistics/1`.
    public init(statistics: [any Statistic.Type]) {
        var table = Table(
            title: "Statistics",
            columns: [
                .init("name", title: "Name"), .init("question", title: "Question"),
                .init("definition", title: "Definition"), .init("source", title: "Source"),
                .init("tables", title: "Tables"),
            ])
        for statistic in statistics {
            let names = statistic.contract.map(\.name).joined(separator: " ")
            table.append(
                [statistic.name, statistic.question, statistic.definition, statistic.source, names]
                    .map { .text($0) })
        }
        self.init("statistics", table, disclosure: Disclosure())
        shown = Table(title: table.title, columns: [])
        above = statistics.flatMap { statistic in
            [
                statistic.name, "  \(statistic.question)", "  \(statistic.definition)",
                "  Source: \(statistic.source)",
                "  Tables: \(statistic.contract.map(\.name).joined(separator: ", "))", "",
            ]
        }
    }
}

extension StatisticTable {
    /// The table with its columns, what it rests on and its notes.
    fileprivate var json: JSONValue {
        .object([
            "name": .text(name), "title": .text(table.title),
            "n": basis.shown(basis.n).map { .integer($0) } ?? .null, "unit": .text(basis.unit),
            "horizons": .list(basis.horizons.map { .integer($0) }),
            "dataEnd": JSONValue(basis.dataEnd),
            "excluded": .list(
                basis.excluded.map {
                    .object([
                        "reason": .text($0.reason), "unit": .text($0.unit),
                        "count": basis.shown($0.count).map { .integer($0) } ?? .null,
                    ])
                }),
            "columns": .list(table.columns.map(\.contract)), "rows": .list(table.jsonRows),
            "notes": JSONValue(notes),
        ])
    }

    /// The table as a person reads it.
    fileprivate var section: Report.Section {
        var section = Report.Section(name, table)
        section.below = [basisSentence] + notes
        return section
    }

    private func said(_ count: Int) -> String {
        basis.shown(count).map(String.init) ?? "fewer than \(basis.threshold)"
    }

    private var basisSentence: String {
        var parts = ["n = \(said(basis.n)) \(basis.unit)"]
        if !basis.horizons.isEmpty {
            let days = basis.horizons.map(String.init).joined(separator: ", ")
            parts.append("horizon \(days) days")
        }
        if let dataEnd = basis.dataEnd { parts.append("data end \(dataEnd)") }
        let excluded = basis.excluded.map(\.sentence)
        if !excluded.isEmpty { parts.append("left out: " + excluded.joined(separator: ", ")) }
        return parts.joined(separator: "; ") + "."
    }
}

extension Basis.Exclusion {
    /// How many of what, and why: `1 learner without award`.
    fileprivate var sentence: String {
        let words = reason.reduce(into: "") { words, letter in
            words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
        }
        return "\(count) \(count == 1 ? String(unit.dropLast()) : unit) \(words)"
    }
}

extension Table.Column {
    /// The column as the published contract has it.
    public var contract: JSONValue {
        .object([
            "name": .text(name), "title": .text(title), "kind": .text(kind.rawValue),
            "unit": JSONValue(unit), "meaning": .text(meaning),
        ])
    }
}

extension JSONValue {
    /// An object with one more field.
    fileprivate func with(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        fields[name] = value
        return .object(fields)
    }
}
