// SPDX-License-Identifier: Apache-2.0

extension Graph {
    static func positions(_ ids: some Collection<String>, of kind: String) throws -> [String: Int] {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(ids.count)
        for (position, id) in ids.enumerated()
        where positions.updateValue(position, forKey: id) != nil {
            throw GraphError.duplicate(kind: kind, id: id)
        }
        return positions
    }

    static func position(
        _ id: String, in positions: [String: Int], _ kind: String,
        by asker: @autoclosure () -> String
    ) throws -> Int {
        if let position = positions[id] { return position }
        throw GraphError.unknown(
            kind: kind, id: id, by: asker(),
            nearest: Spelling.nearest(to: id, among: positions.keys.sorted()))
    }

    static func adjacency(
        _ links: [GraphParts.Link], _ kind: SkillRelation.Kind, count: Int
    ) -> Adjacency {
        Adjacency(
            count: count,
            edges: links.filter { $0.kind == kind }.map { (from: $0.from, to: $0.to) })
    }

    static func rulePositions(
        _ rules: [Rule], _ credentials: [String: Int]
    ) throws -> [[Int32]] {
        var positions = [[Int32]](repeating: [], count: credentials.count)
        for (index, rule) in rules.enumerated() {
            let owner = try position(
                rule.credential, in: credentials, "credential", by: "the rule \"\(rule.id)\"")
            guard !positions[owner].contains(where: { rules[Int($0)].use == rule.use }) else {
                throw GraphError.duplicate(kind: "rule", id: rule.id)
            }
            positions[owner].append(Int32(index))
        }
        return positions
    }

    /// Credentials that count for one another share the least position among them.
    static func classes(
        of relations: [CredentialRelation], _ edges: [(from: Int, to: Int)], count: Int
    ) -> [Int32] {
        var root = (0..<count).map { Int32($0) }
        func find(_ position: Int) -> Int {
            var position = position
            while Int(root[position]) != position {
                root[position] = root[Int(root[position])]
                position = Int(root[position])
            }
            return position
        }
        for (relation, edge) in zip(relations, edges) where relation.kind == .equivalent {
            let (left, right) = (find(edge.from), find(edge.to))
            root[max(left, right)] = Int32(min(left, right))
        }
        return (0..<count).map { Int32(find($0)) }
    }

    func checkNumbers() throws {
        for credential in credentials {
            guard let credits = credential.credits else { continue }
            guard ExactDecimal.zero...ExactDecimal(100_000) ~= credits.amount else {
                throw GraphError.impossibleCredits(
                    credential: credential.id, credits: credits.description)
            }
        }
        for alignment in alignments where !(alignment.weight > 0 && alignment.weight <= 1) {
            throw GraphError.impossibleWeight(
                outcome: outcomes[alignment.outcome].id, weight: alignment.weight)
        }
    }

    /// Part-of must have no ring; nor may the order in which credentials are taken, which
    /// `precedes` and `requires` state together.
    func checkRings(credentialEdges edges: [(from: Int, to: Int)]) throws {
        try Self.check(broader, "broader") { skills[$0].uri }
        let groups = Self.adjacency(occupationGroups, .broader, count: occupations.count)
        try Self.check(groups, "broader") { occupations[$0].uri }
        for (name, kinds) in [
            ("part-of", [.partOf]), ("requires", [.requires]), ("precedes", [.precedes]),
            ("precedes and requires", [.precedes, .requires]),
        ] as [(String, [CredentialRelation.Kind])] {
            let chosen = zip(credentialRelations, edges).filter { kinds.contains($0.0.kind) }
            let forward = chosen.map { relation, edge in
                relation.kind == .requires ? (from: edge.to, to: edge.from) : edge
            }
            try Self.check(Adjacency(count: credentials.count, edges: forward), name) {
                credentials[$0].id
            }
        }
    }

    private static func check(
        _ edges: Adjacency, _ relation: String, id: (Int) -> String
    ) throws {
        if let ring = edges.shortestCycle() {
            throw GraphError.cycle(relation: relation, ids: ring.map(id))
        }
    }

    /// Every id that a rule names must be there.
    func checkRules() throws {
        for rule in rules {
            for node in rule.requirement.nodes { try check(node, of: rule) }
        }
    }

    private func check(_ node: Requirement, of rule: Rule) throws {
        switch node.kind {
        case .credential(let id):
            _ = try Self.position(
                id, in: credentialPositions, "credential", by: name(node, rule))
        case .outcome(let id):
            _ = try Self.position(id, in: outcomePositions, "outcome", by: name(node, rule))
        case .skill(let uri, _):
            _ = try Self.position(uri, in: skillPositions, "skill", by: name(node, rule))
        case .all, .any, .atLeast, .share, .credits, .notBefore: break
        }
    }

    private func name(_ node: Requirement, _ rule: Rule) -> String {
        "the \(rule.use.rawValue) requirement \"\(node.id)\" of \"\(rule.credential)\""
    }
}
