// SPDX-License-Identifier: Apache-2.0

/// Varde's rule files, in YAML and JSON: one schema, `varde/rule/1`.
///
/// A file holds one rule, or several under `rules`. See <doc:RuleFiles> for the language and
/// `Schemas/varde-rule-1.schema.json` for its JSON Schema.
public enum RuleFile {
    /// What `schema` says in a rule file.
    public static let schema = "varde/rule/1"
    /// The longest file that is read: 8 MiB.
    public static let longest = 8 << 20

    /// Reads a rule file.
    ///
    /// A file whose name ends in `.json` is JSON, one in `.yaml` or `.yml` is YAML, and any other
    /// is JSON where it begins with a bracket. Both are read exactly: no number passes through
    /// floating point. What is not understood is an error, never passed over.
    ///
    /// - Parameters:
    ///   - bytes: the whole file, in UTF-8.
    ///   - file: its name, for messages.
    /// - Returns: the rules and their places; every requirement has an id unique in its rule.
    /// - Throws: `RuleFileError` for what is not YAML or JSON, is too long, too deep or too many,
    ///   uses an alias or a type, repeats or does not know a key, or holds a value of a wrong type.
    /// - Complexity: O(*n*) bytes; at most 8 MiB, 400,000 values and 64 levels are looked at.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(RuleFileError) -> RuleDocument {
        do throws(FileProblem) {
            let bytes = withoutMark(bytes)
            var reader = RuleReader(file: file, bytes: bytes)
            try reader.read(try node(bytes, file: file))
            return RuleDocument(rules: reader.rules, places: reader.places)
        } catch {
            throw error.error(in: file)
        }
    }

    /// Returns whether a file that begins like this says that it is a rule file.
    public static func recognizes(_ opening: some Collection<UInt8>) -> Bool {
        let bytes = Array(opening.prefix(1 << 16))
        let value = Array("varde/rule/".utf8)
        guard bytes.count > value.count else { return false }
        return (0...bytes.count - value.count).contains { start in
            bytes[start] == value[0] && bytes[start...].starts(with: value)
                && endsWithKey(bytes[..<start])
        }
    }

    /// Whether the text so far ends with `schema:`, in quotes or not.
    private static func endsWithKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isBetween: (UInt8) -> Bool = { "\"' \t\r\n".utf8.contains($0) }
        let reversed = bytes.reversed().drop(while: isBetween)
        guard reversed.first == UInt8(ascii: ":") else { return false }
        return reversed.dropFirst().drop(while: isBetween).starts(with: "schema".utf8.reversed())
    }

    static func node(_ bytes: [UInt8], file: String) throws(FileProblem) -> FileNode {
        guard bytes.count <= longest else {
            throw FileProblem(
                .file, "too-long", "the file has more than \(longest >> 20) MiB; split it")
        }
        return isJSON(bytes, file: file.lowercased())
            ? try JSONReader.node(bytes) : try YAMLReader.node(bytes)
    }

    /// The file without a byte order mark.
    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }

    private static func isJSON(_ bytes: [UInt8], file: String) -> Bool {
        if file.hasSuffix(".json") { return true }
        if file.hasSuffix(".yaml") || file.hasSuffix(".yml") { return false }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}
