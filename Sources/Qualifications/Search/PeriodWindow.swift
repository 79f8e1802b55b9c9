// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The days between which an account with a period counts, if it counts anything.
struct PeriodWindow {
    let account: RuleProgram.Account
    let first: CalendarDate
    let last: CalendarDate

    /// Whether the option would stand in the account on a day outside the window.
    func excludes(_ option: SlotOption.Signature, _ program: RuleProgram) -> Bool {
        guard let date = option.date, date < first || date > last else { return false }
        return program.isInside(option.node, account)
    }
}

extension ScopeProblem {
    /// For each account with a period the windows that could matter, the one that holds most first.
    ///
    /// A window begins on the day of an award; one that holds no more than another is left out, so
    /// that whatever an account may count lies in one of these.
    func windows(isOpen: (_ group: Int, _ option: Int) -> Bool) -> [[PeriodWindow]] {
        program.accounts.filter { $0.scope == scope }.flatMap { account in
            account.conditions.compactMap { condition in
                guard case .period(let period) = condition.kind else { return nil }
                return windows(account, period, isOpen)
            }
        }
    }

    private func windows(
        _ account: RuleProgram.Account, _ period: Period, _ isOpen: (Int, Int) -> Bool
    ) -> [PeriodWindow] {
        let amounts = amounts(in: account, isOpen)
        let days = Set(amounts.map(\.date)).sorted()
        var found: [(window: PeriodWindow, amount: Int)] = []
        var latest: CalendarDate?
        for first in days {
            let last = period.end(from: first)
            guard let reached = days.last(where: { $0 <= last }) else { continue }
            if let latest, reached <= latest { continue }
            latest = reached
            found.append(
                (
                    PeriodWindow(account: account, first: first, last: last),
                    amounts.reduce(0) { sum, entry in
                        entry.date >= first && entry.date <= last ? sum + entry.amount : sum
                    }
                ))
        }
        return found.sorted { ($0.amount, $1.window.first) > ($1.amount, $0.window.first) }
            .map(\.window)
    }

    /// For each group that may stand in the account how much it would add, and when it was given.
    private func amounts(
        in account: RuleProgram.Account, _ isOpen: (Int, Int) -> Bool
    ) -> [(date: CalendarDate, amount: Int)] {
        var found: [(date: CalendarDate, amount: Int)] = []
        for (number, group) in groups.enumerated() {
            let inside = group.options.indices.filter {
                isOpen(number, $0) && group.options[$0].date != nil
                    && program.isInside(group.options[$0].node, account)
            }
            for date in Set(inside.compactMap { group.options[$0].date }) {
                let entries = inside.lazy.filter { group.options[$0].date == date }
                    .flatMap { group.options[$0].entries }
                let most = entries.filter { $0.tally == account.tally }.map(\.amount).max() ?? 0
                found.append((date, most * group.members.count))
            }
        }
        return found
    }

    /// Choices of one window for each period, the most promising first, and no more than `most`:
    /// of every period its best, and then for one after the other what else there is.
    func openings(most: Int) -> [[PeriodWindow]] {
        let windows = windows { _, _ in true }.filter { !$0.isEmpty }
        let best = windows.compactMap(\.first)
        var openings = [best]
        for rank in 1..<max(2, most) {
            for (place, others) in windows.enumerated()
            where rank < others.count && openings.count < most {
                var opening = best
                opening[place] = others[rank]
                openings.append(opening)
            }
        }
        return openings
    }

    /// Whether all the windows let an option be taken.
    func isOpen(_ windows: [PeriodWindow], _ group: Int, _ option: Int) -> Bool {
        windows.allSatisfy { !$0.excludes(groups[group].options[option], program) }
    }
}
