// SPDX-License-Identifier: Apache-2.0

/// How a whole rule is stored: a document of our own, not the rule file that people write.
///
/// What has its usual value is left out, so that a plain rule is short. The names of the fields
/// are part of the stored form and never change; `format` counts its versions, and a document of a
/// later one is refused rather than read in part.
extension Rule: Codable {
    /// The version of the stored form that is written; those up to it are read.
    static let storedFormat = 1

    private enum Field: String, CodingKey {
        case format, credential, use, name, title, version, validFrom, validUntil, startedFrom
        case startedBefore, source, secondary, decidedBy, awarding, counts, agesOn, scales
        case recognition, equivalences, requirement
    }

    /// Encodes everything that the rule says.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(Self.storedFormat, forKey: .format)
        try fields.encode(credential, forKey: .credential)
        try fields.encode(use.rawValue, forKey: .use)
        try fields.encodeIfPresent(name, forKey: .name)
        try fields.encodeWordings(title, forKey: .title)
        try fields.encodeIfPresent(version, forKey: .version)
        try encodeDates(in: &fields)
        try fields.encodeIfPresent(source, forKey: .source)
        try fields.encodeMark(isSecondary, forKey: .secondary)
        try fields.encodeIfPresent(decidedBy, forKey: .decidedBy)
        if awarding != .onApplication { try fields.encode(awarding.rawValue, forKey: .awarding) }
        if counts != .everything { try fields.encodeText(counts, forKey: .counts) }
        try fields.encodeList(scales, forKey: .scales)
        try fields.encodeIfPresent(recognition, forKey: .recognition)
        try fields.encodeList(equivalences, forKey: .equivalences)
        try fields.encode(requirement, forKey: .requirement)
    }

    private func encodeDates(in fields: inout KeyedEncodingContainer<Field>) throws {
        try fields.encodeText(validFrom, forKey: .validFrom)
        try fields.encodeText(validUntil, forKey: .validUntil)
        try fields.encodeText(startedFrom, forKey: .startedFrom)
        try fields.encodeText(startedBefore, forKey: .startedBefore)
        try fields.encodeText(agesOn, forKey: .agesOn)
    }

    /// Decodes what `encode(to:)` wrote.
    ///
    /// - Throws: `DecodingError`, `GraphError` for an impossible grade scale, `SelectorError`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        let format = try fields.decode(Int.self, forKey: .format)
        guard 1...Self.storedFormat ~= format else {
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: fields,
                debugDescription: "the rule was stored by another Varde, in format \(format)")
        }
        self.init(
            credential: try fields.decode(String.self, forKey: .credential),
            use: try fields.decodeNeeded(.use, Use.init(rawValue:)),
            requirement: try fields.decode(Requirement.self, forKey: .requirement))
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        title = try fields.decodeWordings(.title)
        version = try fields.decodeIfPresent(String.self, forKey: .version)
        source = try fields.decodeIfPresent(String.self, forKey: .source)
        isSecondary = try fields.decodeMark(.secondary)
        decidedBy = try fields.decodeIfPresent(String.self, forKey: .decidedBy)
        try decodeTerms(of: fields)
    }

    private mutating func decodeTerms(of fields: KeyedDecodingContainer<Field>) throws {
        func date(_ field: Field) throws -> CalendarDate? {
            try fields.decodeText(field) { CalendarDate($0) }
        }
        validFrom = try date(.validFrom)
        validUntil = try date(.validUntil)
        startedFrom = try date(.startedFrom)
        startedBefore = try date(.startedBefore)
        agesOn = try date(.agesOn)
        awarding = try fields.decodeText(.awarding, Awarding.init(rawValue:)) ?? .onApplication
        counts = try fields.decodeText(.counts) { try Selector(parsing: $0) } ?? .everything
        scales = try fields.decodeList(.scales)
        recognition = try fields.decodeIfPresent(Recognition.self, forKey: .recognition)
        equivalences = try fields.decodeList(.equivalences)
    }
}

extension Rule.Equivalence: Codable {
    private enum Field: String, CodingKey { case credential, countsFor, overlap }

    /// Encodes the two ids and the overlap.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(credential, forKey: .credential)
        try fields.encode(countsFor, forKey: .countsFor)
        try fields.encodeText(overlap, forKey: .overlap)
    }

    /// Decodes what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            try fields.decode(String.self, forKey: .credential),
            countsFor: try fields.decode(String.self, forKey: .countsFor),
            overlap: try fields.decodeText(.overlap) { Fraction($0) })
    }
}

extension Recognition: Codable {
    private enum Field: String, CodingKey { case own, bodies }

    /// Encodes the own providers and the other bodies.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encodeList(own, forKey: .own)
        try fields.encodeList(bodies, forKey: .bodies)
    }

    /// Decodes what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(own: try fields.decodeList(.own), bodies: try fields.decodeList(.bodies))
    }
}

extension Recognition.Body: Codable {
    private enum Field: String, CodingKey { case provider, accord, provisional }

    /// Encodes the provider, its accord, and whether it is provisional.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(provider, forKey: .provider)
        try fields.encodeIfPresent(accord, forKey: .accord)
        try fields.encodeMark(isProvisional, forKey: .provisional)
    }

    /// Decodes what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            try fields.decode(String.self, forKey: .provider),
            accord: try fields.decodeIfPresent(String.self, forKey: .accord),
            isProvisional: try fields.decodeMark(.provisional))
    }
}

extension GradeScale: Codable {
    private enum Field: String, CodingKey { case name, steps, passMark }

    /// Encodes the name, the steps from the lowest, and the pass mark.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(steps, forKey: .steps)
        try fields.encodeIfPresent(passMark, forKey: .passMark)
    }

    /// Decodes what `encode(to:)` wrote.
    ///
    /// - Throws: `DecodingError`, or `GraphError` for a scale that cannot be.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        try self.init(
            name: try fields.decode(String.self, forKey: .name),
            steps: try fields.decode([Step].self, forKey: .steps),
            passMark: try fields.decodeIfPresent(String.self, forKey: .passMark))
    }
}

extension GradeScale.Step: Codable {
    /// Encodes a list of the grade and, where it has any, its points.
    public func encode(to encoder: any Encoder) throws {
        var cells = encoder.unkeyedContainer()
        try cells.encode(grade)
        if let points { try cells.encode(points.description) }
    }

    /// Decodes what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        var cells = try decoder.unkeyedContainer()
        let grade = try cells.decode(String.self)
        guard !cells.isAtEnd else {
            self.init(grade)
            return
        }
        let text = try cells.decode(String.self)
        guard let points = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(
                in: cells, debugDescription: "\"\(text)\" is no number of points")
        }
        self.init(grade, points: points)
    }
}
