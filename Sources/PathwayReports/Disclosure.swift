// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What an answer rests on and what it is for: the block that every JSON document carries.
///
/// Varde advises; a body decides. The block says so, and names every version that a person needs
/// to get the same answer again.
public struct Disclosure: Hashable, Sendable {
    /// The version of this software, as it stands in every output.
    public static let engineVersion = "0.1.0"

    /// What the answer is for, and what it is not for.
    public static let purpose =
        "Advice to the learner; not for admission, assessment or assignment."

    /// The credit that the European Commission asks for where ESCO is used.
    public static let escoCredit =
        "This service uses the ESCO classification of the European Commission."

    /// The day asked about; nil where no day plays a part.
    public var asOf: CalendarDate?
    /// Who decides; the body that issues the credentials where no rule names one.
    public var decisionRestsWith = "the awarding body"
    /// The rules that were judged.
    public var rules: [Rule] = []
    /// The frameworks that were read; ESCO is credited where it is among them.
    public var frameworks: [Framework] = []
    /// The weight of each criterion.
    public var weights: [String: Double] = [:]
    /// The hash of the weights.
    public var weightsHash: String?
    /// How many were looked at: `catalogue`, `eligible`, `scored`, `returned`.
    public var counts: [String: Int] = [:]
    /// What was not known, and so could not be taken into account.
    public var knownGaps: [String] = []
    /// The fingerprint of the skill space, where one was used.
    public var skillSpace: String?

    /// Creates a block for an answer about `day`; everything else may be set after.
    public init(asOf day: CalendarDate? = nil) { asOf = day }
}

extension Disclosure {
    /// The block as it stands in every document; nothing else writes one.
    public var json: JSONValue {
        .object([
            "purpose": .text(Self.purpose),
            "entitlement": false,
            "decisionRestsWith": .text(decisionRestsWith),
            "asOf": JSONValue(asOf),
            "ruleVersions": .list(rules.map(Self.version(of:))),
            "dataVersions": .list(dataVersions),
            "weights": .object(weights.mapValues { .number($0) }),
            "weightsHash": JSONValue(weightsHash),
            "counts": .object(counts.mapValues { .integer($0) }),
            "knownGaps": JSONValue(knownGaps),
            "sponsored": false,
            "engineVersion": .text(Self.engineVersion),
            "skillSpace": JSONValue(skillSpace),
            "attribution": JSONValue(attribution),
        ])
    }

    /// The credit lines that are due.
    public var attribution: [String] {
        frameworks.contains { $0.name == "ESCO" } ? [Self.escoCredit] : []
    }

    /// What a person reads below an answer.
    public var sentences: [String] {
        let day = asOf.map { "As of \($0). " } ?? ""
        return ["\(day)This is advice; \(decisionRestsWith) decides."] + attribution
    }

    private var dataVersions: [JSONValue] {
        Set(frameworks).sorted { ($0.name, $0.version) < ($1.name, $1.version) }
            .map { .object(["name": .text($0.name), "version": .text($0.version)]) }
    }

    private static func version(of rule: Rule) -> JSONValue {
        .object([
            "id": .text(rule.id), "version": JSONValue(rule.version),
            "source": JSONValue(rule.source),
        ])
    }
}
