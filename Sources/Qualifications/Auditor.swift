// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads a learner's awards against a compiled rule.
struct Auditor {
    let graph: Graph
    let program: RuleProgram
    let asOf: CalendarDate

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
        var answers = TestAnswers(program, asOf: asOf)
        var climb = SkillClimb(program.testsOfSkill.isEmpty ? nil : graph)
        var fits: [Int: SlotFit] = [:]
        var certain: [(evidence: Evidence, options: [SlotOption])] = []
        for award in awards {
            let fit = SlotFit(award, in: program, graph, assuming: false)
            fits[award.index] = fit
            certain.append((award, fit.options))
            answers.add(award, graph, &climb)
        }
        let reading = Reading(
            program, Holding.grouped(certain, program, graph),
            tests: answers.truths(assuming: false))
        let isUnknown = answers.hasUnknown || fits.values.contains { $0.hasUnknown }
        return Facts(
            reading: reading, assuming: isUnknown ? assumed(awards, answers) : nil,
            answers: answers, fits: fits)
    }

    private func assumed(_ awards: [Evidence], _ answers: TestAnswers) -> Reading {
        let options = awards.map {
            (evidence: $0, options: SlotFit($0, in: program, graph, assuming: true).options)
        }
        return Reading(
            program, Holding.grouped(options, program, graph),
            tests: answers.truths(assuming: true))
    }

    /// Returns whether the rule is met, without saying how.
    func status(of awards: [Evidence]) -> Status {
        let facts = facts(of: awards)
        let certain = facts.reading.solution
        return Self.status(
            certain, certain.shortfall == .none ? nil : facts.assuming?.solution)
    }

    /// Met if it is by what is certain; not met if no assumption would meet it either.
    ///
    /// A search that was not finished settles only what it found.
    static func status(_ certain: Solution, _ assuming: Solution?) -> Status {
        if certain.shortfall == .none { return .met }
        let best = assuming ?? certain
        return best.shortfall == .none || best.bound.count == 0 ? .cannotTell : .notMet
    }
}
