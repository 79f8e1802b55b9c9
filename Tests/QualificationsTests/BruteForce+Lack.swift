// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension BruteForce {
    /// What would do at a requirement at least, each number by itself.
    struct Least {
        var lack = Lack()
        /// Of the credits that are left, and of the awards, what must be counted in this scope.
        var credits = 0
        var awards = 0
    }

    /// How a requirement is decided.
    enum Step {
        /// So many of those below.
        case gate(Int)
        case count(Tallies)
        /// A place for one award of a credential; so much is left while it is empty.
        case slot(Least)
        case test(Bool)
    }
}

extension BruteForce.Reading {
    func step(_ place: Int) -> BruteForce.Step {
        let node = world.nodes[place]
        switch node.requirement.kind {
        case .all: return .gate(node.parts.count)
        case .any: return .gate(1)
        case .atLeast(let count, _): return .gate(count)
        case .count(let demand): return .count(BruteForce.Tallies(demand, node.conditions, self))
        case .credential(let id, _): return .slot(size(of: id, place))
        default: return .test(holds(truth(of: node.requirement.kind)))
        }
    }

    /// What a credential that is not held leaves: its size, as the nearest count around it counts;
    /// its credits where nothing around it counts.
    private func size(of id: String, _ place: Int) -> BruteForce.Least {
        let around = world.nodes[place].counts.first.flatMap { world.nodes[$0].demand?.unit }
        let credits = world.graph.credential(id).flatMap { world.graph.credentials[$0].credits }
        var least = BruteForce.Least(lack: BruteForce.Lack(count: 1))
        if around == .awards {
            least.lack.units = 1000
            least.awards = 1000
        }
        if around == nil || around?.scheme != nil, let credits {
            let size = BruteForce.Need(
                amount: credits.amount.thousandths, unit: .credits(credits.scheme))
            least.lack.credits = world.converted(size) ?? 0
            least.credits = least.lack.credits
        }
        return least
    }

    /// What a placement leaves in a scope, where `shared` is left in the scopes inside it; nil
    /// where it breaks a limit, or what is left has no room anywhere.
    func lack(
        _ scope: Int, _ placement: BruteForce.Placement, _ shared: [Int: BruteForce.Lack],
        keepingRoom: Bool
    ) -> BruteForce.Lack? {
        var leasts = [BruteForce.Least](repeating: .init(), count: world.nodes.count)
        for place in world.nodes.indices.reversed() where world.nodes[place].scope == scope {
            // What is shared is filled apart, so it takes up no room here.
            let below = world.nodes[place].parts.map { part in
                shared[part].map { BruteForce.Least(lack: $0) } ?? leasts[part]
            }
            switch steps[place] {
            case .gate(let count): leasts[place] = .least(count, of: below)
            case .slot(let size): leasts[place] = placement.contains(place) ? .init() : size
            case .test(let isMet): leasts[place].lack.count = isMet ? 0 : 1
            case .count(let tallies):
                guard let own = ownNeeds(place, tallies, placement) else { return nil }
                leasts[place] = world.most(own, .least(below.count, of: below))
                if keepingRoom, !hasRoom(for: leasts[place], place, tallies, placement) {
                    leasts[place].makeImpossible(tallies.unit)
                }
            }
        }
        return leasts[scope].lack.isPossible ? leasts[scope].lack : nil
    }

    /// Whether what must still be counted fits between what is counted and the maximum.
    private func hasRoom(
        for least: BruteForce.Least, _ place: Int, _ tallies: BruteForce.Tallies,
        _ placement: BruteForce.Placement
    ) -> Bool {
        guard let maximum = tallies.demand.maximum, !tallies.demand.isPartial else { return true }
        let room = maximum.thousandths - counted(place, tallies.own, tallies.demand.unit, placement)
        switch tallies.demand.unit {
        case .awards: return least.awards <= room
        case .hours: return true
        case .credits(let scheme):
            return world.factor(scheme, world.scheme) != 1000 || least.credits <= room
        }
    }
}

extension BruteForce.Least {
    /// Nothing more would do here, though something may elsewhere.
    fileprivate mutating func makeImpossible(_ unit: Unit) {
        if unit == .awards {
            lack.units = BruteForce.Lack.infinite
        } else {
            lack.credits = BruteForce.Lack.infinite
        }
    }

    /// So many of the least; each that there is not is one requirement more.
    fileprivate static func least(_ count: Int, of below: [Self]) -> Self {
        func sum(_ values: [Int]) -> Int {
            count >= values.count
                ? values.reduce(0, +) : values.sorted().prefix(count).reduce(0, +)
        }
        var least = Self()
        least.lack.credits = sum(below.map(\.lack.credits))
        least.lack.units = sum(below.map(\.lack.units))
        least.lack.count = sum(below.map(\.lack.count)) + max(0, count - below.count)
        least.credits = sum(below.map(\.credits))
        least.awards = sum(below.map(\.awards))
        return least
    }
}

extension BruteForce {
    /// An amount of a unit that is still needed; none where it is not above zero.
    struct Need {
        let amount: Int
        let unit: Unit
    }

    /// The need in the scheme of the audit; nil where no factor leads there.
    fileprivate func converted(_ need: Need) -> Int? {
        need.unit.scheme.flatMap { factor($0, scheme) }.map { factor in
            need.amount >= Lack.infinite ? Lack.infinite : (need.amount * factor + 999) / 1000
        }
    }

    /// The most of each number, among what a count needs by itself and what its parts need.
    fileprivate func most(_ own: [Need], _ parts: Least) -> Least {
        var most = parts
        for need in own where need.amount > 0 {
            if let credits = converted(need) {
                most.lack.credits = max(most.lack.credits, credits)
                most.credits = max(most.credits, credits)
            } else {
                most.lack.units = max(most.lack.units, need.amount)
            }
            if need.unit == .awards { most.awards = max(most.awards, need.amount) }
            most.lack.count = max(most.lack.count, 1)
        }
        return most
    }
}
