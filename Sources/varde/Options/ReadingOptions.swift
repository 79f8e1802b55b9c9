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
        guard let formatName, Formats.named(formatName) == nil else { return }
        let names = Formats.all.map(\.name).joined(separator: ", ")
        throw ValidationError("\"\(formatName)\" is not a format that is read; use \(names)")
    }

    /// Returns a pump that reads as told.
    func pump(isQuiet: Bool) -> FilePump {
        FilePump(
            forced: formatName.flatMap(Formats.named), frameworkVersion: frameworkVersion,
            isQuiet: isQuiet)
    }

    /// The formats that are read, for help: a name and a title a line.
    static var list: String {
        let width = Formats.all.map(\.name.count).max() ?? 0
        return Formats.all.map { format in
            "  \(format.name)\(String(repeating: " ", count: width - format.name.count))  \(format.title)"
        }.joined(separator: "\n")
    }
}
