// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What kind, level and field of credential follows which.
struct Transitions: EventStatistic {
    static let name = "transitions"
    static let question = "What kind, level and field of credential follows which?"
    static let definition = """
        From each award to each of the awards of the learner's next day with an award. A cell is \
        the number of such steps; rows with totals give its margins. A learner may take several \
        steps. What is not known is a row of its own.
        """
    static let source = "A first-order transition matrix; RAND and PPIC show it as a flow."
    static let contract = [
        table("transitions_kind", "Steps between kinds", "kind"),
        table("transitions_level", "Steps between levels", "level"),
        table("transitions_field", "Steps between fields", "field"),
    ]

    private static func table(_ name: String, _ title: String, _ what: String) -> StatisticTable {
        StatisticTable(
            name, title,
            [
                Table.Column(
                    "row", title: "Row",
                    meaning: "cell; or fromTotal, toTotal or total for a margin."),
                Table.Column(
                    "from", title: "From",
                    meaning: "The \(what) of the earlier award; missing where it is not known, and "
                        + "in a toTotal and the total."),
                Table.Column(
                    "to", title: "To",
                    meaning: "The \(what) of the later award; missing where it is not known, and "
                        + "in a fromTotal and the total."),
                Table.Column(
                    "transitions", title: "Steps", kind: .integer, unit: "transitions",
                    meaning: "How many steps there are."),
                Table.Column(
                    "all", title: "Of", kind: .integer, unit: "transitions",
                    meaning: "All steps from there; in a row with a total, all steps."),
                .share("share", "Share", "The steps divided by all of those."),
            ], counts: ["transitions", "all"], derived: ["share": ["transitions", "all"]])
    }

    private let context: EventContext
    private var kinds: PairCounts
    private var levels: PairCounts
    private var fields: PairCounts
    private var learners = 0
    private var withoutStep = 0

    init(_ context: EventContext) {
        self.context = context
        kinds = PairCounts(count: context.kinds.count)
        levels = PairCounts(count: context.levels.count)
        fields = PairCounts(count: context.fields.count)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        var start = 0
        var next = Self.end(ofDayAt: 0, events)
        guard next < events.count else {
            withoutStep += 1
            return
        }
        learners += 1
        while next < events.count {
            let end = Self.end(ofDayAt: next, events)
            for from in start..<next { for to in next..<end { add(events[from], events[to]) } }
            (start, next) = (next, end)
        }
    }

    /// The position of the first event on a later day.
    private static func end(ofDayAt position: Int, _ events: Span<Cohort.Event>) -> Int {
        var end = position
        while end < events.count, events[end].day == events[position].day { end += 1 }
        return end
    }

    private mutating func add(_ first: Cohort.Event, _ second: Cohort.Event) {
        let (from, to) = (context.facts(of: first), context.facts(of: second))
        kinds.add(from.kind, to.kind)
        levels.add(from.level, to.level)
        fields.add(from.field, to.field)
    }

    mutating func merge(_ other: Self) {
        kinds.merge(other.kinds)
        levels.merge(other.levels)
        fields.merge(other.fields)
        learners += other.learners
        withoutStep += other.withoutStep
    }

    func tables() -> [StatisticTable] {
        [
            table(Self.contract[0], kinds) { context.kinds.text($0) },
            table(Self.contract[1], levels) { context.levels.text($0) },
            table(Self.contract[2], fields) { context.fields.text($0) },
        ]
    }

    private func table(
        _ contract: StatisticTable, _ steps: PairCounts, _ text: (Int) -> String?
    ) -> StatisticTable {
        var matrix = StepMatrix(contract)
        var steps = steps
        steps.settle()
        for step in steps.pairs(least: 1) {
            matrix.add(from: step.first, to: step.second, step.count)
        }
        var table = matrix.table(text)
        table.basis = context.basis(learners, excluding: [("withoutLaterAward", withoutStep)])
        return table
    }
}

/// A matrix of steps, written as rows of cells and margins.
private struct StepMatrix {
    private var written: StatisticTable
    private var cells: [Int: [Int: Int]] = [:]
    private var columns: [Int: Int] = [:]

    init(_ contract: StatisticTable) { written = contract }

    mutating func add(from: Int, to: Int, _ count: Int) {
        cells[from, default: [:]][to, default: 0] += count
        columns[to, default: 0] += count
    }

    /// Returns the table: the cells of each row and their total, the totals of columns, the total.
    func table(_ text: (Int) -> String?) -> StatisticTable {
        var table = written
        let all = columns.values.reduce(0, +)
        var (rowTotals, columnParts): ([Int], [Int: [Int]]) = ([], [:])
        for from in Self.sorted(cells.keys) {
            let row = cells[from] ?? [:]
            let total = row.values.reduce(0, +)
            let first = table.table.rows.count
            for to in Self.sorted(row.keys) {
                columnParts[to, default: []].append(table.table.rows.count)
                table.append("cell", text(from), text(to), row[to] ?? 0, of: total)
            }
            let last = table.table.rows.count
            table.append("fromTotal", text(from), nil, total, of: all)
            table.addTotal(last, of: Array(first..<last))
            for row in first..<last { table.addWhole(of: row, in: last) }
            rowTotals.append(last)
        }
        let first = table.table.rows.count
        for to in Self.sorted(columns.keys) {
            table.append("toTotal", nil, text(to), columns[to] ?? 0, of: all)
            table.addTotal(table.table.rows.count - 1, of: columnParts[to] ?? [])
        }
        let last = table.table.rows.count
        table.append("total", nil, nil, all, of: all)
        table.addTotal(last, of: rowTotals)
        table.addTotal(last, of: Array(first..<last))
        for row in rowTotals + Array(first...last) { table.addWhole(of: row, in: last) }
        return table
    }

    /// In order, what is not known last.
    private static func sorted(_ codes: some Sequence<Int>) -> [Int] {
        codes.sorted { ($0 == 0 ? .max : $0) < ($1 == 0 ? .max : $1) }
    }
}

extension StatisticTable {
    fileprivate mutating func append(
        _ row: String, _ from: String?, _ to: String?, _ count: Int, of total: Int
    ) {
        table.append([
            .text(row), .word(from), .word(to), .integer(count), .integer(total),
            .share(count, of: total),
        ])
    }

    /// Declares that the steps of a row are the sum of others.
    fileprivate mutating func addTotal(_ whole: Int, of parts: [Int]) {
        addSum(ofRow: whole, of: parts, in: ["transitions"])
    }

    /// Declares that the steps of `whole` are those that a row is a share of.
    fileprivate mutating func addWhole(of row: Int, in whole: Int) {
        addEquality(
            .init(row: row, column: position(of: "all")),
            .init(row: whole, column: position(of: "transitions")))
    }
}
