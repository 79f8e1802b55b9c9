// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Catalog {
    /// Forgets a learner: the awards, the exceptions, the id, and prior learning that nobody else
    /// holds.
    ///
    /// The file is then written anew, so that no byte of the id is left in it or beside it. In the
    /// log, where a path or another's exception held the id, `[forgotten]` stands in its place;
    /// this, and that the learner's own exceptions go, is the one change the log ever sees. The
    /// command is logged without the id.
    ///
    /// - Returns: Whether there was such a learner. The file is written anew even if not, so that
    ///   the command can be repeated after it was interrupted.
    /// - Throws: `CatalogError.locked` where another process reads the file: the learner is
    ///   forgotten, yet traces may be left until the command is run again.
    @discardableResult
    public func forget(learner: String, _ stamp: ImportStamp) throws -> Bool {
        guard isWritable else { throw CatalogError.readOnly(path: path) }
        return try CatalogError.mapping(path) {
            var isFound = false
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    isFound = try Forgetting(database, learner).run(stamp)
                    return isFound ? .commit : .rollback
                }
                try database.execute(sql: "VACUUM")
            }
            guard try emptyLog() else { throw CatalogError.locked(path: path) }
            return isFound
        }
    }
}

/// Takes a learner out of every table.
private struct Forgetting {
    private let database: Database
    private let learner: String

    init(_ database: Database, _ learner: String) {
        self.database = database
        self.learner = learner
    }

    func run(_ stamp: ImportStamp) throws -> Bool {
        guard
            let row = try Query(database, "SELECT id FROM learner_data WHERE name = ?")
                .first(.text(learner), read: { $0.integer(0) })
        else { return false }
        try database.execute(sql: Schema.appendOnlyLifted)
        try removeExceptions(of: row)
        let own = try priorLearning(of: row)
        try database.run("DELETE FROM learner_data WHERE id = ?", .integer(row))
        for credential in own { try remove(credential: credential) }
        // An index keeps deleted words until its segments are merged.
        if !own.isEmpty { try database.run("INSERT INTO search (search) VALUES ('optimize')") }
        try clearPlaces()
        try database.execute(sql: Schema.appendOnly(Schema.appendOnlyTables))
        _ = try ImportLog(database).add(.forget, stamp, sources: [], counts: [])
        return true
    }

    private func removeExceptions(of row: Int) throws {
        try database.run(
            """
            DELETE FROM log_revocation WHERE exception IN
            (SELECT number FROM log_exception WHERE learner = ?)
            """, .integer(row))
        try database.run("DELETE FROM log_exception WHERE learner = ?", .integer(row))
    }

    /// Prior learning is described for one person; the description goes with the last who holds
    /// it, unless a rule or another credential refers to it.
    private func priorLearning(of row: Int) throws -> [Int] {
        var own: [Int] = []
        try database.each(
            """
            SELECT DISTINCT c.id FROM award_data a JOIN credential_data c ON c.name = a.credential
            WHERE a.learner = ?1 AND c.kind = 'prior-learning'
            AND NOT EXISTS (SELECT 1 FROM award_data o
                            WHERE o.credential = c.name AND o.learner <> ?1)
            AND NOT EXISTS (SELECT 1 FROM requirement_data q WHERE q.subject = c.name)
            AND NOT EXISTS (SELECT 1 FROM requirement_data q
                            JOIN outcome_data o ON o.name = q.subject WHERE o.credential = c.id)
            AND NOT EXISTS (SELECT 1 FROM rule_data r, json_tree(r.document) t
                            WHERE t.value = c.name AND t.type = 'text' AND r.credential <> c.id
                            AND (t.key IN ('credential', 'countsFor') OR t.path LIKE '%.order'))
            AND NOT EXISTS (SELECT 1 FROM log_exception e
                            WHERE e.credential = c.name OR e.counts_for = c.name)
            AND NOT EXISTS (SELECT 1 FROM credential_credential r
                            WHERE r.source = c.id OR r.target = c.id)
            """, .integer(row)
        ) { own.append($0.integer(0)) }
        return own
    }

    private func remove(credential: Int) throws {
        try database.run(
            """
            DELETE FROM search WHERE rowid IN
            (SELECT id * 4 + \(Searchable.outcome.rawValue) FROM outcome_data WHERE credential = ?)
            """, .integer(credential))
        try database.run(
            "DELETE FROM search WHERE rowid = ?",
            .integer(Searchable.credential.row(credential)))
        try database.run("DELETE FROM credential_data WHERE id = ?", .integer(credential))
    }

    /// Takes the id out of the places and paths of files that are named after the learner, and out
    /// of what was written about others.
    ///
    /// An id of one to three characters stands in texts that have nothing to do with it; of those
    /// only a file of just that name is meant.
    private func clearPlaces() throws {
        let isShort = learner.unicodeScalars.count < 4
        let old = isShort ? "/\(learner)." : learner
        let new = isShort ? "/[forgotten]." : "[forgotten]"
        for (table, column) in [
            ("log_source", "path"), ("pending_relation", "place"), ("alignment_data", "place"),
            ("log_exception", "who"), ("log_exception", "why"), ("log_revocation", "who"),
            ("log_revocation", "why"),
        ] {
            try database.run(
                """
                UPDATE \(table) SET \(column) = replace(\(column), ?1, ?2)
                WHERE instr(\(column), ?1) > 0
                """, .text(old), .text(new))
        }
    }
}
