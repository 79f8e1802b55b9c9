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
            guard !positions[owner].contains(where: { rules[Int($0)].isSameVersion(as: rule) })
            else { throw GraphError.duplicate(kind: "rule", id: rule.id) }
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

    /// Every number must be one that can be.
    func checkNumbers() throws {
        for credential in credentials {
            if let credits = credential.credits, !credits.isPossible {
                throw GraphError.impossibleCredits(
                    credential: credential.id, credits: credits.description)
            }
            if let hours = credential.hours, !Credential.possibleHours.contains(hours) {
                throw GraphError.impossibleHours(
                    credential: credential.id, hours: hours.description)
            }
        }
        for alignment in alignments where !(alignment.weight > 0 && alignment.weight <= 1) {
            throw GraphError.impossibleWeight(
                outcome: outcomes[alignment.outcome].id, weight: alignment.weight)
        }
        try checkConversions()
    }

    private func checkConversions() throws {
        var seen: Set<[CreditScheme]> = []
        for conversion in conversions {
            let (from, to) = (conversion.from.rawValue, conversion.to.rawValue)
            guard conversion.factor > .zero else {
                throw GraphError.impossibleConversion(
                    from: from, to: to, factor: conversion.factor.description)
            }
            guard seen.insert([conversion.from, conversion.to]).inserted else {
                throw GraphError.duplicate(kind: "conversion", id: "\(from) to \(to)")
            }
        }
    }

    /// Part-of must have no ring; nor may the order in which credentials are taken, which
    /// `precedes` and `requires` state together.
    func checkRings(credentialEdges edges: [(from: Int, to: Int)]) throws {
        let groups = Self.adjacency(occupationGroups, .broader, count: occupations.count)
        try Self.checkRing(groups, "broader") { occupations[$0].uri }
        for kind in [CredentialRelation.Kind.partOf, .requires, .precedes] {
            let chosen = zip(credentialRelations, edges).filter { $0.0.kind == kind }.map(\.1)
            try checkRing(chosen, kind.rawValue)
        }
        let inTime = zip(credentialRelations, edges).compactMap { relation, edge in
            switch relation.kind {
            case .precedes: edge
            case .requires: (from: edge.to, to: edge.from)
            case .partOf, .recommends, .equivalent, .replacedBy: nil as (from: Int, to: Int)?
            }
        }
        try checkRing(inTime, "precedes, or is required by,")
    }

    private func checkRing(_ edges: [(from: Int, to: Int)], _ relation: String) throws {
        guard !edges.isEmpty else { return }
        try Self.checkRing(Adjacency(count: credentials.count, edges: edges), relation) {
            credentials[$0].id
        }
    }

    private static func checkRing(
        _ edges: Adjacency, _ relation: String, id: (Int) -> String
    ) throws {
        if let ring = edges.shortestCycle() {
            throw GraphError.cycle(relation: relation, ids: ring.map(id))
        }
    }

    /// For each row its place in a topological order of `edges`.
    static func places(
        in edges: Adjacency, _ relation: String, id: (Int) -> String
    ) throws -> [Int32] {
        guard let order = edges.topologicalOrder() else {
            try checkRing(edges, relation, id: id)
            return []
        }
        var places = [Int32](repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { places[row] = Int32(place) }
        return places
    }
}
