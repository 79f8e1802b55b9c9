// SPDX-License-Identifier: Apache-2.0

/// A statement with its names put in.
struct FireRoadNode: Hashable {
    /// What it is.
    enum Kind: Hashable {
        /// A subject, by its number.
        case subject(String)
        /// Every subject with a mark.
        case attribute(FireRoadAttribute)
        /// Words that a person must judge.
        case text(String)
        /// A list.
        case list(FireRoadStatement.Joiner, [FireRoadNode])
    }

    var kind: Kind
    /// The name it was defined by; nil for what stands in the middle of a statement.
    var name: String?
    var title: String?
    var amount: FireRoadThreshold?
    var distinct: FireRoadThreshold?
    var place: FireRoadDocument.Place

    /// The parts of a list.
    var children: [FireRoadNode] {
        if case .list(_, let children) = kind { children } else { [] }
    }

    /// A subject or an attribute of which one is asked for, and nothing else is said.
    var isPlain: Bool {
        switch kind {
        case .subject, .attribute: amount == nil && title == nil
        case .text, .list: false
        }
    }

    /// Whether it is met with nothing held: it asks for at least nothing, or for at most so much.
    var isVacuous: Bool {
        switch kind {
        case .subject, .attribute: amount.map(\.asksNothing) ?? false
        case .text: false
        case .list(.comma, let children):
            children.allSatisfy(\.isVacuous) && (amount.map(\.asksNothing) ?? true)
        case .list(.slash, _):
            switch (amount, distinct) {
            case (nil, nil): false
            case (nil, let distinct?): distinct.minimum == 0
            case (let amount?, let distinct):
                amount.asksNothing && (distinct?.minimum ?? 0) == 0
            }
        }
    }

    /// The parts that state a least amount of their own, which is required beside the whole's.
    ///
    /// One as large as the whole's says nothing about a part of it: the other parts could never
    /// count.
    var partsWithMinimum: [FireRoadNode] {
        guard let amount, let whole = amount.minimum, whole > 0 else { return [] }
        return children.filter { child in
            guard child.name != nil, let own = child.amount, let minimum = own.minimum,
                minimum > 0
            else { return false }
            return own.unit != amount.unit || minimum < whole
        }
    }
}

extension FireRoadNode {
    /// The word of a subject or an attribute; nil for anything else.
    var word: String? {
        switch kind {
        case .subject(let number): number
        case .attribute(let attribute): attribute.tag
        case .text, .list: nil
        }
    }

    /// What its attribute is called; nil for anything else.
    var attributeTitle: String? {
        if case .attribute(let attribute) = kind { attribute.title } else { nil }
    }

    /// The same without an amount of its own.
    var withoutAmount: FireRoadNode {
        var node = self
        node.amount = nil
        return node
    }

    /// The same without an amount anywhere.
    var withoutAmounts: FireRoadNode {
        var node = withoutAmount
        if case .list(let joiner, let children) = kind {
            node.kind = .list(joiner, children.map(\.withoutAmounts))
        }
        return node
    }

    /// What its own amount counts: its parts, or itself where it has none.
    var counted: [FireRoadNode] { children.isEmpty ? [withoutAmount] : children }
}

extension FireRoadThreshold {
    /// Whether nothing held meets it.
    var asksNothing: Bool { (minimum ?? 0) == 0 }

    /// The threshold in words: `at least 54 units`.
    var words: String {
        let bound = minimum.map { "at least \($0)" } ?? "at most \(maximum ?? 0)"
        return "\(bound) \(unit == .units ? "units" : "subjects")"
    }
}

extension FireRoadVariables {
    /// Puts every name into a definition.
    func node(_ definition: FireRoadDocument.Definition) -> FireRoadNode {
        var node = node(definition.statement)
        let hasModifier = definition.amount != nil || definition.distinct != nil
        if hasModifier, node.name != nil || (definition.distinct != nil && node.children.isEmpty) {
            node = FireRoadNode(kind: .list(.slash, [node]), place: definition.place)
        }
        node.name = definition.name
        node.title = definition.title ?? node.title
        if !node.children.isEmpty { node.place = definition.place }
        if hasModifier { (node.amount, node.distinct) = (definition.amount, definition.distinct) }
        return node
    }

    private func node(_ statement: FireRoadStatement) -> FireRoadNode {
        switch statement {
        case .name(let name, let place):
            if let definition = definition(name) { return node(definition) }
            let kind = FireRoadAttribute(name).map(FireRoadNode.Kind.attribute)
            return FireRoadNode(kind: kind ?? .subject(Self.number(name)), place: place)
        case .text(let text, let place): return FireRoadNode(kind: .text(text), place: place)
        case .list(let joiner, let parts, let place):
            return FireRoadNode(kind: .list(joiner, parts.map(node)), place: place)
        }
    }

    /// A joint subject is marked with `[J]`, which is no part of its number.
    private static func number(_ name: String) -> String {
        name.hasSuffix("[J]") ? String(name.dropLast(3)) : name
    }
}
