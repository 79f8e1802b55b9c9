// SPDX-License-Identifier: Apache-2.0

import Dispatch
import GRDB
import SkillsGraph
import Synchronization

/// Reads rules.
struct RuleReader {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Reads the rules, in the order of their credentials, uses and names.
    ///
    /// - Throws: SQLite's error for a damaged file where a document cannot be read.
    func rules() throws -> [Rule] {
        var documents: [String] = []
        try database.each(
            """
            SELECT r.document FROM rule_data r JOIN credential_data c ON c.id = r.credential
            ORDER BY c.name, r.use, r.name
            """
        ) { documents.append($0.text(0)) }
        return try Self.decoded(documents)
    }

    /// How many documents a thread takes at a time.
    private static let blockSize = 16

    /// A document takes longer to decode than to read, so the processor's cores share them.
    private static func decoded(_ documents: [String]) throws -> [Rule] {
        let starts = Array(stride(from: 0, to: documents.count, by: blockSize))
        let blocks = Mutex<[Int: Result<[Rule], DatabaseError>]>([:])
        DispatchQueue.concurrentPerform(iterations: starts.count) { block in
            let texts = documents[starts[block]...].prefix(blockSize)
            let decoded = Result { () throws(DatabaseError) in try rules(texts) }
            blocks.withLock { $0[block] = decoded }
        }
        return try blocks.withLock { found in
            try starts.indices.flatMap { try found[$0]?.get() ?? [] }
        }
    }

    private static func rules(_ texts: ArraySlice<String>) throws(DatabaseError) -> [Rule] {
        var rules: [Rule] = []
        for text in texts { rules.append(try RuleDocument.rule(from: text)) }
        return rules
    }
}
