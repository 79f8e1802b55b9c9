// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import PathwayReports
import SkillsGraph

/// What an import read and did, for its report.
struct ImportOutcome {
    /// The day of the import.
    let asOf: CalendarDate
    /// What each file held.
    var files: [FileSummary] = []
    /// What was not simply read.
    var ledger = Ledger()
    /// What was done; nil where nothing was stored.
    var summary: ImportSummary?

    /// Creates the outcome of an import that has not begun.
    init(asOf: CalendarDate) { self.asOf = asOf }

    /// The report: `varde/import-report/1`.
    var report: Report {
        var report = Report(
            "import-report", table,
            fields: [
                "stored": .truth(summary != nil),
                "files": .list(files.map(\.json)),
                "counts": .list(table.jsonRows),
                "actions": ledger.jsonCounts,
                "ledger": ledger.json,
                "differences": .list((summary?.differences ?? []).map(\.json)),
                "differenceCount": .integer(summary?.differenceCount ?? 0),
                "derived": JSONValue(summary?.derived ?? []),
            ], disclosure: Disclosure(asOf: asOf))
        report.above = files.map(\.sentence)
        report.below = differenceLines + ledger.lines() + closing
        return report
    }

    private var table: Table {
        var table = Table(
            title: "Import",
            columns: [.init("noun", title: "Noun")]
                + [
                    ("read", "Read"), ("added", "Added"), ("changed", "Changed"),
                    ("unchanged", "Unchanged"), ("ignored", "Ignored"), ("rejected", "Rejected"),
                    ("pending", "Pending"), ("guessed", "Guessed"), ("resolved", "Resolved"),
                ].map { .init($0, title: $1, kind: .integer) })
        for count in summary?.counts ?? [] {
            table.append(
                [.text(count.noun.rawValue)]
                    + [
                        count.read, count.added, count.changed, count.unchanged, count.ignored,
                        count.rejected, count.pending, count.guessed, count.resolved,
                    ].map { .integer($0) })
        }
        return table
    }

    private var differenceLines: [String] {
        guard let summary, summary.differenceCount > 0 else { return [] }
        let shown = summary.differences.prefix(10)
        let left = summary.differenceCount - shown.count
        return ["Changed:"] + shown.map { "  \($0.sentence)" }
            + (left > 0 ? ["  … and \(left) more"] : []) + [""]
    }

    private var closing: [String] {
        let counts = LedgerEntry.Action.allCases.map { "\(ledger.count($0)) \($0.rawValue)" }
        let end =
            summary == nil
            ? "Nothing was stored."
            : summary?.logNumber == nil
                ? "Nothing changed; the catalogue is as it was." : "Stored."
        return [counts.joined(separator: ", ") + ". " + end]
    }
}

extension Difference {
    fileprivate var json: JSONValue {
        .object([
            "noun": .text(noun.rawValue), "id": .text(id), "field": .text(field),
            "old": JSONValue(old), "new": JSONValue(new),
        ])
    }

    fileprivate var sentence: String {
        "\(noun.rawValue) \(id): \(field): \(old ?? "–") → \(new ?? "–")"
    }
}
