// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// On what terms all this was worked out, and what somebody decided for the learner.
enum AssumptionsSection: ReportSection {
    static let name = "assumptions"
    static let title = ReportPhrase.assumptionsTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        [.list(assumptions(context))] + exceptions(context)
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .object([
            "assumptions": JSONValue(assumptions(context).map(\.text)),
            "exceptions": .list(
                (context.audit?.exceptions ?? []).map { json($0, context) }),
            "warnings": .list(
                (context.audit?.warnings ?? []).map {
                    .object(["code": .text($0.code), "text": .text(warning($0, context).text)])
                }),
            "knownGaps": JSONValue(context.report.disclosure.knownGaps),
        ])
    }

    // MARK: Assumptions

    private static func assumptions(_ context: ReportContext) -> [Prose] {
        let words = context.words
        var list = [words(.assumesDay, ["date": .text(words.date(context.asOf))])]
        list.append(words(.assumesRecord))
        if let filter = context.report.background.filter {
            list.append(words(.nextFilter, ["filter": .text(filter)]))
        }
        if let audit = context.audit {
            list += terms(audit, context) + audit.warnings.map { warning($0, context) }
        }
        list += (context.report.background.automatic?.derived ?? []).map { derived in
            words(
                .assumesAutomatic,
                [
                    "credential": .prose(context.title(of: derived.credential)),
                    "list": .prose(words.list(derived.restsOn.map(context.name(ofAward:)))),
                ])
        }
        return list
            + context.report.disclosure.knownGaps.map { Prose(.foreign($0, language: "en")) }
            .map { words.language == "en" ? Prose($0.text) : $0 }
    }

    private static func terms(_ audit: Audit, _ context: ReportContext) -> [Prose] {
        let words = context.words
        var list: [Prose] = []
        if audit.rule.recognition != nil {
            list.append(words(reading(audit.terms.recognition), accord(audit.terms.recognition)))
        }
        if let started = audit.terms.started {
            list.append(words(.assumesStart, ["date": .text(words.date(started))]))
        }
        list.append(words(audit.proved ? .assumesProved : .assumesCut))
        return list
    }

    private static func reading(_ reading: Recognition.Reading) -> ReportPhrase {
        switch reading {
        case .declared: .recognitionDeclared
        case .everyone: .recognitionOfEveryone
        case .own: .recognitionOwn
        case .accord: .recognitionAccord
        }
    }

    private static func accord(_ reading: Recognition.Reading) -> [String: ReportValue] {
        guard case .accord(let name?) = reading else { return ["accord": "–"] }
        return ["accord": .text(name)]
    }

    static func warning(_ warning: Audit.Warning, _ context: ReportContext) -> Prose {
        let words = context.words
        return switch warning {
        case .ruleExpired(let day): words(.warningExpired, ["date": .text(words.date(day))])
        case .ruleNotYetValid(let day): words(.warningNotYet, ["date": .text(words.date(day))])
        case .ruleUnsatisfiable: words(.warningUnsatisfiable)
        case .startUnknown: words(.warningStart)
        case .pinImpossible(let award, let requirement):
            words(
                .warningPin,
                [
                    "award": .prose(context.name(ofAward: award)),
                    "requirement": .prose(context.name(ofRequirement: requirement)),
                ])
        }
    }

    // MARK: Exceptions

    private static func exceptions(_ context: ReportContext) -> [Document.Block] {
        let applied = context.audit?.exceptions ?? []
        let words = context.words
        let left = context.report.background.exceptionsLeftOut
        guard !applied.isEmpty else {
            return [
                .paragraph(
                    left > 0
                        ? words(.exceptionsLeftOut, ["count": .count(left)])
                        : words(.exceptionsNone))
            ]
        }
        var grid = Document.Grid(
            words.text(.exceptions),
            [
                .init(title: words.text(.exception)), .init(title: words.text(.reason)),
                .init(title: words.text(.decidedBy)), .init(title: words.text(.date)),
                .init(title: words.text(.withoutIt)),
            ])
        grid.rows = applied.map { row($0, context) }
        return [.grid(grid)]
    }

    private static func row(
        _ applied: Audit.AppliedException, _ context: ReportContext
    ) -> [Prose] {
        let words = context.words
        let exception = applied.exception
        let until = exception.until.map { " – \(words.date($0))" } ?? ""
        return [
            sentence(exception.kind, context), Prose(exception.decision.why),
            Prose(exception.decision.who), Prose(words.date(exception.decision.date) + until),
            effect(applied, context),
        ]
    }

    private static func effect(
        _ applied: Audit.AppliedException, _ context: ReportContext
    ) -> Prose {
        if applied.problem != nil { return context.words(.exceptionNotApplied) }
        guard applied.makesDifference, let rule = context.audit?.rule else {
            return context.words(.exceptionSame)
        }
        let left = context.remaining(applied.without.remaining, by: rule)
        let status = context.status(applied.without.status)
        return Prose(left.isEmpty ? status : "\(status); \(left)")
    }

    private static func sentence(
        _ kind: AuditException.Kind, _ context: ReportContext
    ) -> Prose {
        let words = context.words
        let requirement = kind.requirement.map(context.name(ofRequirement:)) ?? ""
        let award = kind.award.map(context.name(ofAward:)) ?? ""
        let values: [String: ReportValue] = [
            "award": .prose(award), "requirement": .prose(requirement),
        ]
        switch kind {
        case .insert: return words(.exceptionInsert, values)
        case .waive: return words(.exceptionWaive, values)
        case .block(_, let place):
            return words(place == nil ? .exceptionBlock : .exceptionBlockIn, values)
        case .substitute(let held, let wanted):
            return words(
                .exceptionSubstitute,
                [
                    "held": .prose(context.title(ofCredential: held)),
                    "wanted": .prose(context.title(ofCredential: wanted)),
                ])
        case .change(_, let limit, let value):
            return words(
                limit == .minimum ? .exceptionMinimum : .exceptionMaximum,
                values.merging(["value": .text(value)]) { $1 })
        }
    }

    private static func json(
        _ applied: Audit.AppliedException, _ context: ReportContext
    ) -> JSONValue {
        let exception = applied.exception
        return .object([
            "id": .text(exception.id), "kind": .text(exception.kind.name.rawValue),
            "text": .text(sentence(exception.kind, context).text),
            "who": .text(exception.decision.who), "why": .text(exception.decision.why),
            "date": JSONValue(exception.decision.date), "until": JSONValue(exception.until),
            "makesDifference": .truth(applied.makesDifference),
            "problem": JSONValue(applied.problem),
        ])
    }
}
