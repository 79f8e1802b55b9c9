// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

/// A mistake that a check must find, and the same rules without it, in which none may find any.
struct LintExample: Sendable, CustomTestStringConvertible {
    let code: String
    let name: String
    let bad: [Rule]
    let good: [Rule]
    var graph: Graph?

    /// A single rule, and its twin.
    init(
        _ code: String, _ name: String, bad: Rule, good: Rule, graph: Graph? = nil
    ) {
        self.init(code, name, bad: [bad], good: [good], graph: graph)
    }

    init(
        _ code: String, _ name: String, bad: [Rule], good: [Rule], graph: Graph? = nil
    ) {
        self.code = code
        self.name = name
        self.bad = bad
        self.good = good
        self.graph = graph
    }

    var testDescription: String { "\(code): \(name)" }

    /// A rule with a source, as the examples are made of.
    static func rule(
        _ requirement: Requirement, _ change: (inout Rule) -> Void = { _ in }
    ) -> Rule { LintSample.rule(requirement, change) }
}

/// Rules and catalogues for the linter, written short.
enum LintSample {
    static let today = CalendarDate(year: 2026, month: 6, day: 1) ?? CalendarDate(dayNumber: 20_000)

    /// A rule with a source, as a finished one has.
    static func rule(
        _ requirement: Requirement, of credential: String = "q",
        _ change: (inout Rule) -> Void = { _ in }
    ) -> Rule {
        var rule = Rule(credential: credential, use: .completion, requirement: requirement)
        rule.source = "https://awarding.example/rules/\(credential)"
        change(&rule)
        return rule
    }

    static func select(_ text: String) -> Selector {
        do { return try Selector(parsing: text) } catch { fatalError("\(text): \(error)") }
    }

    static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { fatalError("\(text) is no date") }
        return day
    }

    static func scale(_ steps: [(String, Int?)]) -> GradeScale {
        do {
            return try GradeScale(
                name: "letters",
                steps: steps.map { .init($0.0, points: $0.1.map { ExactDecimal($0) }) })
        } catch { fatalError("\(error)") }
    }

    static let letters = scale([("C", 2), ("B", 3), ("A", 4)])

    /// Six modules of 5 ECTS at EQF 6 by "north", and what a test adds.
    static func graph(_ change: (inout GraphParts) -> Void = { _ in }) -> Graph {
        var parts = GraphParts()
        parts.credentials = ["c1", "c2", "c3", "c4", "c5", "c6", "q"].map { id in
            var credential = Credential(id: id, title: LocalizedText(id), kind: .module)
            credential.credits = Credits(ExactDecimal(id == "q" ? 30 : 5))
            credential.level = Level("EQF:6")
            credential.provider = "north"
            credential.tags = ["data"]
            credential.field = "0613"
            credential.languages = ["en"]
            credential.mode = "online"
            return credential
        }
        parts.credentials[0].identifiers = ["course-one"]
        parts.skills = [Skill(uri: "urn:skill", label: "dye yarn", framework: Framework("local"))]
        parts.outcomes = [LearningOutcome(id: "o1", credential: "c1", text: "Warp a loom")]
        parts.alignments = [
            .init(outcome: 0, skill: 0, weight: 1, proficiency: Level("CEFR:B2"))
        ]
        change(&parts)
        do { return try Graph(parts) } catch { fatalError("\(error)") }
    }
}

/// Requirements written short; each gets an id from what it is.
enum Ask {
    static func all(_ parts: Requirement..., id: String = "all", title: LocalizedText = "")
        -> Requirement
    {
        Requirement(id: id, title: title, kind: .all(parts))
    }

    static func any(_ parts: Requirement..., id: String = "any") -> Requirement {
        Requirement(id: id, kind: .any(parts))
    }

    static func atLeast(_ count: Int, _ parts: Requirement..., id: String = "some") -> Requirement {
        Requirement(id: id, kind: .atLeast(count, of: parts))
    }

    static func credits(
        _ minimum: Int, to maximum: Int? = nil, _ selector: String = "any", id: String = "total",
        title: LocalizedText = "", scheme: CreditScheme = .ects, shared: Bool = false,
        partial: Bool = false, _ parts: Requirement...
    ) -> Requirement {
        Requirement(
            id: id, title: title, isShared: shared,
            kind: .count(
                .init(
                    minimum: ExactDecimal(minimum), maximum: maximum.map { ExactDecimal($0) },
                    unit: .credits(scheme), selector: LintSample.select(selector), parts: parts,
                    isPartial: partial)))
    }

    static func credits(
        _ minimum: Int, to maximum: Int? = nil, _ first: Requirement, _ rest: Requirement...
    ) -> Requirement {
        Requirement(
            id: "total",
            kind: .count(
                .init(
                    minimum: ExactDecimal(minimum), maximum: maximum.map { ExactDecimal($0) },
                    parts: [first] + rest)))
    }

    static func awards(
        _ minimum: Int, to maximum: Int? = nil, _ first: Requirement, _ rest: Requirement...
    ) -> Requirement {
        Requirement(
            id: "total",
            kind: .count(
                .init(
                    minimum: ExactDecimal(minimum), maximum: maximum.map { ExactDecimal($0) },
                    unit: .awards, parts: [first] + rest)))
    }

    static func awards(
        _ minimum: Int, to maximum: Int? = nil, _ selector: String = "any", id: String = "total",
        title: LocalizedText = "", _ parts: Requirement...
    ) -> Requirement {
        Requirement(
            id: id, title: title,
            kind: .count(
                .init(
                    minimum: ExactDecimal(minimum), maximum: maximum.map { ExactDecimal($0) },
                    unit: .awards, selector: LintSample.select(selector), parts: parts)))
    }

    static func held(_ credential: String, overlap: Int? = nil, id: String? = nil) -> Requirement {
        Requirement(
            id: id ?? credential,
            kind: .credential(credential, overlap: overlap.map { Fraction(thousandths: $0) }))
    }

    static func share(
        _ minimum: String? = nil, to maximum: String? = nil, _ selector: String,
        id: String = "share", title: LocalizedText = "", counted: Bool = false,
        rounding: Requirement.Share.Rounding? = nil
    ) -> Requirement {
        Requirement(
            id: id, title: title,
            kind: .share(
                .init(
                    minimum: minimum.flatMap(bound), maximum: maximum.flatMap(bound),
                    of: LintSample.select(selector), basis: counted ? .counted : .required,
                    rounding: rounding)))
    }

    private static func bound(_ text: String) -> Requirement.Share.Bound? {
        Fraction(text).map { .fraction($0) } ?? ExactDecimal(text).map { .amount($0) }
    }

    static func mean(_ minimum: Int, _ scale: String = "letters") -> Requirement {
        Requirement(id: "mean", kind: .mean(.init(minimum: ExactDecimal(minimum), scale: scale)))
    }

    static func node(_ kind: Requirement.Kind, id: String = "node", shared: Bool = false)
        -> Requirement
    {
        Requirement(id: id, isShared: shared, kind: kind)
    }

    static func order(_ ids: String..., id: String = "order") -> Requirement {
        Requirement(id: id, kind: .order(ids))
    }

    static func none(_ selector: String, id: String = "none") -> Requirement {
        Requirement(id: id, kind: .absent(LintSample.select(selector)))
    }
}
