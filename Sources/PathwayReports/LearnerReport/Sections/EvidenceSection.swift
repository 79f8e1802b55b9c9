// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The five elements by which a body recognises a credential, for each that counts.
///
/// Level, workload, quality, profile and learning outcomes: the practice of the ENIC and NARIC
/// centres under the Lisbon Recognition Convention.
enum EvidenceSection: ReportSection {
    static let name = "evidence"
    static let title = ReportPhrase.evidenceTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard context.audit != nil else { return [] }
        let awards = awards(context)
        guard !awards.isEmpty else { return [.paragraph(context.words(.countedNothing))] }
        return [.paragraph(context.words(.evidenceIntroduction))]
            + awards.flatMap { award -> [Document.Block] in
                [.heading(context.name(ofAward: award.id)), .facts(facts(award, context))]
            }
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .list(awards(context).map { json($0, context) })
    }

    /// The awards that count, each once.
    private static func awards(_ context: ReportContext) -> [Award] {
        var seen: Set<String> = []
        return context.counted.map(\.award).filter { seen.insert($0.id).inserted }
    }

    private static func facts(_ award: Award, _ context: ReportContext) -> [Document.Fact] {
        let words = context.words
        return [
            .init(words.text(.level), context.stated(context.level(of: award).map(context.text))),
            .init(words.text(.workload), context.stated(workload(award, context))),
            .init(words.text(.quality), context.stated(quality(award, context))),
            .init(words.text(.profile), context.stated(profile(award, context))),
            .init(words.text(.outcomes), outcomes(award, context)),
        ]
    }

    private static func workload(_ award: Award, _ context: ReportContext) -> String? {
        let credential = context.credential(of: award)
        let parts = [
            context.credits(of: award).map(context.amount),
            credential?.hours.map { context.amount($0, .hours) },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func quality(_ award: Award, _ context: ReportContext) -> String? {
        let credential = context.credential(of: award)
        let parts = [
            credential?.quality,
            credential?.assessment.map {
                context.words.text(.assessedBy, ["assessment": .text($0)])
            },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func profile(_ award: Award, _ context: ReportContext) -> String? {
        let credential = context.credential(of: award)
        let words = context.words
        let languages = credential?.languages ?? []
        let parts = [
            (award.kind ?? credential?.kind).map(context.kind),
            (award.field ?? credential?.field).map {
                words.text(.fieldOfStudy, ["field": .text($0)])
            },
            context.provider(of: award).map { provider in
                credential?.country.map { "\(provider) (\($0))" } ?? provider
            },
            credential?.mode,
            languages.isEmpty
                ? nil
                : words.text(.taughtIn, ["list": .text(languages.joined(separator: ", "))]),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func outcomes(_ award: Award, _ context: ReportContext) -> [Prose] {
        let outcomes = positions(award, context)
        guard !outcomes.isEmpty else { return [context.words(.notStated)] }
        return outcomes.map { context.prose(context.graph.outcomes[$0].text) }
    }

    private static func positions(_ award: Award, _ context: ReportContext) -> [Int] {
        context.graph.credential(award.credential).map {
            context.graph.outcomesOfCredential[$0].map { Int($0) }
        } ?? []
    }

    private static func json(_ award: Award, _ context: ReportContext) -> JSONValue {
        .object([
            "award": .text(award.id),
            "title": .text(context.title(ofCredential: award.credential).text),
            "level": JSONValue(context.level(of: award)?.description),
            "workload": .object([
                "credits": JSONValue(context.credits(of: award)),
                "hours": context.credential(of: award)?.hours.map { .exact($0) } ?? .null,
            ]),
            "quality": JSONValue(quality(award, context)),
            "profile": JSONValue(profile(award, context)),
            "outcomes": JSONValue(
                positions(award, context).map {
                    context.graph.outcomes[$0].text.text(in: context.language)
                }),
        ])
    }
}
