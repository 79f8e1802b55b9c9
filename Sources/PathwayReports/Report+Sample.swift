// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
public import StackingStatistics

extension Report {
    /// Creates a report on a generated cohort: what was planted, and what was counted in it.
    public init(on sample: CohortSample, _ tally: SampleTally) {
        let table = SampleTable(model: sample.model, tally: tally).table
        let excluded = tally.excluded.map { ($0.key.rawValue, JSONValue.integer($0.value)) }
        let types = SampleTally.RecordType.allCases.map {
            ("\($0)", JSONValue.integer(tally.recordTypes[$0.rawValue]))
        }
        self.init(
            "sample", table,
            fields: [
                "learners": .integer(sample.learners), "seed": .text(String(sample.seed)),
                "dataEnd": JSONValue(sample.model.dataEnd),
                "indexKind": .text(Credential.Kind.microCredential.rawValue),
                "indexed": .integer(tally.indexed), "rows": .integer(tally.rows),
                "events": .integer(tally.events),
                "excluded": .object(Dictionary(uniqueKeysWithValues: excluded)),
                "recordTypes": .object(Dictionary(uniqueKeysWithValues: types)),
                "depths": .list(tally.depths.map { .integer($0) }),
                "rates": .list(table.jsonRows),
            ], disclosure: Disclosure(asOf: sample.model.dataEnd))
    }
}

/// Puts the planted rates and their counts into rows.
private struct SampleTable {
    let model: SampleModel
    let tally: SampleTally

    var table: Table {
        Table(
            title: "Planted rates",
            columns: [
                .init("measure", title: "Measure"),
                .init("horizon", title: "Horizon", kind: .integer, unit: "days"),
                .init("by", title: "By"), .init("value", title: "Value"),
                .init("planted", title: "Planted", kind: .number),
                .init("count", title: "Count", kind: .integer, unit: "learners"),
                .init("of", title: "Of", kind: .integer, unit: "learners"),
            ], rows: model.horizons.flatMap { overall($0) + byGroup($0) + byField($0) })
    }

    private func overall(_ days: Int) -> [[Table.Cell]] {
        let counts = tally.counts(within: days)
        let directions = model.directions
        let shares: [(String, Double, Int)] = [
            ("vertical", directions.vertical, counts.vertical),
            ("horizontal", directions.horizontal, counts.horizontal),
            ("levelUnknown", directions.unknown, counts.levelUnknown),
            ("sameField", model.isSameField.probability, counts.sameField),
            ("otherProvider", model.isOtherProvider.probability, counts.otherProvider),
        ]
        return [stacking(days, nil, model.stackingRate(within: days), counts)]
            + shares.map { row($0.0, days, nil, $0.1, $0.2, of: counts.stackers) }
    }

    private func byGroup(_ days: Int) -> [[Table.Cell]] {
        model.groups.indices.map { group in
            stacking(
                days, ("attendance", model.groups[group].name),
                model.stackingRate(within: days, group: group),
                tally.counts(within: days, group: group))
        }
    }

    private func byField(_ days: Int) -> [[Table.Cell]] {
        model.fields.indices.map { field in
            stacking(
                days, ("field", model.fields[field].name),
                model.stackingRate(within: days, field: field),
                tally.counts(within: days, field: field))
        }
    }

    private func stacking(
        _ days: Int, _ by: (String, String)?, _ planted: Double?, _ counts: SampleTally.Counts
    ) -> [Table.Cell] {
        row("stacking", days, by, planted, counts.stackers, of: counts.eligible)
    }

    private func row(
        _ measure: String, _ days: Int, _ by: (String, String)?, _ planted: Double?, _ count: Int,
        of whole: Int
    ) -> [Table.Cell] {
        [
            .text(measure), .integer(days), by.map { .text($0.0) } ?? .missing,
            by.map { .text($0.1) } ?? .missing,
            planted.map { .number($0, decimals: 4) } ?? .missing,
            .integer(count), .integer(whole),
        ]
    }
}
