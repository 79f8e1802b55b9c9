// SPDX-License-Identifier: Apache-2.0

extension FireRoadConverter {
    /// Says which words of `node` and all below it were taken for something.
    mutating func noteWords(_ node: FireRoadNode) {
        switch node.kind {
        case .subject(let number) where !number.contains("."):
            notes.add(
                .interpreted, "undefined-name", at: node.place,
                "\"\(number)\" is defined nowhere; taken for the number of a subject")
        case .attribute(let attribute) where attribute.title == nil:
            notes.add(
                .interpreted, "unknown-attribute", at: node.place,
                "\"\(attribute.tag)\" is no attribute that is known; taken for a tag")
        case .text:
            notes.add(
                .interpreted, "plain-string", at: node.place,
                "words that no list of subjects can say; left to \(decider)")
        case .subject, .attribute: break
        case .list(_, let children): for child in children { noteWords(child) }
        }
    }

    /// Says how the amount of a list is read where more than one reading could be thought of.
    mutating func noteCount(_ node: FireRoadNode) {
        if let maximum = node.amount?.maximum {
            notes.add(
                .interpreted, "at-most", at: node.place,
                "at most \(maximum) count; more may be held and are not used")
        }
        guard case .list(.slash, let children) = node.kind, node.amount?.minimum ?? 0 > 1,
            let group = children.first(where: \.isGroup)
        else { return }
        notes.add(
            .interpreted, "group-in-counted-list", at: group.place,
            "a group inside a list that is counted; each of its subjects counts by itself")
    }

    /// Says that a list which asks for nothing is one only where something of it is held.
    mutating func noteOptional(_ node: FireRoadNode) {
        notes.add(
            .interpreted, "optional-list", at: node.place,
            "asks for nothing by itself; met here only where one of its subjects is held")
    }
}

extension FireRoadNode {
    /// Whether it is several subjects in parentheses, or all of a named list.
    fileprivate var isGroup: Bool {
        switch kind {
        case .list(.comma, _): true
        case .list(.slash, _): name == nil
        case .subject, .attribute, .text: false
        }
    }
}
