// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports

/// Where results go, and in what form.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form: \(Self.names(OutputFormat.allCases)).", valueName: "format"))
    var format: String?

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(
        help: ArgumentHelp("Write the result to a file, whole or not at all.", valueName: "file"))
    var output: String?

    @Flag(help: "In CSV, leave text that a spreadsheet would run as a formula as it is.")
    var raw = false

    @Flag(help: "Say nothing but results and errors.")
    var quiet = false

    /// Returns the form asked for, one of those the command can give.
    ///
    /// - Throws: `ValidationError` naming these.
    @discardableResult
    func form(
        of offered: [OutputFormat] = OutputFormat.common, unless other: OutputFormat = .table
    ) throws -> OutputFormat {
        let name = json ? OutputFormat.json.rawValue : format ?? other.rawValue
        guard let form = OutputFormat(rawValue: name), offered.contains(form) else {
            throw ValidationError(
                "\"\(name)\" is not a format this command writes; use \(Self.names(offered))")
        }
        return form
    }

    private static func names(_ formats: [OutputFormat]) -> String {
        formats.map(\.rawValue).joined(separator: ", ")
    }

    /// Writes a result.
    ///
    /// - Throws: `ValidationError` where a picture is asked for and there is none.
    func write(_ report: Report, offered: [OutputFormat] = OutputFormat.common) throws {
        if try form(of: offered) == .svg, !report.hasPicture {
            throw ValidationError(
                "there is no picture of this; use \(Self.names(OutputFormat.common)), or ask for "
                    + "one of \(Report.pictured.joined(separator: ", ")) with learners to count")
        }
        let style = output == nil ? Console.style : TextStyle()
        let form = try form(of: offered)
        try Self.write(
            report.text(as: form, style: style, raw: raw), as: form, to: output ?? "-")
    }

    /// Writes text in its form; a page is printed where the form is PDF.
    ///
    /// - Throws: `FileError`, and `Failure` where nothing can print.
    static func write(_ text: String, as form: OutputFormat, to path: String) throws {
        guard form == .pdf else { return try OutputFile.write(text, to: path) }
        let bytes = try PagePrinter.pdf(of: text)
        try OutputFile.write(to: path) { write in
            try bytes.withUnsafeBytes { try write($0) }
        }
    }

    /// Says something that is no result, unless told to be quiet.
    func say(_ line: String) { if !quiet { Console.say(line) } }
}
