// SPDX-License-Identifier: Apache-2.0

/// Which places of a table show one and the same count.
struct SameCounts {
    private typealias Place = CellStructure.Place

    private var leaders: [CellStructure.Place: CellStructure.Place] = [:]
    private var names: [CellStructure.Place: [String]] = [:]

    /// Reads the equalities of a table: the sums of one part, and the names that are shared.
    init(_ table: StatisticTable) {
        for sum in table.cells.sums where sum.isEquality {
            let (one, other) = (first(sum.whole), first(sum.parts[0]))
            if one != other { leaders[max(one, other)] = min(one, other) }
        }
        for (place, name) in table.cells.shared.sorted(by: { $0.key < $1.key }) {
            names[first(place), default: []].append(name)
        }
    }

    /// The first of the places that show the count at `place`.
    func first(_ place: CellStructure.Place) -> CellStructure.Place {
        var place = place
        while let next = leaders[place] { place = next }
        return place
    }

    /// What other tables call the count at `place`; it has several names where groups are alike.
    func names(_ place: CellStructure.Place) -> [String] { names[first(place)] ?? [] }
}

extension CellStructure.Sum {
    /// Whether it says no more than that two counts are one.
    var isEquality: Bool { parts.count == 1 && !leavesRest }
}

extension CellStructure.Place: Comparable {
    /// Whether a place comes before another, row by row.
    public static func < (one: Self, other: Self) -> Bool {
        (one.row, one.column) < (other.row, other.column)
    }
}
