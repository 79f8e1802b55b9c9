// SPDX-License-Identifier: Apache-2.0

/// Reads the credentials of a wallet file: one document, or a list of them.
struct WalletScanner {
    let file: String
    private var scanner = JSONScanner(delivers: .elements)

    init(file: String) { self.file = file }

    /// Calls `use` for each credential that `chunk` completes.
    mutating func read(_ chunk: ArraySlice<UInt8>, _ use: (JSONNode) throws -> Void) throws {
        try chunk.withUnsafeBufferPointer { bytes in
            var position = 0
            while let delivered = try next(bytes, &position) { try use(Self.node(delivered)) }
        }
    }

    /// Ends the file.
    mutating func finish(_ use: (JSONNode) throws -> Void) throws {
        do throws(JSONScanner.Problem) {
            guard let delivered = try scanner.finish() else { return }
            throw JSONScanner.Problem(
                line: delivered.value.line, column: delivered.value.column,
                code: "not-a-credential",
                message: "a credential is a JSON object")
        } catch { throw error.error(in: file) }
    }

    private mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws -> JSONScanner.Delivered? {
        do throws(JSONScanner.Problem) { return try scanner.next(in: bytes, from: &position) } catch
        {
            throw error.error(in: file)
        }
    }

    private static func node(_ delivered: JSONScanner.Delivered) -> JSONNode {
        if case .index(let index)? = delivered.path.first {
            return JSONNode(delivered.value, pointer: "/\(index)")
        }
        return JSONNode(delivered.value)
    }
}
