// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Classes of credentials, divided column by column.
struct CandidateClasses {
    /// For each credential the number of its class.
    private(set) var codes: [UInt64]
    /// No number is as large as this.
    private var bound: UInt64 = 1

    init(count: Int) { codes = Array(repeating: 0, count: count) }

    mutating func divide(by values: ValueNumbers) {
        makeRoom(for: UInt64(values.examples.count))
        for place in codes.indices { codes[place] += bound * UInt64(values.numbers[place]) }
        bound *= UInt64(max(1, values.examples.count))
    }

    mutating func divide(by table: SelectorTable) {
        makeRoom(for: 3)
        switch table {
        case .values(let numbers, let statuses):
            let parts = statuses.map { bound * $0.number }
            for place in codes.indices { codes[place] += parts[Int(numbers[place])] }
        case .constant, .credentials, .not, .and, .or:
            for place in codes.indices { codes[place] += bound * table.status(of: place).number }
        }
        bound *= 3
    }

    /// Numbers the classes anew where the numbers would grow too large.
    private mutating func makeRoom(for factor: UInt64) {
        guard bound.multipliedReportingOverflow(by: max(1, factor)).overflow else { return }
        var numbers: [UInt64: UInt64] = [:]
        for place in codes.indices {
            let number = numbers[codes[place]] ?? UInt64(numbers.count)
            numbers[codes[place]] = number
            codes[place] = number
        }
        bound = UInt64(max(1, numbers.count))
    }
}

extension Status {
    fileprivate var number: UInt64 {
        switch self {
        case .notMet: 0
        case .met: 1
        case .cannotTell: 2
        }
    }
}
