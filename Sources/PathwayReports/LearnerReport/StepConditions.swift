// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// On what conditions a step can be started, is recognised, and goes on counting.
struct StepConditions {
    private let item: Recommendation
    private let context: ReportContext

    init(_ item: Recommendation, _ context: ReportContext) {
        self.item = item
        self.context = context
    }

    private var credential: Credential { context.graph.credentials[item.credential] }

    // MARK: Admission

    private var hasConditions: Bool {
        context.graph.rule(
            .admission, of: item.credential, asOf: context.asOf, started: nil) != nil
            || !context.graph.related(from: item.credential, by: .requires).isEmpty
    }

    /// What it takes to start; everything that is recommended can be started.
    var admission: Prose { context.words(hasConditions ? .admissionMet : .admissionOpen) }

    /// Whether the rule counts it anywhere.
    var counts: Bool { !(item.marginal?.requirementsClosed.isEmpty ?? true) }

    // MARK: Recognition

    private var recognitionStatus: Status? {
        guard let rule = item.rule, let recognition = rule.recognition else { return nil }
        let reading = context.audit?.terms.recognition ?? .declared
        return recognition.admits(credential.provider, reading: reading)
    }

    /// Whether the rule takes awards of its provider.
    var recognition: Prose {
        guard item.rule != nil else { return context.words(.recognitionNoRule) }
        return switch recognitionStatus {
        case nil: context.words(.recognitionEveryone)
        case .met: context.words(.recognitionMet)
        case .notMet: context.words(.recognitionNotMet)
        case .cannotTell: context.words(.recognitionProvisional)
        }
    }

    // MARK: Expiry

    /// The last day on which it would count if it were awarded on the day asked about.
    var lastDay: CalendarDate? {
        guard let rule = item.rule, let closing = item.marginal?.requirementsClosed.first,
            let audit = context.audit
        else { return nil }
        let award = Award(credential: credential.id, date: context.asOf)
        return CountingDays(
            rule, for: context.report.holder, in: context.graph, terms: audit.terms
        ).lastDay(of: award, for: closing.requirement)
    }

    /// Until when it would count.
    var expiry: Prose {
        guard let lastDay else { return context.words(.expiryNone) }
        return context.words(.expiryDay, ["date": .text(context.words.date(lastDay))])
    }

    /// The conditions for programs.
    var json: JSONValue {
        .object([
            "admission": .text(hasConditions ? "met" : "open"),
            "recognition": JSONValue(
                item.rule == nil ? nil : recognitionStatus?.rawValue ?? "everyone"),
            "countsUntil": JSONValue(lastDay),
            "text": .text(RankReason(item, context).sentence.text),
        ])
    }
}

/// Why a step stands where it does.
struct RankReason {
    private let item: Recommendation
    private let context: ReportContext

    init(_ item: Recommendation, _ context: ReportContext) {
        self.item = item
        self.context = context
    }

    /// The criteria that add most, and what sets it apart from the next.
    var sentence: Prose {
        let parts = item.contributions.filter { $0.amount > 0 }
            .sorted { $0.amount > $1.amount }
            .map { "\(name($0.criterion)) \(number($0.amount))" }
        let tier = item.rule == nil ? "" : context.words(item.counts ? .rankCounts : .rankCountsNot)
        guard !parts.isEmpty else { return tier }
        let score = context.words(
            .rankScore,
            ["score": .text(number(item.score)), "list": .text(parts.joined(separator: ", "))])
        return [tier, planned, score, lead].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// That the learner means to take it anyway, where that is known.
    private var planned: Prose {
        let id = context.graph.credentials[item.credential].id
        let isPlanned = context.report.holder.awards.contains {
            $0.credential == id && $0.progress == .planned
        }
        return isPlanned ? context.words(.rankPlanned) : ""
    }

    /// How far it is before the next, where both are of one sort.
    private var lead: Prose {
        let items = context.report.answer.items
        guard items.indices.contains(item.rank), items[item.rank].counts == item.counts else {
            return ""
        }
        let next = items[item.rank]
        let differences = zip(item.contributions, next.contributions)
            .map { ($0.criterion, $0.amount - $1.amount) }
        let ahead = item.score - next.score
        guard let greatest = differences.max(by: { $0.1 < $1.1 }), ahead >= 0.0005 else {
            return ""
        }
        return context.words(
            .rankLead,
            [
                "next": .prose(context.title(of: next.credential)),
                "lead": .text(number(ahead)), "criterion": .text(name(greatest.0)),
            ])
    }

    private func number(_ number: Double) -> String {
        FixedPoint.text(number, decimals: 3).replacing(".", with: context.words.book.decimalSign)
    }

    private func name(_ criterion: String) -> String { context.name(ofCriterion: criterion) }
}

extension ReportContext {
    /// What a person calls a criterion.
    func name(ofCriterion criterion: String) -> String {
        switch criterion {
        case "coverage": words.text(.criterionCoverage)
        case "progress": words.text(.criterionProgress)
        case "unlocking": words.text(.criterionUnlocking)
        case "similarity": words.text(.criterionSimilarity)
        case "levelFit": words.text(.criterionLevelFit)
        case "effort": words.text(.criterionEffort)
        default: criterion
        }
    }
}
