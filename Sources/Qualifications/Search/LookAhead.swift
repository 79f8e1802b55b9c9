// SPDX-License-Identifier: Apache-2.0

/// Proposes assignments that may meet everything, without a linear program.
///
/// In each choice of times that could matter, the most promising first, it takes what has room and
/// lets `AssignmentRepair` better it.
struct LookAhead {
    private let problem: ScopeProblem
    private let openings: [[PeriodWindow]]
    private var repair: AssignmentRepair?
    /// How many numbers have been touched.
    var work: Int { repair?.work ?? 0 }

    private static let mostOpenings = 24

    /// Prepares to propose; without `repairs` only what has room.
    init(_ problem: ScopeProblem, room: Bool, repairs: Bool) {
        self.problem = problem
        openings = problem.openings(most: Self.mostOpenings)
        repair = repairs ? AssignmentRepair(problem, room: room) : nil
    }

    /// How many times it can propose.
    var count: Int { openings.count }

    /// Proposes for one choice of times, starting from what has room.
    mutating func proposals(_ number: Int, limit: Int) -> [Choices] {
        let filled = filled(openings[number])
        return proposals(number, from: filled, limit: limit) + [filled]
    }

    /// Proposes for one choice of times, starting from `start`; the best comes first.
    mutating func proposals(_ number: Int, from start: Choices, limit: Int) -> [Choices] {
        let (problem, windows, share) = (problem, openings[number], limit / count)
        return repair?.run(from: start, limit: share) { group, option in
            problem.isOpen(windows, group, option)
        }.reversed() ?? []
    }

    /// What has room, taken in order.
    private func filled(_ windows: [PeriodWindow]) -> Choices {
        var limits = Limits(problem)
        var choices = problem.noChoices
        for (group, options) in problem.groups.enumerated() {
            for option in options.options.indices where problem.isOpen(windows, group, option) {
                limits.take(group, option, upTo: .max, &choices)
            }
        }
        return choices
    }
}
