// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import CredentialFormats
import Foundation
import PathwayReports
import SkillsGraph
import StackingStatistics

/// `varde export`: the catalogue as files that other tools read.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the catalogue as files that other tools read.",
        discussion: """
            The path says what is written. A folder gets every table as a file of its own, with \
            export.json that says what each column is; a name that ends in .sqlite, .db or \
            .sqlite3 becomes a database with the same tables and with views; one that ends in \
            .graphml, .dot, .gv, .mmd or .mermaid becomes the graph. It is written whole or not \
            at all; a folder that holds anything but an earlier export is not touched. Learners \
            are known by their pseudonyms only, and left out with --no-learners.

            Examples:

              varde export tables --format csv
              varde export catalog-tables.sqlite --statistics
              varde export graph.graphml --with outcomes,skills
              varde export graph.mmd --with counts

            Parquet, through DuckDB:

              duckdb -c "ATTACH 'catalog-tables.sqlite' AS v (TYPE sqlite); COPY v.awards TO \
            'awards.parquet'"
            """)

    @Argument(help: "The folder or file to write; - writes a graph to standard output.")
    var path: String

    @Option(
        help: ArgumentHelp(
            "The form: csv, json, jsonl, sqlite, graphml, dot, mermaid; else the path says it.",
            valueName: "format"))
    var format: ExportForm?

    @Flag(help: "Leave out everything about learners.")
    var noLearners = false

    @Flag(help: "Write the tables of the statistics over the catalogue too.")
    var statistics = false

    @Option(
        help: ArgumentHelp(
            "What a graph has beside credentials: outcomes, skills, counts; with commas between.",
            valueName: "layers"))
    var with: GraphLayers?

    @Flag(help: "In CSV, leave text that a spreadsheet would run as a formula as it is.")
    var raw = false

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions

    private var form: ExportForm { format ?? ExportForm(path: path) }

    func validate() throws {
        if case .graph = form {
            guard !statistics, !raw, !noLearners else {
                throw ValidationError("a graph has neither statistics, learners nor cells")
            }
            return
        }
        guard path != "-" else {
            throw ValidationError("tables go to a folder or a database; name one")
        }
        guard with == nil else { throw ValidationError("--with is for graphs") }
    }

    func run() throws {
        try Catalog(reading: try catalog.path()).read { snapshot in
            let graph = try Graph(try snapshot.parts())
            switch form {
            case .graph(let format): try OutputFile.write(text(of: graph, format), to: path)
            case .database:
                try OutputFolder.writeFile(path) {
                    try TableDatabase.write(streams(graph, snapshot), to: $0)
                }
            case .tables(let form): try write(form, graph, snapshot)
            }
        }
    }

    // MARK: Graphs

    private func text(of graph: Graph, _ format: GraphFormat) -> String {
        let layers = with?.all ?? []
        var counting: [(credential: Int, toward: Int)] = []
        if layers.contains(.counts) {
            let survey = CatalogueSurvey(graph, asOf: date.day)
            counting = graph.credentials.indices.flatMap { survey.targets(counting: $0) }
        }
        return format.text(
            of: GraphDrawing(
                graph, with: layers, counting: counting, language: language.language))
    }

    // MARK: Tables

    /// The file that says what the others hold.
    private static let account = "export.json"

    /// Every file that an export may have written.
    private static var files: Set<String> {
        let statistics = Statistics.all.flatMap { $0.contract }
        let names = (CatalogueTables.contract + statistics).map(\.name)
        return Set(
            names.flatMap { name in
                TableText.Form.allCases.map { "\(name).\($0.rawValue)" }
            } + [account])
    }

    private func streams(_ graph: Graph, _ snapshot: CatalogSnapshot) -> [TableStream] {
        let learners: CatalogueTables.Learners? =
            noLearners ? nil : { body in try snapshot.forEachLearner(body) }
        let tables = CatalogueTables(graph, language: language.language, learners: learners)
        guard statistics else { return tables.streams }
        let survey = CatalogueSurvey(graph, asOf: date.day)
        let measured = Statistics.all.compactMap { $0 as? any CatalogueStatistic.Type }
            .flatMap { $0.tables(of: survey) }
        return tables.streams + measured.map { TableStream($0.name, $0.table) }
    }

    private func write(
        _ form: TableText.Form, _ graph: Graph, _ snapshot: CatalogSnapshot
    ) throws {
        var disclosure = Disclosure(asOf: date.day)
        disclosure.frameworks = try snapshot.frameworks()
        let writer = TableText(form, raw: raw, disclosure: disclosure)
        let streams = streams(graph, snapshot)
        try OutputFolder.write(path, replacing: Self.files) { folder in
            for stream in streams {
                try OutputFolder.stream("\(folder)/\(stream.name).\(form.rawValue)") { body in
                    try writer.write(stream, body)
                }
            }
            try OutputFolder.stream("\(folder)/\(Self.account)") { body in
                try body(
                    Report(export: streams, as: form, disclosure: disclosure).text(as: .json))
            }
        }
    }
}
