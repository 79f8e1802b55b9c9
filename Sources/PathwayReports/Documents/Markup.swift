// SPDX-License-Identifier: Apache-2.0

/// HTML or SVG that cannot be built unescaped.
///
/// Elements and attributes are named by enums; texts and values are escaped as they are written, so
/// that a title from a stranger's file stays a title.
public indirect enum Markup: Hashable, Sendable {
    /// An element, its attributes, and what stands in it.
    case element(Element, [Attribute], [Markup])
    /// Text.
    case text(String)
    /// The style sheet of a page; written in this module, never read from anywhere.
    case styleSheet(StyleSheet)
    /// The script of a page; written in this module, and named by its digest in the page's policy.
    case script(Script)

    /// An element that may be written.
    public enum Element: String, Hashable, Sendable {
        case html, head, meta, title, body, header, main, section, footer, h1, h2, p, ul, li
        case figure, figcaption, div, table, caption, thead, tbody, tr, th, td, a
        case nav, ol, dl, dt, dd, h3, span, strong, label, select, option, input
        case svg, g, desc, path, rect, line, circle, text, defs, pattern
    }

    /// A style sheet of this module.
    public struct StyleSheet: Hashable, Sendable {
        let text: String

        /// Creates a style sheet from texts that stand in the source.
        init(_ texts: StaticString...) { text = texts.map(\.description).joined() }
    }

    /// A script of this module.
    public struct Script: Hashable, Sendable {
        let text: String
        /// The SHA-256 of the text in Base64, by which a policy lets it run.
        let digest: String

        /// Creates a script from text and digest that stand in the source.
        init(_ text: StaticString, digest: StaticString) {
            self.text = text.description
            self.digest = digest.description
        }
    }

    /// An attribute and its value.
    public struct Attribute: Hashable, Sendable {
        /// The name of an attribute that may be written; none of them runs or loads anything.
        enum Name: String, Hashable, Sendable {
            case id, lang, charset, name, content, role, scope, href, width, height, x, y, x1, y1
            case x2, y2, cx, cy, r, d, fill, stroke, transform, xmlns, dir
            case cssClass = "class"
            case httpEquiv = "http-equiv"
            case label = "aria-label"
            case labelledBy = "aria-labelledby"
            case live = "aria-live"
            case sort = "aria-sort"
            case labels = "for"
            case type
            case value
            case tabIndex = "tabindex"
            case data = "data-value"
            case flags = "data-flags"
            case sorts = "data-sort"
            case isHidden = "hidden"
            case hidden = "aria-hidden"
            case viewBox
            case strokeWidth = "stroke-width"
            case strokeDash = "stroke-dasharray"
            case fillOpacity = "fill-opacity"
            case fontSize = "font-size"
            case fontFamily = "font-family"
            case textAnchor = "text-anchor"
            case patternUnits
        }

        let name: Name
        let value: String

        /// Creates an attribute with a value of any text.
        init(_ name: Name, _ value: String) {
            precondition(name != .href, "an address is a link")
            self.name = name
            self.value = value
        }

        /// Creates an attribute with a number, written with two decimals at most.
        init(_ name: Name, _ value: Double) { self.init(name, Coordinate.text(value)) }

        /// Creates a link to the part of this page with an id of letters, digits and hyphens.
        init(toPart id: String) {
            precondition(id.utf8.allSatisfy(Self.isNameByte), "\(id) is no name of a part")
            name = .href
            value = "#" + id
        }

        /// Creates a link to a file beside the page; nil for a name that might mean anything else.
        init?(toFile file: String) {
            guard let first = file.utf8.first, first != UInt8(ascii: "."),
                file.utf8.allSatisfy({ Self.isNameByte($0) || $0 == UInt8(ascii: ".") })
            else { return nil }
            name = .href
            value = file
        }

        /// What no address may hold as it is (RFC 3986).
        private static let unsafe = Set("\"<>\\^`{|}".utf8)

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }

        /// Creates a link; nil unless the address is one of `https`.
        init?(link address: String) {
            guard address.hasPrefix("https://"),
                address.utf8.allSatisfy({ 0x21..<0x7F ~= $0 && !Self.unsafe.contains($0) })
            else { return nil }
            name = .href
            value = address
        }
    }
}

/// Numbers in drawings, the same text on every machine.
enum Coordinate {
    /// Returns `value` with two decimals at most: `12.5`, `3`.
    static func text(_ value: Double) -> String {
        var text = FixedPoint.text(value.isFinite ? value : 0, decimals: 2)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
