// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

// Units of several requirements, added up.
extension PrincetonExpression {
    /// What the requirements below one add to its sum.
    struct Terms {
        /// Those that pass up nothing or one fixed number of units, by that number.
        var lumps: [Int: [PrincetonNode]] = [:]
        /// Those whose courses are a unit each.
        var linear: [PrincetonNode] = []
        /// The same, which pass up nothing before their least.
        var thresholds: [PrincetonNode] = []
        /// The others, which pass up any number of units.
        var ranges: [PrincetonNode] = []
        /// Those that pass up nothing and are asked for all the same.
        var beside: [PrincetonNode] = []
    }

    /// One way in which the terms can reach a sum.
    struct Way {
        /// How many of the lumps of each number of units.
        var lumps: [Int: Int] = [:]
        /// The units of each range, 0 for one that is not needed.
        var ranges: [Int] = []
        /// Which of the thresholds are reached.
        var thresholds: [Int] = []
        /// What courses of the linear terms must add.
        var rest = 0
    }

    /// Says that the requirements below `node` pass up at least `count` units together.
    mutating func sum(
        of node: PrincetonNode, _ count: Int, id: String, _ conditions: Conditions
    ) -> Requirement {
        let children = node.children.filter { $0.maximum != 0 }
        guard !isTooLarge else { return tooLarge(node, id: id) }
        if let simple = choice(of: children, node, count, id: id, conditions) { return simple }
        if Self.areDisjoint(children) {
            return partition(node, count, id: id, conditions)
        }
        let terms = terms(of: Self.joiningAreas(children))
        let ways = ways(terms, reaching: count)
        guard let ways, !ways.isEmpty else {
            return ways?.isEmpty ?? false
                ? unsaid(
                    node, id: id, "min_needed",
                    "its parts can never pass up the \(count) units it needs, so that nothing "
                        + "meets it as it is written")
                : unsaid(
                    node, id: id, "req_list",
                    "its units add up in more than \(Self.mostWays) ways")
        }
        let beside = terms.beside
        let isSingle = ways.count == 1
        let inner = beside.isEmpty ? id : fresh("\(id)/units")
        var made: [Requirement] = []
        for (index, way) in ways.enumerated() {
            guard !isTooLarge else { return tooLarge(node, id: id) }
            let wayID = isSingle ? inner : fresh("\(inner)/way-\(index + 1)")
            made.append(
                requirement(
                    way, terms, id: wayID, parent: isSingle ? id : wayID, conditions))
        }
        let units =
            isSingle ? made[0] : Requirement(id: inner, kind: .any(made))
        guard !beside.isEmpty else { return units.titled(node.title) }
        let others = beside.map { passing($0, id: child($0, of: id), conditions) }
        return Requirement(id: id, title: node.title, kind: .all([units] + others))
    }

    /// So many of requirements that pass up one unit each.
    private mutating func choice(
        of children: [PrincetonNode], _ node: PrincetonNode, _ count: Int, id: String,
        _ conditions: Conditions
    ) -> Requirement? {
        let units = children.filter { $0.maximum == 1 }
        let beside = children.filter { $0.isUnverifiable && $0.maximum == nil }
        guard units.count + beside.count == children.count, units.count >= count else { return nil }
        let isAll = units.count == count
        let inner = isAll || beside.isEmpty ? id : fresh("\(id)/units")
        let made = units.map { passing($0, id: child($0, of: id), conditions) }
        let others = beside.map { passing($0, id: child($0, of: id), conditions) }
        if isAll { return Requirement(id: id, title: node.title, kind: .all(made + others)) }
        let title = beside.isEmpty ? node.title : ""
        if count == 0 { return Requirement(id: id, title: node.title, kind: .all(others)) }
        let some = Requirement(
            id: inner, title: title,
            kind: count == 1 ? .any(made) : .atLeast(count, of: made))
        guard !beside.isEmpty else { return some }
        return Requirement(id: id, title: node.title, kind: .all([some] + others))
    }

    /// The id of a requirement below another.
    func child(_ node: PrincetonNode, of id: String) -> String {
        id == Self.rootID ? node.slug : "\(id)/\(node.slug)"
    }

    /// The id of the requirement as a whole.
    static let rootID = "programme"

    // MARK: - Ways

    private func terms(of children: [PrincetonNode]) -> Terms {
        var terms = Terms()
        for child in children {
            let isFixed = child.maximum.map { $0 <= max(1, child.minimum) } ?? false
            if child.isUnverifiable, child.maximum == nil {
                terms.beside.append(child)
            } else if isPlain(child), child.minimum <= 1, child.semester == nil {
                terms.linear.append(child)
            } else if isFixed {
                terms.lumps[child.maximum ?? 1, default: []].append(child)
            } else if isPlain(child) {
                terms.thresholds.append(child)
            } else {
                terms.ranges.append(child)
            }
        }
        return terms
    }

    /// The least ways to reach `count`; nil where there are too many.
    private func ways(_ terms: Terms, reaching count: Int) -> [Way]? {
        var ways: [Way] = [Way(rest: count)]
        for (units, nodes) in terms.lumps.sorted(by: { $0.key < $1.key }) {
            guard ways.count * nodes.count <= Self.mostWays * 8 else { return nil }
            ways = ways.flatMap { way in
                (0...nodes.count).map { number in
                    var way = way
                    way.lumps[units] = number
                    way.rest -= units * number
                    return way
                }
            }
        }
        for node in terms.ranges {
            let most = min(node.mostUnits ?? count, count)
            let amounts = [0] + (most < 1 ? [] : Array(max(1, min(node.minimum, most))...most))
            guard ways.count * amounts.count <= Self.mostWays * 8 else { return nil }
            ways = ways.flatMap { way in
                amounts.map { amount in
                    var way = way
                    way.ranges.append(amount)
                    way.rest -= amount
                    return way
                }
            }
        }
        for index in terms.thresholds.indices {
            let isNeeded = isNeeded(index, in: terms, reaching: count)
            ways = ways.flatMap { way in
                var reached = way
                reached.thresholds.append(index)
                if way.rest <= 0 { return [way] }
                return isNeeded ? [reached] : [way, reached]
            }
            if ways.count > Self.mostWays * 8 { return nil }
        }
        let least = ways.filter { isLeast($0, terms) && isPossible($0, terms) }
        return least.count > Self.mostWays ? nil : least
    }

    /// Whether the others cannot reach `count` without this threshold.
    private func isNeeded(_ index: Int, in terms: Terms, reaching count: Int) -> Bool {
        var others = terms
        others.thresholds.remove(at: index)
        let nodes =
            others.lumps.values.flatMap(\.self) + others.linear + others.thresholds + others.ranges
        var most = 0
        for node in nodes {
            guard let units = node.mostUnits else { return false }
            most += units
        }
        return most < count
    }

    /// Whether the way takes nothing that it could do without.
    private func isLeast(_ way: Way, _ terms: Terms) -> Bool {
        guard way.rest <= 0 else { return true }
        let spare = -way.rest
        let wastesLump = way.lumps.contains { units, number in number > 0 && units <= spare }
        let wastesRange = zip(way.ranges, terms.ranges).contains { amount, node in
            guard amount > 0 else { return false }
            let step = amount <= max(1, node.minimum) ? amount : 1
            return step <= spare
        }
        return !wastesLump && !wastesRange
    }

    private func isPossible(_ way: Way, _ terms: Terms) -> Bool {
        guard way.rest > 0 else { return true }
        var most = 0
        for node in terms.linear + way.thresholds.map({ terms.thresholds[$0] }) {
            guard let units = node.mostUnits else { return true }
            most += units
        }
        return most >= way.rest
    }

    private mutating func requirement(
        _ way: Way, _ terms: Terms, id: String, parent: String, _ conditions: Conditions
    ) -> Requirement {
        var made: [Requirement] = []
        for (units, nodes) in terms.lumps.sorted(by: { $0.key < $1.key }) {
            let number = way.lumps[units] ?? 0
            guard number > 0 else { continue }
            let options = nodes.map {
                passing($0, units: units, id: child($0, of: parent), conditions)
            }
            if number == nodes.count {
                made += options
            } else {
                made.append(
                    Requirement(
                        id: fresh("\(id)/some"),
                        kind: number == 1 ? .any(options) : .atLeast(number, of: options)))
            }
        }
        for (node, amount) in zip(terms.ranges, way.ranges) where amount > 0 {
            made.append(passing(node, units: amount, id: child(node, of: parent), conditions))
        }
        if way.rest > 0 {
            made.append(rest(way, terms, id: id, parent: parent, isAlone: made.isEmpty, conditions))
        }
        // What says the whole sum keeps the sum's id; one of several ways needs none.
        return made.count == 1 && (made[0].id == id || id != parent || parent.contains("/way-"))
            ? made[0] : Requirement(id: id, kind: .all(made))
    }

    /// The courses of linear terms, counted together.
    private mutating func rest(
        _ way: Way, _ terms: Terms, id: String, parent: String, isAlone: Bool,
        _ conditions: Conditions
    ) -> Requirement {
        var parts = terms.linear.map {
            part($0, least: 0, id: child($0, of: parent), conditions)
        }
        parts += way.thresholds.map {
            let node = terms.thresholds[$0]
            return part(node, least: node.minimum, id: child(node, of: parent), conditions)
        }
        let demand = Requirement.Demand(
            minimum: ExactDecimal(way.rest), unit: .awards, selector: .nothing, parts: parts)
        return Requirement(
            id: isAlone ? id : fresh("\(id)/courses"), kind: .count(demand))
    }

    /// A requirement whose courses the one around it counts.
    mutating func part(
        _ node: PrincetonNode, least: Int, id: String, _ conditions: Conditions
    ) -> Requirement {
        let id = fresh(id, for: node)
        var below = conditions
        below.excludesCommon = below.excludesCommon || node.commonLimit == 0
        let deadline = node.semester.flatMap { calendar?.end(ofSemester: $0) }
        if node.minimum == 0 { below.due = earliest(below.due, deadline) }
        var demand = Requirement.Demand(
            minimum: ExactDecimal(least), maximum: node.maximum.map { ExactDecimal($0) },
            unit: .awards, selector: .nothing)
        if case .list(let children) = node.content {
            demand.parts = children.map {
                part($0, least: 0, id: child($0, of: id), below)
            }
        } else {
            demand.selector = selector(of: node, below)
        }
        var conditions = caps(of: node)
        if let deadline, least > 0 {
            conditions.append(
                .init(minimum: .amount(ExactDecimal(least)), of: .onOrBefore(deadline)))
        }
        demand.parts += shares(conditions, id: id)
        return Requirement(id: id, title: node.title, kind: .count(demand))
    }

    /// Leaves to a person what would make the rule too large to be of use.
    mutating func tooLarge(_ node: PrincetonNode, id: String) -> Requirement {
        unsaid(node, id: id, "req_list", "the rule would have more than \(Self.mostNodes) parts")
    }

    /// Leaves to a person what cannot be said.
    mutating func unsaid(
        _ node: PrincetonNode, id: String, _ construct: String, _ problem: String
    ) -> Requirement {
        note(node, construct, "\(problem); a person is asked whether it is met")
        return Requirement(id: id, title: node.title, kind: .decision(by: decider))
    }

    // MARK: - Courses that count more than once

    /// Whether the requirements share their courses with others, but none with one another: each
    /// is of areas, of which a course has one.
    private static func areDisjoint(_ children: [PrincetonNode]) -> Bool {
        var seen: Set<String> = []
        return children.count > 1
            && children.allSatisfy { child in
                guard let tags = child.sharedAreas else { return false }
                return tags.allSatisfy { seen.insert($0).inserted }
            }
    }

    /// Puts those of `children` that have no course in common together, as one, where they stand
    /// among others.
    private static func joiningAreas(_ children: [PrincetonNode]) -> [PrincetonNode] {
        let areas = children.filter { $0.sharedAreas != nil }
        guard areas.count < children.count, areDisjoint(areas), var joined = areas.first else {
            return children
        }
        joined.slug = "areas"
        joined.path[joined.path.count - 1] = "areas"
        joined.title = ""
        joined.content = .list(areas)
        joined.minimum = 0
        joined.maximum = nil
        return children.filter { $0.sharedAreas == nil } + [joined]
    }

    /// One shared count of requirements that have no course in common.
    private mutating func partition(
        _ node: PrincetonNode, _ count: Int, id: String, _ conditions: Conditions
    ) -> Requirement {
        let parts = node.children.filter { $0.maximum != 0 }.map {
            part($0, least: 0, id: child($0, of: id), conditions)
        }
        let demand = Requirement.Demand(
            minimum: ExactDecimal(count), unit: .awards, selector: .nothing, parts: parts)
        return Requirement(id: id, title: node.title, isShared: true, kind: .count(demand))
    }
}

extension PrincetonNode {
    /// The areas whose courses count here and anywhere else too, a unit each; nil for any other
    /// requirement.
    fileprivate var sharedAreas: [String]? {
        guard case .courses(let list, _) = content, list.isAreasOnly, isShared, minimum <= 1,
            semester == nil, gates.isEmpty, passFailLimit == nil, commonLimit == nil
        else { return nil }
        return list.tags
    }
}
