// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// An award as a proof file states it.
struct StatedAward: Codable, Hashable, Sendable {
    struct Grade: Codable, Hashable, Sendable {
        var text: String
        var scale: String?
    }

    var credential: String
    var date: String?
    var status: String
    var grade: Grade?
    var credits: StatedCredits?
    var level: String?
    var field: String?
    var provider: String?
    var kind: String?
    var expires: String?
    var verification: String
    var usedFor: [String]?

    init(_ award: Award) {
        credential = award.credential
        date = award.date?.description
        status = award.progress.rawValue
        grade = award.grade.map { Grade(text: $0.text, scale: $0.scale) }
        credits = award.credits.map(StatedCredits.init)
        level = award.level?.description
        field = award.field
        provider = award.provider
        kind = award.kind?.rawValue
        expires = award.expires?.description
        verification = award.verification.rawValue
        usedFor = Stated.list(award.usedFor)
    }

    var award: Award {
        get throws {
            func read<Value>(_ text: String?, _ read: (String) -> Value?) throws -> Value? {
                try text.map { try Stated.value($0, in: "awards", read) }
            }
            var award = Award(
                credential: credential, date: try read(date) { CalendarDate($0) })
            award.progress = try Stated.value(
                status, in: "awards", Award.Progress.init(rawValue:))
            award.grade = grade.map { SkillsGraph.Grade($0.text, scale: $0.scale) }
            award.credits = try credits?.credits(in: "awards")
            award.level = try read(level) { Level($0) }
            award.field = field
            award.provider = provider
            award.kind = try read(kind, Credential.Kind.init(rawValue:))
            award.expires = try read(expires) { CalendarDate($0) }
            award.verification = try Stated.value(
                verification, in: "awards", Award.Verification.init(rawValue:))
            award.usedFor = usedFor ?? []
            return award
        }
    }
}
