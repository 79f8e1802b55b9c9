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
    ///   - ledger: Is given every entry of the ledger as it comes up, also where the import fails.
    ///   - body: Adds the records.
    /// - Returns: What was done, for each noun.
    /// - Throws: What `body` throws; `GraphError` where the graph has a ring;
    ///   `CatalogError.rejected` for a strict import, after everything was looked at;
    ///   `CatalogError` where the file cannot be written. The catalogue is then as it was.
    @discardableResult
    public func importing(
        _ stamp: ImportStamp, strict: Bool = false, ledger receive: (LedgerEntry) -> Void = { _ in },
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

/// Writes and reads the log.
struct ImportLog {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Adds an entry and returns its number.
    func add(
        _ action: LogEntry.Action, _ stamp: ImportStamp, sources: [ImportSource],
        counts: [NounCount]
    ) throws -> Int {
        try database.run(
            "INSERT INTO log_data VALUES (NULL, ?, ?, ?)", .text(action.rawValue),
            .integer(stamp.date.dayNumber), .text(stamp.engine))
        let number = Int(database.lastInsertedRowID)
        for (position, source) in sources.enumerated() {
            try database.run(
                "INSERT INTO log_source VALUES (?, ?, ?, ?)", .integer(number), .integer(position),
                .text(source.path), .text(source.format))
        }
        for count in counts {
            try database.run(
                "INSERT INTO log_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(number),
                .text(count.noun.rawValue), .integer(count.read), .integer(count.added),
                .integer(count.changed), .integer(count.unchanged), .integer(count.ignored),
                .integer(count.rejected), .integer(count.pending), .integer(count.guessed),
                .integer(count.resolved))
        }
        return number
    }

    /// Reads all entries, the oldest first.
    func entries() throws -> [LogEntry] {
        var entries: [LogEntry] = []
        try database.each("SELECT id, action, day, engine FROM log_data ORDER BY id") {
            entries.append(
                LogEntry(
                    number: $0.integer(0),
                    action: LogEntry.Action(rawValue: $0.text(1)) ?? .import,
                    stamp: ImportStamp(
                        date: CalendarDate(dayNumber: $0.integer(2)), engine: $0.text(3)),
                    sources: try sources($0.integer(0)), counts: try counts($0.integer(0))))
        }
        return entries
    }

    private func sources(_ number: Int) throws -> [ImportSource] {
        var sources: [ImportSource] = []
        try database.each(
            "SELECT path, format FROM log_source WHERE log = ? ORDER BY position",
            .integer(number)
        ) { sources.append(ImportSource(path: $0.text(0), format: $0.text(1))) }
        return sources
    }

    private func counts(_ number: Int) throws -> [NounCount] {
        var counts: [Noun: NounCount] = [:]
        try database.each("SELECT * FROM log_count WHERE log = ?", .integer(number)) {
            guard let noun = Noun(rawValue: $0.text(1)) else { return }
            var count = NounCount(noun)
            count.read = $0.integer(2)
            count.added = $0.integer(3)
            count.changed = $0.integer(4)
            count.unchanged = $0.integer(5)
            count.ignored = $0.integer(6)
            count.rejected = $0.integer(7)
            count.pending = $0.integer(8)
            count.guessed = $0.integer(9)
            count.resolved = $0.integer(10)
            counts[noun] = count
        }
        return Noun.allCases.compactMap { counts[$0] }
    }
}
