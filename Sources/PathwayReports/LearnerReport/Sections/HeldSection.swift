// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What the learner holds, and what is known of its proof.
enum HeldSection: ReportSection {
    static let name = "held"
    static let title = ReportPhrase.heldTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let awards = context.report.holder.awards
        guard !awards.isEmpty else { return [.paragraph(context.words(.heldNothing))] }
        return [.paragraph(proofs(context, awards)), .grid(grid(context, awards))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .list(context.report.holder.awards.map { json($0, context) })
    }

    /// How many proofs were checked, and what came of it.
    private static func proofs(_ context: ReportContext, _ awards: [Award]) -> Prose {
        let completed = awards.filter { $0.progress == .completed }
        let verified = completed.count { $0.verification == .verified }
        let failed = completed.count { $0.verification == .failed }
        let counts = [
            (ReportPhrase.heldProofs, verified), (.heldFailed, failed),
            (.heldUnchecked, completed.count - verified - failed),
        ]
        return counts.filter { $0.1 > 0 }.map { context.words($0, ["count": .count($1)]) }
            .joined(separator: " ")
    }

    private static func grid(_ context: ReportContext, _ awards: [Award]) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            nil,
            [
                .init(title: words.text(.credential)),
                .init(title: words.text(.state), isShort: true),
                .init(title: words.text(.date), isShort: true),
                .init(title: words.text(.credits), isNumeric: true),
                .init(title: words.text(.grade), isOptional: true),
                .init(title: words.text(.provider)),
                .init(title: words.text(.validUntil), isShort: true, isOptional: true),
                .init(title: words.text(.proof), isShort: true),
            ])
        grid.rows = awards.map { award in
            let isSupposed = context.report.background.supposed.contains(award.id)
            let progress =
                isSupposed ? words.text(.supposed) : context.progress(award.progress)
            let automatic = context.isAutomatic(award.id) ? ", \(words.text(.automatic))" : ""
            return [
                context.title(ofCredential: award.credential),
                Prose(progress + automatic),
                Prose(award.date?.description ?? ""),
                Prose(context.credits(of: award).map(context.amount) ?? ""),
                Prose(context.grade(of: award) ?? ""), Prose(context.provider(of: award) ?? ""),
                context.expiry(of: award), Prose(context.verification(award)),
            ]
        }
        return grid
    }

    private static func json(_ award: Award, _ context: ReportContext) -> JSONValue {
        .object([
            "award": .text(award.id), "credential": .text(award.credential),
            "title": .text(context.title(ofCredential: award.credential).text),
            "status": .text(award.progress.rawValue), "date": JSONValue(award.date),
            "credits": JSONValue(context.credits(of: award)),
            "grade": JSONValue(award.grade?.text), "scale": JSONValue(award.grade?.scale),
            "provider": JSONValue(context.provider(of: award)),
            "expires": JSONValue(award.expires),
            "verification": .text(award.verification.rawValue),
            "automatic": .truth(context.isAutomatic(award.id)),
        ])
    }
}

extension ReportContext {
    // MARK: What an award says, else what its credential says

    func credential(of award: Award) -> Credential? {
        graph.credential(award.credential).map { graph.credentials[$0] }
    }

    func credits(of award: Award) -> Credits? { award.credits ?? credential(of: award)?.credits }
    func level(of award: Award) -> Level? { award.level ?? credential(of: award)?.level }
    func provider(of award: Award) -> String? {
        award.provider ?? credential(of: award)?.provider
    }

    /// The grade and its scale.
    func grade(of award: Award) -> String? {
        award.grade.map { grade in
            grade.scale.map { "\(grade.text) (\($0))" } ?? grade.text
        }
    }

    /// The level and its framework: `EQF 6`.
    func text(_ level: Level) -> String { "\(level.framework) \(level.value)" }

    /// The last day on which it is valid, and whether that is over.
    func expiry(of award: Award) -> Prose {
        guard let day = award.expires else { return "" }
        let over = award.isExpired(on: asOf) ? " (\(words.text(.isOver)))" : ""
        return Prose(day.description + over)
    }
}
