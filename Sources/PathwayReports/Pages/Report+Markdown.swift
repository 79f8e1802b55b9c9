// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Report {
    /// The report as Markdown with tables (GitHub Flavored Markdown).
    var markdown: String {
        let parts =
            sections.isEmpty
            ? [Section("table", showsEmptyTable || !shown.rows.isEmpty ? shown : table)] : sections
        var blocks = ["# " + Markdown.escaped(table.title.isEmpty ? kind : table.title)]
        blocks += above.map(Markdown.escaped)
        for part in parts {
            if parts.count > 1 { blocks.append("## " + Markdown.escaped(part.table.title)) }
            blocks.append(Markdown.table(part.table))
            blocks += part.below.map(Markdown.escaped)
        }
        blocks += (below + basis).map(Markdown.escaped)
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}

/// Text and tables in Markdown.
enum Markdown {
    /// Returns text in which nothing is left that Markdown or the HTML in it would interpret.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in DisplayWidth.safe(text).trimmed {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$", "@":
                escaped += "\\\(character)"
            // An address would become a link by itself.
            case ":": escaped += "&#58;"
            case "+", "-", "=":
                escaped += escaped.isEmpty ? "\\\(character)" : String(character)
            default: escaped.append(character)
            }
        }
        return withoutListNumber(escaped)
    }

    /// A number and a full stop at the start of a line would begin a list.
    private static func withoutListNumber(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = text[digits.endIndex...].first, next == "." || next == ")"
        else { return text }
        return digits + "\\" + text[digits.endIndex...]
    }

    /// Returns a table; nothing where it has no columns.
    static func table(_ table: Table) -> String {
        guard !table.columns.isEmpty else { return "" }
        let head = line(table.columns.map { escaped($0.title) })
        let rule = line(table.columns.map { $0.isNumeric ? "---:" : "---" })
        let rows = table.rows.map { line($0.map { cell($0) }) }
        return ([head, rule] + rows).joined(separator: "\n")
    }

    private static func cell(_ cell: Table.Cell) -> String {
        if case .text(let text) = cell { escaped(text) } else { cell.forReading }
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}

extension String {
    fileprivate var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest
    }
}
