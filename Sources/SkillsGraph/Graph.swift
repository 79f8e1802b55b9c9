// SPDX-License-Identifier: Apache-2.0

/// Skills, outcomes, credentials, rules and their relations: validated, immutable, dense.
///
/// Everything has a position, a number from zero in its list, so that algorithms work on arrays.
/// Learners are passed beside the graph, never inside it.
///
/// ```swift
/// let graph = try Graph(parts)
/// let position = try graph.credential(named: "fjord-data-101")
/// for taught in graph.teaches(position) { print(graph.skills[taught.skill].uri, taught.weight) }
/// ```
public struct Graph: Sendable {
    /// The skills, by position.
    public let skills: [Skill]
    /// The occupations, by position.
    public let occupations: [Occupation]
    /// The credentials, by position.
    public let credentials: [Credential]
    /// The outcomes, by position.
    public let outcomes: [LearningOutcome]
    /// The alignments, in the order they came.
    public let alignments: [GraphParts.AlignmentLink]
    /// The relations between credentials.
    public let credentialRelations: [CredentialRelation]
    /// The rules, in the order they came.
    public let rules: [Rule]
    /// The declared conversions between credit schemes.
    public let conversions: [CreditConversion]
    /// The relations from skill to skill.
    public let skillLinks: [GraphParts.Link]
    /// The relations from skill to occupation.
    public let occupationLinks: [GraphParts.Link]
    /// The relations from occupation to broader occupation.
    public let occupationGroups: [GraphParts.Link]
    /// How levels of different frameworks correspond.
    public let crosswalk: LevelCrosswalk

    /// From each skill to its broader skills.
    public let broader: Adjacency
    /// From each skill to its narrower skills.
    public let narrower: Adjacency
    /// From each credential to its outcomes.
    public let outcomesOfCredential: Adjacency
    /// From each outcome to its skills; origins are positions in `alignments`.
    public let skillsOfOutcome: Adjacency
    /// From each occupation to its skills; origins are positions in `occupationLinks`.
    public let skillsOfOccupation: Adjacency

    let skillPositions: [String: Int]
    let occupationPositions: [String: Int]
    let credentialPositions: [String: Int]
    let outcomePositions: [String: Int]
    let rulePositions: [[Int32]]
    /// For each skill, its place in an order in which every skill stands before its broader ones.
    let broaderPlaces: [Int32]
    /// For each credential, the least position among those it counts for, itself included.
    let equivalenceClasses: [Int32]
    let relationsFrom: Adjacency
    let relationsTo: Adjacency

    /// Creates a graph, checking every reference, number and ring.
    ///
    /// - Throws: `GraphError` naming the offender.
    /// - Complexity: O(parts), where there is no ring.
    public init(_ parts: GraphParts, crosswalk: LevelCrosswalk = .standard) throws {
        self.crosswalk = crosswalk
        skills = parts.skills
        occupations = parts.occupations
        credentials = parts.credentials
        outcomes = parts.outcomes
        alignments = parts.alignments
        credentialRelations = parts.credentialRelations
        rules = parts.rules
        conversions = parts.conversions
        skillLinks = parts.skillLinks
        occupationLinks = parts.occupationLinks
        occupationGroups = parts.occupationGroups

        skillPositions = try Self.positions(skills.lazy.map(\.uri), of: "skill")
        occupationPositions = try Self.positions(occupations.lazy.map(\.uri), of: "occupation")
        let credentialPositions = try Self.positions(
            credentials.lazy.map(\.id), of: "credential")
        self.credentialPositions = credentialPositions
        outcomePositions = try Self.positions(outcomes.lazy.map(\.id), of: "outcome")

        broader = Self.adjacency(skillLinks, .broader, count: skills.count)
        narrower = broader.reversed(count: skills.count)
        broaderPlaces = try Self.places(in: broader, "broader") { [skills] in skills[$0].uri }
        let owners = try outcomes.map { outcome in
            try Self.position(
                outcome.credential, in: credentialPositions, "credential",
                by: "outcome \"\(outcome.id)\"")
        }
        outcomesOfCredential = Adjacency(
            count: credentials.count,
            edges: owners.enumerated().map { (from: $0.element, to: $0.offset) })
        skillsOfOutcome = Adjacency(
            count: outcomes.count, edges: alignments.map { (from: $0.outcome, to: $0.skill) })
        skillsOfOccupation = Adjacency(
            count: occupations.count, edges: occupationLinks.map { (from: $0.to, to: $0.from) })

        let edges = try credentialRelations.map { relation in
            let by = "the relation \"\(relation.kind.rawValue)\""
            return (
                from: try Self.position(
                    relation.from, in: credentialPositions, "credential", by: by),
                to: try Self.position(relation.to, in: credentialPositions, "credential", by: by)
            )
        }
        relationsFrom = Adjacency(count: credentials.count, edges: edges)
        relationsTo = Adjacency(
            count: credentials.count, edges: edges.map { (from: $0.to, to: $0.from) })
        equivalenceClasses = Self.classes(of: credentialRelations, edges, count: credentials.count)
        rulePositions = try Self.rulePositions(rules, credentialPositions)
        try checkNumbers()
        try checkRings(credentialEdges: edges)
        try checkRules()
    }

    /// The position of the skill with this URI.
    public func skill(_ uri: String) -> Int? { skillPositions[uri] }
    /// The position of the occupation with this URI.
    public func occupation(_ uri: String) -> Int? { occupationPositions[uri] }
    /// The position of the credential with this id.
    public func credential(_ id: String) -> Int? { credentialPositions[id] }
    /// The position of the outcome with this id.
    public func outcome(_ id: String) -> Int? { outcomePositions[id] }

    /// Returns the position of the credential with this id.
    ///
    /// - Throws: `GraphError.unknown` with the three nearest ids.
    public func credential(named id: String, by asker: String = "the command") throws -> Int {
        if let position = credentialPositions[id] { return position }
        throw GraphError.unknown(
            kind: "credential", id: id, by: asker,
            nearest: Spelling.nearest(to: id, among: credentials.lazy.map(\.id)))
    }
}
