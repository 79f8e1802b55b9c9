// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ReportPrintingTests {
    /// Runs the report with only the given folder on the path.
    private func report(_ folder: String, _ arguments: String...) throws -> Tool.Run {
        try Tool.run(
            ["report"] + Sample.question + arguments
                + ["--catalog", Sample.catalog, "--as-of", Sample.day],
            environment: ["PATH": folder])
    }

    private func printer(_ script: String, in folder: Scratch) throws {
        let path = try folder.write("#!/bin/sh\n\(script)\n", to: "bin/weasyprint")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    @Test func `without a printer the error says how to get one, and nothing is written`() throws {
        let folder = Scratch()
        let run = try report(
            "/nonexistent", "--format", "pdf", "--output", folder.path("report.pdf"))
        #expect(run.code == 1)
        #expect(run.errors.contains("apt-get install weasyprint"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("report.pdf")))
    }

    @Test func `the printer gets the page on the paper asked for`() throws {
        let folder = Scratch()
        try printer(
            "for file; do page=$last; last=$file; done; "
                + "{ printf '%%PDF '; /bin/cat \"$page\"; } > \"$last\"", in: folder)
        let path = folder.path("report.pdf")
        let run = try report(folder.path("bin"), "--paper", "letter", "--output", path)
        #expect(run.code == 0, "\(run.errors)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("%PDF <!DOCTYPE html>") && text.contains("size: letter"))
    }

    @Test func `a printer that knows no structure prints without`() throws {
        let folder = Scratch()
        try printer(
            "case $1 in --pdf-variant) exit 2 ;; esac; echo '%PDF plain' > \"$5\"", in: folder)
        let path = folder.path("report.pdf")
        #expect(try report(folder.path("bin"), "--output", path).code == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "%PDF plain\n")
    }

    @Test func `what WeasyPrint prints is tagged, and the same bytes each time`() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint") else {
            FileHandle.standardError.write(Data("skipped: no WeasyPrint\n".utf8))
            return
        }
        let folder = Scratch()
        let prints = try ["a.pdf", "b.pdf"].map { file in
            let run = try report(
                "/usr/bin:/bin", "--sections", "summary,held", "--output", folder.path(file))
            #expect(run.code == 0, "\(run.errors)")
            return try Data(contentsOf: URL(filePath: folder.path(file)))
        }
        #expect(prints[0] == prints[1] && prints[0].starts(with: Data("%PDF".utf8)))
        #expect(prints[0].range(of: Data("/StructTreeRoot".utf8)) != nil)
    }

    @Test func `what the printer complains of is passed on, and the old file stays`() throws {
        let folder = Scratch()
        try printer("echo 'no fonts here' >&2; exit 3", in: folder)
        let path = try folder.write("old", to: "report.pdf")
        let run = try report(folder.path("bin"), "--output", path)
        #expect(run.code == 1 && run.errors.contains("no fonts here"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
}
