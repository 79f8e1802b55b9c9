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
        document.parts = sections.compactMap { section in
            let blocks = section.blocks(self)
            guard !blocks.isEmpty else { return nil }
            return Document.Part(
                name: section.name, title: words.text(section.title), blocks: blocks)
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
                .init(words.text(.forLearner), learner),
                .init(words.text(.asOfDay), Prose(words.date(asOf))),
                .init(words.text(.rule), ruleName),
            ]),
            .notice(banner),
        ] + supposition
    }

    /// That something is only supposed, where the reader must not overlook it.
    private var supposition: [Document.Block] {
        let supposed = report.holder.awards.filter { report.background.supposed.contains($0.id) }
        guard !supposed.isEmpty else { return [] }
        let names = supposed.map { title(ofCredential: $0.credential) }
        return [.notice(words(.supposedNotice, ["list": .prose(words.list(names))]).strong)]
    }

    private var learner: Prose {
        guard let name = report.style.name else { return Prose(learnerName) }
        return words(.named, ["name": .text(name), "learner": .text(learnerName)])
    }

    /// Whether no step was asked for, although there are some.
    var asksForNoStep: Bool {
        report.answer.items.isEmpty && report.answer.counts.scored > 0
            && !report.answer.gap.isClosed
    }

    /// Whether the target itself is held.
    var holdsTarget: Bool {
        report.holder.awards.contains {
            $0.credential == report.answer.target.id && isValid($0)
        }
    }

    /// That this is advice, and who decides where there is something to decide.
    var banner: Prose {
        let advice = words(.adviceNotDecision).strong
        guard audit != nil || report.answer.target.credential != nil else { return advice }
        return "\(advice) \(words(.bodyDecides, ["body": .prose(body)]))"
    }

    private var learnerName: String {
        report.learner.id == "wallet" ? words.text(.walletHolder) : report.learner.id
    }

    private var ruleName: Prose {
        guard let rule = audit?.rule else { return words(.noRule) }
        return rule.version.map {
            words(.ruleVersion, ["rule": .text(rule.id), "version": .text($0)])
        }
            ?? Prose(rule.id)
    }

    /// Who decides.
    var body: Prose {
        guard let body = audit?.rule.decidedBy else { return words(.awardingBody) }
        return Prose(body)
    }
}
