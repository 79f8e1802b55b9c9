// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import SkillsGraph

/// Feeds files to the formats that recognise them, a chunk at a time.
struct FilePump {
    /// The format to use whatever the content looks like.
    let forced: (any Format)?
    /// The framework version that the user declares.
    let frameworkVersion: String?
    /// Where to say how far the reading has come.
    private var progress: Progress

    /// Creates a pump; `formatName` forces a format.
    ///
    /// - Throws: `Failure` naming the formats there are.
    init(as formatName: String? = nil, frameworkVersion: String? = nil, isQuiet: Bool) throws {
        self.frameworkVersion = frameworkVersion
        progress = Progress(isQuiet: isQuiet)
        forced = try formatName.map(Self.format)
    }

    private static func format(_ name: String) throws -> any Format {
        if let format = Formats.named(name) { return format }
        let names = Formats.all.map(\.name).joined(separator: ", ")
        throw Failure("\"\(name)\" is not a format that is read; use \(names)")
    }

    /// Reads `file`, yielding what it says, and returns what it was.
    ///
    /// A file found in a folder that no format recognises is noted as ignored.
    ///
    /// - Throws: `FileError`, `FormatError`, `Failure` for a file named itself that no format
    ///   recognises, or what `yield` throws.
    mutating func read(
        _ file: InputFile, _ yield: (FormatEvent) throws -> Void
    ) throws -> FileSummary {
        let name = file.path == "-" ? "stdin" : file.path
        var chunks = try FileChunks(file.path)
        defer { progress.end() }
        guard let first = try chunks.next(), let format = format(of: first, name) else {
            return try passOver(file, name, yield)
        }
        var summary = FileSummary(file: name, format: format.name)
        var reader = format.makeReader(
            for: FormatSource(file: name, frameworkVersion: frameworkVersion))
        var counting = { (event: FormatEvent) throws in
            if case .record(let record, _) = event { summary.count(record) }
            try yield(event)
        }
        var chunk: ArraySlice<UInt8>? = first
        var bytes = 0
        while let next = chunk {
            bytes += next.count
            try reader.read(next, counting)
            progress.update("\(name): \(bytes >> 20) MiB")
            chunk = try chunks.next()
        }
        try reader.finish(counting)
        summary.bytes = bytes
        return summary
    }

    private func format(of first: ArraySlice<UInt8>, _ name: String) -> (any Format)? {
        forced ?? Formats.detect(FileOpening(file: name, bytes: first))
    }

    private func passOver(
        _ file: InputFile, _ name: String, _ yield: (FormatEvent) throws -> Void
    ) throws -> FileSummary {
        let titles = Formats.all.map(\.title).joined(separator: ", ")
        let message = "no format recognises it; what is read: \(titles); --as forces one"
        guard !file.isNamed else { throw Failure("\(name): \(message)") }
        try yield(
            .note(
                LedgerEntry(
                    .ignored, at: SourcePlace(file: name), code: "unrecognised-file", message)))
        return FileSummary(file: name, format: nil)
    }
}
