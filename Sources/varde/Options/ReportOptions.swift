// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports

/// How a report is made for its reader.
struct ReportOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Which sections, separated by commas or spaces: \(known).", valueName: "section"))
    var sections: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the learner is called on the printout (html, pdf, md); stored nowhere.",
            valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp("Whom to ask about it, in a line.", valueName: "text"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "The paper it is printed on: a4 unless letter is asked for.", valueName: "paper"),
        transform: Self.word)
    var paper: Document.Paper = .a4

    @Option(
        help: ArgumentHelp(
            "Which picture is written as SVG: varde or map.", valueName: "picture"),
        transform: Self.word)
    var picture: LearnerReport.Picture?

    private static let known = LearnerReport.sectionNames.joined(separator: ", ")

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String
    ) throws -> Word {
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(text)\" is none of \(words)")
    }

    /// The names that are given, between commas and spaces.
    private var names: [String] {
        sections.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
    }

    /// The sections that are asked for, in reading order.
    private var chosen: [String] {
        names.isEmpty
            ? LearnerReport.sectionNames : LearnerReport.sectionNames.filter(names.contains)
    }

    func validate() throws {
        let unknown = names.first { !LearnerReport.sectionNames.contains($0) }
        if let unknown {
            throw ValidationError("\"\(unknown)\" is not a section; use \(Self.known)")
        }
    }

    /// Refuses what the form of the report has no place for.
    func check(_ form: OutputFormat) throws {
        if name != nil, form == .json || form == .svg {
            throw ValidationError(
                "--name is for what is printed: html, pdf or md; data holds the pseudonym alone")
        }
        if picture != nil, form != .svg {
            throw ValidationError("--picture chooses what --format svg writes; the page has both")
        }
    }

    /// The style that is asked for, in a language.
    func style(in language: String) -> LearnerReport.Style {
        var style = LearnerReport.Style()
        style.language = language
        style.sections = chosen
        style.name = name.flatMap { $0.isEmpty ? nil : $0 }
        style.contact = contact
        style.paper = paper
        return style
    }
}
