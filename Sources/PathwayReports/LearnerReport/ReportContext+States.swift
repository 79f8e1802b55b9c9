// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Amounts and states in words.
extension ReportContext {
    func amount(_ amount: ExactDecimal, _ unit: Unit) -> String { words.book.amount(amount, unit) }

    func amount(_ credits: Credits) -> String { amount(credits.amount, .credits(credits.scheme)) }

    /// What remains, in the units it is counted in.
    func amounts(_ remaining: Audit.Remaining, by rule: Rule) -> [String] {
        let credits =
            remaining.credits > .zero
            ? [amount(remaining.credits, .credits(remaining.scheme))] : []
        guard remaining.units > .zero else { return credits }
        let names = rule.unitsBesideCredits(of: remaining)
        let unit: Unit? =
            names == [Unit.awards.name] ? .awards : names == [Unit.hours.name] ? .hours : nil
        return credits
            + [
                unit.map { amount(remaining.units, $0) }
                    ?? words.text(.units, ["count": .number(remaining.units)])
            ]
    }

    /// What remains, in amounts and requirements.
    func remainders(_ remaining: Audit.Remaining, by rule: Rule) -> [String] {
        let open =
            remaining.count > 0
            ? [words.text(.requirementsOpen, ["count": .count(remaining.count)])] : []
        return amounts(remaining, by: rule) + open
    }

    /// What remains, in a few words: `14 ECTS, 3 requirements`.
    func remaining(_ remaining: Audit.Remaining, by rule: Rule) -> String {
        remainders(remaining, by: rule).joined(separator: ", ")
    }

    func status(_ status: Status, inProgress: Bool = false) -> String {
        switch status {
        case .met: words.text(.met)
        case .notMet: words.text(inProgress ? .metInProgress : .notMet)
        case .cannotTell: words.text(inProgress ? .metInProgress : .cannotTell)
        }
    }

    func verification(_ award: Award) -> String {
        switch award.verification {
        case .verified: words.text(.verified)
        case .unverified: words.text(.unverified)
        case .failed: words.text(.verificationFailed)
        }
    }

    func progress(_ progress: Award.Progress) -> String {
        switch progress {
        case .completed: words.text(.completed)
        case .inProgress: words.text(.inProgress)
        case .planned: words.text(.planned)
        case .failed: words.text(.failed)
        case .withdrawn: words.text(.withdrawn)
        }
    }

    func kind(_ kind: Credential.Kind) -> String {
        switch kind {
        case .badge: words.text(.badge)
        case .microCredential: words.text(.microCredential)
        case .module: words.text(.module)
        case .course: words.text(.course)
        case .challenge: words.text(.challenge)
        case .certificate: words.text(.certificate)
        case .diploma: words.text(.diploma)
        case .degree: words.text(.degree)
        case .priorLearning: words.text(.priorLearning)
        }
    }

    /// Whether an award was given by a rule, not on record.
    func isAutomatic(_ award: String) -> Bool {
        report.background.automatic?.derived.contains { $0.award.id == award } ?? false
    }

    /// A fact that may be missing.
    func stated(_ text: String?) -> Prose {
        text.map { Prose($0) } ?? words(.notStated)
    }

    /// How many of the credits that are asked for are there, `11 of 25 ECTS`; nil where the rule
    /// does not count them in one place, or the search was not finished.
    func reached(_ audit: Audit) -> String? {
        let counts = Self.outermostCounts(audit.root)
        guard audit.proved, counts.count == 1, let count = counts.first, let unit = count.unit,
            count.needed > .zero
        else { return nil }
        return words.text(
            .amountOf,
            [
                "used": .number(min(count.used, count.needed)),
                "needed": .text(amount(count.needed, unit)),
            ])
    }

    /// The requirements that count and stand in no other that does.
    private static func outermostCounts(_ node: AuditNode) -> [AuditNode] {
        if case .count = node.requirement.kind { return [node] }
        return node.children.flatMap(outermostCounts)
    }

    /// How the target stands: its status, and what is still needed.
    func goalNote(_ audit: Audit) -> String {
        let left = remaining(audit.remaining, by: audit.rule)
        return [status(audit.status), left].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Whether an award is held for good on the day asked about.
    func isValid(_ award: Award) -> Bool {
        award.progress == .completed && award.verification != .failed
            && !award.isExpired(on: asOf) && award.date.map { $0 <= asOf } ?? true
    }
}
