// SPDX-License-Identifier: Apache-2.0

/// The first bytes of a file, by which its format is recognised.
public struct FileOpening: Hashable, Sendable {
    /// How many bytes are looked at: 64 KiB.
    public static let length = 65_536

    /// The file's name as the user sees it.
    public let file: String
    /// At most `length` bytes.
    public let bytes: [UInt8]

    /// Creates an opening from the file's first bytes, of which the first 64 KiB are kept.
    public init(file: String, bytes: some Sequence<UInt8>) {
        self.file = file
        self.bytes = Array(bytes.prefix(Self.length))
    }

    /// The names in the first line, read as a table; nil where the first line is no table header.
    var header: CSVHeader? {
        var table = CSVTable(file: file)
        return bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            do {
                if try table.next(in: bytes, from: &position) == .header { return table.header }
                return try table.next() == .header ? table.header : nil
            } catch { return nil }
        }
    }

    /// The JSON value that begins here, as far as it goes; nil where none does.
    var json: JSONValue? {
        var scanner = JSONScanner(delivers: .whole)
        return bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            do {
                if let whole = try scanner.next(in: bytes, from: &position) { return whole.value }
                return scanner.closed()
            } catch { return scanner.closed() }
        }
    }
}
