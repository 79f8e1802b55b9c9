// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What was done with the parts of files that were not simply read: counted whole, listed in part.
///
/// A file may hold a million bad rows; of each code only the first are kept, so that memory stays
/// flat.
public struct Ledger: Sendable {
    /// How many entries of one action and code are kept.
    public static let kept = 1_000

    /// The entries of one action and code.
    public struct Group: Sendable {
        /// What was done.
        public let action: LedgerEntry.Action
        /// The code of each entry.
        public let code: String
        /// How many there were.
        public fileprivate(set) var count = 0
        /// The first of them.
        public fileprivate(set) var entries: [LedgerEntry] = []

        /// How many, what was done, and why: `67 pending: unknown-occupation`.
        public var sentence: String { "\(count) \(action.rawValue): \(code)" }
    }

    private struct Key: Hashable {
        let action: LedgerEntry.Action
        let code: String
    }

    private var found: [Group] = []
    private var positions: [Key: Int] = [:]

    /// Creates an empty ledger.
    public init() {}

    /// Adds an entry.
    public mutating func add(_ entry: LedgerEntry) {
        let key = Key(action: entry.action, code: entry.code)
        let position = positions[key] ?? found.count
        if position == found.count {
            positions[key] = position
            found.append(Group(action: entry.action, code: entry.code))
        }
        found[position].count += 1
        if found[position].count <= Self.kept { found[position].entries.append(entry) }
    }

    /// How many entries of `action` there were.
    public func count(_ action: LedgerEntry.Action) -> Int {
        found.lazy.filter { $0.action == action }.map(\.count).reduce(0, +)
    }

    /// The groups, the gravest action first, then as they first came.
    public var groups: [Group] {
        LedgerEntry.Action.allCases.reversed().flatMap { action in
            found.filter { $0.action == action }
        }
    }
}

extension Ledger {
    /// How many there were of every action.
    public var jsonCounts: JSONValue {
        .object(
            Dictionary(
                LedgerEntry.Action.allCases.map { ($0.rawValue, .integer(count($0))) },
                uniquingKeysWith: { $1 }))
    }

    /// The groups with the entries that were kept.
    public var json: JSONValue {
        .list(
            groups.map { group in
                .object([
                    "action": .text(group.action.rawValue), "code": .text(group.code),
                    "count": .integer(group.count), "entries": .list(group.entries.map(\.json)),
                ])
            })
    }

    /// What a person reads: each group's count and its first `limit` entries.
    public func lines(limit: Int = 3) -> [String] {
        groups.flatMap { group in
            let left = group.count - min(limit, group.entries.count)
            return [group.sentence]
                + group.entries.prefix(limit).map { "  \($0.place): \($0.message)" }
                + (left > 0 ? ["  … and \(left) more"] : [])
        }
    }
}

extension LedgerEntry {
    fileprivate var json: JSONValue {
        .known([
            "file": .text(place.file), "line": place.line > 0 ? .integer(place.line) : .null,
            "column": place.column > 0 ? .integer(place.column) : .null,
            "pointer": JSONValue(place.pointer), "message": .text(message),
        ])
    }
}
