// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What could come next: what each step closes, whether it can be started and counts for how long,
/// and why it stands where it does.
enum NextSection: ReportSection {
    static let name = "next"
    static let title = ReportPhrase.nextTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let answer = context.report.answer
        if answer.gap.isClosed { return [.paragraph(context.words(.nextNotNeeded))] }
        if context.asksForNoStep { return [.paragraph(context.words(.summaryNotAsked))] }
        let filter: [Document.Block] =
            context.report.background.filter.map {
                [.paragraph(context.words(.nextFilter, ["filter": .text($0)]))]
            } ?? []
        let steps = answer.items.flatMap { step($0, context) }
        let none: [Document.Block] =
            steps.isEmpty ? [.paragraph(context.words(.nextNothing))] : []
        return none + filter + [.paragraph(counts(context))] + steps + BlockedSteps.blocks(context)
    }

    static func json(_ context: ReportContext) -> JSONValue {
        let answer = context.report.answer
        let writer = RecommendationWriter(
            answer: answer, graph: context.graph, language: context.language)
        return .object([
            "counts": .object(writer.counts.mapValues { .integer($0) }),
            "recommendations": .list(
                answer.items.map { item in
                    var fields = writer.fields(of: item)
                    fields["conditions"] = StepConditions(item, context).json
                    return .object(fields)
                }),
            "blocked": writer.fields["blocked"] ?? .list([]),
        ])
    }

    private static func counts(_ context: ReportContext) -> Prose {
        let counts = context.report.answer.counts
        return context.words(
            .nextCounts,
            [
                "catalogue": .count(counts.catalogue), "eligible": .count(counts.eligible),
                "returned": .count(counts.returned),
            ])
    }

    // MARK: One step

    private static func step(_ item: Recommendation, _ context: ReportContext) -> [Document.Block] {
        let words = context.words
        let conditions = StepConditions(item, context)
        let facts: [Document.Fact?] = [
            Document.Fact(words.text(.offer), offer(item, context)),
            Document.Fact(words.text(.closes), closes(item, context)),
            skills(item, context).map { Document.Fact(words.text(.skills), $0) },
            left(item, context).map { Document.Fact(words.text(.leaves), $0) },
            Document.Fact(words.text(.admission), conditions.admission),
            conditions.counts
                ? Document.Fact(words.text(.recognition), conditions.recognition) : nil,
            conditions.counts ? Document.Fact(words.text(.countsUntil), conditions.expiry) : nil,
            Document.Fact(words.text(.whyHere), RankReason(item, context).sentence),
        ]
        return [
            .heading("\(item.rank). \(context.title(of: item.credential))"),
            .facts(facts.compactMap { $0 }),
        ]
    }

    /// Who offers it, how much and how.
    private static func offer(_ item: Recommendation, _ context: ReportContext) -> Prose {
        let credential = context.graph.credentials[item.credential]
        let parts = [
            context.kind(credential.kind), credential.credits.map(context.amount),
            credential.level.map(context.text), credential.provider, credential.mode,
            credential.languages.isEmpty ? nil : credential.languages.joined(separator: ", "),
        ].compactMap { $0 }
        let text = Prose(parts.joined(separator: "; "))
        return credential.url.map { "\(text); \(Prose(.address($0)))" } ?? text
    }

    private static func closes(_ item: Recommendation, _ context: ReportContext) -> [Prose] {
        let closings = closings(item, context)
        if !closings.isEmpty { return closings }
        guard item.rule != nil || context.audit != nil else {
            return [context.words(item.skills.isEmpty ? .addsNothing : .closesSkills)]
        }
        return [context.words(item.skills.isEmpty ? .addsNothing : .countsForNothing)]
    }

    /// What it would close, each in a few words.
    static func closings(_ item: Recommendation, _ context: ReportContext) -> [Prose] {
        let writer = RecommendationWriter(
            answer: context.report.answer, graph: context.graph, language: context.language)
        let stage = writer.stage(of: item).map { context.prose($0.title) }
        func placed(_ name: Prose) -> Prose {
            stage.map {
                context.words(.requirementOf, ["requirement": .prose(name), "target": .prose($0)])
            } ?? name
        }
        return (item.marginal?.requirementsClosed ?? []).map { closing in
            let requirement = writer.requirement(closing.requirement, for: item)
            if case .credential = requirement?.kind, let group = group(closing, item) {
                return asked(closing, in: placed(context.name(group)), item, context)
            }
            let name = requirement.map(context.name) ?? Prose(closing.requirement)
            return self.closing(closing, requirement, placed(name), context)
        }
    }

    /// The requirement right above the one that is closed.
    private static func group(
        _ closing: Marginal.Closing, _ item: Recommendation
    ) -> Requirement? {
        item.rule?.requirement.nodes.first {
            $0.children.contains { $0.id == closing.requirement }
        }
    }

    /// A credential that is asked for by name is told by the requirement that asks for it.
    private static func asked(
        _ closing: Marginal.Closing, in name: Prose, _ item: Recommendation,
        _ context: ReportContext
    ) -> Prose {
        let unit = item.rule?.requirement.countedUnits[closing.requirement]
        guard closing.credits > .zero, let unit else {
            return context.words(.askedForIn, ["requirement": .prose(name)])
        }
        return context.words(
            .creditsAskedForIn,
            [
                "amount": .text(context.amount(closing.credits, unit)),
                "requirement": .prose(name),
            ])
    }

    /// A requirement of credits takes them; one that is about something else is closed.
    private static func closing(
        _ closing: Marginal.Closing, _ requirement: Requirement?, _ name: Prose,
        _ context: ReportContext
    ) -> Prose {
        guard closing.credits > .zero, case .count(let demand) = requirement?.kind else {
            return context.words(.closesIt, ["requirement": .prose(name)])
        }
        return context.words(
            .bringsCredits,
            [
                "amount": .text(context.amount(closing.credits, demand.unit)),
                "requirement": .prose(name),
            ])
    }

    private static func skills(_ item: Recommendation, _ context: ReportContext) -> Prose? {
        guard !item.skills.isEmpty else { return nil }
        return context.words.short(
            item.skills.map { context.label(ofSkill: $0.skill) }, most: 5)
    }

    /// What would remain with it.
    private static func left(_ item: Recommendation, _ context: ReportContext) -> Prose? {
        guard let marginal = item.marginal, let rule = item.rule, marginal.counts else {
            return nil
        }
        let left = context.remaining(marginal.remainingAfter, by: rule)
        guard !left.isEmpty else { return context.words(.leavesNothing) }
        guard rule.credential != context.audit?.target else { return Prose(left) }
        let target = context.title(ofCredential: rule.credential)
        return context.words(
            .leavesFor, ["amount": .text(left), "target": .prose(target)])
    }
}
