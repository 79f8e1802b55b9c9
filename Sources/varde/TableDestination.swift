// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PathwayReports
import SkillsGraph

/// Where tables go: a document, or a folder with a file for each.
struct TableDestination {
    private let output: OutputOptions
    private let form: OutputFormat
    private let isFolder: Bool

    /// Decides where tables of these names go.
    ///
    /// - Throws: `ValidationError` where CSV of several tables has no folder.
    init(_ output: OutputOptions, tables: [String]) throws {
        self.output = output
        form = try output.form(of: OutputFormat.allCases)
        let isRows = form == .csv || form == .jsonl
        let path = output.output ?? "-"
        isFolder =
            isRows && path != "-"
            && (path.hasSuffix("/") || Self.isFolder(path)
                || (tables.count > 1 && form == .csv))
        guard form != .csv || tables.count < 2 || isFolder else {
            throw ValidationError(
                "these are \(tables.count) tables, and CSV holds one; name one of "
                    + "\(tables.prefix(4).joined(separator: ", "))\(tables.count > 4 ? ", …" : ""), "
                    + "or write a file for each with --output FOLDER")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// Writes the tables of a report.
    ///
    /// - Throws: `FileError`.
    func write(_ report: Report) throws {
        guard isFolder, let folder = output.output else {
            return try output.write(report, offered: OutputFormat.allCases)
        }
        if !Self.isFolder(folder), mkdir(folder, 0o777) != 0 { throw FileError(folder) }
        for section in report.sections {
            let text =
                form == .csv
                ? section.table.csv(raw: output.raw)
                : section.table.jsonRows.map { $0.text(.line) + "\n" }.joined()
            let name = folder.hasSuffix("/") ? folder : folder + "/"
            try OutputFile.write(text, to: "\(name)\(section.name).\(form.rawValue)")
        }
    }
}
