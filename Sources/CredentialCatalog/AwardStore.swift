// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes awards as they come, a million of them in flat memory.
///
/// An award is known by its learner, its credential and its date. Several may share all three (a
/// first attempt that failed, undated, and a second): they are told apart by their order. A record
/// that equals a kept award in everything is that award; one that differs takes the place of the
/// first of its key that this import has not spoken of; where all are spoken for, it is another.
struct AwardStore {
    private let database: Database
    private let insert: Query
    private let select: Query
    private let update: Query
    private let selectLearner: Query
    private let insertLearner: Query
    private var learners: [String: Int] = [:]
    /// Awards with a lesser serial were there before this import.
    private let firstSerial: Int
    private var nextSerial: Int
    /// A bit for each award that was there before: whether this import has spoken of it.
    private var spoken: [UInt64] = []

    /// Learners whose rows are remembered, so that memory stays flat.
    private static let remembered = 1 << 16

    init(_ database: Database) throws {
        self.database = database
        let marks = repeatElement("?", count: 18).joined(separator: ", ")
        insert = try Query(database, "INSERT OR IGNORE INTO award_data VALUES (\(marks))")
        select = try Query(
            database,
            """
            SELECT ordinal, serial, day, \(AwardRow.columns) FROM award_data
            WHERE learner = ? AND credential = ? AND day = ? ORDER BY ordinal
            """)
        update = try Query(
            database,
            """
            UPDATE award_data SET (\(AwardRow.columns)) = (\(marks.dropLast(15)))
            WHERE learner = ? AND credential = ? AND day = ? AND ordinal = ?
            """)
        selectLearner = try Query(database, "SELECT id FROM learner_data WHERE name = ?")
        insertLearner = try Query(database, "INSERT INTO learner_data (name) VALUES (?)")
        firstSerial = try database.number("SELECT value FROM counter WHERE name = 'award'")
        nextSerial = firstSerial
    }

    /// Keeps an award.
    mutating func keep(
        _ award: Award, _ learner: String, at place: SourcePlace, _ ledger: Ledger
    ) throws {
        let owner = try row(of: learner)
        if try write(award, owner, ordinal: 0) { return ledger.added(.award) }
        try keepBesideOthers(award, learner, owner, at: place, ledger)
    }

    /// Stores how far the serials have come.
    func finish() throws {
        guard nextSerial != firstSerial else { return }
        try database.run(
            "UPDATE counter SET value = ? WHERE name = 'award'", .integer(nextSerial))
    }

    private mutating func row(of learner: String) throws -> Int {
        if let row = learners[learner] { return row }
        if learners.count == Self.remembered { learners.removeAll(keepingCapacity: true) }
        var row = try selectLearner.first(.text(learner)) { $0.integer(0) }
        if row == nil {
            try insertLearner.run(.text(learner))
            row = Int(database.lastInsertedRowID)
        }
        learners[learner] = row
        return row ?? 0
    }

    /// Returns whether there was no award of this key and ordinal.
    private mutating func write(_ award: Award, _ owner: Int, ordinal: Int) throws -> Bool {
        insert.bind(1, owner)
        insert.bind(2, award.credential)
        insert.bind(3, award.date?.dayNumber ?? Schema.noDay)
        insert.bind(4, ordinal)
        insert.bind(5, nextSerial)
        AwardRow.bind(award, to: insert, from: 6)
        guard try insert.finish() == 1 else { return false }
        nextSerial += 1
        return true
    }

    private mutating func keepBesideOthers(
        _ award: Award, _ learner: String, _ owner: Int, at place: SourcePlace, _ ledger: Ledger
    ) throws {
        let kept = try others(award, owner)
        if let same = kept.first(where: { $0.award == award }) {
            guard speak(of: same.serial) else { return ignore(award, at: place, ledger) }
            return ledger.count(.award, \.unchanged)
        }
        for other in kept where speak(of: other.serial) {
            AwardRow.bind(award, to: update, from: 1)
            update.bind(14, owner)
            update.bind(15, award.credential)
            update.bind(16, award.date?.dayNumber ?? Schema.noDay)
            update.bind(17, other.ordinal)
            try update.finish()
            let id = "\(learner)/\(award.id)"
            return ledger.changed(
                .award, id, from: AwardRow.fields(other.award), to: AwardRow.fields(award))
        }
        _ = try write(award, owner, ordinal: (kept.last?.ordinal ?? -1) + 1)
        ledger.added(.award)
    }

    private func others(
        _ award: Award, _ owner: Int
    ) throws -> [(ordinal: Int, serial: Int, award: Award)] {
        var others: [(ordinal: Int, serial: Int, award: Award)] = []
        try select.each(
            .integer(owner), .text(award.credential),
            .integer(award.date?.dayNumber ?? Schema.noDay)
        ) {
            others.append(
                ($0.integer(0), $0.integer(1), AwardRow.read($0, 2, credential: award.credential)))
        }
        return others
    }

    /// Returns whether this import has not spoken of the award before, and remembers that it has.
    private mutating func speak(of serial: Int) -> Bool {
        guard serial < firstSerial else { return false }
        if spoken.isEmpty { spoken = [UInt64](repeating: 0, count: firstSerial / 64 + 1) }
        let bit = UInt64(1) << UInt64(serial % 64)
        guard spoken[serial / 64] & bit == 0 else { return false }
        spoken[serial / 64] |= bit
        return true
    }

    private func ignore(_ award: Award, at place: SourcePlace, _ ledger: Ledger) {
        ledger.count(.award, \.ignored)
        ledger.note(
            LedgerEntry(
                .ignored, at: place, code: "duplicate-award",
                "this import already has an award of \"\(award.credential)\" to the same learner "
                    + "that is the same in everything; it counts once"))
    }
}
