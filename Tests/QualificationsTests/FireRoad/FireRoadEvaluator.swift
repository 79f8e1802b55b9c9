// SPDX-License-Identifier: Apache-2.0

@testable import Qualifications

/// A subject that a student has taken.
struct FireRoadTaken: Hashable {
    var names: Set<String>
    var tags: Set<String>
    var units: Int
}

/// Judges a list of requirements as it is written, by nothing but sets of subjects: the second
/// opinion that the rules made from it are held to.
///
/// With `isGenerous`, whoever decides on words has said yes.
struct FireRoadEvaluator {
    let document: FireRoadDocument
    let taken: [FireRoadTaken]
    let isGenerous: Bool

    private typealias Statement = FireRoadStatement
    private typealias Definition = FireRoadDocument.Definition

    var isMet: Bool {
        let whole = document.sections.map { Statement.name($0.name, $0.place) }
        return sections.allSatisfy(\.self)
            && (document.amount.map { reaches($0, whole) } ?? true)
    }

    var sections: [Bool] { document.sections.map { isMet(.name($0.name, $0.place)) } }

    // MARK: Truth

    private func isMet(_ statement: Statement) -> Bool {
        switch statement {
        case .text: return isGenerous
        case .name(let name, _):
            guard let definition = definition(name) else {
                return taken.contains { matches($0, name) }
            }
            return isMet(definition)
        case .list(.comma, let parts, _): return parts.allSatisfy(isMet)
        case .list(.slash, let parts, _): return parts.contains(where: holds)
        }
    }

    private func isMet(_ definition: Definition) -> Bool {
        let (amount, distinct) = (definition.amount, definition.distinct)
        guard amount != nil || distinct != nil else { return isMet(definition.statement) }
        switch definition.statement {
        case .text: return isGenerous
        case .list(.comma, let parts, _):
            return parts.allSatisfy(isMet) && (amount.map { reaches($0, parts) } ?? true)
        case .list(.slash, let parts, _): return isMet(parts, amount, distinct)
        case .name: return isMet([definition.statement], amount, distinct)
        }
    }

    private func isMet(
        _ lists: [Statement], _ amount: FireRoadThreshold?, _ distinct: FireRoadThreshold?
    ) -> Bool {
        guard let amount else {
            return lists.count(where: holds) >= (distinct?.minimum ?? 1)
        }
        if let most = distinct?.maximum {
            return (0..<(1 << lists.count)).contains { choice in
                guard choice.nonzeroBitCount <= most else { return false }
                let chosen = lists.indices.filter { choice >> $0 & 1 == 1 }.map { lists[$0] }
                return reaches(amount, chosen) && reachesOwn(amount, chosen)
            }
        }
        guard let least = distinct?.minimum else {
            return reaches(amount, lists) && reachesOwn(amount, lists)
        }
        return reaches(amount, lists) && lists.count(where: holds) >= least
    }

    /// Met, and not by asking for nothing.
    private func holds(_ statement: Statement) -> Bool {
        isMet(statement)
            && (!subjects(statement).isEmpty || (isGenerous && hasText(statement)))
    }

    /// Lists that state a smaller amount of their own reach it too.
    private func reachesOwn(_ whole: FireRoadThreshold, _ lists: [Statement]) -> Bool {
        lists.allSatisfy { list in
            guard case .name(let name, _) = list, let definition = definition(name),
                let own = definition.amount, let least = own.minimum, least > 0,
                let all = whole.minimum, all > 0, own.unit != whole.unit || least < all
            else { return true }
            return isMet(definition)
        }
    }

    // MARK: Amounts

    private func reaches(_ amount: FireRoadThreshold, _ parts: [Statement]) -> Bool {
        guard let minimum = amount.minimum else { return true }
        if isGenerous, parts.contains(where: hasText) { return true }
        return most(of: parts, amount.unit) >= minimum
    }

    /// The most that counts when no list counts more than its own maximum.
    private func most(of parts: [Statement], _ unit: FireRoadThreshold.Unit) -> Int {
        let ways = parts.flatMap { paths($0, []) }
        var free = 0
        var bound: [(subject: FireRoadTaken, paths: [[String]])] = []
        for subject in taken {
            let own = Set(ways.filter { matches(subject, $0.word) }.map(\.path))
            if own.contains([]) {
                free += size(subject, unit)
            } else if !own.isEmpty {
                bound.append((subject, Array(own)))
            }
        }
        var used: [[String]: [FireRoadTaken]] = [:]
        return free + best(bound[...], unit, &used)
    }

    private func best(
        _ rest: ArraySlice<(subject: FireRoadTaken, paths: [[String]])>,
        _ unit: FireRoadThreshold.Unit, _ used: inout [[String]: [FireRoadTaken]]
    ) -> Int {
        guard let first = rest.first else { return 0 }
        var found = best(rest.dropFirst(), unit, &used)
        for path in first.paths {
            let lists = path.indices.map { Array(path[...$0]) }
            for list in lists { used[list, default: []].append(first.subject) }
            if lists.allSatisfy({ isWithin($0, used[$0] ?? []) }) {
                let value = size(first.subject, unit) + best(rest.dropFirst(), unit, &used)
                found = max(found, value)
            }
            for list in lists { used[list]?.removeLast() }
        }
        return found
    }

    private func isWithin(_ list: [String], _ subjects: [FireRoadTaken]) -> Bool {
        guard let amount = list.last.flatMap(definition)?.amount, let most = amount.maximum else {
            return true
        }
        return subjects.reduce(0) { $0 + size($1, amount.unit) } <= most
    }

    private func size(_ subject: FireRoadTaken, _ unit: FireRoadThreshold.Unit) -> Int {
        unit == .units ? subject.units : 1
    }

    /// Every word below, with the lists with a maximum that it stands in.
    private func paths(_ statement: Statement, _ path: [String]) -> [(word: String, path: [String])]
    {
        switch statement {
        case .text: return []
        case .list(_, let parts, _): return parts.flatMap { paths($0, path) }
        case .name(let name, _):
            guard let definition = definition(name) else { return [(name, path)] }
            let below = definition.amount?.maximum == nil ? path : path + [name]
            return paths(definition.statement, below)
        }
    }

    // MARK: Words

    /// The definition; one that is only another's name is that other's under its own name.
    private func definition(_ name: String) -> Definition? {
        guard var found = document.definitions.first(where: { $0.name == name }) else { return nil }
        while found.amount == nil, found.distinct == nil,
            case .name(let other, _) = found.statement,
            let next = document.definitions.first(where: { $0.name == other })
        {
            (found.amount, found.distinct) = (next.amount, next.distinct)
            found.statement = next.statement
        }
        return found
    }

    private func matches(_ subject: FireRoadTaken, _ word: String) -> Bool {
        let number = word.hasSuffix("[J]") ? String(word.dropLast(3)) : word
        return subject.names.contains(number) || subject.tags.contains(word)
    }

    private func subjects(_ statement: Statement) -> Set<FireRoadTaken> {
        let words = paths(statement, []).map(\.word)
        return Set(taken.filter { subject in words.contains { matches(subject, $0) } })
    }

    private func hasText(_ statement: Statement) -> Bool {
        switch statement {
        case .text: true
        case .list(_, let parts, _): parts.contains(where: hasText)
        case .name(let name, _): definition(name).map { hasText($0.statement) } ?? false
        }
    }
}
