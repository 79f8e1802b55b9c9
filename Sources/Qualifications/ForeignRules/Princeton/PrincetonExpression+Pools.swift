// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

// Requirements that look at the same courses, none of which may count outside them, or of which
// only some may count for the major: one count of all these courses, and floors on what is in it.
extension PrincetonExpression {
    /// So many courses of one sort; of those of one group, each course is only for one.
    struct PooledDemand {
        var count: Int
        var selector: Selector
        var group: Int
    }

    /// What one way asks: courses of the pool, and what is outside it.
    struct PooledWay {
        var demands: [PooledDemand] = []
        var others: [(node: PrincetonNode, units: Int)] = []

        static func + (left: PooledWay, right: PooledWay) -> PooledWay {
            PooledWay(demands: left.demands + right.demands, others: left.others + right.others)
        }
    }

    /// The most demands of one group, whose every combination gives a floor.
    static let mostTogether = 6

    /// Says that `node` counts `count` units, with `caps` on the courses that do.
    mutating func pooled(
        _ node: PrincetonNode, _ count: Int, caps: [Requirement.Share], id: String,
        _ conditions: Conditions
    ) -> Requirement {
        var groups = Groups(
            isLocal: node.isLocallyShared == true, isWhole: node.path.count == 1,
            hasCaps: !caps.isEmpty)
        guard !isTooLarge else { return tooLarge(node, id: id) }
        guard
            let ways = ways(
                of: node, counting: count, group: nil, isInside: false, conditions, &groups),
            !ways.isEmpty, ways.count <= Self.mostWays,
            ways.allSatisfy({ $0.isSmall })
        else {
            return unsaid(
                node, id: id, "double_counting_allowed",
                "the courses of its parts overlap in more ways than can be said")
        }
        let made = ways.enumerated().map { index, way in
            requirement(
                way, caps: caps, id: ways.count == 1 ? id : fresh("\(id)/way-\(index + 1)"),
                conditions)
        }
        return made.count == 1 ? made[0] : Requirement(id: id, kind: .any(made))
    }

    /// How the courses of a pool exclude one another.
    struct Groups {
        /// Whether the parts share courses unless they say otherwise, or only if they say so.
        let isLocal: Bool
        /// Whether the pool is the whole programme, so that nothing is outside it.
        let isWhole: Bool
        /// Whether there are limits on what is in it.
        let hasCaps: Bool
        private var next = 1

        init(isLocal: Bool, isWhole: Bool, hasCaps: Bool) {
            (self.isLocal, self.isWhole, self.hasCaps) = (isLocal, isWhole, hasCaps)
        }

        /// A group of its own.
        mutating func fresh() -> Int {
            next += 1
            return next
        }
    }

    private mutating func ways(
        of node: PrincetonNode, counting count: Int, group: Int?, isInside: Bool = true,
        _ conditions: Conditions, _ groups: inout Groups
    ) -> [PooledWay]? {
        var below = conditions
        below.excludesCommon = below.excludesCommon || node.commonLimit == 0
        // What is counted beyond the least need not be there in time.
        var late = 0
        if let semester = node.semester, let calendar, !node.isUnverifiable {
            late = node.minimum == 0 ? 0 : max(0, count - node.minimum)
            below.due = earliest(below.due, calendar.end(ofSemester: semester))
        }
        // A limit on a part would have to look at its own courses alone.
        if isInside, !caps(of: node).isEmpty { return nil }
        switch node.content {
        case .courses:
            // What counts outside the pool too can be in it only where nothing is outside.
            guard groups.isWhole || !node.isShared else {
                return groups.hasCaps ? nil : [PooledWay(others: [(node, count)])]
            }
            let own: Int? = node.isShared ? nil : group ?? (groups.isLocal ? nil : 0)
            let number = own ?? groups.fresh()
            var demands = [
                PooledDemand(
                    count: count - late, selector: selector(of: node, below), group: number)
            ]
            if late > 0 {
                below.due = conditions.due
                demands.append(
                    PooledDemand(count: late, selector: selector(of: node, below), group: number))
            }
            return [PooledWay(demands: demands)]
        case .everyCourse, .unverifiable:
            return [PooledWay(others: [(node, count)])]
        case .list(let children):
            // A pool in a pool would have to let courses go in some directions only.
            if node.isLocallyShared == true, isInside { return nil }
            if late > 0 { return nil }
            let inner = node.isLocallyShared == false ? groups.fresh() : group
            return sums(of: children, reaching: count, group: inner, below, &groups)
        }
    }

    /// The ways in which `children` pass up `count` units, each in all its ways.
    private mutating func sums(
        of children: [PrincetonNode], reaching count: Int, group: Int?, _ conditions: Conditions,
        _ groups: inout Groups
    ) -> [PooledWay]? {
        let children = children.filter { $0.maximum != 0 }
        let beside = children.filter { $0.isUnverifiable && $0.maximum == nil }
        let units = children.filter { !($0.isUnverifiable && $0.maximum == nil) }
        var found: [PooledWay] = []
        guard let amounts = Self.amounts(of: units, reaching: count) else { return nil }
        for amounts in amounts {
            var ways = [PooledWay(others: beside.map { ($0, 1) })]
            for (child, amount) in zip(units, amounts) where amount > 0 {
                guard
                    let inner = self.ways(
                        of: child, counting: child.threshold(toPass: amount), group: group,
                        conditions, &groups)
                else { return nil }
                ways = ways.flatMap { way in inner.map { way + $0 } }
                guard ways.count <= Self.mostWays else { return nil }
            }
            found += ways
            guard found.count <= Self.mostWays else { return nil }
        }
        return found
    }

    /// The least units of each of `nodes` that add up to `count`; nil where there are too many.
    static func amounts(of nodes: [PrincetonNode], reaching count: Int) -> [[Int]]? {
        var found: [(amounts: [Int], sum: Int)] = [([], 0)]
        guard nodes.count <= 64 else { return nil }
        for node in nodes {
            let most = min(node.mostUnits ?? count, max(count, 1))
            let least = min(max(1, node.minimum), most)
            guard found.count * (most - least + 2) <= mostWays * 64 else { return nil }
            found = found.flatMap { known in
                ([0] + (known.sum >= count || most < 1 ? [] : Array(least...most))).map {
                    (known.amounts + [$0], known.sum + $0)
                }
            }
        }
        return found.filter { known in
            known.sum >= count
                && !zip(known.amounts, nodes).contains { amount, node in
                    let least = min(max(1, node.minimum), node.maximum ?? amount)
                    let step = amount <= least ? amount : 1
                    return amount > 0 && known.sum - step >= count
                }
        }.map(\.amounts)
    }

    private mutating func requirement(
        _ way: PooledWay, caps: [Requirement.Share], id: String, _ conditions: Conditions
    ) -> Requirement {
        var made: [Requirement] = []
        let poolID = way.others.isEmpty ? id : fresh("\(id)/courses")
        if !way.demands.isEmpty {
            var parts = shares(way.floors, id: poolID)
            parts += shares(caps, id: poolID)
            let demand = Requirement.Demand(
                minimum: ExactDecimal(way.leastCourses), unit: .awards,
                selector: .either(way.demands.map(\.selector)), parts: parts)
            made.append(Requirement(id: poolID, kind: .count(demand)))
        }
        made += way.others.map { other in
            passing(other.node, units: other.units, id: child(other.node, of: id), conditions)
        }
        return made.count == 1 && made[0].id == id ? made[0] : Requirement(id: id, kind: .all(made))
    }
}

extension PrincetonExpression.PooledWay {
    /// The demands of each group.
    private var groups: [[PrincetonExpression.PooledDemand]] {
        Dictionary(grouping: demands, by: \.group).sorted { $0.key < $1.key }.map(\.value)
    }

    /// Whether the floors of every group are few.
    var isSmall: Bool { groups.allSatisfy { $0.count <= PrincetonExpression.mostTogether } }

    /// The least courses that can do.
    var leastCourses: Int {
        groups.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 0
    }

    /// A floor for each set of demands of one group: courses can be told off to the demands, one
    /// for one, exactly if no set of demands asks for more than match any of them (Hall).
    var floors: [Requirement.Share] {
        groups.flatMap { group in
            (1..<(1 << group.count)).map { members in
                let chosen = group.indices.filter { members >> $0 & 1 == 1 }.map { group[$0] }
                return Requirement.Share(
                    minimum: .amount(ExactDecimal(chosen.reduce(0) { $0 + $1.count })),
                    of: .either(chosen.map(\.selector)))
            }
        }
    }
}
