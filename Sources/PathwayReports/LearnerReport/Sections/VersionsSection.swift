// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// By which version of which rule and data, so that the report can be understood and made again.
enum VersionsSection: ReportSection {
    static let name = "versions"
    static let title = ReportPhrase.versionsTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let rules = rules(context)
        let table: [Document.Block] = rules.isEmpty ? [] : [.grid(grid(rules, context))]
        return table + [.facts(data(context))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .object([
            "rules": .list(rules(context).map(json)),
            "frameworks": .list(
                context.report.disclosure.frameworks.map {
                    .object(["name": .text($0.name), "version": .text($0.version)])
                }),
            "imports": .list(
                context.report.background.imports.map {
                    .object([
                        "date": JSONValue($0.date), "formats": JSONValue($0.formats),
                        "files": .integer($0.files), "engine": .text($0.engine),
                    ])
                }),
        ])
    }

    /// The rule of the target, and those of the qualifications on the way.
    private static func rules(_ context: ReportContext) -> [Rule] {
        let steps = context.report.answer.items.compactMap(\.rule)
        var seen: Set<String> = []
        return
            ([context.audit?.rule].compactMap { $0 } + context.report.background.nested.map(\.rule)
            + steps).filter { seen.insert($0.id).inserted }
    }

    private static func grid(_ rules: [Rule], _ context: ReportContext) -> Document.Grid {
        let words = context.words
        var grid = Document.Grid(
            words.text(.rules),
            [
                .init(title: words.text(.rule)), .init(title: words.text(.version)),
                .init(title: words.text(.inForce)), .init(title: words.text(.source)),
            ])
        grid.rows = rules.map { rule in
            [
                Prose(rule.id), context.stated(rule.version), inForce(rule, context),
                source(rule, context),
            ]
        }
        return grid
    }

    private static func inForce(_ rule: Rule, _ context: ReportContext) -> Prose {
        let words = context.words
        switch (rule.validFrom, rule.validUntil) {
        case (nil, nil): return words(.notStated)
        case (let from?, nil): return words(.since, ["date": .text(words.date(from))])
        case (nil, let until?): return words(.until, ["date": .text(words.date(until))])
        case (let from?, let until?):
            return Prose("\(words.date(from)) – \(words.date(until))")
        }
    }

    private static func source(_ rule: Rule, _ context: ReportContext) -> Prose {
        guard let source = rule.source else { return context.words(.notStated) }
        let note = rule.isSecondary ? Prose(" ") + context.words(.secondarySource) : ""
        return Prose(.address(source)) + note
    }

    private static func data(_ context: ReportContext) -> [Document.Fact] {
        let words = context.words
        let disclosure = context.report.disclosure
        let frameworks = disclosure.frameworks.map { Prose("\($0.name) \($0.version)") }
        let imports = context.report.background.imports.map { entry in
            words(
                .importedOn,
                [
                    "date": .text(words.date(entry.date)), "count": .count(entry.files),
                    "list": .text(entry.formats.joined(separator: ", ")),
                ])
        }
        let facts: [Document.Fact?] = [
            frameworks.isEmpty ? nil : .init(words.text(.frameworks), frameworks),
            imports.isEmpty ? nil : .init(words.text(.data), imports),
            disclosure.skillSpace.map { .init(words.text(.skillSpace), Prose($0)) },
            disclosure.weightsHash.map { .init(words.text(.weights), weights(context, $0)) },
            .init(words.text(.software), Prose("Varde \(Disclosure.engineVersion)")),
        ]
        return facts.compactMap { $0 }
    }

    private static func weights(_ context: ReportContext, _ hash: String) -> Prose {
        let named = context.report.answer.weights.named.filter { $0.weight > 0 }
            .map { name, weight in
                let number = FixedPoint.text(weight, decimals: 2)
                return "\(context.name(ofCriterion: name)) "
                    + number.replacing(".", with: context.words.book.decimalSign)
            }
        return Prose(
            "\(context.report.answer.weights.version), \(hash): \(named.joined(separator: ", "))")
    }

    private static func json(_ rule: Rule) -> JSONValue {
        .object([
            "id": .text(rule.id), "version": JSONValue(rule.version),
            "validFrom": JSONValue(rule.validFrom), "validUntil": JSONValue(rule.validUntil),
            "source": JSONValue(rule.source), "isSecondary": .truth(rule.isSecondary),
        ])
    }
}
