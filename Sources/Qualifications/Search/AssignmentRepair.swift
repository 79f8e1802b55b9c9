// SPDX-License-Identifier: Apache-2.0

/// Looks for an assignment that meets everything, by moving one award at a time.
///
/// A local search over the rows of a linear program in which nothing may be filled in. It takes a
/// row that does not hold, and of the moves that help it the one after which all rows together,
/// each by its weight, lack least: an award is placed, taken away, or put into another slot. Where
/// no move helps, the row's weight rises until one does (the breakout method: Morris 1993). It
/// shows nothing where it finds nothing, and what it finds is for `Ledger` to judge.
struct AssignmentRepair {
    /// A change of one or two variables.
    private struct Move {
        let column: Int
        let change: Double
        /// A placement of the same group that gives up, or takes over, one award; −1 for none.
        var other = -1
        var score = 0.0
    }

    private let rows: RowProgram
    private let columnCount: Int
    private let placementCount: Int
    private let placements: [[Int]]
    /// For each placement the range of its group's placements, and the group.
    private let siblings: [Range<Int>]
    private let groups: [Int]
    private let members: [Int]
    private let isInteger: [Bool]
    private let lower: [Double]
    private let mostOf: [Double]

    private var upper: [Double]
    private var values: [Double]
    /// For each group how many of it are not placed.
    private var free: [Int]
    /// For each row what it has above its bound.
    private var slacks: [Double]
    private var weights: [Double]
    /// The rows that do not hold, and for each row its place among them; −1 where it holds.
    private var broken: [Int] = []
    private var brokenPlaces: [Int]
    private var turn = 0
    /// How many numbers have been touched.
    private(set) var work = 0
    /// What a move changes in each row, while it is weighed.
    private var changes: [Double]

    private static let tolerance = 1e-7
    private static let mostFound = 8
    /// How many moves are weighed before the best of them is made.
    private static let mostMoves = 160

    /// Prepares to search the assignments of a problem.
    init(_ problem: ScopeProblem, room: Bool) {
        let model = AssignmentModel(problem, room: room, measures: [.count])
        rows = RowProgram(model.program, isScaled: true)
        columnCount = model.program.columns.count
        placementCount = model.placementCount
        placements = model.placements
        siblings = model.placements.flatMap { columns in
            columns.map { _ in (columns.first ?? 0)..<(columns.last ?? 0) + 1 }
        }
        groups = model.placements.indices.flatMap { group in
            model.placements[group].map { _ in group }
        }
        members = problem.groups.map(\.members.count)
        isInteger = model.program.columns.map(\.isInteger)
        lower = model.program.columns.map(\.lower)
        // What costs anything is what is filled in, or asks for what cannot be held.
        mostOf = model.program.columns.map { $0.cost > 0 ? 0 : $0.upper }
        upper = mostOf
        values = []
        free = []
        slacks = []
        weights = []
        brokenPlaces = []
        changes = Array(repeating: 0, count: model.program.rows.count)
    }

    /// Looks for an assignment that meets everything, starting from `start`, with placements for
    /// which `isOpen` is false left empty.
    ///
    /// - Returns: Some of the best where it was stuck, each better than the one before; the last
    ///   meets everything if any does.
    mutating func run(
        from start: Choices, limit: Int, isOpen: (_ group: Int, _ option: Int) -> Bool
    ) -> [Choices] {
        begin(
            start.flatMap(\.self),
            placements.indices.flatMap { group in
                placements[group].indices.map { isOpen(group, $0) }
            })
        var found: [Choices] = []
        let end = work + limit
        var least = Double.infinity
        while work < end {
            guard let row = nextBroken() else { return found + [choices] }
            if let move = bestMove(row), move.score < -1e-9 {
                make(move)
                continue
            }
            weights[row] += 1
            let lacking = broken.reduce(0) { $0 - slacks[$1] }
            work += broken.count
            guard lacking < least - Self.tolerance else { continue }
            least = lacking
            found = found.suffix(Self.mostFound - 1) + [choices]
        }
        return found
    }

    private var choices: Choices {
        placements.map { $0.map { Int(values[$0]) } }
    }

    // MARK: Beginning

    private mutating func begin(_ start: [Int], _ isOpen: [Bool]) {
        upper = mostOf
        for column in 0..<placementCount where !isOpen[column] { upper[column] = 0 }
        values = lower
        free = members
        slacks = rows.bounds.map { -$0 }
        weights = Array(repeating: 1, count: slacks.count)
        broken = []
        brokenPlaces = Array(repeating: -1, count: slacks.count)
        for column in 0..<columnCount where values[column] != 0 { shift(column, values[column]) }
        for row in slacks.indices { note(row) }
        for column in 0..<min(placementCount, start.count) {
            let most = min(upper[column], Double(free[groups[column]]))
            place(column, min(Double(start[column]), most))
        }
    }

    private mutating func place(_ column: Int, _ change: Double) {
        guard change != 0 else { return }
        values[column] += change
        if column < placementCount { free[groups[column]] -= Int(change) }
        shift(column, change)
    }

    private mutating func shift(_ column: Int, _ change: Double) {
        for entry in rows.columns[column] {
            let row = rows.columns.places[entry]
            slacks[row] += rows.columns.values[entry] * change
            note(row)
        }
        work += rows.columns[column].count
    }

    /// Keeps the list of rows that do not hold.
    private mutating func note(_ row: Int) {
        let isBroken = slacks[row] < -Self.tolerance
        let place = brokenPlaces[row]
        if isBroken, place < 0 {
            brokenPlaces[row] = broken.count
            broken.append(row)
        } else if !isBroken, place >= 0 {
            brokenPlaces[row] = -1
            let last = broken.removeLast()
            guard last != row else { return }
            broken[place] = last
            brokenPlaces[last] = place
        }
    }

    // MARK: Moves

    private mutating func nextBroken() -> Int? {
        guard !broken.isEmpty else { return nil }
        turn += 1
        return broken[turn % broken.count]
    }

    /// Of the moves that help a row the one that is best for all.
    private mutating func bestMove(_ row: Int) -> Move? {
        var best: Move?
        var weighed = 0
        let entries = rows.rows[row]
        let start = entries.isEmpty ? 0 : (turn &* 7919) % entries.count
        for step in 0..<entries.count where weighed < Self.mostMoves {
            let place = start + step
            let entry = entries.lowerBound + (place < entries.count ? place : place - entries.count)
            let column = rows.rows.places[entry]
            let helps = rows.rows.values[entry] > 0 ? 1.0 : -1.0
            if column < placementCount {
                weighPlacements(column, helps, &best, &weighed)
            } else {
                weighOther(column, helps, -slacks[row] / abs(rows.rows.values[entry]), &best)
                weighed += 1
            }
        }
        return best
    }

    private mutating func weighPlacements(
        _ column: Int, _ change: Double, _ best: inout Move?, _ weighed: inout Int
    ) {
        let value = values[column] + change
        guard value >= lower[column], value <= upper[column] else { return }
        if change < 0 || free[groups[column]] > 0 {
            weigh(Move(column: column, change: change), &best)
            weighed += 1
            if change > 0 { return }
        }
        for other in siblings[column] where other != column {
            let value = values[other] - change
            guard value >= lower[other], value <= upper[other] else { continue }
            weigh(Move(column: column, change: change, other: other), &best)
            weighed += 1
        }
    }

    private mutating func weighOther(
        _ column: Int, _ direction: Double, _ needed: Double, _ best: inout Move?
    ) {
        let step = isInteger[column] ? needed.rounded(.up) : needed
        let value = min(max(values[column] + direction * step, lower[column]), upper[column])
        guard value != values[column] else { return }
        weigh(Move(column: column, change: value - values[column]), &best)
    }

    private mutating func weigh(_ move: Move, _ best: inout Move?) {
        var move = move
        if move.other >= 0 {
            add(move.other, -move.change)
            add(move.column, move.change)
            move.score = take(move.other) + take(move.column)
        } else {
            move.score = score(move.column, move.change)
        }
        if move.score < best?.score ?? .infinity { best = move }
    }

    private mutating func add(_ column: Int, _ change: Double) {
        for entry in rows.columns[column] {
            changes[rows.columns.places[entry]] += rows.columns.values[entry] * change
        }
        work += rows.columns[column].count
    }

    /// What the noted changes make of the rows of a column, which are then forgotten.
    private mutating func take(_ column: Int) -> Double {
        var sum = 0.0
        for entry in rows.columns[column] {
            let row = rows.columns.places[entry]
            let change = changes[row]
            guard change != 0 else { continue }
            changes[row] = 0
            sum += weighted(row, change)
        }
        return sum
    }

    private mutating func score(_ column: Int, _ change: Double) -> Double {
        var sum = 0.0
        for entry in rows.columns[column] {
            sum += weighted(rows.columns.places[entry], rows.columns.values[entry] * change)
        }
        work += rows.columns[column].count
        return sum
    }

    /// How much more a row lacks after a change, by its weight.
    private func weighted(_ row: Int, _ change: Double) -> Double {
        weights[row] * (max(0, -slacks[row] - change) - max(0, -slacks[row]))
    }

    private mutating func make(_ move: Move) {
        place(move.column, move.change)
        if move.other >= 0 { place(move.other, -move.change) }
    }
}
