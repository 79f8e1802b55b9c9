// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Whether a file is the one to say what a thing is, or only mentions it.
public enum Standing: Hashable, Sendable {
    /// The file defines: what it says replaces what was there.
    case definition
    /// The file mentions, as a wallet does: it adds what is missing and changes nothing.
    case mention
}

/// How one noun is found, compared, merged and written.
struct Store<Value: Hashable> {
    /// The noun.
    let noun: Noun
    /// The id that files refer to.
    let id: (Value) -> String
    /// The row and value with this id.
    let find: (String) throws -> (row: Int, value: Value)?
    /// Writes a new row.
    let insert: (Value) throws -> Int
    /// Writes a row anew.
    let update: (Int, Value) throws -> Void
    /// The first, with what only the second says.
    let filled: (Value, Value) -> Value
    /// The first in place of the second.
    let succeeding: (Value, Value) -> Value
    /// All that a value says, as text.
    let fields: (Value) -> [Field]
    /// For each row that this import defines, the number of the first file that does.
    private var definedIn: [Int: Int] = [:]

    /// Creates a store from what it does.
    init(
        _ noun: Noun, id: @escaping (Value) -> String,
        find: @escaping (String) throws -> (row: Int, value: Value)?,
        insert: @escaping (Value) throws -> Int, update: @escaping (Int, Value) throws -> Void,
        filled: @escaping (Value, Value) -> Value, succeeding: @escaping (Value, Value) -> Value,
        fields: @escaping (Value) -> [Field]
    ) {
        self.noun = noun
        self.id = id
        self.find = find
        self.insert = insert
        self.update = update
        self.filled = filled
        self.succeeding = succeeding
        self.fields = fields
    }

    /// Keeps a value and returns its row if that was added or changed.
    ///
    /// Of two definitions in one import the first counts, and the second adds what it does not
    /// say. If they contradict each other, two rows of one file are a mistake; two files are not.
    mutating func keep(
        _ value: Value, at place: SourcePlace, file: Int, _ standing: Standing, _ ledger: Ledger
    ) throws -> Int? {
        guard let (row, old) = try find(id(value)) else {
            let row = try insert(value)
            if standing == .definition { definedIn[row] = file }
            ledger.added(noun)
            return row
        }
        guard standing == .definition, definedIn[row] == nil else {
            let isRepeated = standing == .definition && definedIn[row] == file
            return try fill(old, row, with: value, at: place, isRepeated: isRepeated, ledger)
        }
        definedIn[row] = file
        return try write(succeeding(value, old), over: old, row, ledger)
    }

    private func fill(
        _ old: Value, _ row: Int, with value: Value, at place: SourcePlace, isRepeated: Bool,
        _ ledger: Ledger
    ) throws -> Int? {
        let filled = filled(old, value)
        let opposite = self.filled(value, old)
        guard opposite != filled else { return try write(filled, over: old, row, ledger) }
        let field = Field.differences(fields(filled), fields(opposite)).first?.name ?? "order"
        if isRepeated {
            ledger.reject(
                noun, at: place, "duplicate-\(noun.rawValue)",
                "\(noun.rawValue) \"\(id(value))\" is defined twice in this file, with another "
                    + "\(field); remove one or give it another id")
            return nil
        }
        ledger.note(
            LedgerEntry(
                .ignored, at: place, code: "differing-\(noun.rawValue)",
                "\(noun.rawValue) \"\(id(value))\" has another \(field) where it is defined; "
                    + "that one is kept"))
        return try write(filled, over: old, row, ledger)
    }

    private func write(_ value: Value, over old: Value, _ row: Int, _ ledger: Ledger) throws -> Int?
    {
        guard value != old else {
            ledger.count(noun, \.unchanged)
            return nil
        }
        try update(row, value)
        ledger.changed(noun, id(value), from: fields(old), to: fields(value))
        return row
    }
}
