// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

extension Catalog {
    /// Imports what `body` adds to a session, in one write transaction.
    ///
    /// After `body` references are settled, the graph is built, derived data is made, and an entry
    /// is added to the log. An import that changes nothing writes nothing: the file is as it was,
    /// byte for byte, and so is the log.
    ///
    /// - Parameters:
    ///   - stamp: When this happens, and by which Varde.
    ///   - strict: Whether anything rejected stops the import.
    ///   - receive: Is given every entry of the ledger as it comes up, also where the import fails.
    ///   - body: Adds the records.
    /// - Returns: What was done, for each noun.
    /// - Throws: What `body` throws; `GraphError` where the graph has a ring;
    ///   `CatalogError.rejected` for a strict import, after everything was looked at;
    ///   `CatalogError` where the file cannot be written. The catalogue is then as it was.
    @discardableResult
    public func importing(
        _ stamp: ImportStamp, strict: Bool = false,
        ledger receive: (LedgerEntry) -> Void = { _ in },
        _ body: (ImportSession) throws -> Void
    ) throws -> ImportSummary {
        guard isWritable else { throw CatalogError.readOnly(path: path) }
        return try withoutActuallyEscaping(receive) { receive in
            let ledger = Ledger(receive)
            return try CatalogError.mapping(path) {
                let done = try queue.writeWithoutTransaction {
                    try Self.run(body, on: $0, stamp, strict, ledger)
                }
                if done.logNumber != nil { _ = try emptyLog() }
                return ledger.summary(derived: done.derived, logNumber: done.logNumber)
            }
        }
    }

    private static func run(
        _ body: (ImportSession) throws -> Void, on database: Database, _ stamp: ImportStamp,
        _ strict: Bool, _ ledger: Ledger
    ) throws -> (derived: [String], logNumber: Int?) {
        var derived: [String] = []
        var logNumber: Int?
        try database.inTransaction(.immediate) {
            let session = try ImportSession(database, ledger)
            try body(session)
            try session.settle()
            if strict, ledger.rejected > 0 { throw CatalogError.rejected(count: ledger.rejected) }
            derived = try session.build()
            guard ledger.changes > 0 || !derived.isEmpty else { return .rollback }
            logNumber = try ImportLog(database).add(
                .import, stamp, sources: session.sources, counts: ledger.counted)
            try session.staging.clear()
            return .commit
        }
        return (derived, logNumber)
    }
}

extension ImportSession {
    /// Builds the graph that comes of the import, and what is derived from it; returns the names of
    /// what was made anew.
    ///
    /// Awards are no part of the graph: where nothing else changed it is not built.
    func build() throws -> [String] {
        guard ledger.graphChanges > 0 || !derivations.isEmpty else { return [] }
        let graph = try Graph(try PartsReader(database).parts())
        return try derivations.filter { derivation in
            let fingerprint = try derivation.fingerprint(graph)
            let isThere = try database.number(
                "SELECT count(*) FROM derived_data WHERE name = ? AND fingerprint = ?",
                .text(derivation.name), .text(fingerprint))
            guard isThere == 0 else { return false }
            try database.run(
                "INSERT OR REPLACE INTO derived_data VALUES (?, ?, ?)", .text(derivation.name),
                .text(fingerprint), .bytes(try derivation.bytes(graph)))
            return true
        }.map(\.name)
    }
}
