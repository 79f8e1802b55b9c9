// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

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
