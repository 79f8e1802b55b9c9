// SPDX-License-Identifier: Apache-2.0

extension Rule {
    /// Checks the rule by itself: its nodes' ids and nesting, and what is counted where.
    ///
    /// Whether what it names is there is for a graph to say.
    ///
    /// - Throws: `GraphError` naming the node.
    public func check() throws {
        var seen: Set<String> = []
        var waiting = [Visit(node: requirement, around: [], depth: 1, isBelowCount: false)]
        while let visit = waiting.popLast() {
            let node = visit.node
            guard seen.insert(node.id).inserted else {
                throw GraphError.duplicate(kind: "requirement", id: "\(id)/\(node.id)")
            }
            guard visit.depth <= RequirementRow.deepest else {
                throw fault(node, "parent", "nested deeper than \(RequirementRow.deepest) levels")
            }
            try checkNumbers(of: node)
            try checkPlace(visit)
            waiting += node.children.map(visit.below)
        }
    }

    /// A node on the way through a rule.
    private struct Visit {
        let node: Requirement
        /// The counts around it in its scope, the outermost first.
        let around: [Requirement.Demand]
        let depth: Int
        let isBelowCount: Bool

        func below(_ child: Requirement) -> Visit {
            var around = node.isShared ? [] : around
            var isCount = false
            if case .count(let demand) = node.kind {
                around.append(demand)
                isCount = true
            }
            return Visit(
                node: child, around: around, depth: depth + 1, isBelowCount: isCount)
        }
    }

    private func fault(_ node: Requirement, _ column: String?, _ problem: String) -> GraphError {
        let row = RequirementRow(
            credential: credential, use: use, id: node.id, parent: nil, kind: node.kind.name)
        return .badRule(RequirementError(row, column, problem))
    }

    private func checkNumbers(of node: Requirement) throws {
        guard case .count(let demand) = node.kind, !Credits(demand.minimum).isPossible else {
            return
        }
        throw fault(
            node, "minimum",
            "\(demand.minimum) \(demand.unit.name) cannot be; a number is 0 to 100000")
    }

    private func checkPlace(_ visit: Visit) throws {
        if visit.node.isCondition, !visit.isBelowCount {
            throw fault(
                visit.node, "parent",
                "a condition needs a \"credits\", \"awards\" or \"hours\" right above it")
        }
        guard case .count(let demand) = visit.node.kind, demand.isPartial else { return }
        let around = visit.node.isShared ? [] : visit.around
        if around.contains(where: { $0.unit != demand.unit }) {
            throw fault(
                visit.node, "options",
                "what is cut at a maximum must be counted in the same unit all around")
        }
        if around.contains(where: { $0.maximum != nil && !$0.isPartial }) {
            throw fault(
                visit.node, "options",
                "a maximum around what is cut at a maximum must be \"partial\" too")
        }
        if (around + [demand]).contains(where: \.looksAtParts) {
            throw fault(
                visit.node, "options",
                "what is cut at a maximum cannot have a share at most, a share of what is counted, "
                    + "or a mean, nor can what is around it")
        }
    }
}

extension Requirement.Demand {
    /// Whether a condition asks which part of an award is counted.
    fileprivate var looksAtParts: Bool {
        parts.contains { part in
            switch part.kind {
            case .share(let share): share.maximum != nil || share.basis == .counted
            case .mean(let mean): mean.basis == .counted
            default: false
            }
        }
    }
}
