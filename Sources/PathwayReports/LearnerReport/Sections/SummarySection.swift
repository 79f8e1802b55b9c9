// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// Where the learner stands, what is missing, and what comes next: a sentence each.
enum SummarySection: ReportSection {
    static let name = "summary"
    static let title = ReportPhrase.summaryTitle

    /// How many things a sentence names.
    private static let most = 3

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        sentences(context).map { .lead($0) }
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .object([
            "status": JSONValue(context.audit?.status.rawValue),
            "sentences": JSONValue(sentences(context).map(\.text)),
        ])
    }

    static func sentences(_ context: ReportContext) -> [Prose] {
        [standing(context), missing(context), next(context)]
    }

    // MARK: Where the learner stands

    private static func standing(_ context: ReportContext) -> Prose {
        let target: [String: ReportValue] = ["target": .prose(context.targetTitle)]
        if context.holdsTarget { return context.words(.summaryHeld, target) }
        guard let audit = context.audit else { return skills(context) }
        guard audit.status != .met else { return context.words(.summaryMet, target) }
        let held = Set(context.report.holder.awards.filter(context.isValid).map(\.credential)).count
        guard held > 0 else { return context.words(.summaryHoldsNothing, target) }
        let counted = Set(
            context.counted.map(\.award).filter(context.isValid).map(\.credential)
        ).count
        let values: [String: ReportValue] = [
            "held": .count(held), "counted": .count(counted),
            "target": .prose(context.targetTitle),
        ]
        guard let share = context.reached(audit) else {
            return context.words(.summaryCounted, values)
        }
        return context.words(
            .summaryCredits, values.merging(["share": .text(share)]) { $1 })
    }

    private static func skills(_ context: ReportContext) -> Prose {
        let needs = context.report.answer.gap.needs
        return context.words(
            .summarySkills,
            [
                "held": .count(needs.count { $0.missing == 0 }), "wanted": .count(needs.count),
                "target": .prose(context.targetTitle),
            ])
    }

    // MARK: What is missing

    private static func missing(_ context: ReportContext) -> Prose {
        if context.holdsTarget { return context.words(.summaryNothingMissing) }
        guard let audit = context.audit else { return missingSkills(context) }
        switch audit.status {
        case .met: return reachedSentence(context, audit.rule)
        case .notMet:
            return context.words(
                audit.proved ? .summaryMissing : .summaryMissingCut,
                [
                    "amount": .prose(
                        context.words.list(
                            context.remainders(audit.remaining, by: audit.rule).map { Prose($0) })),
                    "list": .prose(context.words.short(open(context, audit), most: most)),
                ])
        case .cannotTell:
            let facts = audit.unsettled.map { context.sentence($0) }
            guard !facts.isEmpty else { return context.words(.summaryCut) }
            return context.words(
                .summaryUnknown, ["list": .prose(context.words.short(facts, most: most))])
        }
    }

    private static func open(_ context: ReportContext, _ audit: Audit) -> [Prose] {
        audit.root.open.map { context.words.quoted(context.name($0.requirement)) }
    }

    private static func reachedSentence(_ context: ReportContext, _ rule: Rule) -> Prose {
        switch rule.awarding {
        case .automatic: context.words(.summaryAutomatic, ["body": .prose(context.body)])
        case .onApplication: context.words(.summaryApply, ["body": .prose(context.body)])
        }
    }

    private static func missingSkills(_ context: ReportContext) -> Prose {
        let missing = context.report.answer.gap.needs.filter { $0.missing > 0 }
            .sorted { $0.missing > $1.missing }
        guard !missing.isEmpty else { return context.words(.summaryNothingMissing) }
        return context.words(
            .summaryMissingSkills,
            [
                "count": .count(missing.count),
                "list": .prose(
                    context.words.short(missing.map { context.label(ofSkill: $0.skill) }, most: 3)),
            ])
    }

    // MARK: What comes next

    private static func next(_ context: ReportContext) -> Prose {
        let answer = context.report.answer
        if answer.gap.isClosed || context.holdsTarget { return context.words(.summaryDone) }
        if context.asksForNoStep { return context.words(.summaryNotAsked) }
        let isOpen = context.audit?.status == .cannotTell
        guard let best = answer.items.first, best.counts || !isOpen else {
            if isOpen { return context.words(.summarySettle) }
            return context.words(answer.blocked.isEmpty ? .summaryNoStep : .summaryBlocked)
        }
        let reason = NextSection.closings(best, context)
        let values: [String: ReportValue] = [
            "step": .prose(context.title(of: best.credential).strong),
            "closes": .prose(context.words.short(reason, most: 2)),
        ]
        return context.words(reason.isEmpty ? .summaryNextSkills : .summaryNext, values)
    }
}
