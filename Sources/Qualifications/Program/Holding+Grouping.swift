// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Holding {
    /// Groups the options of awards by what counts once, in the order of the first award of each.
    static func grouped(
        _ fits: [(evidence: Evidence, options: [SlotOption])], _ graph: Graph
    ) -> [Holding] {
        var places: [Int: Int] = [:]
        var holdings: [Holding] = []
        for entry in fits where !entry.options.isEmpty {
            let group = graph.equivalenceClass(of: entry.evidence.credential)
            if let place = places[group] {
                holdings[place].options += entry.options
            } else {
                places[group] = holdings.count
                holdings.append(Holding(group: group, options: entry.options))
            }
        }
        return holdings
    }
}
