// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import Pathways
import SkillsGraph

/// A file with the completion rule of one credential, to be asked about as if it were in force.
enum RuleFile {
    /// Whether `path` names a file rather than a credential.
    static func isOne(_ path: String) -> Bool {
        (path.hasSuffix(".csv") || path.hasSuffix(".json") || path.contains("/"))
            && FileManager.default.fileExists(atPath: path)
    }

    /// Returns the target of meeting the rule in the file, `requirements.csv` or Varde's document.
    ///
    /// - Throws: what reading throws, and `Failure` where a row is wrong or the file does not hold
    ///   one completion rule.
    static func target(_ path: String, in graph: Graph) throws -> Target {
        var pump = FilePump(isQuiet: true)
        var rows: [RequirementRow] = []
        try pump.read([path]) { event, _ in
            switch event {
            case .record(.requirement(let row), _) where row.use == .completion: rows.append(row)
            case .note(let entry) where entry.action == .rejected: throw Failure("\(entry)")
            case .record, .note: break
            }
        }
        let owners = Set(rows.map(\.credential)).sorted()
        guard owners.count == 1, let rule = try RequirementRow.rule(from: rows) else {
            let found = owners.isEmpty ? "none" : owners.prefix(5).joined(separator: ", ")
            throw Failure(
                "\(path): a rule file holds the completion rule of one credential; found: \(found)")
        }
        try graph.check(rule)
        return Target(rule: rule, in: graph)
    }
}
