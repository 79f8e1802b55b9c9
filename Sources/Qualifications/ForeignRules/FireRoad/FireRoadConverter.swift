// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Says in Varde's requirements what a list of FireRoad's asks.
///
/// A subject may meet several requirements at once, so every count is shared. A list counts the
/// subjects that it names anywhere below; where lists are counted, or one of them is enough, a list
/// is one only if a subject of it is held.
struct FireRoadConverter {
    /// The most ways of choosing lists that are written out.
    static let mostChoices = 100
    /// The most that is written out: requirements, and subjects in each count.
    static let mostWork = 150_000
    /// What units are credits of.
    static let units = CreditScheme(rawValue: "MIT units")

    let decider: String
    var notes = FireRoadNotes()
    var ids = FireRoadIDs()
    private var work = 0

    init(decider: String) { self.decider = decider }

    /// Returns what a whole list asks: each of its sections, and its own amount beside them.
    mutating func root(
        _ sections: [FireRoadNode], _ amount: FireRoadThreshold?
    ) throws(ForeignRulesError) -> Requirement {
        let id = ids.make("all")
        let place = FireRoadDocument.Place(line: 1, column: 1)
        let whole = FireRoadNode(kind: .list(.comma, sections), amount: amount, place: place)
        let found = Requirement(id: id, kind: .all(try list(whole, id, mustHold: false)))
        guard Self.depth(of: found) <= RequirementRow.deepest else {
            throw ForeignRulesError(
                "nested deeper than \(RequirementRow.deepest) requirements; define fewer names by"
                    + " one another")
        }
        return found
    }

    /// Returns what a node asks; if it must hold something, at least one subject of it too.
    mutating func requirement(
        _ node: FireRoadNode, _ parent: String, _ index: Int, mustHold: Bool
    ) throws(ForeignRulesError) -> Requirement {
        try spend(1)
        let id = ids.make(node.name ?? "\(parent)-\(node.word ?? String(index + 1))")
        if mustHold, node.isVacuous { noteOptional(node) }
        let parts = try conditions(node, id, mustHold: mustHold)
        return Self.joined(parts, id, node.title ?? node.attributeTitle)
    }

    mutating func conditions(
        _ node: FireRoadNode, _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        switch node.kind {
        case .subject, .attribute:
            return try amount(node, id, mustHold: mustHold)
        case .text(let text):
            let amount = node.amount.map { " (\($0.words))" } ?? ""
            return [decision([text + amount], id)]
        case .list: return try list(node, id, mustHold: mustHold)
        }
    }

    // MARK: Lists

    mutating func list(
        _ node: FireRoadNode, _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        guard case .list(let joiner, let children) = node.kind else { return [] }
        switch (joiner, node.amount, node.distinct) {
        case (.comma, _, _):
            return try each(children, id, mustHold: false)
                + rest(node, id, mustHold: mustHold)
        case (.slash, nil, nil): return try one(of: children, id)
        case (.slash, _, let distinct?) where distinct.maximum != nil:
            return try choice(node, distinct, id) + held(node, id, mustHold: mustHold)
        case (.slash, _, let distinct?):
            return try amount(node, id, mustHold: false)
                + lists(children, distinct, id) + held(node, id, mustHold: mustHold)
        case (.slash, _, nil):
            return try amount(node, id, mustHold: mustHold) + minima(of: node, id)
        }
    }

    mutating func each(
        _ children: [FireRoadNode], _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        var found: [Requirement] = []
        for (index, child) in children.enumerated() {
            found.append(try requirement(child, id, index, mustHold: mustHold))
        }
        return found
    }

    /// The amount of a list whose every part is asked for too: nothing where it says nothing.
    mutating func rest(
        _ node: FireRoadNode, _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        let isSilent = node.amount.map { $0.asksNothing && $0.maximum == nil } ?? true
        if isSilent { return try held(node, id, mustHold: mustHold) }
        return try amount(node, id, mustHold: mustHold && node.isVacuous)
    }

    /// That a subject is held, where nothing else asks for one.
    mutating func held(
        _ node: FireRoadNode, _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        guard mustHold, node.isVacuous else { return [] }
        let subjects = try gathered(node.children.map(\.withoutAmounts))
        return [try count(subjects, .one, ids.make("\(id)-held"), at: node.place)]
    }

    /// One of several: subjects named one by one are one requirement.
    mutating func one(
        of children: [FireRoadNode], _ id: String
    ) throws(ForeignRulesError) -> [Requirement] {
        let plain = children.filter(\.isPlain)
        var options: [Requirement] = []
        if let first = plain.first {
            let subjects = try gathered(plain)
            options.append(try count(subjects, .one, ids.make("\(id)-listed"), at: first.place))
        }
        options += try each(children.filter { !$0.isPlain }, id, mustHold: true)
        guard options.count > 1 else { return options }
        return [Requirement(id: ids.make("\(id)-any"), kind: .any(options))]
    }

    /// What named lists ask for themselves inside a list that is counted.
    mutating func minima(
        of node: FireRoadNode, _ id: String
    ) throws(ForeignRulesError) -> [Requirement] {
        for child in node.partsWithMinimum {
            notes.add(
                .interpreted, "nested-minimum", at: child.place,
                "\"\(child.name ?? "")\" states its own least amount inside a list that is counted;"
                    + " both are required")
        }
        return try each(node.partsWithMinimum, id, mustHold: false)
    }

    /// At least so many of the lists, each with a subject of its own.
    mutating func lists(
        _ children: [FireRoadNode], _ distinct: FireRoadThreshold, _ id: String
    ) throws(ForeignRulesError) -> [Requirement] {
        guard let minimum = distinct.minimum, minimum > 0 else { return [] }
        let parts = try each(children, id, mustHold: true)
        return [Requirement(id: ids.make("\(id)-lists"), kind: .atLeast(minimum, of: parts))]
    }

    // MARK: Choices

    /// At most so many of the lists: one of the ways to choose them must do.
    mutating func choice(
        _ node: FireRoadNode, _ distinct: FireRoadThreshold, _ id: String
    ) throws(ForeignRulesError) -> [Requirement] {
        guard node.amount != nil else { return try one(of: node.children, id) }
        guard let ways = Self.ways(of: node, atMost: distinct.maximum ?? 0) else {
            notes.add(
                .inexpressible, "distinct-at-most", at: node.place,
                "more than \(Self.mostChoices) ways to choose the lists; left to \(decider)")
            let words = "At most \(distinct.maximum ?? 0) of the lists"
            let id = ids.make("\(id)-choice")
            return [decision([words], id)]
        }
        var options: [Requirement] = []
        for (index, way) in ways.enumerated() {
            options.append(try option(node, way, ids.make("\(id)-\(index + 1)")))
        }
        return [Requirement(id: ids.make("\(id)-choice"), kind: .any(options))]
    }

    mutating func option(
        _ node: FireRoadNode, _ way: [FireRoadNode], _ id: String
    ) throws(ForeignRulesError) -> Requirement {
        var chosen = node
        chosen.kind = .list(.slash, way)
        let parts = try amount(chosen, id, mustHold: false) + minima(of: chosen, id)
        return Self.joined(parts, id, way.count == 1 ? way[0].title : nil)
    }

    /// Every choice of so many lists; of fewer too where a list states an amount of its own.
    static func ways(of node: FireRoadNode, atMost: Int) -> [[FireRoadNode]]? {
        let lists = node.children
        let most = min(atMost, lists.count)
        let least = node.partsWithMinimum.isEmpty ? most : 1
        var ways: [[FireRoadNode]] = []
        for size in least...most {
            var places = Array(0..<size)
            while true {
                guard ways.count < mostChoices else { return nil }
                ways.append(places.map { lists[$0] })
                let last = places.indices.last { places[$0] < lists.count - size + $0 }
                guard let last else { break }
                places[last] += 1
                for index in places.indices.dropFirst(last + 1) {
                    places[index] = places[index - 1] + 1
                }
            }
        }
        return ways
    }

    // MARK: Limits

    /// Gathers the subjects that `nodes` name.
    mutating func gathered(_ nodes: [FireRoadNode]) throws(ForeignRulesError) -> FireRoadSubjects {
        let subjects = FireRoadSubjects(of: nodes)
        try spend(subjects.visited)
        return subjects
    }

    /// Choices of lists inside choices of lists multiply.
    private mutating func spend(_ amount: Int) throws(ForeignRulesError) {
        work += amount
        guard work <= Self.mostWork else {
            throw ForeignRulesError(
                "too much once every list and choice is written out; define smaller lists")
        }
    }

    // MARK: Joining

    /// Several conditions are all required; one takes the place of the whole.
    private static func joined(_ parts: [Requirement], _ id: String, _ title: String?)
        -> Requirement
    {
        let title = LocalizedText(title ?? "", language: "en")
        guard parts.count == 1, let only = parts.first else {
            return Requirement(id: id, title: title, kind: .all(parts))
        }
        return Requirement(
            id: id, title: self.title(title, of: only), isShared: only.isShared, kind: only.kind)
    }

    /// The words of a decision stay beside a title: nothing else says what is decided.
    private static func title(_ title: LocalizedText, of only: Requirement) -> LocalizedText {
        guard !title.isEmpty, !only.title.isEmpty, case .decision = only.kind else {
            return title.isEmpty ? only.title : title
        }
        return LocalizedText("\(title.text()): \(only.title.text())", language: "en")
    }

    private static func depth(of requirement: Requirement) -> Int {
        1 + (requirement.children.map(depth).max() ?? 0)
    }
}
