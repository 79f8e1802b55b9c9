// SPDX-License-Identifier: Apache-2.0

extension Selector {
    /// What a comparison needs beside the award.
    public struct Context: Hashable, Sendable {
        /// The day on which ages are taken; nil where ages cannot be told.
        public var asOf: CalendarDate?
        /// The scales by which grades compare.
        public var scales: [GradeScale]
        /// Whether an award without a grade is taken to have the best there is: one that is only
        /// thought of has none yet.
        public var assumesGrades: Bool

        /// Creates a context.
        public init(
            asOf: CalendarDate? = nil, scales: [GradeScale] = [], assumesGrades: Bool = false
        ) {
            self.asOf = asOf
            self.scales = scales
            self.assumesGrades = assumesGrades
        }
    }

    /// Returns whether `credential`, as held in `award` where there is one, matches.
    ///
    /// A fact on the award stands before the credential's own. A fact that neither states makes
    /// the comparison `cannotTell`; so does a level of another framework or credits of another
    /// scheme without a declared correspondence. Without an award, only the credential is asked.
    /// Grades compare by the scales of `context`, ages by its day.
    public func matches(
        _ credential: Int, _ award: Award? = nil, in graph: Graph, _ context: Context = Context()
    ) -> Status {
        switch self {
        case .everything: .met
        case .not(let inner): inner.matches(credential, award, in: graph, context).negated
        case .and(let left, let right):
            left.matches(credential, award, in: graph, context)
                .and(right.matches(credential, award, in: graph, context))
        case .or(let left, let right):
            left.matches(credential, award, in: graph, context)
                .or(right.matches(credential, award, in: graph, context))
        case .oneOf(let field, let values):
            graph.isOne(of: values, field, credential, award, context)
        case .comparison(let field, let comparator, let value):
            graph.compare(field, comparator, value, credential, award, context)
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

extension Selector.Context {
    /// The best grade of the scale that `value` is on, where grades are assumed and it is declared.
    fileprivate func assumedGrade(for value: String) -> Grade? {
        guard assumesGrades else { return nil }
        let (name, floor) = Selector.gradeParts(value)
        let scale = scales.first { scale in
            name.map { $0 == scale.name } ?? scale.steps.contains { $0.grade == floor }
        }
        return scale?.steps.last.map { Grade($0.grade, scale: scale?.name) }
    }
}

extension Selector {
    /// The scale, where one is named, and the grade of a value such as `NTU:C+`.
    package static func gradeParts(_ value: String) -> (scale: String?, grade: String) {
        guard let colon = value.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (nil, value) }
        return (String(value[..<colon]), String(value[value.utf8.index(after: colon)...]))
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
        _ credential: Int, _ award: Award?, _ context: Selector.Context
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
        case .hours: hours(comparator, value, credentials[credential].hours)
        case .date: date(comparator, value, award?.date)
        case .age: age(comparator, value, award?.date, context.asOf)
        case .grade: grade(comparator, value, award?.grade, context)
        case .used: comparator.holds(isUsed(award, value))
        case .outcome:
            comparator.holds(
                outcome(value).map { outcomesOfCredential[credential].contains(Int32($0)) }
                    ?? false)
        case .skill: comparator.holds(skill(value).map { teaches(credential, $0) } ?? false)
        }
    }

    /// Whether the field has one of the values; a list of ids is searched as text.
    fileprivate func isOne(
        of values: [String], _ field: Selector.Field, _ credential: Int, _ award: Award?,
        _ context: Selector.Context
    ) -> Status {
        if field == .id {
            let names = [credentials[credential].id] + credentials[credential].identifiers
            return Status(values.contains { names.contains($0) })
        }
        return values.reduce(.notMet) {
            $0.or(compare(field, .equal, $1, credential, award, context))
        }
    }

    private func hours(
        _ comparator: Selector.Comparator, _ value: String, _ fact: ExactDecimal?
    ) -> Status {
        guard let fact, let bound = ExactDecimal(value) else { return .cannotTell }
        return Status(comparator.holds(fact == bound ? 0 : fact < bound ? -1 : 1))
    }

    /// The age compares with a period as the day asked about with the period's last day.
    private func age(
        _ comparator: Selector.Comparator, _ value: String, _ date: CalendarDate?,
        _ asOf: CalendarDate?
    ) -> Status {
        guard let date, let asOf, let period = Period(value) else { return .cannotTell }
        return Status(
            comparator.holds((asOf.dayNumber - period.end(from: date).dayNumber).signum()))
    }

    private func grade(
        _ comparator: Selector.Comparator, _ value: String, _ fact: Grade?,
        _ context: Selector.Context
    ) -> Status {
        guard let fact = fact ?? context.assumedGrade(for: value) else {
            guard context.assumesGrades else { return .cannotTell }
            return Status(comparator == .atLeast || comparator == .more)
        }
        let (scale, floor) = Selector.gradeParts(value)
        guard let name = fact.scale, scale == nil || scale == name,
            let order = context.scales.first(where: { $0.name == name })?
                .order(of: fact, to: floor)
        else { return .cannotTell }
        return Status(comparator.holds(order))
    }

    private func isUsed(_ award: Award?, _ value: String) -> Bool {
        switch value {
        case "yes": !(award?.usedFor.isEmpty ?? true)
        case "no": award?.usedFor.isEmpty ?? true
        default: award?.usedFor.contains(value) ?? false
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
