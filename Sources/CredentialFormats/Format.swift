// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A kind of file that Varde reads: one member of `Formats.all`.
///
/// A format decides by content whether a file is its own, and makes a reader that is fed the file
/// in chunks of any size and yields records one at a time. Formats never open a file and know
/// nothing of the catalogue.
public protocol Format: Sendable {
    /// The name that forces the format: lower case, with hyphens.
    var name: String { get }
    /// What a person calls it.
    var title: String { get }
    /// One paragraph for help and documentation: what is read, and what is not.
    var summary: String { get }
    /// Whether a file is one learner's own, so that it mentions credentials and does not define
    /// what a catalogue says of them.
    var isWallet: Bool { get }
    /// Whether a file only mentions what others define, so that it fills gaps and changes nothing
    /// that is known.
    var onlyMentions: Bool { get }

    /// Returns whether a file that begins like this is of the format.
    ///
    /// Content decides, never the file's name; random bytes are recognised by no format.
    func recognizes(_ opening: FileOpening) -> Bool

    /// Returns a reader for one file.
    func makeReader(for source: FormatSource) -> any FormatReader
}

extension Format {
    /// Most formats are a catalogue's.
    public var isWallet: Bool { false }

    /// A wallet only mentions; most formats define.
    public var onlyMentions: Bool { isWallet }
}

/// Reads one file that is fed to it in chunks.
///
/// ```
/// var reader = format.makeReader(for: FormatSource(file: "skills_en.csv"))
/// while let chunk = try nextChunk() { try reader.read(chunk) { event in … } }
/// try reader.finish { event in … }
/// ```
///
/// Where the chunks end makes no difference to what is yielded.
public protocol FormatReader {
    /// Reads the next bytes of the file, yielding what they complete.
    ///
    /// - Throws: `FormatError` if the file as a whole cannot be read, or what `yield` throws. A
    ///   reader that has thrown is not to be fed again.
    mutating func read(_ chunk: ArraySlice<UInt8>, _ yield: (FormatEvent) throws -> Void) throws

    /// Ends the file, yielding what was waiting for its end.
    ///
    /// - Throws: `FormatError` if the file ends too early, or what `yield` throws.
    mutating func finish(_ yield: (FormatEvent) throws -> Void) throws
}

/// What a reader yields.
public enum FormatEvent: Hashable, Sendable {
    /// The file says this, here.
    case record(Record, SourcePlace)
    /// A part of the file was not simply read: adjusted, guessed, ignored or rejected.
    case note(LedgerEntry)
}
