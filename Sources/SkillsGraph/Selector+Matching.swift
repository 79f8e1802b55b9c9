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
            values.lazy.map { graph.compare(credential, award, field, .equal, $0) }
                .reduce(.notMet) { $0.or($1) }
        case .comparison(let field, let comparator, let value):
            graph.compare(credential, award, field, comparator, value)
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

/// Comparisons with what is known of a credential, or of an award of it; the graph is passed on
/// without a copy, for this is asked of whole catalogues.
extension Graph {
    fileprivate func compare(
        _ credential: Int, _ award: Award?, _ field: Selector.Field,
        _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        switch field {
        case .id:
            Self.equal(
                comparator,
                credentials[credential].id == value
                    || credentials[credential].identifiers.contains(value))
        case .provider:
            Self.text(award?.provider ?? credentials[credential].provider, comparator) {
                $0 == value
            }
        case .field:
            Self.text(award?.field ?? credentials[credential].field, comparator) {
                $0.hasPrefix(value)
            }
        case .kind:
            Self.equal(
                comparator, (award?.kind ?? credentials[credential].kind).rawValue == value)
        case .tag: Self.equal(comparator, credentials[credential].tags.contains(value))
        case .language: compareLanguages(credential, comparator, value)
        case .mode: Self.text(credentials[credential].mode, comparator) { $0 == value }
        case .level: compareLevel(award?.level ?? credentials[credential].level, comparator, value)
        case .credits:
            compareCredits(award?.credits ?? credentials[credential].credits, comparator, value)
        case .date: Self.compareDate(award?.date, comparator, value)
        case .outcome:
            Self.equal(
                comparator,
                outcomesOfCredential[credential].contains { outcomes[Int($0)].id == value })
        case .skill: Self.equal(comparator, teaches(credential, value))
        }
    }

    private static func equal(_ comparator: Selector.Comparator, _ holds: Bool) -> Status {
        Status(holds == (comparator == .equal))
    }

    private static func text(
        _ fact: String?, _ comparator: Selector.Comparator, _ holds: (String) -> Bool
    ) -> Status {
        fact.map { equal(comparator, holds($0)) } ?? .cannotTell
    }

    private func compareLanguages(
        _ credential: Int, _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        let languages = credentials[credential].languages
        guard !languages.isEmpty else { return .cannotTell }
        return Self.equal(
            comparator, languages.contains { $0 == value || $0.hasPrefix(value + "-") })
    }

    private func compareLevel(
        _ fact: Level?, _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        guard let fact, let bound = Level(value), let order = crosswalk.compare(fact, with: bound)
        else { return .cannotTell }
        return Status(comparator.holds(order))
    }

    private func compareCredits(
        _ fact: Credits?, _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        guard let fact, let bound = Credits(selectorValue: value),
            let amount = convert(fact, to: bound.scheme)?.amount
        else { return .cannotTell }
        let order = amount == bound.amount ? 0 : amount < bound.amount ? -1 : 1
        return Status(comparator.holds(order))
    }

    private static func compareDate(
        _ fact: CalendarDate?, _ comparator: Selector.Comparator, _ value: String
    ) -> Status {
        guard let fact, let bound = CalendarDate(value) else { return .cannotTell }
        return Status(comparator.holds((fact.dayNumber - bound.dayNumber).signum()))
    }

    private func teaches(_ credential: Int, _ uri: String) -> Bool {
        guard let wanted = skill(uri) else { return false }
        return reach(of: teaches(credential), discount: 1).contains { $0.skill == wanted }
    }
}

extension Graph {
    /// Returns `credits` in `scheme`, or nil where no conversion is declared or it is not exact.
    public func convert(_ credits: Credits, to scheme: CreditScheme) -> Credits? {
        if credits.scheme == scheme { return credits }
        return conversions.lazy.filter { $0.to == scheme }.compactMap { $0(credits) }.first
    }
}
