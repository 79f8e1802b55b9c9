// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What becomes of each record of an import: counts, differences, and entries handed on as they
/// come up, so that a million bad rows take no memory.
final class Ledger {
    private let receive: (LedgerEntry) -> Void
    private var counts = Noun.allCases.map { NounCount($0) }
    private var actions: [LedgerEntry.Action: Int] = [:]
    private var differences: [Difference] = []
    private var differenceCount = 0
    /// How many rows were added or changed.
    private(set) var changes = 0
    /// How many of them are part of the graph.
    private(set) var graphChanges = 0
    private var suggestions: [String: String] = [:]

    /// Creates an empty ledger that hands its entries to `receive`.
    init(_ receive: @escaping (LedgerEntry) -> Void) { self.receive = receive }

    /// How many entries say that something was rejected.
    var rejected: Int { actions[.rejected] ?? 0 }

    /// Adds an entry.
    func note(_ entry: LedgerEntry) {
        actions[entry.action, default: 0] += 1
        receive(entry)
    }

    /// Adds one to a count of a noun.
    func count(_ noun: Noun, _ count: WritableKeyPath<NounCount, Int>) {
        counts[Self.place(noun)][keyPath: count] += 1
    }

    /// Counts a record that was new.
    func added(_ noun: Noun) {
        counts[Self.place(noun)].added += 1
        touched(noun)
    }

    /// Counts a record that changed, and lists how.
    func changed(_ noun: Noun, _ id: String, from old: [Field], to new: [Field]) {
        counts[Self.place(noun)].changed += 1
        touched(noun)
        for (field, before, after) in Field.differences(old, new) {
            differenceCount += 1
            guard differences.count < ImportSummary.listedDifferences else { continue }
            differences.append(
                Difference(noun: noun, id: id, field: field, old: before, new: after))
        }
    }

    /// Counts what changed without being added or changed as a record, such as a reference
    /// resolved at last.
    func touched(_ noun: Noun) {
        changes += 1
        if noun != .award { graphChanges += 1 }
    }

    /// Counts and lists a record that is wrong.
    func reject(_ noun: Noun, at place: SourcePlace, _ code: String, _ message: String) {
        counts[Self.place(noun)].rejected += 1
        note(LedgerEntry(.rejected, at: place, code: code, message))
    }

    /// Counts and lists a record that refers to what is not there.
    func rejectUnknown(
        _ noun: Noun, at place: SourcePlace, _ kind: String, _ id: String,
        among candidates: () throws -> [String]
    ) rethrows {
        reject(
            noun, at: place, "unknown-\(kind)",
            "\(kind) \"\(id)\" is not defined; add it, or import its framework first"
                + (try suggestion(for: id, of: kind, among: candidates)))
    }

    /// Looking through all ids takes its time, so only the first few unknown ids get suggestions.
    private func suggestion(
        for id: String, of kind: String, among candidates: () throws -> [String]
    ) rethrows -> String {
        if let known = suggestions[kind + "\n" + id] { return known }
        guard suggestions.count < 20 else { return "" }
        let nearest = Spelling.nearest(to: id, among: try candidates())
        let text =
            nearest.isEmpty
            ? "" : " (nearest: \(nearest.map { "\"\($0)\"" }.joined(separator: ", ")))"
        suggestions[kind + "\n" + id] = text
        return text
    }

    /// The counts of what was read or resolved.
    var counted: [NounCount] { counts.filter { $0 != NounCount($0.noun) } }

    /// Returns the whole as a value.
    func summary(derived: [String], logNumber: Int?) -> ImportSummary {
        ImportSummary(
            counts: counted, actions: actions, differences: differences,
            differenceCount: differenceCount, derived: derived, logNumber: logNumber)
    }

    private static func place(_ noun: Noun) -> Int {
        switch noun {
        case .skill: 0
        case .occupation: 1
        case .skillRelation: 2
        case .credential: 3
        case .outcome: 4
        case .alignment: 5
        case .credentialRelation: 6
        case .rule: 7
        case .conversion: 8
        case .award: 9
        }
    }
}
