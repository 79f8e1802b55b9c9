// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// The part of a graph that is drawn or handed to other tools: nodes, and edges between them.
///
/// ```swift
/// let drawing = GraphDrawing(graph, with: [.skills])
/// let text = GraphFormat.graphML.text(of: drawing)
/// ```
public struct GraphDrawing: Sendable {
    /// What is drawn beside credentials and the relations between them.
    public enum Layer: String, Hashable, Sendable, CaseIterable {
        /// The outcomes of credentials.
        case outcomes
        /// The skills that outcomes are aligned to, and which of them are broader.
        case skills
        /// Which credentials count toward which qualification.
        case counts
    }

    /// What a node is.
    enum Noun: String, Hashable, Sendable {
        case credential, outcome, skill
    }

    struct Node: Hashable, Sendable {
        let noun: Noun
        /// The id or URI.
        let id: String
        let label: String
        /// The kind of credential or of skill.
        var kind: String?
        var provider: String?
        var credits: Credits?
        var level: Level?
        var isQualification: Bool?
    }

    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
        /// What it says; always a word of Varde's own.
        let relation: String
        var weight: Double?
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    /// Draws the credentials of `graph`, in the order of their positions, with `layers`.
    ///
    /// - Parameters:
    ///   - graph: the catalogue.
    ///   - layers: what is drawn beside credentials and their relations.
    ///   - counting: which credential counts toward which qualification, by position; drawn with
    ///     the layer `counts`.
    ///   - language: the language of labels, where there is one.
    public init(
        _ graph: Graph, with layers: Set<Layer> = [],
        counting: [(credential: Int, toward: Int)] = [], language: String = "en"
    ) {
        for position in graph.credentials.indices {
            nodes.append(Node(graph.credentials[position], position, graph, language))
        }
        for relation in graph.credentialRelations {
            add(
                graph.credential(relation.from), relation.kind.rawValue,
                graph.credential(relation.to))
        }
        if layers.contains(.counts) {
            for pair in counting { add(pair.credential, "counts-toward", pair.toward) }
        }
        if layers.contains(.outcomes) { addOutcomes(graph, language) }
        if layers.contains(.skills) {
            addSkills(graph, language, throughOutcomes: layers.contains(.outcomes))
        }
    }

    private mutating func add(
        _ from: Int?, _ relation: String, _ to: Int?, weight: Double? = nil
    ) {
        guard let from, let to else { return }
        edges.append(Edge(from: from, to: to, relation: relation, weight: weight))
    }

    private mutating func addOutcomes(_ graph: Graph, _ language: String) {
        for outcome in graph.outcomes {
            nodes.append(
                Node(noun: .outcome, id: outcome.id, label: outcome.text.text(in: language)))
            add(graph.credential(outcome.credential), "has-outcome", nodes.count - 1)
        }
    }

    /// Adds the skills that are taught, each led to by outcomes where these are drawn, else by
    /// credentials, and what is broader among them.
    private mutating func addSkills(
        _ graph: Graph, _ language: String, throughOutcomes: Bool
    ) {
        let first = graph.credentials.count
        let skills = Set(graph.alignments.map(\.skill)).sorted()
        var places: [Int: Int] = [:]
        for skill in skills {
            places[skill] = nodes.count
            var node = Node(
                noun: .skill, id: graph.skills[skill].uri,
                label: graph.skills[skill].label.text(in: language))
            node.kind = graph.skills[skill].kind.rawValue
            nodes.append(node)
        }
        if throughOutcomes {
            for link in graph.alignments {
                add(first + link.outcome, "aligned-to", places[link.skill], weight: link.weight)
            }
        } else {
            for credential in graph.credentials.indices {
                for taught in graph.teaches(credential) {
                    add(credential, "teaches", places[taught.skill], weight: taught.weight)
                }
            }
        }
        for skill in skills {
            for above in graph.broader[skill] {
                add(places[skill], "broader", places[Int(above)])
            }
        }
    }
}

extension GraphDrawing.Node {
    init(_ credential: Credential, _ position: Int, _ graph: Graph, _ language: String) {
        self.init(
            noun: .credential, id: credential.id, label: credential.title.text(in: language))
        kind = credential.kind.rawValue
        provider = credential.provider
        credits = credential.credits
        level = credential.level
        isQualification = graph.isQualification(position)
    }
}
