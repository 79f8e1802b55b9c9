// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The facts about credentials that a rule asks about, as a proof file states them.
///
/// Exact decimals, days and levels are text in their written form, so that none passes through
/// binary floating point; the weights of alignments are binary, and written so that they are read
/// back as the same.
struct StatedFacts: Codable, Hashable, Sendable {
    var credentials: [StatedCredential]
    /// Ids that count for one another, each in one list.
    var equivalent: [[String]]
    var outcomes: [Outcome]
    var alignments: [Alignment]
    var skills: [Skill]
    var conversions: [Conversion]

    struct Outcome: Codable, Hashable, Sendable {
        var id: String
        var credential: String
    }

    struct Alignment: Codable, Hashable, Sendable {
        var outcome: String
        var skill: String
        var weight: Double
        var proficiency: String?
    }

    struct Skill: Codable, Hashable, Sendable {
        var uri: String
        var broader: [String]
    }

    struct Conversion: Codable, Hashable, Sendable {
        var from: String
        var to: String
        var factor: String
        var source: String
    }
}

/// Credits as a proof file states them.
struct StatedCredits: Codable, Hashable, Sendable {
    var amount: String
    var scheme: String

    init(_ credits: Credits) {
        amount = credits.amount.description
        scheme = credits.scheme.rawValue
    }

    func credits(in list: String) throws -> Credits {
        Credits(
            try Stated.value(amount, in: list) { ExactDecimal($0) }, CreditScheme(rawValue: scheme))
    }
}

/// A credential as a proof file states it: what a rule can ask about, and its title.
struct StatedCredential: Codable, Hashable, Sendable {
    var id: String
    var title: String?
    var kind: String
    var provider: String?
    var credits: StatedCredits?
    var hours: String?
    var level: String?
    var field: String?
    var languages: [String]?
    var mode: String?
    var tags: [String]?
    var identifiers: [String]?

    init(_ credential: Credential) {
        id = credential.id
        title = credential.title.isEmpty ? nil : credential.title.text()
        kind = credential.kind.rawValue
        provider = credential.provider
        credits = credential.credits.map(StatedCredits.init)
        hours = credential.hours?.description
        level = credential.level?.description
        field = credential.field
        languages = Stated.list(credential.languages)
        mode = credential.mode
        tags = Stated.list(credential.tags)
        identifiers = Stated.list(credential.identifiers)
    }

    var credential: Credential {
        get throws {
            let list = "facts/credentials"
            var credential = Credential(
                id: id, title: LocalizedText(title ?? ""),
                kind: try Stated.value(kind, in: list, Credential.Kind.init(rawValue:)))
            credential.provider = provider
            credential.credits = try credits?.credits(in: list)
            credential.hours = try hours.map { try Stated.value($0, in: list) { ExactDecimal($0) } }
            credential.level = try level.map { try Stated.value($0, in: list) { Level($0) } }
            credential.field = field
            credential.languages = languages ?? []
            credential.mode = mode
            credential.tags = tags ?? []
            credential.identifiers = identifiers ?? []
            return credential
        }
    }
}

/// How values stand in a proof file.
enum Stated {
    /// A list, or nothing where it is empty.
    static func list(_ values: [String]) -> [String]? { values.isEmpty ? nil : values }

    /// Reads a value from its written form.
    static func value<Value>(
        _ text: String, in list: String, _ read: (String) -> Value?
    ) throws -> Value {
        if let value = read(text) { return value }
        throw StatedError(list: list, reason: "\"\(text)\" is not a \(Value.self)")
    }
}

extension StatedFacts {
    /// The parts of a graph of these facts alone.
    var parts: GraphParts {
        get throws {
            var parts = GraphParts()
            parts.credentials = try credentials.map { try $0.credential }
            parts.credentialRelations = equivalent.flatMap { ids in
                zip(ids, ids.dropFirst()).map {
                    CredentialRelation(from: $0, kind: .equivalent, to: $1)
                }
            }
            parts.conversions = try conversions.map { conversion in
                CreditConversion(
                    from: CreditScheme(rawValue: conversion.from),
                    to: CreditScheme(rawValue: conversion.to),
                    factor: try Stated.value(conversion.factor, in: "facts/conversions") {
                        ExactDecimal($0)
                    }, source: conversion.source)
            }
            try addSkills(to: &parts)
            return parts
        }
    }

    private func addSkills(to parts: inout GraphParts) throws {
        let skills = Dictionary(
            skills.enumerated().map { ($1.uri, $0) }, uniquingKeysWith: { first, _ in first })
        let outcomes = Dictionary(
            outcomes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        parts.skills = self.skills.map {
            SkillsGraph.Skill(uri: $0.uri, label: "", framework: Framework(""))
        }
        parts.skillLinks = try self.skills.enumerated().flatMap { place, skill in
            try skill.broader.map { uri in
                let above = try Stated.value(uri, in: "facts/skills") { skills[$0] }
                return GraphParts.Link(from: place, kind: .broader, to: above)
            }
        }
        parts.outcomes = self.outcomes.map {
            LearningOutcome(id: $0.id, credential: $0.credential, text: "")
        }
        parts.alignments = try alignments.map { alignment in
            let list = "facts/alignments"
            return GraphParts.AlignmentLink(
                outcome: try Stated.value(alignment.outcome, in: list) { outcomes[$0] },
                skill: try Stated.value(alignment.skill, in: list) { skills[$0] },
                weight: alignment.weight,
                proficiency: try alignment.proficiency.map {
                    try Stated.value($0, in: list) { Level($0) }
                })
        }
    }
}
