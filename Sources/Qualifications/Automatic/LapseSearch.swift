// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Finds the automatic qualifications that were held by their rules and are no longer, and what
/// lapsed.
struct LapseSearch {
    /// How many of the last days on which something began or ended are looked at.
    private static let mostDays = 64

    private let learner: Learner
    private let rules: AutomaticRules
    private let graph: Graph
    private let terms: AuditTerms

    init(_ learner: Learner, _ rules: AutomaticRules, _ graph: Graph, _ terms: AuditTerms) {
        self.learner = learner
        self.rules = rules
        self.graph = graph
        self.terms = terms
    }

    var lapses: [AutomaticAwards.Lapse] {
        let now = met(on: terms.asOf)
        var waiting = couldHaveBeenMet.subtracting(now)
        var lapses: [AutomaticAwards.Lapse] = []
        for day in days where !waiting.isEmpty {
            for credential in met(on: day).intersection(waiting).sorted() {
                waiting.remove(credential)
                lapses.append(lapse(of: credential, after: day))
            }
        }
        return lapses.sorted { $0.credential < $1.credential }
    }

    // MARK: What is met when

    /// The automatic qualifications whose rules are met on a day, on record or not.
    private func met(on day: CalendarDate) -> Set<Int> { met(rules, learner, on: day) }

    private func met(
        _ rules: AutomaticRules, _ learner: Learner, on day: CalendarDate
    ) -> Set<Int> {
        let terms = terms(on: day)
        let awards = AutomaticAwards(of: learner, rules, in: graph, terms)
        let derived = Set(awards.derived.map(\.credential))
        let onRecord = Set(learner.awards.compactMap { graph.credential($0.credential) })
        let recorded = rules.all.filter { entry in
            onRecord.contains(entry.credential) && !derived.contains(entry.credential)
                && graph.isMet(entry.rule, by: awards.learner(toward: entry.rule), terms)
        }
        return derived.union(recorded.map(\.credential))
    }

    private func terms(on day: CalendarDate) -> AuditTerms {
        var terms = terms
        terms.asOf = day
        return terms
    }

    /// What would be met if nothing had ever expired or aged: nothing else can have lapsed.
    private var couldHaveBeenMet: Set<Int> {
        let lasting = learner.with(
            learner.awards.map { award in
                var award = award
                award.expires = nil
                return award
            })
        let first = learner.awards.compactMap(\.date).min() ?? terms.asOf
        return met(rules.agesTaken(on: first), lasting, on: terms.asOf)
    }

    /// The days before the one asked about on which an award began or was valid for the last time,
    /// the latest first.
    private var days: [CalendarDate] {
        let days = learner.awards.flatMap { [$0.date, $0.expires] }.compactMap { $0 }
        return Array(Set(days.filter { $0 < terms.asOf }).sorted(by: >).prefix(Self.mostDays))
    }

    // MARK: What lapsed

    private func lapse(of credential: Int, after day: CalendarDate) -> AutomaticAwards.Lapse {
        var (last, after) = (day.dayNumber, terms.asOf.dayNumber)
        while after - last > 1 {
            let middle = last + (after - last) / 2
            if met(on: CalendarDate(dayNumber: middle)).contains(credential) {
                last = middle
            } else {
                after = middle
            }
        }
        let id = graph.credentials[credential].id
        let record = Screening(learner.awards, graph, asOf: terms.asOf).admissible
        return AutomaticAwards.Lapse(
            credential: credential, lastDay: CalendarDate(dayNumber: last),
            members: members(of: credential, on: CalendarDate(dayNumber: last)),
            recorded: record.first { $0.award.credential == id }?.award.id)
    }

    /// What the qualification rested on, on its last day, that counts no more on the day after.
    private func members(
        of credential: Int, on day: CalendarDate
    ) -> [AutomaticAwards.Lapse.Member] {
        guard let rule = rules.all.first(where: { $0.credential == credential })?.rule else {
            return []
        }
        let before = awards(on: day)
        let after = awards(on: CalendarDate(dayNumber: day.dayNumber + 1))
        let held = before.learner(toward: rule)
        let evidence = Set(
            audit(held, of: rule, in: graph, terms: terms(on: day)).root.nodes
                .flatMap(\.evidence))
        let next = audit(
            after.learner(toward: rule), of: rule, in: graph,
            terms: terms(on: CalendarDate(dayNumber: day.dayNumber + 1)))
        return held.awards.filter { evidence.contains($0.id) }.compactMap { award in
            if before.ids.contains(award.id), !after.ids.contains(award.id) {
                return .init(award: award.id, text: "It lapsed itself on \(day).")
            }
            return next.unused.first { $0.award == award.id }.flatMap { unused in
                unused.lapseText(after: day).map { .init(award: award.id, text: $0) }
            }
        }
    }

    private func awards(on day: CalendarDate) -> AutomaticAwards {
        AutomaticAwards(of: learner, rules, in: graph, terms(on: day))
    }
}

extension UnusedAward {
    /// What became of an award that counted on `day`; nil where it could still count.
    fileprivate func lapseText(after day: CalendarDate) -> String? {
        switch reason {
        case .expired: text
        case .surplus, .duplicate: nil
        default: "The rule counts it no longer than \(day)."
        }
    }
}
