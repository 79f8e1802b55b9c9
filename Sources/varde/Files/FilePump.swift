// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import SkillsGraph

/// Feeds files to the formats that recognise them, a chunk at a time, and keeps the accounts.
struct FilePump {
    /// What each file held.
    private(set) var files: [FileSummary] = []
    /// The format to use whatever the content looks like.
    private let forced: (any Format)?
    /// The framework version that the user declares.
    private let frameworkVersion: String?
    /// Where to say how far the reading has come.
    private var progress: Progress

    /// Creates a pump that has read nothing.
    init(forced: (any Format)? = nil, frameworkVersion: String? = nil, isQuiet: Bool) {
        self.forced = forced
        self.frameworkVersion = frameworkVersion
        progress = Progress(isQuiet: isQuiet)
    }

    /// Reads the files that `paths` name, yielding what each says and the format it was read as.
    ///
    /// A file found in a folder that no format recognises is noted as ignored.
    ///
    /// - Throws: `FileError`, `FormatError`, `Failure` for a file named itself that no format
    ///   recognises, or what `yield` throws.
    mutating func read(
        _ paths: [String], _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        defer { progress.end() }
        for file in try InputPaths.files(paths) { try read(file, yield) }
    }

    private mutating func read(
        _ file: InputFile, _ yield: (FormatEvent, (any Format)?) throws -> Void
    ) throws {
        let name = file.path == "-" ? "stdin" : file.path
        var chunks = try FileChunks(file.path)
        let first = try chunks.next() ?? []
        guard let format = forced ?? Formats.detect(FileOpening(file: name, bytes: first)) else {
            try passOver(file, name, isEmpty: first.isEmpty, yield)
            return files.append(FileSummary(file: name, format: nil))
        }
        var summary = FileSummary(file: name, format: format.name)
        try read(first, &chunks, format, into: &summary) { try yield($0, format) }
        files.append(summary)
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
        let titles = Formats.all.map(\.title).joined(separator: ", ")
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
