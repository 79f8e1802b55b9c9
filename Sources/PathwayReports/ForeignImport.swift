// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// What became of files of foreign rules: how many say all that they said, and what is missing.
public struct ForeignImport: Sendable {
    /// One file that was read.
    public struct File: Sendable {
        /// The file as it was named.
        public let name: String
        /// The rule file that was written; nil for none.
        public let output: String?
        /// What was read from it; nil where it could not be read.
        public let result: ForeignRules.Result?
        /// Why it could not be read.
        public let error: ForeignRulesError?
    }

    /// The language's name.
    public let format: String
    /// The files, in the order they were read.
    public private(set) var files: [File] = []

    /// Creates an import of a language that has read nothing.
    public init(format: String) { self.format = format }

    /// Adds a file that was read.
    public mutating func add(_ name: String, output: String?, _ result: ForeignRules.Result) {
        files.append(File(name: name, output: output, result: result, error: nil))
    }

    /// Adds a file that could not be read.
    public mutating func add(_ name: String, _ error: ForeignRulesError) {
        files.append(File(name: name, output: nil, result: nil, error: error))
    }

    /// How many files could not be read.
    public var rejected: Int { files.count { $0.result == nil } }
    /// How many files' rules ask all that the files do.
    public var fullyExpressed: Int { files.count { $0.result?.isFullyExpressed ?? false } }

    /// Every credential that the files define, each once, in the order of the files.
    public var credentials: [Credential] {
        var seen: Set<String> = []
        return files.flatMap { $0.result?.credentials ?? [] }.filter { seen.insert($0.id).inserted }
    }

    /// What was not simply read, a line each, as `file:line:column: …`; `ignored` ones too if so.
    public func lines(ignored: Bool = false) -> [String] {
        files.flatMap { file -> [String] in
            if let error = file.error { return ["\(file.name):\(error)"] }
            return (file.result?.diagnostics ?? [])
                .filter { ignored || $0.weight != .ignored }
                .map { note in
                    "\(file.name):\(note.line):\(note.column): \(note.weight.rawValue): "
                        + "\(note.construct): \(note.message)"
                }
        }
    }
}

extension ForeignImport {
    /// Returns the report: `varde/rules-import/1`.
    ///
    /// The rows are the files; below the table a person reads the constructs by how often each was
    /// met, and the share of files that are fully expressed.
    public func report() -> Report {
        var report = Report(
            "rules-import", table,
            fields: [
                "format": .text(format), "read": .integer(files.count - rejected),
                "rejected": .integer(rejected), "fullyExpressed": .integer(fullyExpressed),
                "files": .list(files.map(\.json)), "constructs": .list(constructs.map(\.json)),
            ], disclosure: Disclosure())
        report.below = sentences
        return report
    }

    private var table: Table {
        Table(
            title: "Files",
            columns: [
                .init("file", title: "File"), .init("rules", title: "Rules", kind: .integer),
                .init("requirements", title: "Requirements", kind: .integer),
                .init("inexpressible", title: "Inexpressible", kind: .integer),
                .init("interpreted", title: "Interpreted", kind: .integer),
                .init("ignored", title: "Ignored", kind: .integer),
                .init("output", title: "Written to"),
            ], rows: files.map(\.row))
    }

    /// How often a construct was met with one weight, and in how many files.
    private struct Construct {
        var name: String
        var weight: ForeignRules.Diagnostic.Weight
        var count = 0
        var files = 0

        var json: JSONValue {
            .object([
                "construct": .text(name), "weight": .text(weight.rawValue),
                "count": .integer(count), "files": .integer(files),
            ])
        }
    }

    private var constructs: [Construct] {
        var found: [String: Construct] = [:]
        for file in files {
            var seen: Set<String> = []
            for note in file.result?.diagnostics ?? [] {
                let key = "\(note.weight.rawValue) \(note.construct)"
                var construct =
                    found[key] ?? Construct(name: note.construct, weight: note.weight)
                construct.count += 1
                if seen.insert(key).inserted { construct.files += 1 }
                found[key] = construct
            }
        }
        let order = ForeignRules.Diagnostic.Weight.allCases
        return found.values.sorted { left, right in
            let places = (order.firstIndex(of: left.weight), order.firstIndex(of: right.weight))
            return (places.0 ?? 0, -left.count, left.name)
                < (places.1 ?? 0, -right.count, right.name)
        }
    }

    private var sentences: [String] {
        let read = files.count - rejected
        let tenths = read == 0 ? 0 : (fullyExpressed * 1000 + read / 2) / read
        return constructs.map {
            "\($0.weight.rawValue): \($0.name): \($0.count) in \($0.files) "
                + ($0.files == 1 ? "file" : "files")
        } + [
            "Fully expressed: \(fullyExpressed) of \(read) files "
                + "(\(tenths / 10).\(tenths % 10) %)"
        ] + (rejected == 0 ? [] : ["Not read: \(rejected)"])
    }
}

extension ForeignImport.File {
    private func count(_ weight: ForeignRules.Diagnostic.Weight) -> Int {
        result?.diagnostics.count { $0.weight == weight } ?? 0
    }

    fileprivate var row: [Table.Cell] {
        let requirements = result?.rules.reduce(0) { $0 + $1.requirement.nodes.count }
        return [
            .text(name), .integer(result?.rules.count ?? 0), .integer(requirements ?? 0),
            .integer(count(.inexpressible)), .integer(count(.interpreted)),
            .integer(count(.ignored)), output.map { .text($0) } ?? .missing,
        ]
    }

    fileprivate var json: JSONValue {
        .object([
            "file": .text(name), "output": JSONValue(output),
            "rules": JSONValue(result?.rules.map(\.id) ?? []),
            "fullyExpressed": .truth(result?.isFullyExpressed ?? false),
            "error": error.map { .object($0.place.merging(["message": .text($0.problem)]) { $1 }) }
                ?? .null,
            "diagnostics": .list(result?.diagnostics.map(\.json) ?? []),
        ])
    }
}

extension ForeignRulesError {
    fileprivate var place: [String: JSONValue] {
        ["line": .integer(line), "column": .integer(column)]
    }
}

extension ForeignRules.Diagnostic {
    fileprivate var json: JSONValue {
        .object([
            "line": .integer(line), "column": .integer(column), "construct": .text(construct),
            "weight": .text(weight.rawValue), "message": .text(message),
        ])
    }
}

extension ForeignImport {
    /// The credentials as Varde's own `credentials.csv`.
    public var credentialTable: Table {
        Table(
            title: "Credentials",
            columns: [
                .init("id", title: "Id"), .init("title@en", title: "Title"),
                .init("kind", title: "Kind"), .init("provider", title: "Provider"),
                .init("credits", title: "Credits", kind: .exact),
                .init("scheme", title: "Scheme"), .init("url", title: "Address"),
                .init("tags", title: "Tags"), .init("identifiers", title: "Identifiers"),
                .init("description@en", title: "Description"),
            ],
            rows: credentials.map { credential in
                [
                    .text(credential.id), .text(credential.title.text()),
                    .text(credential.kind.rawValue), Table.Cell(credential.provider),
                    credential.credits.map { .exact($0.amount) } ?? .missing,
                    Table.Cell(credential.credits?.scheme.rawValue), Table.Cell(credential.url),
                    .text(credential.tags.joined(separator: " | ")),
                    .text(credential.identifiers.joined(separator: " | ")),
                    Table.Cell(credential.description?.text()),
                ]
            })
    }
}
