// SPDX-License-Identifier: Apache-2.0

/// What a waiting holding could bring, the most over its options.
struct Prospect {
    fileprivate(set) var potential: [(tally: Int, amount: Int)] = []
    fileprivate(set) var reach: [(node: Int, weight: Int)] = []
    fileprivate(set) var exclusive: [(node: Int, weight: Int)] = []
    fileprivate(set) var shared: [(group: Int, weight: Int)] = []
}

extension ShortfallBound {
    /// Sets the holdings that wait, each with its options.
    mutating func await(_ holdings: [[SlotOption]]) {
        let touched = holdings.map { touches($0) }
        for touch in touched { join(touch) }
        for node in cells.indices { cells[node].group = root(node) }
        waiting = zip(holdings, touched).map { prospect($0, $1) }
        for place in waiting.indices { release(place) }
    }

    /// Takes a holding out of those that wait.
    mutating func withdraw(_ place: Int) { shift(waiting[place], by: -1) }

    /// Puts a holding back among those that wait.
    mutating func release(_ place: Int) { shift(waiting[place], by: 1) }

    private mutating func shift(_ prospect: Prospect, by sign: Int) {
        for gain in prospect.potential { potential[gain.tally] += sign * gain.amount }
        for gain in prospect.reach { cells[gain.node].reach += sign * gain.weight }
        for gain in prospect.exclusive { cells[gain.node].exclusive += sign * gain.weight }
        for gain in prospect.shared { cells[gain.group].shared += sign * gain.weight }
    }

    /// For each node on the way from a slot to the root, the most that the options below bring.
    private func touches(_ options: [SlotOption]) -> [(node: Int, weight: Int)] {
        var touched: [(node: Int, weight: Int)] = []
        for option in options {
            let weight = weight(of: option)
            var node = option.node
            while node >= 0 {
                if let place = touched.firstIndex(where: { $0.node == node }) {
                    touched[place].weight = max(touched[place].weight, weight)
                } else {
                    touched.append((node, weight))
                }
                node = program.parents[node]
            }
        }
        return touched
    }

    /// The most that placing the option can take off any sum of shortfalls.
    private func weight(of option: SlotOption) -> Int {
        var most = 0
        if case .credential(_, let credits) = program.steps[option.node] { most = credits }
        for gain in option.gains(in: program).amounts {
            most = max(most, program.tallies[gain.tally].rootWorth.up(gain.amount) ?? 0)
        }
        return most
    }

    /// Puts siblings that one holding could serve into one group.
    private mutating func join(_ touched: [(node: Int, weight: Int)]) {
        for (place, touch) in touched.enumerated() where touch.node > 0 {
            let parent = program.parents[touch.node]
            let other = touched[..<place].first { program.parents[$0.node] == parent }
            guard let other else { continue }
            let (mine, theirs) = (root(touch.node), root(other.node))
            cells[max(mine, theirs)].group = min(mine, theirs)
        }
    }

    private func root(_ node: Int) -> Int {
        var node = node
        while cells[node].group != node { node = cells[node].group }
        return node
    }

    private func prospect(
        _ options: [SlotOption], _ touched: [(node: Int, weight: Int)]
    ) -> Prospect {
        var prospect = Prospect()
        for gain in options.flatMap({ $0.gains(in: program).amounts }) {
            if let place = prospect.potential.firstIndex(where: { $0.tally == gain.tally }) {
                let most = max(prospect.potential[place].amount, gain.amount)
                prospect.potential[place].amount = most
            } else {
                prospect.potential.append(gain)
            }
        }
        prospect.reach = touched
        for (place, touch) in touched.enumerated() where touch.node > 0 {
            let parent = program.parents[touch.node]
            let siblings = touched.filter { $0.node > 0 && program.parents[$0.node] == parent }
            if siblings.count == 1 {
                prospect.exclusive.append(touch)
            } else if siblings[0].node == touched[place].node {
                let most = siblings.lazy.map(\.weight).max() ?? 0
                prospect.shared.append((cells[touch.node].group, most))
            }
        }
        return prospect
    }
}
