// SPDX-License-Identifier: Apache-2.0

extension Graph {
    func checkRules() throws {
        for rule in rules { try check(rule) }
    }

    /// Checks a rule, of this graph or not: every node must have an id of its own, every id that it
    /// or its equivalences name must be there, and what can be counted must be.
    ///
    /// - Throws: `GraphError` naming the node.
    public func check(_ rule: Rule) throws {
        try rule.check()
        for id in rule.equivalences.flatMap({ [$0.credential, $0.countsFor] }) {
            _ = try Self.position(
                id, in: credentialPositions, "credential",
                by: "an equivalence of the rule \"\(rule.id)\"")
        }
        for node in rule.requirement.nodes { try check(node, of: rule) }
    }

    private func check(_ node: Requirement, of rule: Rule) throws {
        switch node.kind {
        case .credential(let id, _):
            _ = try Self.position(
                id, in: credentialPositions, "credential", by: name(node, rule))
        case .order(let ids):
            for id in ids {
                _ = try Self.position(
                    id, in: credentialPositions, "credential", by: name(node, rule))
            }
        case .outcome(let id):
            _ = try Self.position(id, in: outcomePositions, "outcome", by: name(node, rule))
        case .skill(let uri, _):
            _ = try Self.position(uri, in: skillPositions, "skill", by: name(node, rule))
        case .all, .any, .atLeast, .count, .share, .mean, .period, .distinct, .absent, .notBefore,
            .decision:
            break
        }
    }

    private func name(_ node: Requirement, _ rule: Rule) -> String {
        "the \(rule.use.rawValue) requirement \"\(node.id)\" of \"\(rule.credential)\""
    }
}
