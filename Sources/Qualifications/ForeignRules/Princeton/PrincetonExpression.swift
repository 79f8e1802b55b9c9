// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Says a Princeton requirement in Varde's.
///
/// What passes one unit up is one of a number of requirements; courses that pass up one unit each
/// are parts of a count of awards. Where the two are added up, the sum is written out as the ways
/// in which it can come about.
struct PrincetonExpression {
    /// What holds for all that is below a requirement.
    struct Conditions {
        /// The last day on which a course counts.
        var due: CalendarDate?
        /// Whether a course that counts for the major cannot count here.
        var excludesCommon = false
    }

    /// The calendar of the learners; nil where their start is not stated.
    let calendar: PrincetonCalendar?
    /// Who decides what nothing that is held can settle.
    let decider: String
    /// Whether the rule as a whole leaves out courses taken pass/D/fail.
    let excludesPassFail: Bool
    /// What could not be said.
    var notes: [ForeignRules.Diagnostic] = []
    /// For each path of the file, the ids of the requirements that say it.
    var trace: [[String]: [String]] = [:]
    private var ids: Set<String> = []
    private var noted: Set<ForeignRules.Diagnostic> = []
    private var size = 0

    /// The most ways in which one sum is written out.
    static let mostWays = 128
    /// The most requirements of one rule.
    static let mostNodes = 20_000

    init(calendar: PrincetonCalendar?, decider: String, excludesPassFail: Bool) {
        self.calendar = calendar
        self.decider = decider
        self.excludesPassFail = excludesPassFail
    }

    /// Says that `node` passes `units` up.
    mutating func passing(
        _ node: PrincetonNode, units: Int = 1, id: String, _ conditions: Conditions
    ) -> Requirement {
        counting(node, node.threshold(toPass: units), id: id, conditions)
    }

    /// Says that `node` counts at least `count` units.
    mutating func counting(
        _ node: PrincetonNode, _ count: Int, id: String, _ conditions: Conditions
    ) -> Requirement {
        let id = fresh(id, for: node)
        var below = conditions
        below.excludesCommon = below.excludesCommon || node.commonLimit == 0
        let deadline = deadline(of: node)
        let isDueInFull = count <= node.minimum || node.minimum == 0
        if isDueInFull { below.due = earliest(below.due, deadline) }
        var caps = self.caps(of: node)
        if let deadline, !isDueInFull, !node.isUnverifiable {
            caps.append(timely(node, by: deadline))
        }

        let needsPool =
            !node.children.isEmpty
            && (node.isLocallyShared == true || !caps.isEmpty && node.hasSharedCourses)
        var gates = node.gates
        if let semester = node.semester, deadline == nil, !node.isUnverifiable {
            gates.append("Complete \(Self.inTime(semester))")
        }
        let inner = gates.isEmpty ? id : "\(id)/courses"
        var made =
            needsPool
            ? pooled(node, count, caps: caps, id: inner, below)
            : capped(content(of: node, count, id: inner, below), caps, id: inner)
        if !node.isUnverifiable { made = made.titled(node.title) }
        return gated(made, by: gates, id: id, title: node.title)
    }

    private mutating func content(
        of node: PrincetonNode, _ count: Int, id: String, _ conditions: Conditions
    ) -> Requirement {
        switch node.content {
        case .courses, .everyCourse:
            let demand = Requirement.Demand(
                minimum: ExactDecimal(count), unit: .awards,
                selector: selector(of: node, conditions))
            return Requirement(
                id: id, title: node.title, isShared: node.isShared || node.isEveryCourse,
                kind: .count(demand))
        case .unverifiable:
            return Requirement(
                id: id, title: decisionTitle(of: node, count), kind: .decision(by: decider))
        case .list:
            return sum(of: node, count, id: id, conditions)
        }
    }

    // MARK: - Conditions

    /// What matches a course of `node`.
    func selector(of node: PrincetonNode, _ conditions: Conditions) -> Selector {
        var selector: Selector?
        switch node.content {
        case .courses(let list, let excluded):
            selector = list.selector ?? .nothing
            if let excluded = excluded.selector { selector = .both(selector, .not(excluded)) }
            if !node.allowsPassFail, !excludesPassFail { selector = .both(selector, .notPassFail) }
        case .everyCourse: selector = .comparison(.kind, .equal, Credential.Kind.course.rawValue)
        case .unverifiable, .list: selector = nil
        }
        if let due = conditions.due { selector = .both(selector, .onOrBefore(due)) }
        if conditions.excludesCommon { selector = .both(selector, .notForMajor) }
        return selector ?? .everything
    }

    /// The limits on what `node` counts.
    func caps(of node: PrincetonNode) -> [Requirement.Share] {
        var caps: [Requirement.Share] = []
        if let limit = node.passFailLimit, limit > 0 {
            caps.append(.init(maximum: .amount(ExactDecimal(limit)), of: .passFail))
        }
        if let limit = node.commonLimit, limit > 0 {
            caps.append(.init(maximum: .amount(ExactDecimal(limit)), of: .forMajor))
        }
        return caps
    }

    /// The least that must be counted in time where more is counted than the requirement asks.
    private mutating func timely(
        _ node: PrincetonNode, by deadline: CalendarDate
    ) -> Requirement.Share {
        if case .list = node.content, node.children.contains(where: { !isPlain($0) }) {
            note(
                node, "completed_by_semester",
                "which of its parts are complete in time cannot be said where more than its least "
                    + "is counted; only the number of courses is asked")
        }
        return .init(
            minimum: .amount(ExactDecimal(node.minimum)), of: .onOrBefore(deadline))
    }

    /// Puts `caps` below a count of what `made` counts.
    private mutating func capped(
        _ made: Requirement, _ caps: [Requirement.Share], id: String
    ) -> Requirement {
        guard !caps.isEmpty else { return made }
        if case .count(var demand) = made.kind {
            demand.parts += shares(caps, id: id)
            return made.asking(.count(demand))
        }
        let inner = Requirement(
            id: fresh("\(id)/asked"), title: "", isShared: made.isShared, kind: made.kind)
        let demand = Requirement.Demand(
            minimum: .zero, unit: .awards, selector: .nothing,
            parts: [inner] + shares(caps, id: id))
        return Requirement(id: id, title: made.title, kind: .count(demand))
    }

    /// The conditions as requirements.
    mutating func shares(_ shares: [Requirement.Share], id: String) -> [Requirement] {
        shares.map { share in
            let name = share.maximum == nil ? "least" : "most"
            return Requirement(
                id: fresh("\(id)/\(name)"), title: share.purpose, kind: .share(share))
        }
    }

    /// The day by whose end `node` must be complete; noted where it cannot be told.
    private mutating func deadline(of node: PrincetonNode) -> CalendarDate? {
        guard let semester = node.semester, !node.isUnverifiable else { return nil }
        if let calendar { return calendar.end(ofSemester: semester) }
        note(
            node, "completed_by_semester",
            "the end of semester \(semester) is a day only for learners who started together; "
                + "state the year in which they did")
        return nil
    }

    private static func inTime(_ semester: Int) -> String {
        "by the end of semester \(semester)"
    }

    /// A person who decides is told how much, and by when.
    private func decisionTitle(of node: PrincetonNode, _ count: Int) -> LocalizedText {
        var words: [String] = []
        if count > 1 { words.append("\(count) units") }
        if let semester = node.semester { words.append(Self.inTime(semester)) }
        guard !words.isEmpty else { return node.title }
        return LocalizedText(
            "\(node.title.text()) (\(words.joined(separator: ", ")))", language: "en")
    }

    private mutating func gated(
        _ made: Requirement, by gates: [String], id: String, title: LocalizedText
    ) -> Requirement {
        guard !gates.isEmpty else { return made }
        let decisions = gates.map { gate in
            Requirement(
                id: fresh("\(id)/decision"), title: LocalizedText(gate, language: "en"),
                kind: .decision(by: decider))
        }
        return Requirement(id: id, title: title, kind: .all([made.titled("")] + decisions))
    }

    // MARK: - Bookkeeping

    /// Whether `node` counts courses that are its own, so that it can be a part of a count.
    func isPlain(_ node: PrincetonNode) -> Bool {
        guard node.gates.isEmpty, node.isLocallyShared != true,
            node.semester == nil || calendar != nil
        else { return false }
        switch node.content {
        case .courses: return !node.isShared
        case .everyCourse, .unverifiable: return false
        case .list(let children):
            return children.allSatisfy {
                isPlain($0) && $0.minimum <= 1 && $0.semester == nil && $0.maximum != 0
            }
        }
    }

    /// An id like `wish` that no other requirement has.
    mutating func fresh(_ wish: String, for node: PrincetonNode? = nil) -> String {
        size += 1
        var id = wish
        var count = 1
        while !ids.insert(id).inserted {
            count += 1
            id = "\(wish)-\(count)"
        }
        if let node { trace[node.path, default: []].append(id) }
        return id
    }

    /// Whether the rule has become too large to be of use.
    var isTooLarge: Bool { size > Self.mostNodes }

    /// Notes what could not be said.
    mutating func note(_ node: PrincetonNode, _ construct: String, _ message: String) {
        let note = ForeignRules.Diagnostic(
            line: max(node.position.line, 1), column: max(node.position.column, 1),
            construct: construct, weight: .inexpressible, message: message)
        if noted.insert(note).inserted { notes.append(note) }
    }

    func earliest(_ left: CalendarDate?, _ right: CalendarDate?) -> CalendarDate? {
        [left, right].compactMap(\.self).min()
    }
}

extension Selector {
    /// Courses taken pass/D/fail.
    static let passFail = Selector.comparison(.grade, .equal, "princeton:P")
    static let notPassFail = Selector.not(passFail)
    /// Courses that count for the learner's major.
    static let forMajor = Selector.comparison(.used, .equal, "Major")
    static let notForMajor = Selector.not(forMajor)

    static func onOrBefore(_ day: CalendarDate) -> Selector {
        .comparison(.date, .atMost, day.description)
    }
}

extension Requirement.Share {
    /// What the limit is for, in words.
    fileprivate var purpose: LocalizedText {
        switch selector {
        case .passFail: LocalizedText("Courses taken pass/D/fail", language: "en")
        case .forMajor: LocalizedText("Courses that count for the major too", language: "en")
        default: ""
        }
    }
}

extension Requirement {
    /// The same with another title.
    func titled(_ title: LocalizedText) -> Requirement {
        Requirement(id: id, title: title, isShared: isShared, kind: kind)
    }

    /// The same that asks something else.
    func asking(_ kind: Kind) -> Requirement {
        Requirement(id: id, title: title, isShared: isShared, kind: kind)
    }

    /// The same, filled by itself.
    func shared() -> Requirement {
        Requirement(id: id, title: title, isShared: true, kind: kind)
    }
}

extension PrincetonNode {
    /// Whether courses below it, or its own, may count anywhere else too.
    var hasSharedCourses: Bool {
        switch content {
        case .courses: isShared
        case .everyCourse, .unverifiable: false
        case .list(let children): children.contains { $0.hasSharedCourses }
        }
    }

    var isEveryCourse: Bool {
        if case .everyCourse = content { return true }
        return false
    }
}
