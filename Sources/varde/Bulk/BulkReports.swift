// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// Reports on many learners, a file each, and the page that lists them.
struct BulkReports {
    private let command: ReportCommand
    private let day: CalendarDate
    private let form: OutputFormat
    private let source: BulkSource
    private let targets: BulkTargets
    private let making: ReportMaking
    private let basis: String

    /// Reads the catalogue and what the command names.
    ///
    /// - Throws: `CatalogError`, `FileError`, and `Failure` for a learner or target that is not
    ///   there.
    init(_ command: ReportCommand, of learners: String) throws {
        self.command = command
        form = try command.form
        day = command.date.day
        source = try BulkSource(command.catalog, learners)
        let terms = command.terms.terms(asOf: day, exceptions: [])
        targets = try BulkTargets(
            command.toward, in: source.graph, terms, isQuiet: command.output.quiet)
        let first = targets.all[0].base
        var making = ReportMaking(
            graph: source.graph,
            recommender: Recommender(
                source.graph,
                space: StoredSkillSpace.load(
                    source.storedSpace, for: source.graph, isQuiet: command.output.quiet)),
            disclosure: source.disclosure(asOf: day, judging: first), imports: source.imports,
            style: command.report.style(in: command.language.language),
            request: try command.request.request(
                of: Learner(id: "nobody", awards: []), toward: first, terms: terms))
        making.exceptionsLeftOut =
            command.terms.noExceptions
            ? terms.left(out: source.exceptions.values.flatMap(\.self)) : [:]
        self.making = making
        basis = ReportBasis.text(
            source.fingerprint, making, terms, targets, form,
            command.report.picture ?? .varde, withExceptions: !command.terms.noExceptions)
    }

    /// Writes what is not there yet, and the page that lists all.
    ///
    /// - Throws: `FileError`, and `Failure` for a folder of something else.
    func write() throws {
        let folder = try ReportFolder(command.output.output ?? ".")
        let kept = folder.entries.filter { $0.value.basis == basis }
        let progress = BulkProgress(of: source.learners.count, isQuiet: command.output.quiet)
        let made = try Parallel.map(source.learners) { learner in
            defer { progress.advance() }
            if let entry = kept[learner.id], folder.holds(entry) { return (entry, isKept: true) }
            return (try write(learner, in: folder), isKept: false)
        }
        progress.end()
        let entries = made.map(\.0)
        try folder.finish(
            entries, ReportIndex(entries, asOf: day, style: making.style))
        say(entries, kept: made.count(where: \.isKept), folder)
    }

    private func write(_ learner: Learner, in folder: ReportFolder) throws -> ReportEntry {
        let terms = command.terms.terms(
            asOf: day, exceptions: source.exceptions[learner.id] ?? [])
        let automatic = AutomaticAwards(of: learner, in: source.graph, terms: terms)
        let target = targets.nearest(to: automatic, in: source.graph, terms)
        let report = making.report(on: learner, toward: target, terms, automatic)
        let file = ReportFolder.name(of: learner.id, form)
        let text =
            form == .svg
            ? report.svg(command.report.picture ?? .varde) : report.text(as: form)
        try OutputOptions.write(text, as: form, to: folder.path(file))
        let entry = ReportEntry(report, file: file, bytes: folder.size(file), basis: basis)
        try folder.note(entry)
        return entry
    }

    private func say(_ entries: [ReportEntry], kept: Int, _ folder: ReportFolder) {
        let notes = kept > 0 ? ", \(kept) of them kept from before" : ""
        let reports = entries.count == 1 ? "1 report" : "\(entries.count) reports"
        command.output.say(
            "varde: \(reports)\(notes), listed in \(folder.path("index.html"))")
        let listed = Set(entries.map(\.file))
        let gone = folder.entries.values.map(\.file).filter { !listed.contains($0) }.sorted()
        guard !gone.isEmpty else { return }
        command.output.say(
            "varde: no longer listed, left where they are: \(gone.prefix(5).joined(separator: ", "))"
                + (gone.count > 5 ? " and \(gone.count - 5) more" : ""))
    }
}
