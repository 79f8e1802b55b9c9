// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Gathers notes that would otherwise be said again for every row: each kind once, with a count.
struct LedgerNotes {
    private struct Gathered {
        let action: LedgerEntry.Action
        let place: SourcePlace
        let code: String
        let message: (Int) -> String
        var count = 0
    }

    /// The most kinds of notes that are kept apart.
    private static let most = 10_000

    private var gathered: [Gathered] = []
    private var positions: [String: Int] = [:]

    /// Counts a note; the first of its `key` says where, and `message` what, given the count.
    mutating func add(
        _ action: LedgerEntry.Action, at place: @autoclosure () -> SourcePlace, code: String,
        key: String = "", _ message: @escaping (Int) -> String
    ) {
        let name = key.isEmpty ? code : code + "\u{0}" + key
        if let position = positions[name] {
            gathered[position].count += 1
        } else if gathered.count < Self.most {
            positions[name] = gathered.count
            gathered.append(
                Gathered(action: action, place: place(), code: code, message: message, count: 1))
        }
    }

    /// The notes, in the order in which each was first met.
    var entries: [LedgerEntry] {
        gathered.map { LedgerEntry($0.action, at: $0.place, code: $0.code, $0.message($0.count)) }
    }
}
