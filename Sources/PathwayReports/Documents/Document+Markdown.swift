// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// The document as Markdown with tables (GitHub Flavored Markdown).
    var markdown: String {
        var blocks = ["# " + Markdown.escaped(title)] + header.map(Self.markdown)
        for part in parts {
            if let title = part.title { blocks.append("## " + Markdown.escaped(title)) }
            blocks += part.blocks.map(Self.markdown)
        }
        blocks += footer.map(Self.markdown)
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func markdown(_ block: Block) -> String {
        switch block {
        case .heading(let text): "### " + text.markdown
        case .paragraph(let text), .lead(let text): text.markdown
        case .notice(let text): "> " + text.markdown
        case .list(let items, let isNumbered):
            items.enumerated().map { place, item in
                (isNumbered ? "\(place + 1). " : "- ") + item.markdown
            }.joined(separator: "\n")
        case .facts(let facts): facts.map(markdown).joined(separator: "\n")
        case .grid(let grid): grid.trimmed.markdown
        // The picture itself is a file of its own; its description says what it shows.
        case .figure(let drawing, let caption):
            [caption.markdown, Markdown.escaped(drawing.description)].filter { !$0.isEmpty }
                .joined(separator: "\n\n")
        }
    }

    private static func markdown(_ fact: Fact) -> String {
        let name = "- **\(Markdown.escaped(fact.name))**"
        guard fact.values.count != 1 else {
            return "\(name): \(fact.values[0].markdownInLine)".trimmedAtEnd
        }
        return ([name] + fact.values.map { "  - " + $0.markdown }).joined(separator: "\n")
    }
}

extension Prose {
    /// The text in which nothing is left that Markdown would interpret, but what stands out.
    fileprivate var markdown: String {
        // What begins a line could begin a list, a heading or a rule.
        guard let first = runs.first else { return "" }
        let start = Self.markdown(first, beginsLine: true)
        return runs.dropFirst().reduce(start) { $0 + Self.markdown($1, beginsLine: false) }
            .trimmedAtEnd
    }

    /// The same where something stands before it on the line.
    fileprivate var markdownInLine: String {
        runs.map { Self.markdown($0, beginsLine: false) }.joined()
    }

    private static func markdown(_ run: Run, beginsLine: Bool) -> String {
        let text = Markdown.escaped(run.text, beginsLine: beginsLine)
        return switch run {
        case .strong: "**\(text)**"
        case .address(let address):
            Markup.Attribute(link: address) == nil ? text : "<\(address)>"
        case .plain, .foreign: text
        }
    }
}

extension Document.Grid {
    /// The table; its caption stands above it.
    fileprivate var markdown: String {
        guard !columns.isEmpty else { return "" }
        let head = Self.line(columns.map { Markdown.escaped($0.title) })
        let rule = Self.line(columns.map { $0.isNumeric ? "---:" : "---" })
        let body = rows.map { Self.line($0.map(\.markdownInLine)) }
        let title = caption.map { ["**\(Markdown.escaped($0))**", ""] } ?? []
        return (title + [head, rule] + body).joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}

/// Text in Markdown.
enum Markdown {
    /// Returns text in which nothing is left that Markdown or the HTML in it would interpret.
    static func escaped(_ text: String, beginsLine: Bool = true) -> String {
        let safe = DisplayWidth.safe(text).unicodeScalars
        let shown = Array(safe.drop { beginsLine && $0.properties.isWhitespace })
        var escaped = ""
        // Scalars, since a mark with an accent on it is another character and still a mark.
        for (place, scalar) in shown.enumerated() {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$", "@":
                escaped += "\\\(scalar)"
            // An address would become a link by itself.
            case ":" where shown.dropFirst(place + 1).first?.properties.isWhitespace == false:
                escaped += "&#58;"
            case "." where escaped.suffix(3).lowercased() == "www": escaped += "&#46;"
            case "+" where place == 0 && beginsLine, "-" where place == 0 && beginsLine,
                "=" where place == 0 && beginsLine:
                escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return beginsLine ? withoutListNumber(escaped) : escaped
    }

    /// A number and a full stop at the start of a line would begin a list.
    private static func withoutListNumber(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = text[digits.endIndex...].first, next == "." || next == ")"
        else { return text }
        return digits + "\\" + text[digits.endIndex...]
    }
}

extension String {
    /// The text without the spaces it ends in, which would break a line.
    fileprivate var trimmedAtEnd: String {
        var rest = self
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest
    }
}
