// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let foreignLevel = LintCheck(
        "foreign-level", .error,
        "A level is of a framework that does not compare with those it is compared with."
    ) { subject in
        let levels = subject.selectors.flatMap { place, key, selector in
            selector.levels.map { (place: place, key: key, level: $0) }
        }
        let skills = subject.nodes.compactMap { place, node in
            guard case .skill(_, let level?) = node.requirement.kind else {
                return nil as (place: Int?, key: String, level: Level)?
            }
            return (place, "minimum", level)
        }
        let odd = (levels + skills).compactMap { place, key, level in
            level.isBeyondItsFramework
                ? LintIssue(
                    place, key, "\(level.framework) has no level \"\(level.value)\"",
                    do: "correct the level") : nil
        }
        guard odd.isEmpty else { return odd }
        guard let facts = subject.facts else { return subject.mixed(levels) }
        return levels.compactMap { place, key, level in
            subject.foreign(level, among: facts.levels, place, key)
        }
            + skills.compactMap { place, key, level in
                subject.foreign(level, among: facts.proficiencies, place, key)
            }
    }
}

extension LintSubject {
    /// A level that none of the catalogue's can be compared with.
    fileprivate func foreign(
        _ level: Level, among known: Set<Level>, _ place: Int?, _ key: String
    ) -> LintIssue? {
        guard !known.isEmpty,
            !known.contains(where: { logic.crosswalk.compare($0, with: level) != nil })
        else { return nil }
        let frameworks = Set(known.map(\.framework)).sorted()
        if frameworks.contains(level.framework) {
            return LintIssue(
                place, key, "\(level.framework) has no level \"\(level.value)\" that is known",
                do: "correct the level")
        }
        // Levels that correspond to one and the same do not compare, but others might.
        guard !frameworks.contains(where: { logic.crosswalk.relates($0, level.framework) }) else {
            return nil
        }
        return LintIssue(
            place, key,
            "the catalogue's levels are of \(frameworks.prefix(3).joined(separator: ", ")), and "
                + "none compares with \(level)",
            do: "ask for a level of one of these, or declare how the frameworks correspond")
    }

    /// Without a catalogue: two frameworks in one rule of which one award's level cannot be both.
    fileprivate func mixed(
        _ levels: [(place: Int?, key: String, level: Level)]
    ) -> [LintIssue] {
        guard let first = levels.first else { return [] }
        var seen: Set<String> = []
        return levels.dropFirst().compactMap { place, key, level in
            guard level.framework != first.level.framework,
                logic.crosswalk.compare(level, with: first.level) == nil,
                !logic.crosswalk.relates(level.framework, first.level.framework),
                seen.insert(level.framework).inserted
            else { return nil }
            return LintIssue(
                place, key,
                "the rule asks for \(first.level) and for \(level), and nothing relates the two "
                    + "frameworks",
                do: "ask in one framework, or declare how they correspond", severity: .warning)
        }
    }
}

extension Level {
    /// Whether its framework is known and has no such level.
    fileprivate var isBeyondItsFramework: Bool {
        switch framework {
        case "EQF", "DQR": !isNumber(in: 1...8)
        case "NFQ": !isNumber(in: 1...10)
        case "SCQF": !isNumber(in: 1...12)
        case "CEFR", "QF-EHEA": rank == nil || Int(value) != nil
        default: false
        }
    }

    private func isNumber(in range: ClosedRange<Int>) -> Bool {
        Int(value).map(range.contains) ?? false
    }
}

extension LevelCrosswalk {
    /// Whether any levels of the two frameworks compare, as far as their names are the numbers 1
    /// to 12.
    fileprivate func relates(_ left: String, _ right: String) -> Bool {
        (1...12).contains { mine in
            (1...12).contains { theirs in
                compare(
                    Level(framework: left, value: String(mine)),
                    with: Level(framework: right, value: String(theirs))) != nil
            }
        }
    }
}

extension Selector {
    /// The levels that it compares with.
    fileprivate var levels: [Level] {
        switch self {
        case .everything: []
        case .comparison(.level, _, let value): Level(value).map { [$0] } ?? []
        case .oneOf(.level, let values): values.compactMap { Level($0) }
        case .comparison, .oneOf: []
        case .not(let inner): inner.levels
        case .and(let left, let right), .or(let left, let right): left.levels + right.levels
        }
    }
}
