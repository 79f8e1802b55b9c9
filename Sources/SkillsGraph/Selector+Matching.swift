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
            values.reduce(.notMet) {
                $0.or(graph.compare(field, .equal, $1, credential, award))
            }
        case .comparison(let field, let comparator, let value):
            graph.compare(field, comparator, value, credential, award)
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

extension Selector.Comparator {
    /// Whether a fact without order, which is or is not the value, satisfies it.
    fileprivate func holds(_ isValue: Bool) -> Status {
        switch self {
        case .equal: Status(isValue)
        case .notEqual: Status(!isValue)
        case .atMost, .atLeast, .less, .more: .cannotTell
        }
    }
}

// Methods of the graph, so that comparing thousands of credentials copies nothing.
extension Graph {
    fileprivate func compare(
        _ field: Selector.Field, _ comparator: Selector.Comparator, _ value: String,
        _ credential: Int, _ award: Award?
    ) -> Status {
        switch field {
        case .id: comparator.holds(goes(credential, by: value))
        case .provider:
            (award?.provider ?? credentials[credential].provider)
                .map { comparator.holds($0 == value) } ?? .cannotTell
        case .level: level(comparator, value, award?.level ?? credentials[credential].level)
        case .field:
            (award?.field ?? credentials[credential].field)
                .map { comparator.holds($0.hasPrefix(value)) } ?? .cannotTell
        case .kind:
            comparator.holds((award?.kind ?? credentials[credential].kind).rawValue == value)
        case .tag: comparator.holds(credentials[credential].tags.contains(value))
        case .language: languages(comparator, value, credentials[credential].languages)
        case .mode:
            credentials[credential].mode.map { comparator.holds($0 == value) } ?? .cannotTell
        case .credits:
            credits(comparator, value, award?.credits ?? credentials[credential].credits)
        case .date: date(comparator, value, award?.date)
        case .outcome:
            comparator.holds(
                outcome(value).map { outcomesOfCredential[credential].contains(Int32($0)) }
                    ?? false)
        case .skill: comparator.holds(skill(value).map { teaches(credential, $0) } ?? false)
        }
    }

    private func goes(_ credential: Int, by id: String) -> Bool {
        credentials[credential].id == id || credentials[credential].identifiers.contains(id)
    }

    private func languages(
        _ comparator: Selector.Comparator, _ value: String, _ languages: [String]
    ) -> Status {
        guard !languages.isEmpty else { return .cannotTell }
        let wanted = value.lowercased()
        return comparator.holds(
            languages.contains {
                let tag = $0.lowercased()
                return tag == wanted || tag.hasPrefix(wanted + "-")
            })
    }

    private func level(
        _ comparator: Selector.Comparator, _ value: String, _ fact: Level?
    ) -> Status {
        guard let fact, let bound = Level(value), let order = crosswalk.compare(fact, with: bound)
        else { return .cannotTell }
        return Status(comparator.holds(order))
    }

    private func credits(
        _ comparator: Selector.Comparator, _ value: String, _ fact: Credits?
    ) -> Status {
        guard let fact, let bound = Credits(selectorValue: value),
            let amount = convert(fact, to: bound.scheme)?.amount
        else { return .cannotTell }
        let order = amount == bound.amount ? 0 : amount < bound.amount ? -1 : 1
        return Status(comparator.holds(order))
    }

    private func date(
        _ comparator: Selector.Comparator, _ value: String, _ fact: CalendarDate?
    ) -> Status {
        guard let fact, let bound = CalendarDate(value) else { return .cannotTell }
        return Status(comparator.holds((fact.dayNumber - bound.dayNumber).signum()))
    }

    /// Whether the credential teaches the skill or one that is narrower.
    private func teaches(_ credential: Int, _ wanted: Int) -> Bool {
        var waiting = outcomesOfCredential[credential].flatMap { skillsOfOutcome[Int($0)] }
        var seen = Set(waiting)
        while let next = waiting.popLast() {
            if Int(next) == wanted { return true }
            for above in broader[Int(next)] where seen.insert(above).inserted {
                waiting.append(above)
            }
        }
        return false
    }
}

extension Graph {
    /// Returns `credits` in `scheme`, or nil where no conversion is declared or it is not exact.
    public func convert(_ credits: Credits, to scheme: CreditScheme) -> Credits? {
        if credits.scheme == scheme { return credits }
        return conversions.lazy.filter { $0.to == scheme }.compactMap { $0(credits) }.first
    }
}
