// SPDX-License-Identifier: Apache-2.0

/// A view that analysts may rely on, with the meaning of each of its columns.
///
/// The same words stand in the table `about` of every catalogue. Columns may be added; none is
/// renamed, removed, or given another meaning.
public struct View: Hashable, Sendable {
    /// A column of a view.
    public struct Column: Hashable, Sendable {
        /// The column's name.
        public let name: String
        /// What stands in it.
        public let meaning: String
        /// The SQL it is made from.
        let expression: String

        init(_ name: String, _ meaning: String, _ expression: String? = nil) {
            self.name = name
            self.meaning = meaning
            self.expression = expression ?? name
        }
    }

    /// The view's name.
    public let name: String
    /// What one row of it is.
    public let meaning: String
    /// Its columns, in order.
    public let columns: [Column]
    /// The SQL it is selected from.
    let source: String

    init(_ name: String, _ meaning: String, from source: String, _ columns: [Column]) {
        self.name = name
        self.meaning = meaning
        self.source = source
        self.columns = columns
    }

    /// The statement that makes the view.
    var sql: String {
        let list = columns.map { "\($0.expression) AS \"\($0.name)\"" }.joined(separator: ", ")
        return "CREATE VIEW \"\(name)\" AS SELECT \(list) FROM \(source);\n"
    }
}

extension Schema {
    /// The views, and the table that explains them.
    static let views =
        """
        CREATE TABLE about (
            "view" TEXT NOT NULL,
            "column" TEXT NOT NULL,
            meaning TEXT NOT NULL,
            PRIMARY KEY ("view", "column")
        ) STRICT, WITHOUT ROWID;
        """ + View.all.map(\.sql).joined()
}

extension View {
    /// The wording to show: English, else one without a language, else the first.
    static func shown(_ column: String, of table: String, owner: String) -> String {
        """
        (SELECT w.\(column) FROM \(table) w WHERE w.owner = \(owner) AND w.\(column) IS NOT NULL
         ORDER BY w.language <> 'en', w.language NOT LIKE 'en-%', w.language <> 'und', w.language
         LIMIT 1)
        """
    }

    /// A number of whole thousandths as a number.
    static func decimal(_ column: String) -> String { "\(column) / 1000.0" }

    /// A day number as ISO 8601 text, NULL where there is none.
    static func date(_ column: String) -> String {
        "CASE WHEN \(column) > \(Schema.noDay) THEN date(\(column) * 86400, 'unixepoch') END"
    }
}
