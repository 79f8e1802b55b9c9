// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// A report with the words it is written in: what every section reads.
struct ReportContext {
    let report: LearnerReport
    let words: ReportWords
    /// The awards by their ids in outputs.
    let awards: [String: Award]
    /// The names of the requirements of the target's rule, by id.
    let requirements: [String: Requirement]
    /// For each requirement the unit in which its awards are told.
    let units: [String: Unit]
    /// What each award counts for, in the order of the awards.
    let counted: [CountedAward]

    var graph: Graph { report.graph }
    var audit: Audit? { report.audit }
    var asOf: CalendarDate { report.answer.asOf }
    var language: String { report.style.language }

    init(_ report: LearnerReport) {
        self.report = report
        words = ReportWords.of(report.style.language)
        awards = Dictionary(report.holder.awards.map { ($0.id, $0) }) { first, _ in first }
        let nodes = report.audit?.root.nodes ?? []
        requirements = Dictionary(nodes.map { ($0.id, $0.requirement) }) { first, _ in first }
        units =
            report.audit.map {
                AuditWriter(graph: report.graph, language: report.style.language).units(of: $0)
            } ?? [:]
        counted = CountedAward.all(in: report)
    }

    // MARK: The whole

    private var sections: [any ReportSection.Type] {
        ReportSections.all.filter { report.style.sections.contains($0.name) }
    }

    /// The report for people.
    var document: Document {
        var document = Document(title: title, language: words.language)
        document.header = header
        document.parts = sections.map { section in
            Document.Part(
                name: section.name, title: words.text(section.title),
                blocks: section.blocks(self))
        }
        document.contents = words.text(.contents)
        document.skipping = words.text(.skip)
        document.paper = report.style.paper
        document.footer = [.paragraph(words(.madeBy, ["version": .text(Disclosure.engineVersion)]))]
        return document
    }

    /// The report for programs.
    var json: JSONValue {
        .object([
            "schema": "varde/report/1", "learner": .text(report.learner.id),
            "language": .text(words.language),
            "target": .object([
                "id": .text(report.answer.target.id), "title": .text(targetTitle.text),
            ]),
            "sections": .object(
                Dictionary(
                    sections.map { ($0.name, $0.json(self)) }, uniquingKeysWith: { $1 })),
            "disclosure": report.disclosure.json,
        ])
    }

    private var title: String {
        words.text(.title, ["target": .prose(targetTitle)])
    }

    private var header: [Document.Block] {
        [
            .facts([
                .init(words.text(.forLearner), Prose(report.style.name ?? learnerName)),
                .init(words.text(.asOfDay), Prose(words.date(asOf))),
                .init(words.text(.rule), ruleName),
            ]),
            .notice(
                words(.adviceNotDecision).strong + " "
                    + words(.bodyDecides, ["body": .prose(body)])),
        ]
    }

    private var learnerName: String {
        report.learner.id == "wallet" ? words.text(.walletHolder) : report.learner.id
    }

    private var ruleName: Prose {
        guard let rule = audit?.rule else { return words(.noRule) }
        return rule.version.map { words(.ruleVersion, ["rule": .text(rule.id), "version": .text($0)]) }
            ?? Prose(rule.id)
    }

    /// Who decides.
    var body: Prose {
        guard let body = audit?.rule.decidedBy else { return words(.awardingBody) }
        return Prose(body)
    }
}

extension ReportContext {
    // MARK: What things are called

    var targetTitle: Prose { Prose(report.answer.target.title, in: language) }

    func title(ofCredential id: String) -> Prose {
        graph.credential(id).map { title(of: $0) } ?? Prose(id)
    }

    func title(of credential: Int) -> Prose {
        let title = Prose(graph.credentials[credential].title, in: language)
        return title.isEmpty ? Prose(graph.credentials[credential].id) : title
    }

    /// An award by its title, and by its date where another of the same credential is held.
    func name(ofAward id: String) -> Prose {
        guard let award = awards[id] else { return Prose(id) }
        let title = title(ofCredential: award.credential)
        let isOnly = awards.values.count { $0.credential == award.credential } == 1
        guard !isOnly, let date = award.date else { return title }
        return "\(title) (\(words.date(date)))"
    }

    func name(ofRequirement id: String) -> Prose {
        requirements[id].map(name) ?? Prose(id)
    }

    /// A requirement by its title, else by what it asks.
    func name(_ requirement: Requirement) -> Prose {
        guard requirement.title.isEmpty else { return Prose(requirement.title, in: language) }
        return Prose(requirement.name(in: graph, language: language))
    }

    func label(ofSkill skill: Int) -> Prose { Prose(graph.skills[skill].label, in: language) }

    // MARK: Amounts and states

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
}
