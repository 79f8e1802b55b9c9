// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a learner's way to a qualification came to, in the figures that statistics are made of.
public struct Attainment: Hashable, Sendable {
    /// Whether the rule is met on the day asked about.
    public let status: Status
    /// Whether the search for the assignment was finished.
    public let proved: Bool
    /// The scheme of the credits here: that in which the audit states what remains.
    public let scheme: CreditScheme
    /// The credits of the awards that could count on the day; of attempts at one credential or its
    /// equivalents, those of one.
    public let held: ExactDecimal
    /// The credits that count in the assignment.
    public let counted: ExactDecimal
    /// The least credits that the rule asks for of one who holds nothing.
    public let required: ExactDecimal
    /// How many awards could count and carry no credits of the scheme.
    public let withoutCredits: Int
    /// The date of the first award that counts; nil where none does, or one has no date.
    public let firstCounted: CalendarDate?
    /// The first day on which the rule was met; nil where it is not met on the day asked about, or
    /// where undated awards alone meet it.
    public let reached: CalendarDate?
    /// The credits held on that day.
    public let heldWhenReached: ExactDecimal?
    /// The positions of the credentials of the awards that could count, without repeats.
    public let credentials: [Int]
}

/// Reads learner after learner against the rule of one qualification, which is compiled once.
///
/// The answers are those of ``audit(_:of:in:terms:)``. An award of the qualification itself is not
/// part of what leads to it.
public struct AttainmentReader: Sendable {
    /// The qualification's position.
    public let target: Int
    private let graph: Graph
    private let terms: AuditTerms
    private let versions: [Version]
    private let hasAutomatic: Bool

    private struct Version {
        let rule: Rule
        let program: RuleProgram
        let required: ExactDecimal
    }

    /// Prepares every version of the completion rule of `target`; nil where it has none.
    ///
    /// - Complexity: O(requirements).
    public init?(_ target: Int, in graph: Graph, terms: AuditTerms) {
        guard graph.isQualification(target) else { return nil }
        self.target = target
        self.graph = graph
        var plain = terms.aside
        plain.supposing = .nothing
        self.terms = plain
        versions = graph.versions(.completion, of: target).map { rule in
            let program = RuleProgram(rule, in: graph)
            let nothing = Auditor(program, graph, plain).standing(of: [])
            return Version(rule: rule, program: program, required: nothing.remaining.credits)
        }
        hasAutomatic = graph.rules.contains { $0.use == .completion && $0.awarding == .automatic }
    }

    /// Returns what the learner's way came to, by the version of the rule that is for them; nil
    /// where there is none.
    ///
    /// - Complexity: that of an audit, and of as many more as there are days with an award until
    ///   the rule is met, where it is met.
    public func attainment(of learner: Learner) -> Attainment? {
        let rule = graph.rule(.completion, of: target, for: learner, terms: terms)
        guard let rule, let version = versions.first(where: { $0.rule.id == rule.id }) else {
            return nil
        }
        let holder = holder(learner, toward: rule)
        let exceptions = terms.exceptions(for: learner, about: rule)
        let way = AttainmentMaking(
            holder.with(holder.awards.filter { !isTarget($0) }), graph, terms,
            required: version.required
        ) { terms in
            exceptions.isEmpty
                ? Auditor(version.program, graph, terms)
                : Auditor(rule, for: learner, in: graph, terms)
        }
        return way.attainment
    }

    private func holder(_ learner: Learner, toward rule: Rule) -> Learner {
        guard hasAutomatic else { return learner }
        let rules = AutomaticRules(in: graph, for: learner, terms)
        return AutomaticAwards(of: learner, rules, in: graph, terms).learner(toward: rule)
    }

    private func isTarget(_ award: Award) -> Bool {
        award.credential == graph.credentials[target].id
    }
}

/// The steps from awards to an attainment.
private struct AttainmentMaking {
    private let learner: Learner
    private let graph: Graph
    private let terms: AuditTerms
    private let required: ExactDecimal
    private let auditor: (AuditTerms) -> Auditor
    private let admissible: [Evidence]

    init(
        _ learner: Learner, _ graph: Graph, _ terms: AuditTerms, required: ExactDecimal,
        auditor: @escaping (AuditTerms) -> Auditor
    ) {
        self.learner = learner
        self.graph = graph
        self.terms = terms
        self.required = required
        self.auditor = auditor
        admissible = Screening(learner.awards, graph, asOf: terms.asOf).admissible
    }

    var attainment: Attainment {
        let auditor = auditor(terms)
        let facts = auditor.facts(of: admissible)
        let certain = facts.reading.solution()
        let assuming = certain.shortfall == .none ? nil : facts.assuming?.solution()
        let status = Auditor.status(certain, assuming)
        let scheme = auditor.program.scheme
        let counted = counted(certain.placements, auditor, scheme)
        let held = held(admissible, counting: counted, auditor, scheme)
        let dates = Set(certain.placements.map(\.award)).map { learner.awards[$0].date }
        let reached = status == .met ? firstDay : nil
        return Attainment(
            status: status, proved: certain.proved, scheme: scheme,
            held: ExactDecimal(thousandths: held.amount),
            counted: ExactDecimal(thousandths: once(counted)),
            required: required, withoutCredits: held.without,
            firstCounted: dates.contains(nil) ? nil : dates.compactMap { $0 }.min(),
            reached: reached,
            heldWhenReached: reached.map { day in
                let then = Screening(learner.awards, graph, asOf: day).admissible
                return ExactDecimal(
                    thousandths: self.held(then, counting: counted, auditor, scheme).amount)
            }, credentials: Set(admissible.map(\.credential)).sorted())
    }

    /// For each award, by its place, thousandths of credits that count.
    private func counted(
        _ placements: [Solution.Placement], _ auditor: Auditor, _ scheme: CreditScheme
    ) -> [Int: Int] {
        var counted: [Int: Int] = [:]
        for placement in placements {
            guard let evidence = admissible.first(where: { $0.index == placement.award }),
                let whole = credits(of: evidence, auditor, scheme)
            else { continue }
            let part = part(placement, auditor.program, scheme) ?? whole
            counted[placement.award] = max(counted[placement.award] ?? 0, min(part, whole))
        }
        return counted
    }

    /// The sum of what counts, of a credential and its equivalents once: shared requirements may
    /// count one award each.
    private func once(_ counted: [Int: Int]) -> Int {
        var most: [Int: Int] = [:]
        for evidence in admissible {
            guard let amount = counted[evidence.index] else { continue }
            let group = graph.equivalenceClass(of: evidence.credential)
            most[group] = max(most[group] ?? 0, amount)
        }
        return most.values.reduce(0, +)
    }

    /// What a placement counts, in thousandths of `scheme`; nil where its slot counts no credits.
    private func part(
        _ placement: Solution.Placement, _ program: RuleProgram, _ scheme: CreditScheme
    ) -> Int? {
        let account = program.slotAccount(placement.node)
        guard account >= 0, let own = program.accounts[account].demand.unit.scheme else {
            return nil
        }
        let credits = Credits(ExactDecimal(thousandths: placement.credits), own)
        return graph.convert(credits, to: scheme)?.amount.thousandths
    }

    /// Thousandths of credits that an award carries; nil where it carries none of `scheme`.
    private func credits(
        of evidence: Evidence, _ auditor: Auditor, _ scheme: CreditScheme
    ) -> Int? {
        switch auditor.certain.amount(of: evidence, in: .credits(scheme)) {
        case .known(let amount): amount
        case .unknown, .none, .unconvertible: nil
        }
    }

    /// The credits of `awards`, each class of equivalents once.
    ///
    /// It stands there with the award that counts, else with the one that carries most. A
    /// qualification that does not count brings none, since it is made of other credentials.
    private func held(
        _ awards: [Evidence], counting counted: [Int: Int], _ auditor: Auditor,
        _ scheme: CreditScheme
    ) -> (amount: Int, without: Int) {
        let classes = Dictionary(grouping: awards) { graph.equivalenceClass(of: $0.credential) }
        var (amount, without) = (0, 0)
        for group in classes.values {
            let chosen = group.filter { counted[$0.index] != nil }
            let able =
                chosen.isEmpty ? group.filter { !graph.isQualification($0.credential) } : chosen
            guard !able.isEmpty else { continue }
            let most = able.compactMap { credits(of: $0, auditor, scheme) }.max()
            amount += most ?? 0
            if most == nil { without += 1 }
        }
        return (amount, without)
    }

    /// The first day with an award on which the rule was met.
    private var firstDay: CalendarDate? {
        let days = Set(learner.awards.compactMap(\.date)).filter { $0 <= terms.asOf }.sorted()
        guard let last = days.last else { return nil }
        for day in days where isMet(on: day) { return day }
        // What was then missing was only time.
        var (before, met) = (last.dayNumber, terms.asOf.dayNumber)
        while met - before > 1 {
            let middle = before + (met - before) / 2
            if isMet(on: CalendarDate(dayNumber: middle)) { met = middle } else { before = middle }
        }
        return CalendarDate(dayNumber: met)
    }

    private func isMet(on day: CalendarDate) -> Bool {
        var then = terms
        then.asOf = day
        let awards = Screening(learner.awards, graph, asOf: day).admissible
        return auditor(then).standing(of: awards).status == .met
    }
}
