// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

extension CatalogSnapshot {
    /// Returns all awards in columns, learner by learner.
    ///
    /// An award is made once for each description of a credential, not once for each row.
    ///
    /// - Complexity: O(awards).
    public func awardColumns() throws -> AwardColumns {
        var reader = try AwardScan(database)
        try database.each(
            """
            SELECT learner, credential, day, \(AwardRow.columns) FROM award_data ORDER BY learner
            """
        ) { reader.read($0) }
        return reader.awards
    }
}

/// Puts the rows of awards into columns.
private struct AwardScan {
    private(set) var awards = AwardColumns()
    /// The row of each learner, in order, by which they are numbered.
    private var learners: [Int] = []
    /// The position of the learner last met.
    private var learner = 0
    /// The bytes by which rows describe an item, and its number.
    private var descriptions = ByteNames()
    private var items: [UInt32] = []
    private var description: [UInt8] = []

    init(_ database: Database) throws {
        try database.each(
            """
            SELECT id, name FROM learner_data l
            WHERE EXISTS (SELECT 1 FROM award_data a WHERE a.learner = l.id) ORDER BY id
            """
        ) { columns in
            learners.append(columns.integer(0))
            columns.withBytes(1) { _ = awards.names.number(of: UnsafeRawBufferPointer($0)) }
        }
    }

    /// Reads a row: the learner, the credential, the day, and the columns of an award.
    mutating func read(_ columns: Columns) {
        let row = columns.integer(0)
        while learner < learners.count - 1, learners[learner] < row { learner += 1 }
        let day = columns.integer(2)
        awards.append(
            learner: UInt32(learner), item: item(columns),
            day: day > Schema.noDay ? Int32(day) : AwardColumns.noDay, progress(columns))
    }

    private func progress(_ columns: Columns) -> Award.Progress {
        columns.withBytes(3) { bytes in
            bytes.elementsEqual("completed".utf8)
                ? .completed
                : Award.Progress(rawValue: String(decoding: bytes, as: UTF8.self)) ?? .completed
        }
    }

    private mutating func item(_ columns: Columns) -> UInt32 {
        describe(columns)
        let (found, hash) = description.withUnsafeBytes { bytes in
            let hash = ByteNames.hash(bytes)
            return (descriptions.find(bytes, hash: hash), hash)
        }
        if let found { return items[found] }
        description.withUnsafeBytes { _ = descriptions.add($0, hash: hash) }
        let award = AwardRow.read(columns, 2, credential: columns.text(1))
        let number = awards.number(of: AwardColumns.Item(award))
        items.append(number)
        return number
    }

    /// Writes the cells that describe the credential side by side; a cell without anything is told
    /// from an empty one, and its length parts it from the next.
    private mutating func describe(_ columns: Columns) {
        description.removeAll(keepingCapacity: true)
        for cell in [1, 6, 7, 8, 9, 10, 11, 12] {
            columns.withBytes(cell) { bytes in
                description += bytes
                withUnsafeBytes(of: Int32(bytes.baseAddress == nil ? -1 : bytes.count)) {
                    description += $0
                }
            }
        }
    }
}
