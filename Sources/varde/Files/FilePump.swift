// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import Qualifications
import SkillsGraph

/// Feeds files to the formats that recognise them, a chunk at a time, and keeps the accounts.
struct FilePump {
    /// What each file held.
    private(set) var files: [FileSummary] = []
    /// How to read every file, whatever its content looks like.
    private let forced: Reading?
    /// The framework version that the user declares.
    private let frameworkVersion: String?
    /// Where to say how far the reading has come.
    private var progress: Progress

    /// How a file is read.
    enum Reading {
        /// By a format, a chunk at a time.
        case format(any Format)
        /// As a rule file, at once.
        case rules
    }

    /// Creates a pump that has read nothing.
    init(forced: Reading? = nil, frameworkVersion: String? = nil, isQuiet: Bool) {
        self.forced = forced
        self.frameworkVersion = frameworkVersion
        progress = Progress(isQuiet: isQuiet)
    }

    /// Reads the files that `paths` name, yielding what each says and the format it was read as;
    /// a rule file has none.
    ///
    /// A file found in a folder that no format recognises is noted as ignored.
    ///
    /// - Throws: `FileError`, `FormatError`, `RuleFileError`, `Failure` for a file named itself that
    ///   no format recognises, or what `yield` throws.
    mutating func read(
        _ paths: [String], _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        defer { progress.end() }
        for file in try InputPaths.files(paths) { try read(file, yield) }
    }

    private mutating func read(
        _ file: InputFile, _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        var chunks = try FileChunks(file.path)
        let first = try chunks.next() ?? []
        try read(file, first, &chunks, yield)
    }

    /// Reads a file that is open, and whose beginning is `first`.
    ///
    /// - Throws: as for paths.
    mutating func read(
        _ file: InputFile, _ first: ArraySlice<UInt8>, _ chunks: inout FileChunks,
        _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        let name = file.name
        var summary: FileSummary
        switch forced ?? Self.reading(of: file, FileOpening(file: name, bytes: first), first) {
        case .format(let format):
            summary = FileSummary(file: name, format: format.name)
            try read(first, &chunks, format, into: &summary) { try yield($0, format) }
        case .rules:
            summary = FileSummary(file: name, format: RuleFiles.name)
            try readRules(first, &chunks, into: &summary) { try yield($0, nil) }
        case nil:
            try passOver(file, name, isEmpty: first.isEmpty, yield)
            summary = FileSummary(file: name, format: nil)
        }
        files.append(summary)
    }

    private static func reading(
        of file: InputFile, _ opening: FileOpening, _ first: ArraySlice<UInt8>
    ) -> Reading? {
        if let format = Formats.detect(opening) { return .format(format) }
        return RuleFiles.isOne(file, opening: first) ? .rules : nil
    }

    private func readRules(
        _ first: ArraySlice<UInt8>, _ chunks: inout FileChunks, into summary: inout FileSummary,
        _ yield: (FormatEvent) throws -> Void
    ) throws {
        let (document, bytes) = try RuleFiles.read(first, &chunks, name: summary.file)
        summary.bytes = bytes
        for (index, rule) in document.rules.enumerated() {
            summary.count(.rule(rule))
            try yield(.record(.rule(rule), document.places.place(ofRule: index)))
        }
    }

    private mutating func read(
        _ first: ArraySlice<UInt8>, _ chunks: inout FileChunks, _ format: any Format,
        into summary: inout FileSummary, _ yield: (FormatEvent) throws -> Void
    ) throws {
        var reader = format.makeReader(
            for: FormatSource(file: summary.file, frameworkVersion: frameworkVersion))
        var records = summary
        let counting = { (event: FormatEvent) throws in
            if case .record(let record, _) = event { records.count(record) }
            try yield(event)
        }
        var chunk: ArraySlice<UInt8>? = first
        var bytes = 0
        while let next = chunk {
            try reader.read(next, counting)
            bytes += next.count
            progress.update("\(summary.file): \(bytes >> 20) MiB")
            chunk = try chunks.next()
        }
        try reader.finish(counting)
        summary = records
        summary.bytes = bytes
    }

    private func passOver(
        _ file: InputFile, _ name: String, isEmpty: Bool,
        _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        let titles = (Formats.all.map(\.title) + [RuleFiles.title]).joined(separator: ", ")
        let message =
            isEmpty
            ? "the file is empty"
            : "no format recognises it; what is read: \(titles); --as forces one"
        guard !file.isNamed else { throw Failure("\(name): \(message)") }
        try yield(
            .note(
                LedgerEntry(
                    .ignored, at: SourcePlace(file: name), code: "unrecognised-file", message)),
            nil)
    }
}
