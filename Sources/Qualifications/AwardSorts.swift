// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The sorts of award that admission rules ask for, each a selector, with numbers of their own.
struct AwardSorts: Sendable {
    /// The selectors, in the order of their numbers.
    private(set) var selectors: [Selector] = []
    private var numbers: [Selector: Int] = [:]

    /// The number of the sort that `selector` describes.
    mutating func number(of selector: Selector) -> Int {
        if let number = numbers[selector] { return number }
        numbers[selector] = selectors.count
        selectors.append(selector)
        return selectors.count - 1
    }

    /// Returns from each credential of `graph` to the sorts that an award of it could be of,
    /// whatever is written on the award.
    ///
    /// - Complexity: O(catalogue + values listed) for selectors by id and tag, which most are, and
    ///   O(catalogue) for each other one.
    func sortsOfCredentials(in graph: Graph) -> Adjacency {
        let index = CredentialIndex(graph)
        var edges: [(from: Int, to: Int)] = []
        for (number, selector) in selectors.enumerated() {
            for credential in index.credentials(of: selector) { edges.append((credential, number)) }
        }
        return Adjacency(count: graph.credentials.count, edges: edges)
    }
}

/// The credentials of a catalogue by what selectors most often name.
private struct CredentialIndex {
    private let graph: Graph
    private var byName: [String: [Int]] = [:]
    private var byTag: [String: [Int]] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        for (position, credential) in graph.credentials.enumerated() {
            for name in [credential.id] + credential.identifiers {
                byName[name, default: []].append(position)
            }
            for tag in credential.tags { byTag[tag, default: []].append(position) }
        }
    }

    /// The credentials of which an award could match, each once.
    func credentials(of selector: Selector) -> Set<Int> {
        switch selector {
        case .or(let left, let right): return credentials(of: left).union(credentials(of: right))
        case .comparison(.id, .equal, let id): return Set(byName[id] ?? [])
        case .oneOf(.id, let ids): return Set(ids.flatMap { byName[$0] ?? [] })
        case .comparison(.tag, .equal, let tag): return Set(byTag[tag] ?? [])
        case .oneOf(.tag, let tags): return Set(tags.flatMap { byTag[$0] ?? [] })
        default:
            return Set(
                graph.credentials.indices.filter {
                    selector.matches($0, in: graph) != .notMet
                })
        }
    }
}

extension Selector {
    /// Whether the credential alone says whether an award of it matches, and always does say.
    var isPlain: Bool {
        switch self {
        case .everything: true
        case .comparison(let field, .equal, _), .comparison(let field, .notEqual, _),
            .oneOf(let field, _):
            field == .id || field == .tag || field == .outcome || field == .skill
        case .comparison: false
        case .not(let inner): inner.isPlain
        case .and(let left, let right), .or(let left, let right): left.isPlain && right.isPlain
        }
    }
}
