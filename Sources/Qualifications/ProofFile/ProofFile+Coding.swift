// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph

extension ProofFile {
    /// The longest file that is read: 16 MiB.
    public static let longest = 16 << 20

    /// Reads a proof file; whether the proof holds is not looked at.
    ///
    /// - Parameters:
    ///   - bytes: the whole file, in UTF-8.
    ///   - file: its name, for messages.
    /// - Returns: what the file holds.
    /// - Throws: `ProofFileError` for what is not JSON, is too long or too deep, is of another
    ///   schema, or lacks something.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(ProofFileError) -> ProofFile {
        guard bytes.count <= longest else {
            throw ProofFileError(
                file, "", "the file has more than \(longest >> 20) MiB; it is no proof of Varde's")
        }
        guard !bytes.isEmpty else { throw ProofFileError(file, "", "the file is empty") }
        if let problem = repeatedKey(bytes, file) { throw problem }
        do {
            return try JSONDecoder().decode(ProofFile.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.syntaxError(error, bytes, file) ?? error.asProofFileError(file)
        } catch let error as StatedError {
            throw ProofFileError(file, "/\(error.list)", error.reason)
        } catch {
            throw ProofFileError(file, "", "\(error)")
        }
    }
}

extension ProofFile {
    /// A key that stands twice in one object: readers differ in which of the two they take, so that
    /// one person could check what another does not see.
    private static func repeatedKey(_ bytes: [UInt8], _ file: String) -> ProofFileError? {
        do throws(FileProblem) { _ = try JSONReader.node(bytes) } catch {
            guard error.code == "repeated-key" else { return nil }
            return ProofFileError(
                at: SourcePlace(
                    file: file, line: error.position.line, column: error.position.column),
                error.message)
        }
        return nil
    }

    /// What makes the text no JSON at all, which the system's decoder does not tell the place of.
    private static func syntaxError(
        _ error: DecodingError, _ bytes: [UInt8], _ file: String
    ) -> ProofFileError? {
        guard case .dataCorrupted(let context) = error, context.codingPath.isEmpty else {
            return nil
        }
        do throws(FileProblem) { _ = try JSONReader.node(bytes) } catch {
            return ProofFileError(
                at: SourcePlace(
                    file: file, line: error.position.line, column: error.position.column),
                error.message)
        }
        return nil
    }
}

extension ProofFile: Codable {
    private enum Field: String, CodingKey {
        case schema, claim, terms, rule, facts, awards, evidence
    }

    private struct StatedProof: Codable {
        var certain: StatedEvidence?
        var assuming: StatedEvidence?
    }

    /// Encodes everything but the disclosure.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(Self.schema, forKey: .schema)
        try fields.encode(StatedClaim(claim), forKey: .claim)
        try fields.encode(StatedTerms(terms), forKey: .terms)
        try fields.encode(rule, forKey: .rule)
        try fields.encode(facts, forKey: .facts)
        try fields.encode(awards, forKey: .awards)
        try fields.encode(
            StatedProof(
                certain: proof.certain.map(StatedEvidence.init),
                assuming: proof.assuming.map(StatedEvidence.init)), forKey: .evidence)
    }

    /// Decodes what `encode(to:)` wrote.
    ///
    /// - Throws: `DecodingError`, and what the parts of a rule throw.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        let schema = try fields.decode(String.self, forKey: .schema)
        guard schema == Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: fields,
                debugDescription: "\"\(schema)\" is not \"\(Self.schema)\"")
        }
        claim = try fields.decode(StatedClaim.self, forKey: .claim).claim
        terms = try fields.decode(StatedTerms.self, forKey: .terms).terms(for: claim.learner)
        rule = try fields.decode(Rule.self, forKey: .rule)
        facts = try fields.decode(StatedFacts.self, forKey: .facts)
        awards = try fields.decode([StatedAward].self, forKey: .awards)
        let stated = try fields.decode(StatedProof.self, forKey: .evidence)
        proof = AuditProof(
            status: claim.status,
            certain: try stated.certain?.evidence(in: "evidence/certain"),
            assuming: try stated.assuming?.evidence(in: "evidence/assuming"))
    }
}

/// What is claimed, as a proof file states it.
private struct StatedClaim: Codable {
    var learner: String
    var target: String
    var use: String
    var rule: String
    var version: String?
    var asOf: String
    var status: String
    var remaining: StatedRemaining

    init(_ claim: ProofFile.Claim) {
        learner = claim.learner
        target = claim.target
        use = claim.use.rawValue
        rule = claim.rule
        version = claim.version
        asOf = claim.asOf.description
        status = claim.status.rawValue
        remaining = StatedRemaining(claim.remaining)
    }

    var claim: ProofFile.Claim {
        get throws {
            ProofFile.Claim(
                learner: learner, target: target,
                use: try Stated.value(use, in: "claim/use", Rule.Use.init(rawValue:)), rule: rule,
                version: version,
                asOf: try Stated.value(asOf, in: "claim/asOf") { CalendarDate($0) },
                status: try Stated.value(status, in: "claim/status", Status.init(rawValue:)),
                remaining: try remaining.remaining(in: "claim/remaining"))
        }
    }
}

/// The terms of an audit as a proof file states them.
private struct StatedTerms: Codable {
    var asOf: String
    var recognition: String
    /// The accord, where recognition is read under one.
    var accord: String?
    var supposing: String
    /// Awards by their ids in outputs, and the requirements that they are pinned to.
    var pins: [String: String]
    var exceptions: [StatedException]

    init(_ terms: AuditTerms) {
        asOf = terms.asOf.description
        (recognition, accord) =
            switch terms.recognition {
            case .declared: ("declared", nil)
            case .everyone: ("everyone", nil)
            case .accord(let name): ("accord", name)
            case .own: ("own", nil)
            }
        supposing = terms.supposing.rawValue
        pins = terms.pins
        exceptions = terms.exceptions.map(StatedException.init)
    }

    func terms(for learner: String) throws -> AuditTerms {
        var terms = AuditTerms(
            asOf: try Stated.value(asOf, in: "terms/asOf") { CalendarDate($0) })
        terms.recognition = try reading
        terms.supposing = try Stated.value(
            supposing, in: "terms/supposing", AuditTerms.Supposition.init(rawValue:))
        terms.pins = pins
        terms.exceptions = try exceptions.map { try $0.exception(of: learner) }
        return terms
    }

    private var reading: Recognition.Reading {
        get throws {
            try Stated.value(recognition, in: "terms/recognition") {
                switch $0 {
                case "declared": .declared
                case "everyone": .everyone
                case "accord": .accord(accord)
                case "own": .own
                default: nil
                }
            }
        }
    }
}

extension DecodingError {
    /// The error of a proof's file, at the value that it is about.
    fileprivate func asProofFileError(_ file: String) -> ProofFileError {
        switch self {
        case .keyNotFound(let key, let context):
            ProofFileError(
                file, Self.pointer(context.codingPath), "\"\(key.stringValue)\" is missing")
        case .valueNotFound(_, let context):
            ProofFileError(file, Self.pointer(context.codingPath), "a value is missing")
        case .typeMismatch(let type, let context):
            ProofFileError(
                file, Self.pointer(context.codingPath), "there must be a value of type \(type)")
        case .dataCorrupted(let context):
            ProofFileError(file, Self.pointer(context.codingPath), Self.reason(context))
        @unknown default: ProofFileError(file, "", "\(self)")
        }
    }

    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let name = key.intValue.map(String.init) ?? key.stringValue
            return "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
        }.joined()
    }

    /// The system's own words say most where it is the text that is no JSON.
    private static func reason(_ context: Context) -> String {
        let detail = context.underlyingError.map { ": \($0)" } ?? ""
        return context.debugDescription + detail
    }
}
