// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Table {
    /// Returns the table as comma-separated values (RFC 4180): a header of column names, then rows,
    /// each line ended by CR LF.
    ///
    /// Numbers are written in full with a point, truths as `true` and `false`, days as ISO 8601,
    /// a missing cell as nothing, and one that is kept back as the word `withheld`. A reader that
    /// wants numbers is told that this word is none: `na_values` in pandas, `nullstr` in DuckDB.
    ///
    /// - Parameter raw: whether text is written exactly as it is. By default text that begins with
    ///   `=`, `+`, `-`, `@`, a tab or a carriage return is led by an apostrophe, since a
    ///   spreadsheet would run it as a formula (OWASP, "CSV Injection"). Numbers are never changed.
    /// - Returns: the whole text.
    public func csv(raw: Bool = false) -> String {
        var text = csvHeader
        for row in rows { text += Self.csvLine(row, raw: raw) }
        return text
    }

    /// The header of the table as comma-separated values, with its line break.
    public var csvHeader: String { Self.line(columns.map(\.name)) }

    /// Returns a row as comma-separated values, with its line break.
    public static func csvLine(_ row: [Cell], raw: Bool = false) -> String {
        line(row.map { $0.forCSV(raw: raw) })
    }

    private static func line(_ cells: [String]) -> String {
        // A lone empty cell would be read as an empty line, which many readers skip.
        if cells == [""] { return "\"\"\r\n" }
        return cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n")
                || $0 == UInt8(ascii: "\r")
        }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}

extension Table.Cell {
    /// What stands in place of a cell that is kept back, in CSV and for a person to read.
    static let withheldWord = "withheld"

    fileprivate func forCSV(raw: Bool) -> String {
        switch self {
        case .text(let text): raw || !Self.looksLikeFormula(text) ? text : "'" + text
        case .integer(let number): String(number)
        case .number(let number, _): number.isFinite ? number.description : ""
        case .exact(let number): number.description
        case .truth(let truth): truth ? "true" : "false"
        case .date(let date): date.description
        case .missing: ""
        case .withheld: Self.withheldWord
        }
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            true
        default: false
        }
    }
}
