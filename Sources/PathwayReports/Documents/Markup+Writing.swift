// SPDX-License-Identifier: Apache-2.0

extension Markup {
    /// The markup as text that is both HTML and well-formed XML.
    public var markupText: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .text(let content): text += Self.escaped(content)
        case .styleSheet(let sheet): text += "<style>\n\(sheet.text)</style>\n"
        case .script(let script): text += "<script>\(script.text)</script>\n"
        case .element(let element, let attributes, let content):
            text += "<\(element.rawValue)"
            for attribute in attributes {
                text += " \(attribute.name.rawValue)=\"\(Self.escaped(attribute.value))\""
            }
            // Elements of HTML without content have no end tag; those of SVG may close themselves.
            if content.isEmpty, element.isVoid {
                text += "/>"
            } else {
                text += ">"
                for part in content { part.write(to: &text) }
                text += "</\(element.rawValue)>"
            }
            if element.endsLine { text += "\n" }
        }
    }

    /// Text in which nothing is left that HTML or XML would interpret.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in DisplayWidth.safe(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Markup.Element {
    fileprivate var isVoid: Bool {
        switch self {
        case .meta, .input, .path, .rect, .line, .circle: true
        default: false
        }
    }

    /// Whether a line ends after it, so that a page can be compared line by line.
    fileprivate var endsLine: Bool {
        switch self {
        case .th, .td, .a, .text, .span, .strong: false
        default: true
        }
    }
}
