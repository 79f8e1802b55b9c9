// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The cells of an award's row.
enum AwardRow {
    /// The columns after the key, in order.
    static let columns =
        "progress, grade, scale, credits, scheme, level_framework, level, field, provider, kind, "
        + "expires, verification, used"

    /// Binds the columns, from parameter `first`.
    static func bind(_ award: Award, to query: Query, from first: Int) {
        query.bind(first, award.progress.rawValue)
        query.bind(first + 1, award.grade?.text)
        query.bind(first + 2, award.grade?.scale)
        query.bind(first + 3, award.credits?.amount.thousandths)
        query.bind(first + 4, award.credits?.scheme.rawValue)
        query.bind(first + 5, award.level?.framework)
        query.bind(first + 6, award.level?.value)
        query.bind(first + 7, award.field)
        query.bind(first + 8, award.provider)
        query.bind(first + 9, award.kind?.rawValue)
        query.bind(first + 10, award.expires?.dayNumber)
        query.bind(first + 11, award.verification.rawValue)
        query.bind(
            first + 12, award.usedFor.isEmpty ? nil : award.usedFor.joined(separator: "\n"))
    }

    /// Returns the award whose day is at `first`, the columns following.
    static func read(_ columns: Columns, _ first: Int, credential: String) -> Award {
        let day = columns.integer(first)
        var award = Award(
            credential: credential,
            date: day > Schema.noDay ? CalendarDate(dayNumber: day) : nil)
        award.progress = Award.Progress(rawValue: columns.text(first + 1)) ?? .completed
        award.grade = columns.optionalText(first + 2).map {
            Grade($0, scale: columns.optionalText(first + 3))
        }
        award.credits = columns.credits(first + 4)
        award.level = columns.level(first + 6)
        award.field = columns.optionalText(first + 8)
        award.provider = columns.optionalText(first + 9)
        award.kind = columns.optionalText(first + 10).flatMap { Credential.Kind(rawValue: $0) }
        award.expires = columns.optionalInteger(first + 11).map { CalendarDate(dayNumber: $0) }
        award.verification =
            Award.Verification(rawValue: columns.text(first + 12)) ?? .unverified
        award.usedFor = columns.lines(first + 13)
        return award
    }

    /// Every field but the key, as text.
    static func fields(_ award: Award) -> [Field] {
        [
            Field("status", award.progress.rawValue), Field("grade", award.grade?.text),
            Field("scale", award.grade?.scale),
            Field("credits", award.credits?.amount.description),
            Field("scheme", award.credits?.scheme.rawValue),
            Field("level", award.level?.description), Field("field", award.field),
            Field("provider", award.provider), Field("kind", award.kind?.rawValue),
            Field("expires", award.expires?.description),
            Field("verification", award.verification.rawValue),
            Field("used", award.usedFor.isEmpty ? nil : award.usedFor.joined(separator: " ")),
        ]
    }
}
