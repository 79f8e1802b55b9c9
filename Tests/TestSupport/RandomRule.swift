// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Draws random rules that together use every kind of requirement and every term.
public struct RandomRule {
    private var random: SeededGenerator
    private let credentials: [String]
    private let outcomes: [String]
    private let skills: [String]
    /// How many nodes the rule being drawn has.
    private var count = 0
    private var left = 0

    /// Creates a source of rules that name these credentials, outcomes and skills.
    public init(
        seed: UInt64, credentials: [String] = ["a", "b", "c d"], outcomes: [String] = ["lo 1"],
        skills: [String] = ["urn:s"]
    ) {
        random = SeededGenerator(seed: seed)
        self.credentials = credentials
        self.outcomes = outcomes
        self.skills = skills
    }

    /// Draws a rule with everything that a rule may say.
    public mutating func rule(of credential: String, _ use: Rule.Use, name: String? = nil) -> Rule {
        var rule = plainRule(of: credential, use)
        rule.name = name
        rule.title = text()
        rule.startedFrom = maybe(date())
        rule.startedBefore = maybe(date())
        rule.isSecondary = chance()
        rule.awarding = pick(Rule.Awarding.allCases)
        rule.counts = selector()
        rule.agesOn = maybe(date())
        rule.scales = (0..<number(0...2)).compactMap { scale(named: "scale \($0)") }
        rule.recognition = maybe(recognition())
        rule.equivalences = (0..<number(0...2)).map { _ in
            Rule.Equivalence(
                pick(credentials), countsFor: pick(credentials), overlap: maybe(fraction()))
        }
        return rule
    }

    /// Draws a rule with everything that rows of a table can say.
    public mutating func plainRule(of credential: String, _ use: Rule.Use) -> Rule {
        count = 0
        left = number(1...40)
        var rule = Rule(
            credential: credential, use: use, requirement: requirement(depth: 5, below: .other))
        rule.version = maybe(word())
        rule.validFrom = maybe(date())
        rule.validUntil = maybe(date())
        rule.source = maybe("https://example.org/\(number(0...99))?a=\"b\"/c")
        rule.decidedBy = maybe(word())
        // Where a part that is cut at a maximum may stand is not drawn but checked.
        if (try? rule.check()) == nil { rule.requirement = rule.requirement.whole }
        return rule
    }

    // MARK: Terms

    private mutating func scale(named name: String) -> GradeScale? {
        let grades = ["F", "pass", "C+", "B", "A \"*\"", "7,5"].prefix(number(1...6))
        return try? GradeScale(
            name: name,
            steps: grades.map { .init($0, points: maybe(ExactDecimal(thousandths: signed()))) },
            passMark: maybe(grades.randomElement(using: &random) ?? "F"))
    }

    private mutating func recognition() -> Recognition {
        Recognition(
            own: ["own", "Universitat del Far"].filter { _ in chance() },
            bodies: (0..<number(0...3)).map {
                .init(
                    "body \($0)", accord: maybe("accord \(number(0...1))"), isProvisional: chance())
            })
    }

    // MARK: Requirements

    /// What a requirement stands below.
    private enum Place { case count, other }

    private mutating func requirement(depth: Int, below place: Place) -> Requirement {
        count += 1
        left -= 1
        let id = "node \(count)"
        let title = text()
        let isShared = number(0...4) == 0
        return Requirement(
            id: id, title: title, isShared: isShared, kind: kind(depth: depth, below: place))
    }

    private mutating func children(_ depth: Int, below place: Place = .other) -> [Requirement] {
        var found: [Requirement] = []
        for _ in 0..<number(0...4) where left > 0 && depth > 0 {
            found.append(requirement(depth: depth - 1, below: place))
        }
        return found
    }

    private mutating func kind(depth: Int, below place: Place) -> Requirement.Kind {
        let isNested = depth > 0 && left > 0 && number(0...2) > 0
        if isNested { return nestedKind(depth: depth) }
        switch number(0...(place == .count ? 11 : 7)) {
        case 0: return .credential(pick(credentials), overlap: maybe(positiveFraction()))
        case 1: return .outcome(pick(outcomes))
        case 2: return .skill(pick(skills), atLeast: maybe(Level(framework: "CEFR", value: "B2")))
        case 3: return .order((0..<number(1...3)).map { _ in pick(credentials) })
        case 4: return .absent(selector())
        case 5: return .notBefore(date())
        case 6: return .decision(by: "body \(word())")
        case 7, 8: return .mean(mean(below: place))
        case 9: return .share(share())
        case 10: return .period(Period(number(0...Period.most), pick(Period.Measure.allCases)))
        default:
            return .distinct(
                number(1...9), of: pick(Selector.Field.allCases.filter(\.isDistinguishing)))
        }
    }

    private mutating func nestedKind(depth: Int) -> Requirement.Kind {
        switch number(0...5) {
        case 0: .all(children(depth))
        case 1: .any(children(depth))
        case 2: .atLeast(number(1...9), of: children(depth))
        default: .count(demand(depth))
        }
    }

    private mutating func demand(_ depth: Int) -> Requirement.Demand {
        let least = number(0...60_000)
        return Requirement.Demand(
            minimum: ExactDecimal(thousandths: least),
            maximum: maybe(ExactDecimal(thousandths: least + number(0...60_000))), unit: unit(),
            selector: selector(), parts: children(depth, below: .count),
            isPartial: number(0...3) == 0)
    }

    private mutating func share() -> Requirement.Share {
        let least = maybe(bound())
        return Requirement.Share(
            minimum: least, maximum: least == nil ? bound() : maybe(bound()), unit: maybe(unit()),
            of: selector(), basis: pick(Requirement.Share.Basis.allCases),
            rounding: maybe(pick(Requirement.Share.Rounding.allCases)))
    }

    private mutating func mean(below place: Place) -> Requirement.MeanGrade {
        Requirement.MeanGrade(
            minimum: ExactDecimal(thousandths: signed()), scale: "scale \(number(0...1))",
            basis: place == .count && chance() ? .counted : .held)
    }

    // MARK: Values

    private mutating func bound() -> Requirement.Share.Bound {
        chance()
            ? .fraction(fraction()) : .amount(ExactDecimal(thousandths: number(0...60_000)))
    }

    private mutating func unit() -> Unit {
        pick([.credits(.ects), .credits("UK CATS"), .credits(.unknown), .awards, .hours])
    }

    private mutating func fraction() -> Fraction { Fraction(thousandths: number(0...1000)) }

    private mutating func positiveFraction() -> Fraction {
        Fraction(thousandths: number(1...1000))
    }

    private mutating func selector() -> Selector { .random(depth: number(0...3), using: &random) }

    private mutating func signed() -> Int { number(-5000...100_000) }

    private mutating func date() -> CalendarDate {
        CalendarDate(dayNumber: number(-700_000...2_900_000))
    }

    private mutating func text() -> LocalizedText {
        LocalizedText(
            ["de", "en", "fr-CA", "und"].filter { _ in number(0...2) == 0 }.map {
                .init(language: $0, text: word())
            })
    }

    private mutating func word() -> String {
        pick([
            "fjell", "Überblick", "données 🙂", "it's \"quoted\"", "a;b,c", "नमस्ते", "tab\there",
            "line\nbreak", "nul\u{0}inside", "zażółć", "\\", "</script>",
        ]) + String(number(0...99))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance() -> Bool { Bool.random(using: &random) }

    private mutating func maybe<T>(_ value: T) -> T? { chance() ? value : nil }

    private mutating func pick<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }
}

extension Requirement {
    /// The requirement with nothing in it cut at a maximum.
    fileprivate var whole: Requirement {
        let below = children.map(\.whole)
        let kind: Kind =
            switch kind {
            case .all: .all(below)
            case .any: .any(below)
            case .atLeast(let count, _): .atLeast(count, of: below)
            case .count(let demand):
                .count(
                    Demand(
                        minimum: demand.minimum, maximum: demand.maximum, unit: demand.unit,
                        selector: demand.selector, parts: below))
            default: kind
            }
        return Requirement(id: id, title: title, isShared: isShared, kind: kind)
    }
}
