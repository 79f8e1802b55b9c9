// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// `varde report`: a report to read, print and hand over.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report on a learner, to read, print and hand over.",
        discussion: """
            The report says in plain words where the learner stands, what is missing and what could \
            come next; it shows the pile of stones that leads to the target, every requirement, \
            what counts where and why the rest does not, and who decides. A page needs no network \
            and no script.

            The form is html unless --format, or the ending of --output, says otherwise: \
            \(forms.map(\.rawValue).joined(separator: ", ")). PDF is printed by WeasyPrint.

            With --learners a folder is filled: a report for each learner, and a page that lists, \
            sorts and filters them. What is there already and still right is kept, so that an \
            interrupted run goes on where it stopped. Of several targets, each learner's report is \
            about the one they are nearest to.

            Examples:

              varde report --learner vidda-02 --toward TARGET --output report.html
              varde report --learner vidda-02 --toward TARGET --output report.pdf --name "A. Dahl"
              varde report --wallet wallet/ --toward TARGET --language de --sections summary,next
              varde report --learner vidda-02 --toward TARGET --format svg --picture map
              varde report --learners all --toward TARGET OTHER --output reports/
            """)

    /// The forms that a report has, the first where nothing is said.
    static let forms: [OutputFormat] = [.html, .md, .json, .pdf, .svg]

    @OptionGroup var learner: LearnerOptions

    @Option(
        help: ArgumentHelp(
            "Many learners: all, or a file with an id a line.", valueName: "all|file"))
    var learners: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            """
            What to reach: a credential's id or title, occupation:URI, skills:FILE, or a rule file; \
            several with --learners.
            """, valueName: "target"))
    var toward: [String]

    @OptionGroup var request: RequestOptions
    @OptionGroup var report: ReportOptions
    @OptionGroup var terms: TermsOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try report.check(try form)
        try terms.validateOneReading()
        guard learners != nil else {
            guard toward.count == 1 else {
                throw ValidationError("one learner's report has one --toward; see --learners")
            }
            return
        }
        try validateMany()
    }

    private func validateMany() throws {
        guard learner.learner == nil, learner.wallet.isEmpty, learner.held.isEmpty else {
            throw ValidationError("--learners stands alone; leave out --learner, --wallet, --held")
        }
        guard report.name == nil else {
            throw ValidationError("--name is one person's; leave it out with --learners")
        }
        guard output.output != nil, output.output != "-" else {
            throw ValidationError("--learners needs --output FOLDER for its files")
        }
    }

    func run() throws {
        checkLanguage()
        if let learners {
            try BulkReports(self, of: learners).write()
        } else {
            try writeOne()
        }
    }

    /// The form asked for, else that which the ending of the file says.
    var form: OutputFormat {
        get throws {
            let ending = output.output?.split(separator: ".").last.map { $0.lowercased() } ?? ""
            let named = learners == nil ? OutputFormat(rawValue: ending) : nil
            let isOffered = named.map(Self.forms.contains) ?? false
            return try output.form(of: Self.forms, unless: isOffered ? named ?? .html : .html)
        }
    }

    /// Says that there are no words of a report in the language that is asked for.
    private func checkLanguage() {
        let primary = language.language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        guard !LearnerReport.languages.contains(primary) else { return }
        output.say(
            "varde: reports are written in \(LearnerReport.languages.joined(separator: ", ")); "
                + "titles are in \"\(language.language)\" where they have it, the rest is English")
    }

    private func writeOne() throws {
        let day = date.day
        let question = try Question(catalog, learner, asOf: day, isQuiet: output.quiet)
        let terms = terms.terms(asOf: day, exceptions: question.exceptions)
        let automatic = AutomaticAwards(of: question.learner, in: question.graph, terms: terms)
        let named = try NamedTarget(
            toward[0], in: question.graph, terms, isQuiet: output.quiet)
        let target = named.target(for: question.learner, in: question.graph, terms)
        var making = ReportMaking(
            graph: question.graph, recommender: question.recommender(isQuiet: output.quiet),
            disclosure: question.disclosure(asOf: day, judging: target), imports: question.imports,
            style: report.style(in: language.language),
            request: try request.request(of: question.learner, toward: target, terms: terms))
        making.supposed = question.supposed
        making.exceptionsLeftOut = terms.left(out: question.exceptions)
        let made = making.report(on: question.learner, toward: target, terms, automatic)
        try output.write(made, as: form, report.picture)
    }
}

extension OutputOptions {
    /// Writes a report on a learner.
    fileprivate func write(
        _ report: LearnerReport, as form: OutputFormat, _ picture: LearnerReport.Picture?
    ) throws {
        let text = form == .svg ? report.svg(picture ?? .varde) : report.text(as: form)
        try Self.write(text, as: form, to: output ?? "-")
    }
}

extension AuditTerms {
    /// Returns for each learner how many of `exceptions` hold on the day and are not taken into
    /// account.
    func left(out exceptions: [AuditException]) -> [String: Int] {
        let left = exceptions.filter {
            $0.state(asOf: asOf) == .active && !self.exceptions.contains($0)
        }
        return Dictionary(grouping: left, by: \.learner).mapValues(\.count)
    }
}
