// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// A table of one measure of learners: a row for each target, and one for all.
struct SampleTable {
    private var table: StatisticTable
    private let sample: AuditedSample

    /// The table without rows: `measure` is what it measures, as a phrase, in `unit`.
    static func contract(
        _ name: String, title: String, measure: String, unit: String
    ) -> StatisticTable {
        func number(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
            .init(name, title: title, kind: .number, unit: unit, meaning: meaning)
        }
        var cells = CellStructure()
        cells.counts = ["learners"]
        let derived = ["mean", "low", "high", "lowerQuartile", "median", "upperQuartile"]
        cells.derived = Dictionary(uniqueKeysWithValues: derived.map { ($0, ["learners"]) })
        return StatisticTable(
            name,
            Table(
                title: title,
                columns: [
                    .init("target", title: "Qualification", meaning: "Its id; all for all."),
                    .init(
                        "learners", title: "Learners", kind: .integer, unit: "learners",
                        meaning: "How many learners of the sample have it."),
                    number("mean", "Mean", "The mean of \(measure)."),
                    number("low", "Low", "The lower end of the mean's 95 % sampling interval."),
                    number("high", "High", "The upper end of the mean's 95 % sampling interval."),
                    number("lowerQuartile", "Lower quartile", "A quarter have less."),
                    number("median", "Median", "Half have less."),
                    number("upperQuartile", "Upper quartile", "A quarter have more."),
                ]), cells: cells)
    }

    /// Fills `contract` with what `value` gives for each learner of the sample.
    ///
    /// - Parameters:
    ///   - contract: the table without rows.
    ///   - sample: the learners.
    ///   - decimals: how many decimals a person reads.
    ///   - without: why a learner has no value, as a phrase: `hold nothing that carries credits`.
    ///   - value: the measure of one learner; nil where there is none.
    /// - Returns: the table with its rows and notes.
    static func table(
        _ contract: StatisticTable, of sample: AuditedSample, decimals: Int = 4, without: String,
        value: (AuditedSample.Entry) -> Double?
    ) -> StatisticTable {
        var made = SampleTable(table: contract, sample: sample)
        made.fill(decimals, without, value)
        return made.table
    }

    private mutating func fill(
        _ decimals: Int, _ without: String, _ value: (AuditedSample.Entry) -> Double?
    ) {
        let measured = sample.entries.map { (target: $0.target, value: value($0)) }
        let groups = Dictionary(grouping: measured, by: \.target)
        for target in groups.keys.sorted() {
            let id = sample.graph.credentials[target].id
            append(id, (groups[target] ?? []).compactMap(\.value), decimals)
        }
        append("all", measured.compactMap(\.value), decimals)
        let last = table.table.rows.count - 1
        let parts = (0..<last).map { CellStructure.Place(row: $0, column: 1) }
        table.cells.sums = [.init(.init(row: last, column: 1), of: parts)]
        table.notes = notes
        table.basis = basis(without, measured.count { $0.value == nil })
    }

    private mutating func append(_ target: String, _ values: [Double], _ decimals: Int) {
        let share = Double(sample.sample.count) / Double(max(1, sample.sample.population))
        let mean = SampleMean(values, drawn: share)
        func cell(_ number: Double?) -> Table.Cell {
            number.map { .number($0, decimals: decimals) } ?? .missing
        }
        table.table.append([
            .text(target), .integer(values.count), cell(mean.mean), cell(mean.interval?.low),
            cell(mean.interval?.high), cell(mean.quartiles?.low), cell(mean.quartiles?.median),
            cell(mean.quartiles?.high),
        ])
    }

    private var notes: [String] {
        var notes = [sample.sample.sentence, "Audited as of \(sample.terms.asOf)."]
        if sample.unproved > 0 {
            notes.append(
                "Audits that were not finished, so that their assignment may not be the best: "
                    + "\(sample.unproved).")
        }
        return notes
    }

    /// How many learners have the measure, and who has not.
    private func basis(_ without: String, _ missing: Int) -> Basis {
        var basis = Basis()
        basis.n = sample.entries.count - missing
        basis.excluded = [
            .init(
                "neither hold nor take a qualification with a rule", "learners",
                sample.withoutTarget),
            .init(without, "learners", missing),
        ].filter { $0.count > 0 }
        return basis
    }
}

extension LearnerSample {
    /// How the learners were drawn, and what interval that gives.
    var sentence: String {
        guard !isWhole else {
            return "All \(population) learners; nothing is left to chance, so there is no sampling "
                + "interval."
        }
        return "\(count) learners drawn of \(population), without replacement, with seed \(seed); "
            + "the interval is that of Student's t, corrected for the share that was drawn."
    }
}
