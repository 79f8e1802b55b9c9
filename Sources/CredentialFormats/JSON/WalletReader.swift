// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads a file of one credential or several, each held whole while it is read.
struct WalletReader: FormatReader {
    /// Reads a credential, and returns whether it was one of the format.
    typealias Take = (JSONNode, _ file: String, (FormatEvent) throws -> Void) throws -> Bool

    private let file: String
    private var scanner: WalletScanner
    private var hasFound = false
    private let take: Take
    private let missing: (code: String, message: String)

    /// Creates a reader; a file that holds none of what `take` takes is an error that says what is
    /// `missing`.
    init(
        _ source: FormatSource, missing: (code: String, message: String), take: @escaping Take
    ) {
        file = source.file
        scanner = WalletScanner(file: source.file)
        self.missing = missing
        self.take = take
    }

    mutating func read(
        _ chunk: ArraySlice<UInt8>, _ yield: (FormatEvent) throws -> Void
    ) throws {
        var found = hasFound
        try scanner.read(chunk) { [file, take] node in
            found = try take(node, file, yield) || found
        }
        hasFound = found
    }

    mutating func finish(_ yield: (FormatEvent) throws -> Void) throws {
        try scanner.finish { _ in }
        guard hasFound else {
            throw FormatError(
                at: SourcePlace(file: file), code: missing.code, missing.message)
        }
    }
}
