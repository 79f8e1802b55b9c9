// SPDX-License-Identifier: Apache-2.0

extension Selector {
    /// Returns whether `credential`, as held in `award` where there is one, matches.
    ///
    /// A fact on the award stands before the credential's own. A fact that neither states makes
    /// the comparison `cannotTell`; so does a level of another framework or credits of another
    /// scheme without a declared correspondence. Without an award, only the credential is asked.
    public func matches(_ credential: Int, _ award: Award? = nil, in graph: Graph) -> Status {
        switch self {
        case .everything: .met
        case .not(let inner): inner.matches(credential, award, in: graph).negated
        case .and(let left, let right):
            left.matches(credential, award, in: graph)
                .and(right.matches(credential, award, in: graph))
        case .or(let left, let right):
            left.matches(credential, award, in: graph)
                .or(right.matches(credential, award, in: graph))
        case .oneOf(let field, let values):
            values.lazy.map {
                Facts(credential, award, graph).compare(field, .equal, $0)
            }.reduce(.notMet) { $0.or($1) }
        case .comparison(let field, let comparator, let value):
            Facts(credential, award, graph).compare(field, comparator, value)
        }
    }

    /// The fields that the selector reads.
    public var fields: Set<Field> {
        switch self {
        case .everything: []
        case .comparison(let field, _, _), .oneOf(let field, _): [field]
        case .not(let inner): inner.fields
        case .and(let left, let right), .or(let left, let right): left.fields.union(right.fields)
        }
    }
}

/// What is known of a credential, or of an award of it.
private struct Facts {
    let credential: Int
    let award: Award?
    let graph: Graph

    init(_ credential: Int, _ award: Award?, _ graph: Graph) {
        self.credential = credential
        self.award = award
        self.graph = graph
    }

    var definition: Credential { graph.credentials[credential] }

    func compare(
        _ field: Selector.Field, _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        switch field {
        case .id:
            equal(comparator, definition.id == value || definition.identifiers.contains(value))
        case .provider: text(award?.provider ?? definition.provider, comparator) { $0 == value }
        case .field: text(award?.field ?? definition.field, comparator) { $0.hasPrefix(value) }
        case .kind: text((award?.kind ?? definition.kind).rawValue, comparator) { $0 == value }
        case .tag: equal(comparator, definition.tags.contains(value))
        case .language: languages(comparator, value)
        case .mode: text(definition.mode, comparator) { $0 == value }
        case .level: level(comparator, value)
        case .credits: credits(comparator, value)
        case .date: date(comparator, value)
        case .outcome:
            equal(
                comparator,
                graph.outcomesOfCredential[credential].contains {
                    graph.outcomes[Int($0)].id == value
                })
        case .skill: equal(comparator, teaches(value))
        }
    }

    private func equal(_ comparator: Selector.Comparator, _ holds: Bool) -> Status {
        Status(holds == (comparator == .equal))
    }

    private func text(
        _ fact: String?, _ comparator: Selector.Comparator, _ holds: (String) -> Bool
    ) -> Status {
        fact.map { equal(comparator, holds($0)) } ?? .cannotTell
    }

    private func languages(_ comparator: Selector.Comparator, _ value: String) -> Status {
        let languages = definition.languages
        guard !languages.isEmpty else { return .cannotTell }
        return equal(comparator, languages.contains { $0 == value || $0.hasPrefix(value + "-") })
    }

    private func level(_ comparator: Selector.Comparator, _ value: String) -> Status {
        guard let fact = award?.level ?? definition.level, let bound = Level(value),
            let order = graph.crosswalk.compare(fact, with: bound)
        else { return .cannotTell }
        return Status(comparator.holds(order))
    }

    private func credits(_ comparator: Selector.Comparator, _ value: String) -> Status {
        guard let fact = award?.credits ?? definition.credits,
            let bound = Credits(selectorValue: value),
            let amount = graph.convert(fact, to: bound.scheme)?.amount
        else { return .cannotTell }
        let order = amount == bound.amount ? 0 : amount < bound.amount ? -1 : 1
        return Status(comparator.holds(order))
    }

    private func date(_ comparator: Selector.Comparator, _ value: String) -> Status {
        guard let fact = award?.date, let bound = CalendarDate(value) else { return .cannotTell }
        return Status(comparator.holds((fact.dayNumber - bound.dayNumber).signum()))
    }

    private func teaches(_ uri: String) -> Bool {
        guard let wanted = graph.skill(uri) else { return false }
        return graph.reach(of: graph.teaches(credential), discount: 1)
            .contains { $0.skill == wanted }
    }
}

extension Graph {
    /// Returns `credits` in `scheme`, or nil where no conversion is declared or it is not exact.
    public func convert(_ credits: Credits, to scheme: CreditScheme) -> Credits? {
        if credits.scheme == scheme { return credits }
        return conversions.lazy.filter { $0.to == scheme }.compactMap { $0(credits) }.first
    }
}
