// SPDX-License-Identifier: Apache-2.0

/// The way from what somebody holds through requirements to a goal, as a graph.
struct PathMap: Hashable, Sendable {
    /// A credential, a requirement or the goal.
    struct Node: Hashable, Sendable {
        let title: String
        /// What stands below the title: the credits, or how much is missing.
        let note: String
        let kind: Kind
    }

    /// What a node is.
    enum Kind: CaseIterable, Hashable, Sendable {
        case credential(Pile.State)
        /// A credential that cannot be started yet.
        case blocked
        case requirement(Standing)
        case goal(isReached: Bool)

        static let allCases =
            Pile.State.allCases.map(Kind.credential) + [.blocked]
            + Standing.allCases.map(Kind.requirement)
            + [.goal(isReached: false), .goal(isReached: true)]

        /// Whether it is the goal.
        var isGoal: Bool { self == .goal(isReached: false) || self == .goal(isReached: true) }
    }

    /// How a requirement stands.
    enum Standing: CaseIterable, Hashable, Sendable {
        case met, inProgress, notMet, cannotTell
    }

    /// A relation between two nodes, by their places.
    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
        let kind: EdgeKind
    }

    /// What the first node of an edge is to the second.
    enum EdgeKind: CaseIterable, Hashable, Sendable {
        /// It counts there.
        case counts
        /// It would count there if it were held.
        case wouldCount
        /// It is needed to start it.
        case admits
        /// It is a requirement in a greater one, or in the goal.
        case partOf
    }

    /// What the picture shows, in one line in the reader's language.
    let title: String
    /// What the picture shows, in sentences.
    let description: String
    let nodes: [Node]
    let edges: [Edge]
    /// What each kind of node is called; the key shows those that occur and have a name.
    let nodeLabels: [Kind: String]
    /// What each kind of edge is called.
    let edgeLabels: [EdgeKind: String]
}
