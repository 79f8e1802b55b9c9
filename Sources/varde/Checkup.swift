// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import PathwayReports
import SkillsGraph

/// What was checked, and how it is.
struct Checkup {
    enum State: String {
        case good, warning, bad
    }

    private var table = Table(
        title: "Check-up",
        columns: [
            .init("check", title: "Check"), .init("state", title: "State"),
            .init("detail", title: "Detail"),
        ])
    /// Whether anything is bad.
    private(set) var isBad = false

    mutating func note(_ check: String, _ state: State, _ detail: String) {
        table.append([.text(check), .text(state.rawValue), .text(detail)])
        isBad = isBad || state == .bad
    }

    var report: Report { Report("doctor", table, disclosure: Disclosure()) }

    /// Checks a catalogue.
    mutating func examine(_ snapshot: CatalogSnapshot, path: String) throws {
        let health = try snapshot.diagnose()
        note("catalogue", .good, "\(path), \(health.byteCount) bytes, \(health.journalMode)")
        note(
            "schema", health.schemaVersion == health.knownSchemaVersion ? .good : .warning,
            "version \(health.schemaVersion), known \(health.knownSchemaVersion)")
        note("SQLite", .good, health.sqliteVersion)
        note(
            "integrity", health.damages.isEmpty ? .good : .bad,
            health.damages.first ?? "every page is sound")
        note(
            "references", health.danglingRows.isEmpty ? .good : .bad,
            health.danglingRows.first ?? "every row refers to one that is there")
        note(
            "search", health.searchDifference == 0 ? .good : .bad,
            health.searchDifference == 0
                ? "the index is complete"
                : "\(health.searchDifference) entries differ; import anew into a new file")
        try examineContent(snapshot, health)
    }

    private mutating func examineContent(
        _ snapshot: CatalogSnapshot, _ health: CatalogHealth
    ) throws {
        let counts = Noun.allCases.compactMap { noun in
            health.counts[noun].map { "\($0) \(noun.rawValue)\($0 == 1 ? "" : "s")" }
        }
        note("content", .good, counts.joined(separator: ", "))
        note("learners", .good, "\(health.learnerCount)")
        note(
            "pending", health.pendingCount == 0 ? .good : .warning,
            health.pendingCount == 0
                ? "no reference waits for what it refers to"
                : "references that wait for what they refer to: \(health.pendingCount)")
        let graph = try Graph(try snapshot.parts())
        let isFresh = try StoredSkillSpace.bytes(in: snapshot, for: graph) != nil
        note(
            "skill space", isFresh ? .good : .warning,
            isFresh
                ? StoredSkillSpace.fingerprint(of: graph)
                : "none that fits; questions build one each time until the next import")
    }
}
