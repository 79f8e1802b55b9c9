// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The subjects that lists name, wherever below they stand.
struct FireRoadSubjects {
    private var numbers: [String] = []
    private var tags: [String] = []
    private var seen: Set<FireRoadNode.Kind> = []
    private var cappedNames: Set<String> = []
    /// The words that only a person can tell subjects for.
    private(set) var texts: [String] = []
    /// The lists of which at most so much counts.
    private(set) var capped: [FireRoadNode] = []
    /// How many nodes were looked at.
    private(set) var visited = 0

    /// Gathers what `nodes` name; a list with a maximum of its own stays whole.
    init(of nodes: [FireRoadNode]) {
        for node in nodes { gather(node) }
    }

    private mutating func gather(_ node: FireRoadNode) {
        visited += 1
        switch node.kind {
        case .text(let text): texts.append(text)
        case _ where node.amount?.maximum != nil:
            texts += node.texts
            if node.name.map({ cappedNames.insert($0).inserted }) ?? true { capped.append(node) }
        case .subject(let number) where seen.insert(node.kind).inserted: numbers.append(number)
        case .attribute(let attribute) where seen.insert(node.kind).inserted:
            tags.append(attribute.tag)
        case .subject, .attribute: break
        case .list(_, let children): for child in children { gather(child) }
        }
    }

    /// Whether there are words and nothing else.
    var isOnlyText: Bool { numbers.isEmpty && tags.isEmpty && capped.isEmpty && !texts.isEmpty }

    /// Which awards are of these subjects; a list with a maximum is not included.
    var selector: Selector {
        let parts = [Self.selector(.id, numbers), Self.selector(.tag, tags)].compactMap { $0 }
        guard let first = parts.first else { return .not(.everything) }
        return parts.dropFirst().reduce(first) { .or($0, $1) }
    }

    private static func selector(_ field: Selector.Field, _ values: [String]) -> Selector? {
        guard let first = values.first else { return nil }
        return values.count == 1 ? .comparison(field, .equal, first) : .oneOf(field, values)
    }
}

extension FireRoadNode {
    /// The words in it, wherever below they stand.
    fileprivate var texts: [String] {
        if case .text(let text) = kind { return [text] }
        return children.flatMap(\.texts)
    }
}
