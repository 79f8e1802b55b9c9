// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pathways
import SkillsGraph

/// A file with the completion rule of one credential, to be asked about as if it were in force.
enum TargetFile {
    /// Whether `path` names a file rather than a credential.
    static func isOne(_ path: String) -> Bool {
        let isNamedSo = [".csv", ".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        return (isNamedSo || path.contains("/")) && FileManager.default.fileExists(atPath: path)
    }

    /// Returns the target of meeting the rule in the file: a rule file, `requirements.csv`, or
    /// Varde's document.
    ///
    /// Of several versions it is the one for a learner who started on `started`, asked about on
    /// `day`, and the newest where neither is known.
    ///
    /// - Throws: what reading throws, and `Failure` where a row is wrong or the file does not hold
    ///   the completion rule of one credential.
    static func target(
        _ path: String, in graph: Graph, asOf day: CalendarDate? = nil,
        started: CalendarDate? = nil
    ) throws -> Target {
        let versions = try RuleFiles.rules(in: path).filter { $0.use == .completion }
        let owners = Set(versions.map(\.credential)).sorted()
        guard owners.count == 1,
            let rule = Rule.version(among: versions, asOf: day, started: started)
        else {
            let found = owners.isEmpty ? "none" : owners.prefix(5).joined(separator: ", ")
            throw Failure(
                "\(path): a rule file holds the completion rule of one credential; found: \(found)")
        }
        try graph.check(rule)
        return Target(rule: rule, in: graph)
    }
}
