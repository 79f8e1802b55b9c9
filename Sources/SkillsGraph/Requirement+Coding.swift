// SPDX-License-Identifier: Apache-2.0

/// How a requirement is stored, inside the document of its rule.
extension Requirement: Codable {
    fileprivate enum Field: String, CodingKey {
        case id, title, shared, kind, parts, count, minimum, maximum, scheme, unit, select, partial
        case basis, rounding, scale, period, field, credential, overlap, outcome, skill, level
        case order, date, by
    }

    /// Encodes the requirement and all below it.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(id, forKey: .id)
        try fields.encodeWordings(title, forKey: .title)
        try fields.encodeMark(isShared, forKey: .shared)
        try fields.encode(kind.name, forKey: .kind)
        try kind.encode(in: &fields)
        try fields.encodeList(children, forKey: .parts)
    }

    /// Decodes what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            id: try fields.decode(String.self, forKey: .id),
            title: try fields.decodeWordings(.title), isShared: try fields.decodeMark(.shared),
            kind: try Kind(
                try fields.decodeNeeded(.kind, Kind.Name.init(rawValue:)), from: fields))
    }
}

extension Requirement.Kind {
    fileprivate func encode(
        in fields: inout KeyedEncodingContainer<Requirement.Field>
    ) throws {
        switch self {
        case .all, .any: break
        case .atLeast(let count, _): try fields.encode(count, forKey: .count)
        case .count(let demand): try demand.encode(in: &fields)
        case .share(let share): try share.encode(in: &fields)
        case .mean(let mean):
            try fields.encodeText(mean.minimum, forKey: .minimum)
            try fields.encode(mean.scale, forKey: .scale)
            try fields.encode(mean.basis.rawValue, forKey: .basis)
        case .period(let period): try fields.encodeText(period, forKey: .period)
        case .distinct(let count, let field):
            try fields.encode(count, forKey: .count)
            try fields.encode(field.rawValue, forKey: .field)
        case .credential(let id, let overlap):
            try fields.encode(id, forKey: .credential)
            try fields.encodeText(overlap, forKey: .overlap)
        case .outcome(let id): try fields.encode(id, forKey: .outcome)
        case .skill(let uri, let level):
            try fields.encode(uri, forKey: .skill)
            try fields.encodeText(level, forKey: .level)
        case .order(let ids): try fields.encode(ids, forKey: .order)
        case .absent(let selector): try fields.encodeText(selector, forKey: .select)
        case .notBefore(let date): try fields.encodeText(date, forKey: .date)
        case .decision(let body): try fields.encode(body, forKey: .by)
        }
    }

    fileprivate init(
        _ name: Name, from fields: KeyedDecodingContainer<Requirement.Field>
    ) throws {
        switch name {
        case .all: self = .all(try fields.decodeList(.parts))
        case .any: self = .any(try fields.decodeList(.parts))
        case .atLeast:
            self = .atLeast(
                try fields.decode(Int.self, forKey: .count), of: try fields.decodeList(.parts))
        case .credits:
            let scheme = try fields.decode(String.self, forKey: .scheme)
            self = .count(try .init(.credits(CreditScheme(rawValue: scheme)), from: fields))
        case .awards: self = .count(try .init(.awards, from: fields))
        case .hours: self = .count(try .init(.hours, from: fields))
        case .share: self = .share(try .init(from: fields))
        case .mean:
            self = .mean(
                .init(
                    minimum: try fields.decodeNeeded(.minimum) { ExactDecimal($0) },
                    scale: try fields.decode(String.self, forKey: .scale),
                    basis: try fields.decodeNeeded(
                        .basis, Requirement.MeanGrade.Basis.init(rawValue:))))
        case .period: self = .period(try fields.decodeNeeded(.period) { Period($0) })
        case .distinct:
            self = .distinct(
                try fields.decode(Int.self, forKey: .count),
                of: try fields.decodeNeeded(.field, Selector.Field.init(rawValue:)))
        case .credential:
            self = .credential(
                try fields.decode(String.self, forKey: .credential),
                overlap: try fields.decodeText(.overlap) { Fraction($0) })
        case .outcome: self = .outcome(try fields.decode(String.self, forKey: .outcome))
        case .skill:
            self = .skill(
                try fields.decode(String.self, forKey: .skill),
                atLeast: try fields.decodeText(.level) { Level($0) })
        case .order: self = .order(try fields.decode([String].self, forKey: .order))
        case .absent: self = .absent(try fields.decodeSelector())
        case .notBefore: self = .notBefore(try fields.decodeNeeded(.date) { CalendarDate($0) })
        case .decision: self = .decision(by: try fields.decode(String.self, forKey: .by))
        }
    }
}

extension Requirement.Demand {
    fileprivate func encode(
        in fields: inout KeyedEncodingContainer<Requirement.Field>
    ) throws {
        try fields.encodeText(minimum, forKey: .minimum)
        try fields.encodeText(maximum, forKey: .maximum)
        try fields.encodeIfPresent(unit.scheme?.rawValue, forKey: .scheme)
        if selector != .everything { try fields.encodeText(selector, forKey: .select) }
        try fields.encodeMark(isPartial, forKey: .partial)
    }

    fileprivate init(
        _ unit: Unit, from fields: KeyedDecodingContainer<Requirement.Field>
    ) throws {
        self.init(
            minimum: try fields.decodeNeeded(.minimum) { ExactDecimal($0) },
            maximum: try fields.decodeText(.maximum) { ExactDecimal($0) }, unit: unit,
            selector: try fields.decodeSelector(), parts: try fields.decodeList(.parts),
            isPartial: try fields.decodeMark(.partial))
    }
}

extension Requirement.Share {
    fileprivate func encode(
        in fields: inout KeyedEncodingContainer<Requirement.Field>
    ) throws {
        try fields.encodeText(minimum, forKey: .minimum)
        try fields.encodeText(maximum, forKey: .maximum)
        switch unit {
        case nil: break
        case .credits(let scheme): try fields.encode(scheme.rawValue, forKey: .scheme)
        case .awards, .hours: try fields.encodeIfPresent(unit?.name, forKey: .unit)
        }
        if selector != .everything { try fields.encodeText(selector, forKey: .select) }
        if basis != .required { try fields.encode(basis.rawValue, forKey: .basis) }
        try fields.encodeIfPresent(rounding?.rawValue, forKey: .rounding)
    }

    fileprivate init(from fields: KeyedDecodingContainer<Requirement.Field>) throws {
        let scheme = try fields.decodeIfPresent(String.self, forKey: .scheme)
        self.init(
            minimum: try fields.decodeText(.minimum) { Bound($0) },
            maximum: try fields.decodeText(.maximum) { Bound($0) },
            unit: try scheme.map { .credits(CreditScheme(rawValue: $0)) }
                ?? fields.decodeText(.unit) { name in
                    [Unit.awards, .hours].first { $0.name == name }
                },
            of: try fields.decodeSelector(),
            basis: try fields.decodeText(.basis, Basis.init(rawValue:)) ?? .required,
            rounding: try fields.decodeText(.rounding, Rounding.init(rawValue:)))
    }
}

extension Requirement.Share.Bound {
    /// Creates a bound from what its description says; nil where that is neither an amount nor a
    /// share.
    fileprivate init?(_ text: String) {
        if let fraction = Fraction(text) {
            self = .fraction(fraction)
        } else if let amount = ExactDecimal(text) {
            self = .amount(amount)
        } else {
            return nil
        }
    }
}

extension KeyedDecodingContainer<Requirement.Field> {
    /// Decodes which awards are meant: all, where nothing is said.
    fileprivate func decodeSelector() throws -> Selector {
        try decodeText(.select) { try Selector(parsing: $0) } ?? .everything
    }
}
