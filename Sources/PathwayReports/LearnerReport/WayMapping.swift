// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// Gathers what a map of a learner's ways shows.
///
/// A requirement that only names a credential is not drawn: the credential leads to the one above
/// it. Of the other requirements those are drawn that something shown leads to, and those right
/// below the goal.
struct WayMapping {
    /// A node and the name it goes by.
    struct Node {
        /// `goal`, `requirement:ID`, `skill:URI` or `credential:ID`.
        let id: String
        let title: Prose
        let note: String
        let kind: PathMap.Kind

        var json: JSONValue {
            .object([
                "id": .text(id), "title": .text(title.text), "note": .text(note),
                "kind": .text(kind.name),
            ])
        }
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [PathMap.Edge] = []
    let context: ReportContext
    private(set) var places: [String: Int] = [:]
    /// For each requirement the one right above it.
    private(set) var parents: [String: AuditNode] = [:]
    private(set) var requirements: [String: AuditNode] = [:]

    init(_ context: ReportContext) {
        self.context = context
        add(
            "goal", context.targetTitle, goalNote,
            .goal(isReached: context.report.answer.gap.isClosed))
        guard let root = context.audit?.root else {
            addSkills()
            return
        }
        for node in root.nodes {
            requirements[node.id] = node
            for child in node.children { parents[child.id] = node }
        }
        for child in root.children { draw(child.id) }
        addHeld()
        addInProgress()
        addSteps()
        addAdmissions()
    }

    /// The map; nil where nothing leads to the goal.
    var map: PathMap? { edges.isEmpty ? nil : goalAlone }

    /// The map, be it of the goal alone.
    var goalAlone: PathMap {
        let words = context.words
        return PathMap(
            title: words.text(.mapName, ["target": .prose(context.targetTitle)]),
            description: description,
            nodes: nodes.map { .init(title: $0.title.text, note: $0.note, kind: $0.kind) },
            edges: edges, nodeLabels: MapLabels.nodes(context),
            edgeLabels: MapLabels.edges(context))
    }

    /// What leads where, for who cannot see it.
    private var description: String {
        let direct = edges.filter { $0.kind == .counts || $0.kind == .wouldCount }
        return direct.map { edge in
            context.words.text(
                edge.kind == .counts ? .mapCounts : .mapWouldCount,
                [
                    "from": .prose(nodes[edge.from].title), "to": .prose(nodes[edge.to].title),
                ])
        }.joined(separator: " ")
    }

    // MARK: Nodes and edges

    @discardableResult
    mutating func add(
        _ id: String, _ title: Prose, _ note: String, _ kind: PathMap.Kind
    ) -> Int {
        if let place = places[id] { return place }
        places[id] = nodes.count
        nodes.append(Node(id: id, title: title, note: note, kind: kind))
        return nodes.count - 1
    }

    mutating func connect(_ from: Int, _ to: Int, _ kind: PathMap.EdgeKind) {
        let edge = PathMap.Edge(from: from, to: to, kind: kind)
        if from != to, !edges.contains(edge) { edges.append(edge) }
    }

    mutating func add(_ credential: Int, _ kind: PathMap.Kind) -> Int {
        let known = context.graph.credentials[credential]
        return add(
            "credential:\(known.id)", context.title(of: credential),
            known.credits.map(context.amount) ?? "", kind)
    }
}

extension PathMap.Kind {
    /// What programs call it.
    fileprivate var name: String {
        switch self {
        case .credential(let state): "\(state)"
        case .blocked: "blocked"
        case .requirement(let standing): "requirement-\(standing)"
        case .goal: "goal"
        }
    }
}
