// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Qualifications
import SkillsGraph

/// Rule files among the files that are read.
///
/// They are no format of `Formats.all`, since what reads them is the judge of rules itself.
enum RuleFiles {
    /// The name that forces it.
    static let name = "varde-rule"
    /// What a person calls it.
    static let title = "Varde rule file (YAML or JSON)"

    /// Whether a file is to be read as a rule file.
    ///
    /// One that is named on the command line and ends like YAML is, so that a message can say what
    /// it lacks; one that is found in a folder must say that it is.
    static func isOne(_ file: InputFile, opening: ArraySlice<UInt8>) -> Bool {
        if RuleFile.recognizes(opening) { return true }
        let isYAML = [".yaml", ".yml"].contains { file.path.lowercased().hasSuffix($0) }
        return file.isNamed && isYAML && !opening.isEmpty
    }

    /// Reads on from `first` to the end, and returns the rules with their places.
    ///
    /// - Throws: `FileError` and `RuleFileError`.
    static func read(
        _ first: ArraySlice<UInt8>, _ chunks: inout FileChunks, name: String
    ) throws -> (document: RuleDocument, bytes: Int) {
        var bytes = Array(first)
        // One byte too many is enough to be refused.
        while bytes.count <= RuleFile.longest, let next = try chunks.next() { bytes += next }
        return (try RuleFile.read(bytes, file: name), bytes.count)
    }

    /// Returns every rule in a file of any kind, those made of rows last.
    ///
    /// - Throws: what reading throws, and `Failure` where a row is wrong or there is no rule.
    static func rules(in path: String) throws -> [Rule] {
        var pump = FilePump(isQuiet: true)
        var rules: [Rule] = []
        var rows: [[String]: [RequirementRow]] = [:]
        var order: [[String]] = []
        try pump.read([path]) { event, _ in
            switch event {
            case .record(.rule(let rule), _): rules.append(rule)
            case .record(.requirement(let row), _):
                let key = [row.credential, row.use.rawValue]
                if rows[key] == nil { order.append(key) }
                rows[key, default: []].append(row)
            case .note(let entry) where entry.action == .rejected: throw Failure("\(entry)")
            case .record, .note: break
            }
        }
        rules += try order.compactMap { try RequirementRow.rule(from: rows[$0] ?? []) }
        guard !rules.isEmpty else { throw Failure("\(path): the file holds no rule") }
        return rules
    }
}
