// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A question about how credentials stack, with its definition and where that comes from.
///
/// One file in `Statistics/` and one line in `Statistics.all` add one; help, documentation, the
/// contract of tables and the laws that every statistic must pass follow from what it declares.
public protocol Statistic: Sendable {
    /// What it is called on the command line: `stacking-rate`.
    static var name: String { get }
    /// The question it answers, as an analyst asks it.
    static var question: String { get }
    /// How it is computed, in full sentences.
    static var definition: String { get }
    /// Who defined it so.
    static var source: String { get }
    /// The tables it gives, without rows: their names, columns, kinds and units are a contract.
    static var contract: [StatisticTable] { get }
}

/// A table of a statistic: its name in exports, its columns and rows, and what it rests on.
public struct StatisticTable: Hashable, Sendable {
    /// The name in exports, in snake case: `stacking_rate`.
    public let name: String
    /// The columns and rows.
    public var table: Table
    /// How its cells add up; what disclosure control needs to know.
    public let cells: CellStructure
    /// What was left out, and why, in sentences; what a reader must know of the figures.
    public var notes: [String] = []

    /// Creates a table of a statistic.
    public init(_ name: String, _ table: Table, cells: CellStructure) {
        self.name = name
        self.table = table
        self.cells = cells
    }
}

/// How the cells of a table of counts add up, and which others can be computed from them.
///
/// Disclosure control withholds a count below its threshold, as many more as it takes for nobody
/// to find it from a sum, and everything that is computed from what is withheld.
public struct CellStructure: Hashable, Sendable {
    /// A cell of a table.
    public struct Place: Hashable, Sendable {
        /// The position of the row.
        public let row: Int
        /// The position of the column.
        public let column: Int

        /// Creates a place.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A count that is the sum of others; the reader of a table knows all of these.
    public struct Sum: Hashable, Sendable {
        /// Where the whole stands.
        public let whole: Place
        /// Where its parts stand.
        public let parts: [Place]

        /// Creates a sum.
        public init(_ whole: Place, of parts: [Place]) {
            self.whole = whole
            self.parts = parts
        }
    }

    /// The names of the columns that count learners or their awards.
    public var counts: [String] = []
    /// Every sum among the counts, across columns and across rows.
    public var sums: [Sum] = []
    /// The columns whose cells are computed from counts of the same row, and from which: a rate is
    /// withheld with either of its two counts.
    public var derived: [String: [String]] = [:]

    /// Creates a structure of cells that count nobody.
    public init() {}
}
