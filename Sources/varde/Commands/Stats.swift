// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import SkillsGraph
import StackingStatistics

/// `varde stats`: how credentials stack over many learners.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how credentials stack over many learners.",
        discussion: """
            A name is that of a statistic or of one of its tables; without a name every statistic \
            is computed. What there is:

            \(list)

            Over awards, only completed ones with a date count, each credential of a learner once. \
            Over the catalogue, what its rules take is looked at, whoever holds what. Over audits, \
            learners of the catalogue are audited, all or a sample. Several tables stand in one \
            JSON document; as CSV they need --output with a folder, in which each becomes a file of \
            its name.

            Examples:

              varde stats stacking-rate --by provider
              varde stats --awards awards.csv --data-end 2026-06-30 --horizon 730d --json
              varde stats stacking_survival_summary --by region --groups groups.csv --format csv
              varde stats --format csv --output tables
              varde stats dead-ends flexibility
              varde stats recognition-ratio --sample 1000 --seed 7 --toward TARGET
              varde stats transitions --publish --format html --output steps.html
            """)

    private static let list = Statistics.all
        .map { "- \($0.name): \($0.question)" }.joined(separator: "\n")

    @Argument(help: ArgumentHelp("Statistics or tables; all unless given.", valueName: "name"))
    var names: [String] = []

    @Flag(help: "List the statistics, with their definitions and sources, and measure nothing.")
    var list = false

    @OptionGroup var source: CohortOptions
    @OptionGroup var options: StatisticOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var publishing: PublishingOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form(of: list ? OutputFormat.common : OutputFormat.allCases)
        guard !list else { return }
        if let selection = try? selection() {
            _ = try TableDestination(output, tables: selection.tableNames)
        }
        guard options.reference == nil else { return }
        for name in names where Statistics.named(name)?.needsReference ?? false {
            throw ValidationError("\(name) needs --by and --reference")
        }
    }

    private func selection() throws -> StatisticSelection {
        try StatisticSelection(
            names,
            on: .init(
                hasReference: options.reference != nil,
                hasCatalogue: list || source.awards == nil,
                hasSample: list || sample.sample != nil))
    }

    func run() throws {
        let selection = try selection()
        if list { return try output.write(Report(statistics: selection.statistics)) }
        let destination = try TableDestination(output, tables: selection.tableNames)
        try checkSource(selection)
        let cohort =
            selection.eventStatistics.isEmpty
            ? nil : try CohortSource(source, catalog, isQuiet: output.quiet)
        let tables = try measured(selection, cohort)
        try destination.write(
            Report(
                statistics: tables, asOf: cohort.map(\.cohort.dataEnd) ?? date.day,
                learners: cohort?.cohort.learnerCount))
    }

    private func checkSource(_ selection: StatisticSelection) throws {
        guard let file = source.awards, let statistic = selection.auditStatistics.first else {
            return
        }
        throw Failure(
            "\(statistic.name) audits learners of the catalogue, not of a file; import \(file), or "
                + "leave out --awards")
    }

    /// Computes the statistics, each family in its own way, and withholds of people what may not be
    /// shown.
    private func measured(
        _ selection: StatisticSelection, _ cohort: CohortSource?
    ) throws -> [StatisticTable] {
        let catalogue = try CatalogueSource(catalog, selection, sample, asOf: date.day)
        let people = try cohort.map { try measured(selection.eventStatistics, $0) } ?? []
        let told = selection.tables(of: people + catalogue.ofAudits)
        return selection.tables(
            of: (publishing.suppression?.applied(to: told) ?? told) + catalogue.ofCatalogue)
    }

    private func measured(
        _ statistics: [any EventStatistic.Type], _ source: CohortSource
    ) throws -> [StatisticTable] {
        var terms = options.terms(comparing: source.crosswalk)
        if let file = options.groups, let column = options.by {
            terms.breakdown = .groups(
                try source.groups(in: file, column: column, isQuiet: output.quiet))
        }
        let context = EventContext(source.cohort, terms)
        try checkReference(context)
        let found = source.cohort.measure(statistics, context, threads: Processors.count)
        return found.flatMap(\.self).map { table in
            var table = table
            if source.rejected > 0 {
                table.basis.excluded.append(.init("rejected", "awards", source.rejected))
            }
            return table
        }
    }

    private func checkReference(_ context: EventContext) throws {
        guard let reference = options.reference else { return }
        let labels = context.groupLabels
        guard labels.contains(reference) else {
            let near = Spelling.nearest(to: reference, among: labels)
            let others = (near.isEmpty ? Array(labels.prefix(3)) : near)
                .map { "\"\($0)\"" }.joined(separator: ", ")
            throw Failure(
                "nobody is in the group \"\(reference)\"; "
                    + (others.isEmpty
                        ? "there are no groups" : "there are groups such as \(others)"))
        }
    }
}
