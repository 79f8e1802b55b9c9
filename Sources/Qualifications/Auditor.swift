// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads a learner's awards against a compiled rule.
struct Auditor {
    let graph: Graph
    let program: RuleProgram
    let terms: AuditTerms
    /// The reading that takes only what is certain, and the one that assumes what is not known.
    let certain: RuleReading
    let assuming: RuleReading

    init(
        _ program: RuleProgram, _ graph: Graph, _ terms: AuditTerms, _ decisions: Decisions = .none
    ) {
        self.graph = graph
        self.program = program
        self.terms = terms
        certain = RuleReading(program, graph, terms, decisions, isAssuming: false)
        assuming = RuleReading(program, graph, terms, decisions, isAssuming: true)
    }

    /// Reads awards against `rule` as the exceptions among `terms` make it for the learner.
    init(_ rule: Rule, for learner: Learner, in graph: Graph, _ terms: AuditTerms) {
        let exceptions = terms.exceptions(for: learner, about: rule)
        let program = RuleProgram(
            exceptions.isEmpty ? rule : rule.applying(exceptions).rule, in: graph)
        self.init(program, graph, terms, Decisions(exceptions, program))
    }

    /// The facts as read in one way.
    struct Facts {
        /// What is held, by what is certain.
        var reading: Reading
        /// The same, a missing fact taken to be as asked; nil where none is missing.
        var assuming: Reading?
        var answers: TestAnswers
        /// For each award that was read, what kept it from slots.
        var fits: [Int: SlotFit] = [:]
    }

    /// Reads `awards` in every way that matters.
    func facts(of awards: [Evidence]) -> Facts {
        var climb = climb
        var sum = FactSum(self)
        for award in awards { sum.add(award, self, &climb) }
        return facts(of: sum)
    }

    /// What climbs to broader skills, where the rule asks for skills.
    var climb: SkillClimb { SkillClimb(program.testsOfSkill.isEmpty ? nil : graph) }

    /// Puts together what was read of awards.
    func facts(of sum: FactSum) -> Facts {
        let statuses = sum.answers.statuses
        let reading = Reading(
            program: program, holdings: Holding.grouped(sum.options, graph),
            tests: statuses.map { $0 == .met })
        let isUnknown =
            statuses.contains(.cannotTell) || sum.fits.values.contains { $0.hasUnknown }
        return Facts(
            reading: reading,
            assuming: isUnknown ? assumed(sum.options.map(\.evidence), statuses) : nil,
            answers: sum.answers, fits: sum.fits)
    }

    private func assumed(_ awards: [Evidence], _ statuses: [Status]) -> Reading {
        let options = awards.map {
            (
                evidence: $0,
                options: terms.adjusted(SlotFit($0, assuming).options, of: $0, program)
            )
        }
        return Reading(
            program: program, holdings: Holding.grouped(options, graph),
            tests: statuses.map { $0 != .notMet })
    }

    /// Returns whether the rule is met, without saying how.
    func status(of awards: [Evidence]) -> Status { standing(of: awards).status }

    /// Returns how awards stand toward the rule, without saying why.
    func standing(
        of awards: [Evidence], limit: Int = AssignmentSearch.workLimit
    ) -> Audit.Standing {
        standing(by: facts(of: awards), limit: limit)
    }

    /// Returns how awards stand toward the rule by the facts of them.
    func standing(
        by facts: Facts, limit: Int = AssignmentSearch.workLimit
    ) -> Audit.Standing {
        let certain = facts.reading.solution(limit: limit)
        let assuming =
            certain.shortfall == .none ? nil : facts.assuming?.solution(limit: limit)
        return Audit.Standing(
            status: Self.status(certain, assuming),
            remaining: Audit.Remaining(certain.shortfall, program.scheme),
            proved: certain.proved)
    }

    /// Met if it is by what is certain; not met if no assumption would meet it either.
    ///
    /// A search that was not finished settles only what it found.
    static func status(_ certain: Solution, _ assuming: Solution?) -> Status {
        if certain.shortfall == .none { return .met }
        let best = assuming ?? certain
        return best.shortfall == .none || !best.provesOpen ? .cannotTell : .notMet
    }
}

/// What was read of awards one by one, to which more can be added.
struct FactSum: Sendable {
    fileprivate var answers: TestAnswers
    fileprivate var fits: [Int: SlotFit] = [:]
    fileprivate var options: [(evidence: Evidence, options: [SlotOption])] = []

    /// Starts with no awards.
    init(_ auditor: Auditor) {
        answers = TestAnswers(auditor.certain, asOf: auditor.terms.asOf)
    }

    /// Adds an award, as `auditor` reads it.
    mutating func add(_ award: Evidence, _ auditor: Auditor, _ climb: inout SkillClimb) {
        let fit = SlotFit(award, auditor.certain)
        fits[award.index] = fit
        options.append((award, auditor.terms.adjusted(fit.options, of: award, auditor.program)))
        answers.add(award, &climb)
    }
}

extension AuditTerms {
    /// Returns the options that are left of an award's where it is pinned.
    func adjusted(
        _ options: [SlotOption], of evidence: Evidence, _ program: RuleProgram
    ) -> [SlotOption] {
        guard let pin = pins[evidence.award.id] else { return options }
        return options.filter { program.requirements[$0.node].id == pin }
    }
}
