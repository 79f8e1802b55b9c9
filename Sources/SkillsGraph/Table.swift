// SPDX-License-Identifier: Apache-2.0

/// Named columns of typed cells: the one shape of every statistic and list.
public struct Table: Hashable, Sendable {
    /// A named column.
    public struct Column: Hashable, Sendable {
        /// What the cells of a column are, apart from those that are missing.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Text.
            case text
            /// Whole numbers.
            case integer
            /// Numbers in binary.
            case number
            /// Exact decimals.
            case exact
            /// Truths.
            case truth
            /// Days.
            case date
        }

        /// The name, in camelCase: the key in JSON and the header in CSV.
        public let name: String
        /// What a person reads above it.
        public let title: String
        /// What its cells are.
        public let kind: Kind
        /// What its numbers count or measure: `learners`, `days`; nil where they have no unit.
        public let unit: String?
        /// What it says, in one sentence; empty where the title says it all.
        public let meaning: String

        /// Creates a column.
        public init(
            _ name: String, title: String, kind: Kind = .text, unit: String? = nil,
            meaning: String = ""
        ) {
            self.name = name
            self.title = title
            self.kind = kind
            self.unit = unit
            self.meaning = meaning
        }

        /// Whether its cells are numbers, which stand to the right.
        public var isNumeric: Bool { kind == .integer || kind == .number || kind == .exact }
    }

    /// A typed cell.
    public enum Cell: Hashable, Sendable {
        /// Text.
        case text(String)
        /// A whole number.
        case integer(Int)
        /// A number, and how many decimals a person reads.
        case number(Double, decimals: Int)
        /// An exact decimal.
        case exact(ExactDecimal)
        /// A truth.
        case truth(Bool)
        /// A day.
        case date(CalendarDate)
        /// Nothing is known.
        case missing
        /// It is known, and kept back, since it would tell of few people.
        case withheld
    }

    /// What the table shows, in one line.
    public let title: String
    /// The columns.
    public let columns: [Column]
    /// The rows, each with one cell a column.
    public private(set) var rows: [[Cell]]

    /// Creates a table; every row must have one cell for each column.
    public init(title: String, columns: [Column], rows: [[Cell]] = []) {
        precondition(
            rows.allSatisfy { $0.count == columns.count }, "a row does not fit the columns")
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    /// Adds a row, which must have one cell for each column.
    public mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "a row does not fit the columns")
        rows.append(row)
    }

    /// Puts other rows in place of the rows; each must have one cell for each column.
    public mutating func setRows(_ rows: [[Cell]]) {
        self = Table(title: title, columns: columns, rows: rows)
    }
}
