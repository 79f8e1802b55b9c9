// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Who decides, what this report is not, and how to question it.
enum DecisionSection: ReportSection {
    static let name = "decision"
    static let title = ReportPhrase.decisionTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let words = context.words
        let contact: [Document.Block] = [
            .facts([.init(words.text(.contact), Prose(context.report.style.contact ?? ""))])
        ]
        return [
            .notice(context.banner),
            .paragraph(words(.noEntitlement)), .paragraph(words(method(context))),
            .heading(words(.questionTitle)), .list(questions(context)),
        ] + (context.report.style.contact == nil ? [] : contact) + credit(context)
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .object([
            "decisionRestsWith": .text(context.body.text),
            "howToQuestion": JSONValue(questions(context).map(\.text)),
            "contact": JSONValue(context.report.style.contact),
        ])
    }

    private static func questions(_ context: ReportContext) -> [Prose] {
        let words = context.words
        let rule =
            context.audit == nil
            ? [] : [words(.questionRule, ["body": .prose(context.body)])]
        return [words(.questionFacts)] + rule
            + [words(.questionAgain, ["date": .text(words.date(context.asOf))])]
    }

    private static func method(_ context: ReportContext) -> ReportPhrase {
        guard let audit = context.audit else { return .howMadeSkills }
        return audit.exceptions.isEmpty ? .howMade : .howMadeExceptions
    }

    private static func credit(_ context: ReportContext) -> [Document.Block] {
        context.report.disclosure.attribution.isEmpty
            ? [] : [.paragraph(context.words(.escoCredit))]
    }
}
