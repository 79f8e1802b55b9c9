// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Which award counts for which requirement, with all that a recognition officer asks of it.
enum CountedSection: ReportSection {
    static let name = "counted"
    static let title = ReportPhrase.countedTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard context.audit != nil else { return [] }
        guard !context.counted.isEmpty else {
            return [.paragraph(context.words(.countedNothing))]
        }
        return [.paragraph(context.words(.countedIntroduction)), .grid(grid(context))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .list(context.counted.map { json($0, context) })
    }

    private static func grid(_ context: ReportContext) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            nil,
            [
                .init(title: words.text(.credential)), .init(title: words.text(.requirement)),
                .init(title: words.text(.counts), isNumeric: true),
                .init(title: words.text(.level), isShort: true), .init(title: words.text(.grade)),
                .init(title: words.text(.age)), .init(title: words.text(.provider)),
                .init(title: words.text(.proof), isShort: true),
                .init(title: words.text(.countsUntil), isShort: true, isOptional: true),
            ])
        grid.rows = context.counted.map { row($0, context) }
        return grid
    }

    private static func row(_ entry: CountedAward, _ context: ReportContext) -> [Prose] {
        let award = entry.award
        return [
            context.name(ofAward: award.id) + notes(entry, context),
            context.name(ofRequirement: entry.requirement), Prose(amount(entry, context)),
            Prose(context.level(of: award).map(context.text) ?? ""),
            Prose(context.grade(of: award) ?? ""), Prose(age(of: award, context) ?? ""),
            Prose(context.provider(of: award) ?? ""), Prose(context.verification(award)),
            Prose(entry.lastDay?.description ?? ""),
        ]
    }

    /// What counts, in the unit of its requirement; a test is only answered.
    private static func amount(_ entry: CountedAward, _ context: ReportContext) -> String {
        guard let assignment = entry.assignment else { return context.words.text(.answersIt) }
        guard assignment.credits > .zero, let unit = context.units[entry.requirement] else {
            return context.words.text(.isWhatIsAsked)
        }
        return context.amount(assignment.credits, unit)
    }

    private static func notes(_ entry: CountedAward, _ context: ReportContext) -> Prose {
        var notes: [String] = []
        if entry.award.progress != .completed {
            notes.append(context.progress(entry.award.progress))
        }
        if context.isAutomatic(entry.award.id) { notes.append(context.words.text(.automatic)) }
        if entry.assignment?.isProvisional == true {
            notes.append(context.words.text(.provisional))
        }
        return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    }

    /// How long ago it was awarded.
    static func age(of award: Award, _ context: ReportContext) -> String? {
        award.date.flatMap { date in
            guard date <= context.asOf else { return nil }
            let (from, to) = (date.components, context.asOf.components)
            let months = (to.year - from.year) * 12 + to.month - from.month
            return context.words.book.age(months: months - (to.day < from.day ? 1 : 0))
        }
    }

    private static func json(_ entry: CountedAward, _ context: ReportContext) -> JSONValue {
        .object([
            "award": .text(entry.award.id), "requirement": .text(entry.requirement),
            "title": .text(context.title(ofCredential: entry.award.credential).text),
            "requirementTitle": .text(context.name(ofRequirement: entry.requirement).text),
            "credits": entry.assignment.map { .exact($0.credits) } ?? .null,
            "unit": JSONValue(context.units[entry.requirement]?.name),
            "level": JSONValue(context.level(of: entry.award)?.description),
            "grade": JSONValue(entry.award.grade?.text),
            "scale": JSONValue(entry.award.grade?.scale), "date": JSONValue(entry.award.date),
            "provider": JSONValue(context.provider(of: entry.award)),
            "verification": .text(entry.award.verification.rawValue),
            "progress": .text(entry.award.progress.rawValue),
            "provisional": .truth(entry.assignment?.isProvisional ?? false),
            "automatic": .truth(context.isAutomatic(entry.award.id)),
            "countsUntil": JSONValue(entry.lastDay),
        ])
    }
}
