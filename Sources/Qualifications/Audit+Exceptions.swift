// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Audit {
    /// How a learner stands toward a rule, without the reasons.
    public struct Standing: Hashable, Sendable {
        /// Whether the rule is met.
        public let status: Status
        /// What is still needed, by what is certain alone.
        public let remaining: Remaining
        /// Whether the search was finished, so that no assignment can do better.
        public let proved: Bool
    }

    /// An exception that the audit took into account, and what it changes.
    public struct AppliedException: Hashable, Sendable {
        /// Who decided what, why, when and until when.
        public let exception: AuditException
        /// How the learner would stand without it, the others kept.
        public let without: Standing
        /// Whether that is any different from how the learner stands.
        public let makesDifference: Bool
        /// Why it could not be applied; nil where it was.
        public let problem: String?
    }

    /// How the learner stands, without the reasons.
    public var standing: Standing {
        Standing(status: status, remaining: remaining, proved: proved)
    }
}

/// The exceptions of one audit, each taken away in turn.
struct ExceptionTrial {
    let learner: Learner
    let rule: Rule
    let graph: Graph
    let terms: AuditTerms
    let active: [AuditException]

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms) {
        self.learner = learner
        self.rule = rule
        self.graph = graph
        self.terms = terms
        active = terms.exceptions(for: learner, about: rule)
    }

    /// How the learner would stand without any exception; nil where there are none.
    var without: Audit.Standing? { active.isEmpty ? nil : standing(under: []) }

    /// Each exception, and how the learner would stand without it.
    func applied(to standing: Audit.Standing) -> [Audit.AppliedException] {
        let misfits = active.isEmpty ? [] : rule.applying(active).misfits
        return active.indices.map { index in
            var others = active
            let exception = others.remove(at: index)
            let without = self.standing(under: others)
            return Audit.AppliedException(
                exception: exception, without: without, makesDifference: without != standing,
                problem: misfits.first { $0.exception == exception }?.problem.description
                    ?? problem(with: exception.kind))
        }
    }

    private func standing(under exceptions: [AuditException]) -> Audit.Standing {
        var terms = terms
        terms.exceptions = exceptions
        return Auditor(rule, for: learner, in: graph, terms).standing(
            of: Screening(
                learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing
            ).admissible)
    }

    /// Why an insertion or a block has nothing to act on.
    private func problem(with kind: AuditException.Kind) -> String? {
        if let id = kind.requirement, !rule.requirement.nodes.contains(where: { $0.id == id }) {
            return "the rule \"\(rule.id)\" has no requirement \"\(id)\""
        }
        if case .insert(_, let id) = kind,
            let node = rule.requirement.nodes.first(where: { $0.id == id }), !node.hasSlot
        {
            return AuditExceptionError.takesNoAwards(requirement: id, kind: node.kind.name)
                .description
        }
        guard let id = kind.award else { return nil }
        guard learner.awards.contains(where: { $0.id == id }) else {
            return "the learner has no award \"\(id)\""
        }
        let unused = Screening(
            learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing
        ).unused
        return unused.first { $0.award == id }.map { "\(id) can count nowhere. \($0.text)" }
    }
}

extension Requirement {
    /// Whether awards count right here.
    fileprivate var hasSlot: Bool {
        switch kind {
        case .count, .credential: true
        default: false
        }
    }
}
