// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport

/// A small random catalogue with a rule and a learner, using every kind of requirement and every
/// way in which a fact can be missing.
struct RandomWorld {
    var graph: Graph
    var rule: Rule
    var learner: Learner
    var asOf: CalendarDate { Draw.today }

    /// How large a world is drawn, and what it may hold.
    struct Size {
        var credentials = 7
        var awards = 7
        var nodes = 10
        /// The most placements that trying them all may take in one scope.
        var placements = 800
        /// How often a world is drawn again for the sake of the outcome.
        var redraws = 4
        var hasUnknowns = true
        var hasOtherSchemes = true
        /// Whether what is lacking may be rounded: shares that come out uneven or are rounded,
        /// shares of what is counted, and means.
        var hasRounding = true
        /// Whether grades may be asked for on a scale that nobody declares or that has no points.
        var hasOddScales = true
        /// Whether anything is counted at all.
        var counts = true
        /// Whether a rule may speak of everything held: an overall mean, or what is excluded.
        var speaksOfAllHeld = true
        /// Whether a rule has terms of its own: what counts, ages, scales, recognition,
        /// equivalences.
        var hasTerms = true
    }

    init(seed: UInt64, size: Size = Size()) throws {
        var draw = Draw(seed: seed, size: size)
        // Most rules are not met by most learners; draw again, so that other outcomes are frequent.
        let wanted: Status? = [.met, .cannotTell, nil][Int(seed % 3)]
        if wanted == .cannotTell { draw.doubt = 3 }
        self = try draw.world()
        guard let wanted else { return }
        for _ in 0..<size.redraws where oracle.status != wanted { self = try draw.world() }
    }

    fileprivate init(graph: Graph, rule: Rule, learner: Learner) {
        self.graph = graph
        self.rule = rule
        self.learner = learner
    }

    var oracle: BruteForce { BruteForce(learner.awards, rule, graph, asOf: asOf) }
}

extension BruteForce {
    /// The most placements that either reading tries in one scope.
    var placementCount: Int {
        max(reading(assuming: false).placementCount, reading(assuming: true).placementCount)
    }
}

/// Draws the parts of a world.
struct Draw {
    static let today = CalendarDate(dayNumber: 20_000)

    var random: SeededGenerator
    let size: RandomWorld.Size
    /// How many requirements may still be drawn.
    var nodesLeft = 0
    var nextID = 0
    /// How many times more often than else a fact is missing.
    var doubt = 1
    /// The outcomes of the catalogue drawn last.
    var outcomes: [String] = []

    init(seed: UInt64, size: RandomWorld.Size) {
        random = SeededGenerator(seed: seed)
        self.size = size
    }

    mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    /// Whether a fact is missing, with this chance.
    mutating func isUnknown(_ percent: Int) -> Bool { size.hasUnknowns && chance(percent * doubt) }

    mutating func world() throws -> RandomWorld {
        var world = RandomWorld(
            graph: try Graph(parts()), rule: rule(credential: "c0", use: .completion),
            learner: try Learner(id: "pseudonym", awards: awards()))
        try world.graph.check(world.rule)
        while world.oracle.placementCount > size.placements {
            world.learner = try Learner(
                id: "pseudonym", awards: world.learner.awards.dropLast())
        }
        return world
    }

    // MARK: The catalogue

    mutating func parts() -> GraphParts {
        var parts = GraphParts()
        let framework = Framework("local")
        parts.skills = (0..<5).map { Skill(uri: "s\($0)", label: "Skill", framework: framework) }
        parts.skillLinks = [
            .init(from: 0, kind: .broader, to: 1), .init(from: 1, kind: .broader, to: 2),
            .init(from: 3, kind: .broader, to: 2),
        ]
        parts.credentials = (0..<size.credentials).map { credential("c\($0)") }
        for index in parts.credentials.indices where chance(60) {
            parts.outcomes.append(
                LearningOutcome(id: "o\(index)", credential: "c\(index)", text: "Can"))
            for _ in 0..<pick([1, 1, 2]) {
                parts.alignments.append(alignment(of: parts.outcomes.count - 1))
            }
        }
        outcomes = parts.outcomes.map(\.id)
        if chance(40) { parts.credentialRelations.append(relation(.equivalent)) }
        parts.conversions = [
            CreditConversion(
                from: "HALF", to: "ECTS", factor: ExactDecimal(thousandths: 500), source: ""),
            CreditConversion(from: "ECTS", to: "HALF", factor: ExactDecimal(2), source: ""),
        ]
        return parts
    }

    private mutating func alignment(of outcome: Int) -> GraphParts.AlignmentLink {
        .init(
            outcome: outcome, skill: pick([0, 1, 2, 3, 4]), weight: pick([1, 1, 0.5]),
            proficiency: isUnknown(30) ? nil : pick([Level("CEFR:A2"), Level("CEFR:B2")]))
    }

    mutating func relation(_ kind: CredentialRelation.Kind) -> CredentialRelation {
        let from = Int.random(in: 1..<size.credentials, using: &random)
        return CredentialRelation(from: "c\(from)", kind: kind, to: "c\(from - 1)")
    }

    private mutating func credential(_ id: String) -> Credential {
        var credential = Credential(id: id, title: "Title", kind: pick([.course, .badge, .module]))
        credential.credits = credits()
        credential.hours = isUnknown(15) ? nil : ExactDecimal(pick([20, 40, 60, 100]))
        credential.provider = isUnknown(12) ? nil : pick(["p", "q", "q"])
        credential.level = isUnknown(12) ? nil : Level(pick(["5", "6", "7"]))
        credential.field = isUnknown(8) ? nil : pick(["061", "062"])
        credential.mode = isUnknown(20) ? nil : pick(["online", "on-site"])
        credential.tags = pick([[], ["core"], ["core", "lab"]])
        return credential
    }

    mutating func credits() -> Credits? {
        let amount = ExactDecimal(thousandths: pick([2500, 5000, 5000, 7500, 10_000]))
        if isUnknown(6) { return Credits(amount, .unknown) }
        if isUnknown(6) { return nil }
        if size.hasOtherSchemes, chance(12) { return Credits(amount, pick(["HALF", "ODD"])) }
        return Credits(amount)
    }

    // MARK: Awards

    mutating func awards() -> [Award] {
        (0..<max(number(), number())).map { _ in award() }
    }

    private mutating func number() -> Int { Int.random(in: 0...size.awards, using: &random) }

    mutating func award() -> Award {
        var award = Award(credential: "c\(Int.random(in: 0..<size.credentials, using: &random))")
        award.date = isUnknown(8) ? nil : pick(Self.days)
        award.grade = grade()
        if chance(3) { award.date = CalendarDate(dayNumber: Self.today.dayNumber + 1) }
        if chance(5) { award.expires = CalendarDate(dayNumber: pick([19_999, 20_000])) }
        if chance(8) { award.progress = pick([.inProgress, .planned, .failed, .withdrawn]) }
        if chance(2) { award.verification = .failed }
        if chance(10) { award.credits = credits() }
        if chance(10) { award.level = Level(pick(["5", "7"])) }
        if chance(10) { award.usedFor = ["another"] }
        return award
    }

    /// Days around the ends of one and of five years.
    private static let days: [CalendarDate] =
        [-5, -1].flatMap { years in
            let day = today.adding(years: years).dayNumber
            return [day - 1, day, day + 1].map(CalendarDate.init(dayNumber:))
        } + [today]

    private mutating func grade() -> Grade? {
        if isUnknown(10) { return nil }
        if isUnknown(4) { return Grade(pick(["A", "?"]), scale: pick([nil, "S", "elsewhere"])) }
        return Grade(pick(["F", "C", "B", "B", "A", "A", "pass"]), scale: "S")
    }
}
