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
    /// Whether it compares groups with a reference group, without which it says nothing.
    static var needsReference: Bool { get }
}

extension Statistic {
    /// Most statistics compare nothing.
    public static var needsReference: Bool { false }
}

/// A table of a statistic: its name in exports, its columns and rows, and what it rests on.
public struct StatisticTable: Hashable, Sendable {
    /// The name in exports, in snake case: `stacking_rate`.
    public let name: String
    /// The columns and rows.
    public var table: Table
    /// How its cells add up; what disclosure control needs to know.
    public var cells: CellStructure
    /// What a reader must know of the figures, in sentences.
    public var notes: [String] = []
    /// How many were counted, until when, and who was left out.
    public var basis = Basis()

    /// Creates a table of a statistic.
    public init(_ name: String, _ table: Table, cells: CellStructure) {
        self.name = name
        self.table = table
        self.cells = cells
    }
}

/// What the figures of a table rest on: it stands beside every table.
public struct Basis: Hashable, Sendable {
    /// A reason to leave something out, and how often it applied.
    public struct Exclusion: Hashable, Sendable {
        /// A short stable name: `undated`.
        public let reason: String
        /// What was left out: `awards`, `learners`.
        public let unit: String
        /// How many of them.
        public let count: Int

        /// Creates an exclusion.
        public init(_ reason: String, _ unit: String, _ count: Int) {
            self.reason = reason
            self.unit = unit
            self.count = count
        }
    }

    /// How many were counted.
    public var n = 0
    /// What was counted: `learners`, `credentials`.
    public var unit = "learners"
    /// The horizons, in days; none where no horizon plays a part.
    public var horizons: [Int] = []
    /// The end of the data; nil where there is none.
    public var dataEnd: CalendarDate?
    /// What was left out, and why.
    public var excluded: [Exclusion] = []
    /// The least count of people that is told; 0 where all are.
    public var threshold = 0

    /// Creates a basis of nothing.
    public init() {}

    /// Returns `count`, or nil where it is of so few people that it is withheld.
    public func shown(_ count: Int) -> Int? {
        count > 0 && count < threshold ? nil : count
    }

    /// Whether a count of it is withheld.
    public var isWithholding: Bool { ([n] + excluded.map(\.count)).contains { shown($0) == nil } }
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
        /// Whether the parts may leave a rest that stands nowhere, and that counts people too: those
        /// who are eligible and no stackers.
        public let leavesRest: Bool

        /// Creates a sum.
        public init(_ whole: Place, of parts: [Place], leavesRest: Bool = false) {
            self.whole = whole
            self.parts = parts
            self.leavesRest = leavesRest
        }
    }

    /// The names of the columns that count learners or their awards.
    public var counts: [String] = []
    /// Every sum among the counts, across columns and across rows.
    public var sums: [Sum] = []
    /// The columns whose cells are computed from counts of the same row, and from which: a rate is
    /// withheld with either of its two counts.
    public var derived: [String: [String]] = [:]
    /// Cells that are computed from counts of other rows too, and from which: a ratio to the rate of
    /// another group.
    public var derivedCells: [Place: [Place]] = [:]
    /// What a cell counts, where other tables of the run show the same count.
    ///
    /// The values must be the same; what is withheld in one is withheld in all.
    public var shared: [Place: String] = [:]
    /// Whether a row with a small count is left out whole, as one of many that are listed is.
    public var leavesOutSmallRows = false
    /// The name of the table that sums up the survival curves of this one, whose steps are made
    /// coarser before they are published; nil where it holds none.
    public var curveSummary: String?
    /// Whether the rows are in the order of a count.
    ///
    /// The place of a row would then tell of a cell that it withholds, so such rows go to the end,
    /// in the order of their texts.
    public var isRanked = false

    /// Creates a structure of cells that count nobody.
    public init() {}
}
