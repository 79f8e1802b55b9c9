// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let contradictoryOrder = LintCheck(
        "contradictory-order", .error,
        "One thing must come before another that must come before it."
    ) { subject in
        OrderGraph(subject).issues
    }

    static let cycle = LintCheck(
        "cycle", .error, "A qualification can only be had by who has it already."
    ) { subject in
        guard let ring = subject.company.rings[subject.index] else { return [] }
        let path = ring.credentials.map { "\"\($0)\"" }.joined(separator: " → ")
        let place = ring.node.flatMap { subject.outline.places[$0] }
        return [
            LintIssue(
                place, place == nil ? nil : "of",
                ring.credentials.count == 2
                    ? "\(path): the rule asks for its own credential"
                    : "each of these is needed before the next: \(path)",
                do: "take one of these requirements out, or give it an alternative")
        ]
    }
}

/// What must come before what: by the orders that a rule needs, and by relations of the catalogue.
private struct OrderGraph {
    private let subject: LintSubject
    private let orders: [(place: Int, ids: [String])]
    private var numbers: [String: Int] = [:]
    private var after: [[Int]] = []
    private var before: [[Int]] = []

    init(_ subject: LintSubject) {
        self.subject = subject
        orders = subject.nodes.compactMap { place, node in
            guard node.isRequired, case .order(let ids) = node.requirement.kind else { return nil }
            return (place, ids.map(subject.identity))
        }
        let relations = orders.isEmpty ? [] : subject.graph?.credentialRelations ?? []
        guard orders.count > 1 || !relations.isEmpty else { return }
        for order in orders {
            for (first, second) in zip(order.ids, order.ids.dropFirst()) { link(first, second) }
        }
        for relation in relations {
            switch relation.kind {
            case .precedes: link(relation.from, relation.to)
            case .requires: link(relation.to, relation.from)
            case .partOf, .recommends, .equivalent, .replacedBy: break
            }
        }
    }

    private mutating func link(_ first: String, _ second: String) {
        guard first != second else { return }
        let (from, to) = (number(of: first), number(of: second))
        after[from].append(to)
        before[to].append(from)
    }

    private mutating func number(of id: String) -> Int {
        if let number = numbers[id] { return number }
        numbers[id] = after.count
        after.append([])
        before.append([])
        return after.count - 1
    }

    var issues: [LintIssue] {
        guard !after.isEmpty else { return [] }
        let rings = rings()
        return orders.compactMap { place, ids in
            let pair = zip(ids, ids.dropFirst()).first { first, second in
                guard let from = numbers[first], let to = numbers[second] else { return false }
                return from != to && rings[from] == rings[to]
            }
            return pair.map { first, second in
                LintIssue(
                    place, "of",
                    "\"\(first)\" comes before \"\(second)\" here, and elsewhere in the rule or by "
                        + "a relation of the catalogue \"\(second)\" comes before \"\(first)\"",
                    do: "correct one of the two")
            }
        }
    }

    /// For each credential a number, which those share that come before one another.
    ///
    /// The strongly connected components after Kosaraju, without recursion.
    private func rings() -> [Int] {
        var isSeen = Array(repeating: false, count: after.count)
        var finished: [Int] = []
        for start in after.indices where !isSeen[start] {
            isSeen[start] = true
            var path = [(node: start, next: 0)]
            while let (node, next) = path.popLast() {
                guard next < after[node].count else {
                    finished.append(node)
                    continue
                }
                path.append((node, next + 1))
                let other = after[node][next]
                guard !isSeen[other] else { continue }
                isSeen[other] = true
                path.append((other, 0))
            }
        }
        var rings = Array(repeating: -1, count: after.count)
        for start in finished.reversed() where rings[start] < 0 {
            var waiting = [start]
            while let node = waiting.popLast() {
                guard rings[node] < 0 else { continue }
                rings[node] = start
                waiting.append(contentsOf: before[node])
            }
        }
        return rings
    }
}
