// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes drawn learners as rows of an awards table, from parts that are spelled once.
struct SampleText {
    /// The header of the awards.
    static let header = Array(
        "learner,credential,date,status,credits,scheme,level,field,provider,kind\n".utf8)
    /// The header of the groups.
    static let groupHeader = Array("learner,attendance\n".utf8)

    private let befores: [[UInt8]]
    private let afters: [[UInt8]]
    private let statuses: [[UInt8]]
    private let groups: [[UInt8]]
    private let days: [[UInt8]]
    private let firstDay: Int

    init(_ model: SampleModel, _ catalogue: SampleCatalogue) {
        befores = catalogue.items.map { Array(",\($0.credential),".utf8) }
        afters = catalogue.items.map { Array(Self.after($0).utf8) }
        statuses = ["completed", "in-progress", "planned", "failed", "withdrawn"]
            .map { Array(",\($0)".utf8) }
        groups = model.groups.map { Array(",\($0.name)\n".utf8) }
        firstDay = model.firstIndex.dayNumber - 2_000
        days = (firstDay...model.dataEnd.dayNumber).map {
            Array(CalendarDate(dayNumber: $0).description.utf8)
        }
    }

    private static func after(_ item: Cohort.Item) -> String {
        let cells: [String?] = [
            item.credits?.amount.description, item.credits?.scheme.rawValue, item.level?.value,
            item.field, item.provider, item.kind?.rawValue,
        ]
        return "," + cells.map { $0 ?? "" }.joined(separator: ",") + "\n"
    }

    /// Adds the rows of a learner.
    func write(_ learner: SampleLearner, number: Int, to bytes: inout [UInt8]) {
        for row in learner.awards { write(row, number, &bytes) }
        for row in learner.others { write(row, number, &bytes) }
    }

    /// Adds the row of a learner in the groups file.
    func writeGroup(_ learner: SampleLearner, number: Int, to bytes: inout [UInt8]) {
        write(number, &bytes)
        bytes += groups[learner.group]
    }

    private func write(_ row: SampleLearner.Row, _ number: Int, _ bytes: inout [UInt8]) {
        write(number, &bytes)
        bytes += befores[row.item]
        if let day = row.day { bytes += days[day - firstDay] }
        bytes += statuses[row.status.rawValue]
        bytes += afters[row.item]
    }

    /// Adds the pseudonym of a learner: `L0000001`, counted from 1.
    private func write(_ number: Int, _ bytes: inout [UInt8]) {
        var power = 1_000_000
        while number + 1 >= power * 10 { power *= 10 }
        bytes.append(UInt8(ascii: "L"))
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8((number + 1) / power % 10))
            power /= 10
        }
    }
}
