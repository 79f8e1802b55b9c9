// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialFormats

/// How files are to be understood.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read every file as this format, whatever its content looks like.",
            valueName: "format"))
    var formatName: String?

    @Option(
        help: ArgumentHelp(
            "The version of the framework the files hold, which they rarely state themselves.",
            valueName: "version"))
    var frameworkVersion: String?

    func validate() throws {
        guard let formatName, forced == nil else { return }
        let names = (Formats.all.map(\.name) + [RuleFiles.name]).joined(separator: ", ")
        throw ValidationError("\"\(formatName)\" is not a format that is read; use \(names)")
    }

    /// Returns a pump that reads as told.
    func pump(isQuiet: Bool) -> FilePump {
        FilePump(forced: forced, frameworkVersion: frameworkVersion, isQuiet: isQuiet)
    }

    private var forced: FilePump.Reading? {
        guard let formatName else { return nil }
        return formatName == RuleFiles.name
            ? .rules : Formats.named(formatName).map { .format($0) }
    }

    /// The formats that are read, for help: a name and a title a line.
    static var list: String {
        let formats = Formats.all.map { ($0.name, $0.title) } + [(RuleFiles.name, RuleFiles.title)]
        let width = formats.map(\.0.count).max() ?? 0
        return formats.map { name, title in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(title)"
        }.joined(separator: "\n")
    }
}
