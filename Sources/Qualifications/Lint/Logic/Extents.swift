// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The least that a requirement counts when it is met, and the most that it can, in thousandths.
struct Extent: Hashable {
    /// The least when it is met.
    var least: Int
    /// The most that it can count; nil for no limit that is known.
    var most: Int?

    static let none = Extent(least: 0, most: 0)

    static func + (left: Extent, right: Extent) -> Extent {
        Extent(
            least: left.least.clampedSum(right.least),
            most: left.most.flatMap { most in right.most.map { most.clampedSum($0) } })
    }
}

extension Int {
    /// The sum, or the greatest number there is where it is beyond that.
    func clampedSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}

/// How much each requirement of a rule adds to a count around it, unit by unit.
struct Extents {
    /// For each unit of the rule, what each requirement adds to a count around it.
    private var added: [Unit: [Extent]] = [:]
    /// For each unit, what a count finds within: its own awards and those of its parts, as if it
    /// had neither a minimum nor a maximum of its own.
    private var within: [Unit: [Extent]] = [:]
    /// For each unit, the most that a count's own awards can add.
    private var own: [Unit: [Int?]] = [:]
    /// For each unit, the size that the author has stated, where one is stated throughout.
    private var stated: [Unit: [Int?]] = [:]

    init(of outline: RuleOutline, _ sizes: MemberSizes) {
        var units: Set<Unit> = []
        for place in outline.counts {
            if case .count(let demand) = outline.nodes[place].requirement.kind {
                units.insert(demand.unit)
            }
        }
        for unit in units { measure(outline, in: unit, sizes) }
    }

    /// What the requirement adds to a count around it.
    func added(_ place: Int, in unit: Unit) -> Extent { added[unit]?[place] ?? .none }

    /// What the parts of a count and its own awards come to, its own bounds left aside.
    func within(_ place: Int, in unit: Unit) -> Extent { within[unit]?[place] ?? .none }

    /// The most that the awards which match a count itself can add; nil for no limit.
    func own(_ place: Int, in unit: Unit) -> Int? { own[unit]?[place] ?? nil }

    /// How large the author says that the requirement is; nil where its text does not say.
    func stated(_ place: Int, in unit: Unit) -> Int? { stated[unit]?[place] ?? nil }

    private mutating func measure(_ outline: RuleOutline, in unit: Unit, _ sizes: MemberSizes) {
        var measure = Measure(outline: outline, unit: unit, sizes: sizes)
        // Children stand after their parents.
        for place in outline.nodes.indices.reversed() { measure.take(place) }
        added[unit] = measure.added
        within[unit] = measure.within
        own[unit] = measure.own
        stated[unit] = measure.stated
    }
}

/// The extents in one unit, from the leaves up.
private struct Measure {
    let outline: RuleOutline
    let unit: Unit
    let sizes: MemberSizes
    var added: [Extent]
    var within: [Extent]
    var own: [Int?]
    var stated: [Int?]

    init(outline: RuleOutline, unit: Unit, sizes: MemberSizes) {
        self.outline = outline
        self.unit = unit
        self.sizes = sizes
        added = Array(repeating: .none, count: outline.nodes.count)
        within = added
        stated = Array(repeating: nil, count: outline.nodes.count)
        own = stated
    }

    mutating func take(_ place: Int) {
        let node = outline.nodes[place]
        // What a shared requirement counts adds nothing around it.
        let parts = node.children.filter { !outline.nodes[$0].requirement.isShared }
        switch node.requirement.kind {
        case .all: gather(place, parts, atLeast: parts.count)
        case .any: gather(place, parts, atLeast: min(1, parts.count))
        case .atLeast(let count, _): gather(place, parts, atLeast: count)
        case .count(let demand): take(demand, at: place, parts)
        case .credential(let id, let overlap):
            added[place] = sizes.slot(id, overlap: overlap, in: unit)
            stated[place] = added[place].most
        case .share, .mean, .period, .distinct, .outcome, .skill, .order, .absent, .notBefore,
            .decision:
            stated[place] = 0
        }
    }

    private mutating func gather(_ place: Int, _ parts: [Int], atLeast count: Int) {
        let leasts = parts.map { added[$0].least }
        let chosen = count >= leasts.count ? leasts : Array(leasts.sorted().prefix(max(0, count)))
        added[place] = Extent(
            least: chosen.reduce(0) { $0.clampedSum($1) },
            most: parts.map { added[$0] }.reduce(.none, +).most)
        let sizes = parts.compactMap { stated[$0] }
        guard sizes.count == parts.count else { return }
        let largest =
            count >= sizes.count ? sizes : Array(sizes.sorted(by: >).prefix(max(0, count)))
        stated[place] = largest.reduce(0) { $0.clampedSum($1) }
    }

    private mutating func take(_ demand: Requirement.Demand, at place: Int, _ parts: [Int]) {
        let inside = parts.map { added[$0] }.reduce(.none, +)
        own[place] = sizes.most(of: demand.selector, in: unit)
        within[place] = inside + Extent(least: 0, most: own[place])
        var extent = within[place]
        if demand.unit == unit {
            extent.least = max(extent.least, demand.minimum.thousandths)
            if let maximum = demand.maximum?.thousandths {
                extent.most = min(extent.most ?? maximum, maximum)
                extent.least = min(extent.least, maximum)
            }
            let sum = parts.compactMap { stated[$0] }
            let known = sum.count == parts.count ? sum.reduce(0) { $0.clampedSum($1) } : 0
            stated[place] = demand.maximum?.thousandths ?? max(demand.minimum.thousandths, known)
        } else if unit == .awards, demand.minimum > .zero {
            extent.least = max(extent.least, 1000)
        }
        added[place] = extent
    }
}
