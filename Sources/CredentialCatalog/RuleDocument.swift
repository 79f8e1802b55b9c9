// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import SkillsGraph

/// A whole rule as the text that is stored: the same for the same rule on every machine.
enum RuleDocument {
    /// Returns the text of a rule.
    ///
    /// - Throws: `RuleDocument.Unstorable` for a rule that would not be read back as it is, which
    ///   no file can hold: a number out of range, or a selector too long to be read again.
    static func text(of rule: Rule) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(rule), as: UTF8.self)
        do {
            guard try read(text) == rule else {
                throw Unstorable(reason: "it reads back as another")
            }
        } catch let error as Unstorable { throw error } catch {
            throw Unstorable(reason: "\(error)")
        }
        return text
    }

    /// Returns the rule of a stored text.
    ///
    /// - Throws: SQLite's error for a damaged file.
    static func rule(from text: String) throws(DatabaseError) -> Rule {
        do { return try read(text) } catch { throw damage("a rule cannot be read: \(error)") }
    }

    /// A rule that cannot be stored without loss.
    struct Unstorable: Error {
        let reason: String
    }

    /// The error for content that only a foreign hand, or a broken disk, can have written.
    static func damage(_ detail: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: detail)
    }

    private static func read(_ text: String) throws -> Rule {
        try JSONDecoder().decode(Rule.self, from: Data(text.utf8))
    }
}
