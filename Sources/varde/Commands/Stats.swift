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

            Only completed awards with a date count, each credential of a learner once. Several \
            tables stand in one JSON document; as CSV they need --output with a folder, in which \
            each becomes a file of its name.

            Examples:

              varde stats stacking-rate --by provider
              varde stats --awards awards.csv --data-end 2026-06-30 --horizon 730d --json
              varde stats stacking_survival_summary --by region --groups groups.csv --format csv
              varde stats --format csv --output tables
            """)

    private static let list = Statistics.all
        .map { "- \($0.name): \($0.question)" }.joined(separator: "\n")

    @Argument(help: ArgumentHelp("Statistics or tables; all unless given.", valueName: "name"))
    var names: [String] = []

    @Flag(help: "List the statistics, with their definitions and sources, and measure nothing.")
    var list = false

    @OptionGroup var source: CohortOptions
    @OptionGroup var options: StatisticOptions
    @OptionGroup var catalog: CatalogOptions
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
        try StatisticSelection(names, hasReference: options.reference != nil)
    }

    func run() throws {
        let selection = try selection()
        if list { return try output.write(Report(statistics: selection.statistics)) }
        let destination = try TableDestination(output, tables: selection.tableNames)
        let cohort = try CohortSource(source, catalog, isQuiet: output.quiet)
        let tables = try measured(selection, cohort)
        try destination.write(
            Report(
                statistics: released(tables), dataEnd: cohort.cohort.dataEnd,
                learners: cohort.cohort.learnerCount))
    }

    /// Computes the statistics, each family in its own way.
    private func measured(
        _ selection: StatisticSelection, _ source: CohortSource
    ) throws -> [StatisticTable] {
        var terms = options.terms(comparing: source.crosswalk)
        if let file = options.groups, let column = options.by {
            terms.breakdown = .groups(
                try source.groups(in: file, column: column, isQuiet: output.quiet))
        }
        let context = EventContext(source.cohort, terms)
        try checkReference(context)
        let found = source.cohort.measure(
            selection.eventStatistics, context, threads: Processors.count)
        return selection.tables(of: found.flatMap(\.self)).map { table in
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

    /// What may be shown: disclosure control is asked here, and only here.
    private func released(_ tables: [StatisticTable]) -> [StatisticTable] { tables }
}
