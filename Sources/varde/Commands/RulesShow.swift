// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Qualifications

/// `varde rules show`: the rules of files in plain words, or as one rule file.
struct RulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the rules of files as sentences.",
        discussion: """
            Each rule is printed with its terms, then its requirements, indented as they are \
            nested. Ids are followed up in a catalogue where one is named. With --json the rules \
            are written as a rule file in JSON; --yaml does the same in YAML, which turns any file \
            with rules into a rule file.

            Examples:

              varde rules show certificate.yaml --language de
              varde rules show requirements.csv --yaml --output certificate.yaml
            """)

    @Argument(help: ArgumentHelp("Files with rules; - is standard input.", valueName: "file"))
    var files: [String]

    @Flag(help: "Write the rules as a rule file in YAML.")
    var yaml = false

    @OptionGroup var titles: TitleOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        guard !yaml || (!output.json && output.format == nil) else {
            throw ValidationError("--yaml is a form of its own; leave out --json and --format")
        }
    }

    func run() throws {
        let rules = try files.flatMap { try RuleFiles.rules(in: $0) }
        if yaml { return try OutputFile.write(RuleFile.yaml(rules), to: output.output ?? "-") }
        if try output.form() == .json {
            return try OutputFile.write(RuleFile.json(rules), to: output.output ?? "-")
        }
        try output.write(
            Report(rules: rules, in: try titles.graph(), language: language.language))
    }
}
