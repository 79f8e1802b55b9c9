// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pathways
import SkillsGraph

/// A file with the completion rule of one credential, to be asked about as if it were in force.
enum TargetFile {
    /// Whether `name` names a file rather than a credential, with or without `#CREDENTIAL`.
    static func isOne(_ name: String) -> Bool {
        let (path, _) = parts(of: name)
        let isNamedSo = [".csv", ".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        return (isNamedSo || path.contains("/")) && FileManager.default.fileExists(atPath: path)
    }

    /// The path, and the credential that is meant of those with rules in the file.
    private static func parts(of name: String) -> (path: String, credential: String?) {
        guard !FileManager.default.fileExists(atPath: name),
            let mark = name.lastIndex(of: "#")
        else { return (name, nil) }
        return (String(name[..<mark]), String(name[name.index(after: mark)...]))
    }

    /// Returns the target of meeting the rule in the file: a rule file, `requirements.csv`, or
    /// Varde's document.
    ///
    /// Of several versions it is the one for a learner who started on `started`, asked about on
    /// `day`, and the newest where neither is known, which is said.
    ///
    /// - Throws: what reading throws, and `Failure` where a row is wrong, or where the file holds
    ///   the completion rules of several credentials and `name` does not end in `#CREDENTIAL`.
    static func target(
        _ name: String, in graph: Graph, asOf day: CalendarDate? = nil,
        started: CalendarDate? = nil, isQuiet: Bool = false
    ) throws -> Target {
        let (path, wanted) = parts(of: name)
        let versions = try RuleFiles.rules(in: path).filter {
            $0.use == .completion && (wanted == nil || $0.credential == wanted)
        }
        let owners = Set(versions.map(\.credential)).sorted()
        guard owners.count == 1,
            let rule = Rule.version(among: versions, asOf: day, started: started)
        else { throw Self.failure(path, owners) }
        if versions.count > 1, started == nil, !isQuiet {
            Console.say(
                "\(path): \(versions.count) versions; taken is \(rule.id); say with --started when"
                    + " the learner started")
        }
        do { try graph.check(rule) } catch { throw Failure("\(path): \(error)") }
        return Target(rule: rule, in: graph)
    }

    private static func failure(_ path: String, _ owners: [String]) -> Failure {
        guard let first = owners.first else {
            return Failure("\(path): it holds no completion rule")
        }
        return Failure(
            "\(path): it holds the completion rules of \(owners.prefix(5).joined(separator: ", "));"
                + " name one, as in \(path)#\(first)")
    }
}
