// SPDX-License-Identifier: Apache-2.0

/// Which column of a file holds what of an award, for rows that are read without records.
struct AwardLayout: Sendable {
    /// The columns that describe the credential; rows in which they are the same bytes share an
    /// item.
    private static let described: [AwardColumn] = [
        .credential, .credits, .scheme, .level, .field, .provider, .kind,
    ]

    /// How many columns there are.
    let width: Int
    /// The byte between cells.
    let separator: UInt8
    /// The place of the learner.
    let learner: Int
    /// The place of the date; nil where there is none.
    let date: Int?
    /// The place of the status.
    let status: Int?
    /// The place of the last day of validity.
    let expires: Int?
    /// The place of the verification.
    let verification: Int?
    /// The places of the cells that describe the credential, those side by side together.
    let runs: [ClosedRange<Int>]
    /// The places of the cells that say nothing here.
    let others: [Int]

    /// Creates the layout of a table of awards; nil for any other.
    init?(_ reader: VardeCSVReader) {
        guard reader.table == .awards else { return nil }
        let targets = reader.targets
        func place(_ column: AwardColumn) -> Int? {
            targets.firstIndex { $0?.cell == column.rawValue }
        }
        guard let learner = place(.learner), place(.credential) != nil else { return nil }
        width = targets.count
        separator = reader.csv.separator
        self.learner = learner
        date = place(.date)
        status = place(.status)
        expires = place(.expires)
        verification = place(.verification)
        let described = Self.described.compactMap(place).sorted()
        runs = Self.runs(of: described)
        let read = Set(described + [learner] + [date, status].compactMap(\.self))
        others = targets.indices.filter { !read.contains($0) }
    }

    private static func runs(of places: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for place in places {
            if let last = runs.last, last.upperBound + 1 == place {
                runs[runs.count - 1] = last.lowerBound...place
            } else {
                runs.append(place...place)
            }
        }
        return runs
    }
}
