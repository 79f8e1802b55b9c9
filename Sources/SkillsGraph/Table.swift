// SPDX-License-Identifier: Apache-2.0

/// Named columns of typed cells: the one shape of every statistic and list.
public struct Table: Hashable, Sendable {
    /// A named column.
    public struct Column: Hashable, Sendable {
        /// The name, in camelCase: the key in JSON and the header in CSV.
        public let name: String
        /// What a person reads above it.
        public let title: String
        /// Whether its cells are numbers, which stand to the right.
        public let isNumeric: Bool

        /// Creates a column.
        public init(_ name: String, title: String, isNumeric: Bool = false) {
            self.name = name
            self.title = title
            self.isNumeric = isNumeric
        }
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
}
