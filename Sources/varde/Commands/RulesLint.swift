// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import Qualifications
import SkillsGraph

/// `varde rules lint`: the mistakes in rules.
struct RulesLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Find the mistakes in the rules of files.",
        discussion: """
            Each finding says where it is, which class it belongs to, what is wrong and what to do: \
            parts that do not add up, numbers that contradict one another, what nothing can meet, \
            what changes nothing, what has expired. A file that cannot be read is a finding too. \
            The rules of all files are looked at together. Where a catalogue is named, the ids, \
            levels and credits in the rules are looked up in it. With --check the exit code is 2 \
            where anything is found.

            Examples:

              varde rules lint certificate.yaml
              varde rules lint rules/ --catalog catalog.sqlite --check --json
            """)

    @Argument(
        help: ArgumentHelp(
            "Files or folders with rules; - is a rule file on standard input.", valueName: "file"))
    var files: [String]

    @Flag(help: "Exit with 2 where anything is found.")
    var check = false

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let day = date.day
        let placed = try PlacedRules(files)
        let graph = try catalog.namedPath.map { path in
            try Catalog(reading: path).read { try Graph(try $0.parts()) }
        }
        let remarks = remarks(on: placed, graph, asOf: day)
        var disclosure = Disclosure(asOf: day)
        disclosure.rules = placed.rules
        if graph == nil {
            disclosure.knownGaps.append(Self.noCatalogue)
            output.say("varde: \(Self.noCatalogue); name one with --catalog")
        }
        try output.write(
            Report(
                lint: remarks, files: placed.files, hasCatalogue: graph != nil,
                disclosure: disclosure))
        if check, !remarks.isEmpty { throw ExitCode(2) }
    }

    private static let noCatalogue =
        "without a catalogue, ids, tags and providers are not looked up, nor levels and credits "
        + "compared with those there are"

    private func remarks(
        on placed: PlacedRules, _ graph: Graph?, asOf day: CalendarDate
    ) -> [RuleRemark] {
        let findings = RuleLint.findings(in: placed.rules, graph: graph, asOf: day)
        let remarks =
            placed.faults + findings.map { RuleRemark($0, at: placed.place(of: $0)) }
        let order = Dictionary(
            placed.files.enumerated().map { ($1.name, $0) }
        ) { first, _ in first }
        return remarks.enumerated().sorted { left, right in
            left.element.place.order(order, left.offset)
                < right.element.place.order(order, right.offset)
        }.map(\.element)
    }
}

extension SourcePlace {
    /// Where it comes in a reading of the files; of two at one place, the one found first.
    fileprivate func order(_ files: [String: Int], _ found: Int) -> (Int, Int, Int, Int) {
        (files[file] ?? .max, line, column, found)
    }
}
