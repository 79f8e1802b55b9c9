// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PathwayReports
import Qualifications
import SkillsGraph

/// `varde rules import`: rule files of others into Varde's.
struct RulesImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn the rule files of others into Varde's.",
        discussion: """
            Each file becomes one rule file in the output folder, written whole or not at all; a \
            folder's files keep their places in it. What a file asks and a rule cannot say is \
            named on standard error, with its place, and left to a person, so that no rule asks \
            less than its file. Without an output folder nothing is written, only reported.

            \(list)

            Example:

              varde rules import --as princeton majors --started 2022 --output rules \\
                --credentials rules/credentials.csv
              varde import rules
            """)

    @Argument(help: ArgumentHelp("Files or folders.", valueName: "path"))
    var paths: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The language: \(names).", valueName: "language"))
    var language: String

    @Option(help: ArgumentHelp("Write the rule files to this folder.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Also write the programmes and courses that the files define, as credentials.csv.",
            valueName: "file"))
    var credentials: String?

    @Option(
        help: ArgumentHelp(
            "The year in whose autumn the learners started whom the rules are for.",
            valueName: "year"))
    var started: Int?

    @Flag(help: "Write nothing if any file cannot be read.")
    var strict = false

    @Flag(help: "Say also what is ignored by design.")
    var ignored = false

    @Option(
        help: ArgumentHelp(
            "The report's form: table, json, jsonl, csv, md, html.", valueName: "format"))
    var format: String?

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "Report nothing but errors.")
    var quiet = false

    static let names = ForeignRules.all.map(\.name).joined(separator: ", ")
    static let list = ForeignRules.all.map { "\($0.name): \($0.summary)" }
        .joined(separator: "\n\n")

    private var form: OutputFormat? {
        json
            ? .json
            : OutputFormat.common.first {
                $0.rawValue == format ?? OutputFormat.table.rawValue
            }
    }

    func validate() throws {
        guard ForeignRules.named(language) != nil else {
            throw ValidationError("\"\(language)\" is not a language of rules; use \(Self.names)")
        }
        guard form != nil else {
            let names = OutputFormat.common.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(format ?? "")\" is not a format; use \(names)")
        }
        if let started {
            guard 1800...2200 ~= started else {
                throw ValidationError("--started needs a year, such as 2022")
            }
        }
    }

    func run() throws {
        guard let language = ForeignRules.named(language) else { return }
        let files = try ForeignFile.all(paths, extensions: language.extensions)
        try refuseCollisions(files)
        var account = ForeignImport(format: language.name)
        var written: [(path: String, text: String)] = []
        for file in files { try read(file, language, into: &account, &written) }
        guard !strict || account.rejected == 0 else {
            account.lines(ignored: ignored).forEach(Console.say)
            throw Failure("\(account.rejected) of \(files.count) files cannot be read")
        }
        try write(written, account)
        account.lines(ignored: ignored).forEach(Console.say)
        if let form, !quiet || json || format != nil {
            try Console.write(account.report().text(as: form, style: Console.style))
        }
    }

    private func read(
        _ file: ForeignFile, _ language: ForeignRules, into account: inout ForeignImport,
        _ written: inout [(path: String, text: String)]
    ) throws {
        let bytes = try FileChunks.contents(of: file.path, limit: Qualifications.RuleFile.longest)
        let source = ForeignRules.Source(bytes: bytes, file: file.name, startYear: started)
        do throws(ForeignRulesError) {
            let result = try language.read(source)
            let path = output.map { "\($0)/\(file.outputName)" }
            if let path, !result.rules.isEmpty {
                written.append((path, Qualifications.RuleFile.yaml(result.rules)))
            }
            account.add(file.path, output: result.rules.isEmpty ? nil : path, result)
        } catch {
            account.add(file.path, error)
        }
    }

    private func refuseCollisions(_ files: [ForeignFile]) throws {
        var seen: [String: String] = [:]
        for file in files {
            if output != nil, let other = seen[file.outputName] {
                throw Failure(
                    "\(other) and \(file.path) would both be written to \(file.outputName); "
                        + "import them into folders of their own")
            }
            seen[file.outputName] = file.path
        }
    }

    private func write(_ files: [(path: String, text: String)], _ account: ForeignImport) throws {
        for file in files {
            let folder = URL(filePath: file.path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try OutputFile.write(file.text, to: file.path)
        }
        if let credentials {
            try OutputFile.write(account.credentialTable.csv(raw: true), to: credentials)
        }
    }
}

/// A file of foreign rules, and where its rule file belongs.
struct ForeignFile {
    /// The path by which it is read.
    let path: String
    /// The place of its rule file in the output folder.
    let outputName: String

    /// Its name without a folder.
    var name: String { path == "-" ? "stdin" : String(path[nameStart...]) }

    private var nameStart: String.Index {
        path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    }

    /// Returns the files that `paths` name; of those in a folder only such with an extension of
    /// the language.
    static func all(_ paths: [String], extensions: [String]) throws -> [ForeignFile] {
        try paths.flatMap { path in
            let folder = path.hasSuffix("/") ? path : path + "/"
            return try InputPaths.files([path]).compactMap { file -> ForeignFile? in
                guard file.isNamed || extensions.contains(where: { file.path.hasSuffix(".\($0)") })
                else { return nil }
                let isInside = !file.isNamed && file.path.hasPrefix(folder)
                let place =
                    isInside
                    ? String(file.path.dropFirst(folder.count))
                    : ForeignFile(path: file.path, outputName: "").name
                return ForeignFile(path: file.path, outputName: renamed(place))
            }
        }
    }

    private static func renamed(_ place: String) -> String {
        let name = place.lastIndex(of: "/").map { place[$0...] } ?? place[...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return place + ".yaml"
        }
        return String(place[..<dot]) + ".yaml"
    }
}
