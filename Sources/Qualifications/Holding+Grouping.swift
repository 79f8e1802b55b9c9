// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Holding {
    /// Groups the options of awards by what counts once, in the order of the first award of each,
    /// without the options that another always beats.
    static func grouped(
        _ options: [(evidence: Evidence, options: [SlotOption])], _ program: RuleProgram,
        _ graph: Graph
    ) -> [Holding] {
        var places: [Int: Int] = [:]
        var holdings: [Holding] = []
        for entry in options where !entry.options.isEmpty {
            let group = graph.equivalenceClass(of: entry.evidence.credential)
            let place = places[group] ?? holdings.count
            if place == holdings.count {
                places[group] = place
                holdings.append(Holding(group: group))
            }
            holdings[place].options += entry.options
        }
        return holdings.map { $0.pruned(program) }
    }

    /// Returns the holding without the options that another always beats.
    func pruned(_ program: RuleProgram) -> Holding {
        guard options.count > 1 else { return self }
        let options = options.prefix(Self.mostOptions)
        let gains = options.map { $0.gains(in: program) }
        var kept: [Int] = []
        for index in options.indices {
            let isBeaten = options.indices.contains { other in
                other != index && gains[other].beats(gains[index], program)
                    && (other < index || !gains[index].beats(gains[other], program))
            }
            if !isBeaten { kept.append(index) }
        }
        return Holding(
            group: group, options: kept.map { options[$0] },
            isShortened: self.options.count > options.count)
    }
}

/// The most that an option can add to each tally, those that its own pass on to included.
struct Gains {
    private(set) var amounts: [(tally: Int, amount: Int)] = []

    fileprivate init(_ entries: [SlotOption.Entry], _ program: RuleProgram) {
        for entry in entries {
            var (tally, amount) = (entry.tally, entry.amount)
            while tally >= 0, amount > 0 {
                amounts.append((tally, amount))
                amount = program.tallies[tally].worth.up(amount) ?? 0
                tally = program.tallies[tally].parent
            }
        }
    }

    private func amount(to tally: Int) -> Int? { amounts.first { $0.tally == tally }?.amount }

    /// Whether whoever has these gains never misses the others: as much everywhere, and nothing on
    /// the way that could hold it back.
    fileprivate func beats(_ other: Gains, _ program: RuleProgram) -> Bool {
        other.amounts.allSatisfy { (amount(to: $0.tally) ?? -1) >= $0.amount }
            && amounts.allSatisfy { gain in
                let tally = program.tallies[gain.tally]
                return other.amount(to: gain.tally) != nil
                    || (tally.cap == .max && (tally.parent < 0 || tally.worth.isPar))
            }
    }
}

extension SlotOption {
    func gains(in program: RuleProgram) -> Gains { Gains(entries, program) }
}
