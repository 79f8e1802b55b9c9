// SPDX-License-Identifier: Apache-2.0

extension AuditException {
    /// Returns the exception as it is to be stored, its rule and its award named in full.
    ///
    /// A credential stands for its completion rule, and for its award where there is only one.
    ///
    /// - Parameters:
    ///   - learner: Whom it is for, with every award.
    ///   - graph: The graph that the rule is in.
    /// - Returns: The same exception, fully named.
    /// - Throws: `AuditExceptionError` saying what is wrong, with the nearest names.
    public func checked(for learner: Learner, in graph: Graph) throws -> AuditException {
        try decision.check()
        if let until, until < decision.date {
            throw AuditExceptionError.backwards("the last day", from: decision.date, to: until)
        }
        var checked = self
        checked.rule = try graph.ruleName(for: rule)
        let versions = graph.rules.filter(checked.isAbout)
        checked.kind = try kind.checked(
            for: learner, under: AskedRule(name: checked.rule, versions: versions), in: graph)
        return checked
    }

    /// Returns the exception revoked.
    ///
    /// - Throws: `AuditExceptionError` where it was before, or the decision says too little.
    public func revoked(_ decision: Decision) throws -> AuditException {
        try decision.check()
        if let revocation {
            throw AuditExceptionError.alreadyRevoked(id: id, revocation.date)
        }
        guard self.decision.date <= decision.date else {
            throw AuditExceptionError.backwards(
                "the day it is revoked", from: self.decision.date, to: decision.date)
        }
        var revoked = self
        revoked.revocation = decision
        return revoked
    }
}

extension AuditException.Decision {
    /// Checks that it says who decided, as a role or a pseudonym, and why.
    ///
    /// - Throws: `AuditExceptionError`.
    public func check() throws {
        if who.isBlank { throw AuditExceptionError.missing("who decided") }
        if who.contains("@") { throw AuditExceptionError.notAPseudonym }
        if why.isBlank { throw AuditExceptionError.missing("why") }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// The versions of the rule that an exception is about.
private struct AskedRule {
    let name: String
    let versions: [Rule]

    /// Returns the node of this id in each version that has it.
    func requirements(_ id: String) throws -> [Requirement] {
        let nodes = versions.flatMap(\.requirement.nodes)
        let found = nodes.filter { $0.id == id }
        guard found.isEmpty else { return found }
        let ids = Set(nodes.map(\.id)).sorted()
        let near = Spelling.nearest(to: id, among: ids)
        throw AuditExceptionError.unknown(
            kind: "requirement", id: id, among: "in the rule \"\(name)\"",
            nearest: near.isEmpty ? Array(ids.prefix(10)) : near)
    }

    /// The credentials that it asks for by id.
    var credentials: [String] {
        let ids = versions.flatMap(\.requirement.nodes).flatMap { node -> [String] in
            switch node.kind {
            case .credential(let id, _): [id]
            case .order(let ids): ids
            default: []
            }
        }
        return Set(ids).sorted()
    }
}

extension AuditException.Kind {
    fileprivate func checked(
        for learner: Learner, under rule: AskedRule, in graph: Graph
    ) throws -> AuditException.Kind {
        switch self {
        case .insert(let award, let id):
            let nodes = try rule.requirements(id)
            if let node = nodes.first, !nodes.contains(where: \.takesAwards) {
                throw AuditExceptionError.takesNoAwards(requirement: id, kind: node.kind.name)
            }
            return .insert(award: try learner.award(named: award), into: id)
        case .substitute(let credential, let wanted):
            let held = graph.credentials[try graph.credential(excepted: credential)].id
            return .substitute(held, for: try graph.asked(wanted, by: rule))
        case .waive(let id):
            _ = try rule.requirements(id)
            return self
        case .block(let award, let id):
            if let id { _ = try rule.requirements(id) }
            return .block(award: try learner.award(named: award), in: id)
        case .change(let id, _, _):
            _ = try rule.requirements(id)
            try checkChange(of: rule)
            return self
        }
    }

    /// A change must fit one version at least; else the first says why not.
    private func checkChange(of rule: AskedRule) throws {
        var problem: (any Error)?
        for version in rule.versions {
            do {
                _ = try version.applying(self)
                return
            } catch AuditExceptionError.unknown {
                continue
            } catch { problem = problem ?? error }
        }
        if let problem { throw problem }
    }
}

extension Requirement {
    /// Whether awards count here.
    fileprivate var takesAwards: Bool {
        switch kind {
        case .count, .credential: true
        default: false
        }
    }
}

extension Learner {
    /// Returns the id of the award that `name` means: its id, or its credential where there is one
    /// award of it.
    fileprivate func award(named name: String) throws -> String {
        let ids = awards.map(\.id)
        if ids.contains(name) { return name }
        let candidates = Set(awards.filter { $0.credential == name }.map(\.id)).sorted()
        guard candidates.count < 2 else {
            throw AuditExceptionError.ambiguous(kind: "award", id: name, candidates: candidates)
        }
        if let only = candidates.first { return only }
        throw AuditExceptionError.unknown(
            kind: "award", id: name, among: "of the learner \"\(id)\"",
            nearest: Spelling.nearest(to: name, among: Set(ids).sorted()))
    }
}

extension Graph {
    /// Returns the position of the credential with this id.
    fileprivate func credential(excepted id: String) throws -> Int {
        if let position = credential(id) { return position }
        throw AuditExceptionError.unknown(
            kind: "credential", id: id, among: "in the catalogue",
            nearest: Spelling.nearest(to: id, among: credentials.lazy.map(\.id)))
    }

    /// Returns the id of the credential, which the rule must ask for, itself or an equivalent.
    fileprivate func asked(_ id: String, by rule: AskedRule) throws -> String {
        let wanted = try credential(excepted: id)
        let asked = rule.credentials
        let isAsked = asked.contains { name in
            credential(name).map { areEquivalent($0, wanted) } ?? false
        }
        guard isAsked else {
            throw AuditExceptionError.notAsked(credential: id, rule: rule.name, asked: asked)
        }
        return credentials[wanted].id
    }

    /// Returns the name of the rule that `text` means: the rule's own, a credential and a use, or
    /// a credential that has a completion rule.
    fileprivate func ruleName(for text: String) throws -> String {
        let named = rules.filter { $0.name == text }
        let general = Set(named.map(\.general)).sorted()
        guard general.count < 2 else {
            throw AuditExceptionError.ambiguous(kind: "rule", id: text, candidates: general)
        }
        if !named.isEmpty { return text }
        for name in [text, "\(text)/\(Rule.Use.completion.rawValue)"]
        where rules.contains(where: { $0.general == name }) { return name }
        let names = Set(rules.map(\.id) + rules.map(\.general) + rules.map(\.credential)).sorted()
        throw AuditExceptionError.unknown(
            kind: "rule", id: text, among: "in the catalogue",
            nearest: Spelling.nearest(to: text, among: names))
    }
}

extension Rule {
    /// The credential and the use, by which every version goes.
    fileprivate var general: String { "\(credential)/\(use.rawValue)" }
}
