// SPDX-License-Identifier: Apache-2.0

/// The rows of a `LinearProgram` as flat lists, by row and by column.
///
/// Where it is scaled, the largest number in each row is 1, which lets what one row lacks be weighed
/// against what another does.
struct RowProgram {
    /// The numbers of a row or of a column: which columns or rows, and how much.
    struct Lists {
        private(set) var starts = [0]
        private(set) var places: [Int] = []
        private(set) var values: [Double] = []

        fileprivate init(_ lists: [[(place: Int, value: Double)]]) {
            for list in lists {
                for entry in list {
                    places.append(entry.place)
                    values.append(entry.value)
                }
                starts.append(places.count)
            }
        }

        /// Where the entries of a list stand.
        subscript(list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }
    }

    /// For each row its columns, and for each column its rows.
    let rows: Lists
    let columns: Lists
    /// What each row needs at least.
    let bounds: [Double]

    /// Flattens the rows of `program`.
    init(_ program: LinearProgram, isScaled: Bool) {
        var flat: [[(place: Int, value: Double)]] = []
        var byColumn = [[(place: Int, value: Double)]](
            repeating: [], count: program.columns.count)
        var bounds: [Double] = []
        for (number, row) in program.rows.enumerated() {
            let entries = Self.merged(row.entries)
            let most = entries.reduce(0) { max($0, abs($1.value)) }
            let scale = isScaled && most > 0 ? 1 / most : 1
            flat.append(entries.map { (place: $0.place, value: $0.value * scale) })
            bounds.append(row.bound * scale)
            for entry in entries {
                byColumn[entry.place].append((place: number, value: entry.value * scale))
            }
        }
        rows = Lists(flat)
        columns = Lists(byColumn)
        self.bounds = bounds
    }

    /// The same sum with each column once.
    private static func merged(
        _ entries: [(column: Int, value: Double)]
    ) -> [(place: Int, value: Double)] {
        var merged: [(place: Int, value: Double)] = []
        for entry in entries.sorted(by: { $0.column < $1.column }) {
            if let last = merged.last, last.place == entry.column {
                merged[merged.count - 1].value += entry.value
            } else {
                merged.append((place: entry.column, value: entry.value))
            }
        }
        return merged
    }
}
