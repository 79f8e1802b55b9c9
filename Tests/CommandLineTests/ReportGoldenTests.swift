// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Every kind of report and picture in every language, byte by byte.
///
/// `VARDE_WRITE_GOLDEN=1` writes them anew; look at what changed before it is kept.
@Suite struct ReportGoldenTests {
    private static let folder = ReferenceData.packageRoot
        .appending(path: "Tests/CommandLineTests/Golden")
    private static let writes = ProcessInfo.processInfo.environment["VARDE_WRITE_GOLDEN"] != nil

    private static let languages = ["en", "de"]
    private static let questions: [(name: String, arguments: [String])] = [
        ("certificate", Sample.question),
        (
            "diploma",
            ["--learner", "bre-07", "--toward", "ska-diploma-digital-green-transition"]
        ),
        (
            "course",
            [
                "--learner", "skog-03", "--toward", "brz-secure-coding", "--sections",
                "summary,held,requirements,missing,next,decision",
            ]
        ),
    ]

    private static func check(_ text: String, _ file: String) throws {
        let url = folder.appending(path: file)
        if writes { try Data(text.utf8).write(to: url) }
        let golden = try String(contentsOf: url, encoding: .utf8)
        guard text != golden else { return }
        let lines = zip(
            text.split(separator: "\n", omittingEmptySubsequences: false),
            golden.split(separator: "\n", omittingEmptySubsequences: false))
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            "\(file):\((first?.offset ?? 0) + 1) is \(first?.element.0 ?? "longer or shorter")")
    }

    @Test(arguments: questions, languages)
    func `a report is the same bytes in every form and language`(
        question: (name: String, arguments: [String]), language: String
    ) throws {
        for form in ["html", "md", "json"] {
            let run = try Sample.run(
                ["report"] + question.arguments + ["--language", language, "--format", form])
            #expect(run.code == 0, "\(run.errors)")
            try Self.check(run.output, "\(question.name)-\(language).\(form)")
        }
    }

    @Test(arguments: languages, ["varde", "map"])
    func `a picture is the same bytes`(language: String, picture: String) throws {
        let run = try Sample.run(
            ["report"] + Sample.question
                + ["--language", language, "--format", "svg", "--picture", picture])
        #expect(run.code == 0, "\(run.errors)")
        try Self.check(run.output, "\(picture)-\(language).svg")
    }

    @Test(arguments: languages)
    func `the page that lists many reports is the same bytes`(language: String) throws {
        let folder = Scratch()
        let run = try Sample.run([
            "report", "--learners", "all", "--toward", Sample.target,
            "lin-certificate-urban-energy", "--language", language, "--sections", "summary",
            "--output", folder.path("reports"),
        ])
        #expect(run.code == 0, "\(run.errors)")
        let index = try String(contentsOfFile: folder.path("reports/index.html"), encoding: .utf8)
        try Self.check(index, "index-\(language).html")
    }

    @Test(arguments: ["html", "md", "svg"])
    func `a page of statistics is the same bytes`(form: String) throws {
        let run = try Sample.run([
            "stats", "stacking-rate", "--by", "provider", "--data-end", Sample.day, "--format",
            form,
        ])
        #expect(run.code == 0, "\(run.errors)")
        try Self.check(run.output, "stacking-rate.\(form)")
    }
}
