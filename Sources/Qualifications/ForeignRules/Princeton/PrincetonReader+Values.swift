// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

// What single keys say.
extension PrincetonReader {
    /// The keys that say something for people to read.
    private static let texts: Set = ["explanation", "description", "note"]
    private static let known: Set = [
        "name", "min_needed", "max_counted", "double_counting_allowed",
        "double_counting_allowed_local", "max_common_with_major", "pdfs_allowed",
        "completed_by_semester", "no_crosslist", "iw_relationship", "req_list", "course_list",
        "excluded_course_list", "dist_req", "num_courses", "no_req",
    ]
    private static let header: Set = [
        "type", "code", "degree", "year", "urls", "contacts", "allowed_majors", "excluded_majors",
        "excluded_minors", "declaration_limit",
    ]

    /// Notes the keys that are not of the format, and counts the texts.
    mutating func checkKeys(_ keys: PrincetonKeys, isRoot: Bool) {
        for member in keys.members {
            if Self.texts.contains(member.key) {
                explanations += member.value.isNothing ? 0 : 1
            } else if !Self.known.contains(member.key),
                !isRoot || !Self.header.contains(member.key)
            {
                checkOdd(member)
            }
        }
    }

    /// A misspelt text is a text; anything else may be a demand.
    private mutating func checkOdd(_ member: FileNode.Member) {
        let nearest = Spelling.nearest(
            to: member.key, among: Self.texts.union(Self.known).sorted(), limit: 1
        ).first
        if let nearest, Self.texts.contains(nearest), member.value.text != nil {
            explanations += 1
            note(
                member.position, "unknown key", .interpreted,
                "\"\(member.key.shown)\" is taken for \"\(nearest)\"")
        } else {
            note(
                member.position, "unknown key", .inexpressible,
                "\"\(member.key.shown)\" is no key of the format"
                    + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
    }

    /// What is true, false or not said.
    mutating func truth(_ key: String, in keys: PrincetonKeys) -> Bool? {
        guard let value = keys.value(key) else { return nil }
        if case .truth(let truth) = value.content { return truth }
        switch value.text?.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default:
            note(
                value.position, key, .inexpressible,
                "\(value.noun) is neither true nor false; it was left out")
            return nil
        }
    }

    /// A number of units, 0 to 10,000; nil for other text.
    static func number(_ text: some StringProtocol) -> Int? {
        Int(text).flatMap { 0...10_000 ~= $0 ? $0 : nil }
    }

    /// A number of semesters.
    mutating func semester(_ key: String, in keys: PrincetonKeys) -> Int? {
        guard let (text, position) = keys.entries(key).first else { return nil }
        if let semester = Int(text), 1...40 ~= semester { return semester }
        note(
            position, key, .inexpressible,
            "\"\(text.shown)\" is not the number of a semester; it was left out")
        return nil
    }

    /// Whether, or how many, courses taken pass/D/fail count; nil where it is not said.
    mutating func passFail(in keys: PrincetonKeys) -> PassFail? {
        guard let value = keys.value("pdfs_allowed") else { return nil }
        if let count = value.text.flatMap(Self.number) {
            return count == 0 ? PassFail.none : .some(atMost: count)
        }
        return truth("pdfs_allowed", in: keys).map { $0 ? .all : .none }
    }

    /// How many courses may count for the major too; nil for no limit.
    mutating func commonLimit(in keys: PrincetonKeys) -> Int? {
        guard let text = keys.text("max_common_with_major"), text.uppercased() != "ALL" else {
            return nil
        }
        if let limit = Self.number(text) { return limit }
        note(
            keys.position(of: "max_common_with_major"), "max_common_with_major", .inexpressible,
            "\"\(text.shown)\" is not a number of courses; it was left out")
        return nil
    }

    /// The most units passed up; nil for no limit.
    mutating func maximum(in keys: PrincetonKeys) -> Int? {
        guard let text = keys.text("max_counted"), text.uppercased() != "ALL" else { return nil }
        if let most = Self.number(text) { return most }
        note(
            keys.position(of: "max_counted"), "max_counted", .inexpressible,
            "\"\(text.shown)\" is not a number of units; no limit was taken")
        return nil
    }

    /// Works out the least units; what cannot be read is left to a person.
    mutating func readMinimum(
        _ keys: PrincetonKeys, into node: inout PrincetonNode, isRoot: Bool
    ) {
        if let courses = keys.text("num_courses") {
            // Whatever least is stated beside it: that many courses are one unit, or none.
            guard let count = Self.number(courses) else {
                return unreadable("num_courses", courses, keys, &node)
            }
            return node.minimum = count
        }
        let all = PrincetonNode.all(of: node)
        guard let text = keys.text("min_needed") else {
            return node.minimum = isRoot ? all : 0
        }
        if text == "ALL" {
            node.minimum = all
            noteUnlimitedAll(keys, node)
        } else if let least = Self.number(text) {
            node.minimum = least
        } else if text.uppercased() == "ALL" {
            node.minimum = all
            interpreted(text, as: "ALL", keys)
        } else if let word = text.split(separator: " ").first, let least = Self.number(word) {
            node.minimum = least
            interpreted(text, as: "\(least)", keys)
        } else {
            unreadable("min_needed", text, keys, &node)
        }
    }

    /// `ALL` over a list that passes up every course asks for every course.
    private mutating func noteUnlimitedAll(_ keys: PrincetonKeys, _ node: PrincetonNode) {
        let unlimited = node.children.contains { child in
            guard case .courses(let list, _) = child.content else { return false }
            return child.maximum == nil && list.count > max(1, child.minimum)
        }
        guard unlimited else { return }
        note(
            keys.position(of: "min_needed"), "min_needed", .interpreted,
            "ALL is \(node.minimum) units, since a part passes up every course of its list")
    }

    private mutating func interpreted(_ text: String, as reading: String, _ keys: PrincetonKeys) {
        note(
            keys.position(of: "min_needed"), "min_needed", .interpreted,
            "\"\(text.shown)\" is taken for \(reading)")
    }

    private mutating func unreadable(
        _ key: String, _ text: String, _ keys: PrincetonKeys, _ node: inout PrincetonNode
    ) {
        note(
            keys.position(of: key), key, .inexpressible,
            "\"\(text.shown)\" is not a number of units nor ALL; a person is asked whether the "
                + "requirement is met")
        if node.title.isEmpty { node.title = LocalizedText(text, language: "en") }
        node.content = .unverifiable
        node.minimum = 1
    }

    /// How independent work for a minor relates to that for the major is for a person to check.
    mutating func readIndependentWork(_ keys: PrincetonKeys, into node: inout PrincetonNode) {
        guard let text = keys.text("iw_relationship") else { return }
        guard let words = Self.independentWork[text], node.isUnverifiable else {
            note(
                keys.position(of: "iw_relationship"), "iw_relationship", .inexpressible,
                "\"\(text.shown)\" is not said of a requirement without courses, or is not "
                    + "combined, hybrid or separate; a person is asked")
            node.gates.append("Independent work: \(text.shown)")
            return
        }
        let title = node.title.text()
        node.title = LocalizedText(title.isEmpty ? words : "\(title) (\(words))", language: "en")
    }

    private static let independentWork = [
        "combined": "combined with the independent work of the major",
        "hybrid": "partly combined with the independent work of the major",
        "separate": "separate from the independent work of the major",
    ]
}

extension PrincetonNode {
    /// The units that `ALL` asks of what is below a requirement.
    static func all(of node: PrincetonNode) -> Int {
        var unlimited = node
        unlimited.maximum =
            switch node.content {
            // An area has no number of courses but the one that is passed up.
            case .courses(let list, _) where list.isAreasOnly: node.maximum
            case .everyCourse: node.maximum
            default: nil
            }
        return unlimited.passableUnits
    }
}

// What differs between classes of learners.
extension PrincetonReader {
    /// Puts the first case of a `year_switch` that is for the learners in place.
    mutating func resolveYearSwitch(_ keys: inout PrincetonKeys) {
        guard keys.has("year_switch") else { return }
        let position = keys.position(of: "year_switch")
        guard case .list(let cases)? = keys.value("year_switch")?.content else {
            keys.override(with: [])
            return note(
                position, "year_switch", .inexpressible, "it is no list of cases; it was left out")
        }
        dependsOnStart = true
        if calendar == nil {
            note(
                position, "year_switch", .inexpressible,
                "the cases are for classes of learners; state when they started, and the case "
                    + "that is theirs is taken")
            keys.gates.append("What is required of the learner's class")
        }
        let chosen = cases.first { matches($0) }
        if case .mapping(let members)? = chosen?.content {
            keys.override(with: members)
            // A case may hold a switch of its own.
            if keys.has("year_switch") { resolveYearSwitch(&keys) }
        } else {
            keys.override(with: [])
        }
    }

    private mutating func matches(_ node: FileNode) -> Bool {
        guard case .mapping(let members) = node.content else { return false }
        let code = members.last { $0.key == "year_code" }?.value.text ?? ""
        let text = code.filter { !$0.isWhitespace }.lowercased()
        if text.isEmpty || text == "default" { return true }
        guard let range = PrincetonYears(text) else {
            note(
                node.position, "year_code", .inexpressible,
                "\"\(code.shown)\" is no range of years such as >=2022 or 2020-2023; the case was "
                    + "left out")
            return false
        }
        return calendar.map { range.contains($0.classYear) } ?? false
    }
}

/// The years that a `year_code` names.
struct PrincetonYears {
    private let includes: @Sendable (Int) -> Bool

    /// Reads `>=2022`, `!=2021`, `2020-2023`, `2021`, without spaces.
    init?(_ text: String) {
        let sign = String(text.prefix { !$0.isNumber })
        let rest = text.dropFirst(sign.count).split(separator: "-", maxSplits: 1)
            .map { Int($0) }
        guard let first = rest.first ?? nil, !rest.contains(nil) else { return nil }
        if rest.count == 2 {
            guard sign.isEmpty, let last = rest[1] else { return nil }
            includes = { first <= $0 && $0 <= last }
            return
        }
        switch sign {
        case "", "==": includes = { $0 == first }
        case "<": includes = { $0 < first }
        case "<=": includes = { $0 <= first }
        case ">": includes = { $0 > first }
        case ">=": includes = { $0 >= first }
        case "!=": includes = { $0 != first }
        default: return nil
        }
    }

    /// Returns whether the year is among them.
    func contains(_ year: Int) -> Bool { includes(year) }
}
