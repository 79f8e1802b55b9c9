// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@testable import PathwayReports

@Suite struct DocumentTests {
    private static var document: Document {
        var grid = Document.Grid(
            "Figures", [.init(title: "Name"), .init(title: "How many", isNumeric: true)])
        grid.rows = [["one | two", "12"]]
        var document = Document(title: "A & B", language: "de")
        document.contents = "Inhalt"
        document.parts = [
            Document.Part(
                name: "first", title: "Erstes",
                blocks: [
                    .paragraph("\(Prose(.foreign("Tere", language: "et"))) und <b>"),
                    .list(["eins", "zwei"], isNumbered: true), .grid(grid),
                    .facts([.init("Quelle", Prose(.address("https://a.example/x?y&z")))]),
                ]),
            Document.Part(
                name: "second", title: "Zweites",
                blocks: [.facts([.init("Viele", ["a", "b"])]), .notice("1. Achtung")]),
        ]
        return document
    }

    @Test func `a page has landmarks, labelled tables with scopes, and languages of parts`() {
        let page = Self.document.html
        for piece in [
            "<html lang=\"de\">", "<nav aria-label=\"Inhalt\">", "<a href=\"#second\">Zweites</a>",
            "<main id=\"content\">", "<h2 id=\"first-heading\">Erstes</h2>",
            "<span lang=\"et\">Tere</span> und &lt;b&gt;", "<caption>Figures</caption>",
            "<th scope=\"col\" class=\"n\">How many</th>", "<th scope=\"row\">one | two</th>",
            "<a href=\"https://a.example/x?y&amp;z\">https://a.example/x?y&amp;z</a>",
            "<dt>Viele</dt>",
        ] { #expect(page.contains(piece), "\(piece)") }
        #expect(XMLCheck.isWellFormed(page))
    }

    @Test func `Markdown says the same`() {
        let text = Self.document.markdown
        for piece in [
            "# A &amp; B", "## Erstes", "Tere und &lt;b&gt;", "1. eins\n2. zwei", "**Figures**",
            "| Name | How many |\n| --- | ---: |\n| one \\| two | 12 |",
            "- **Quelle**: <https://a.example/x?y&z>", "- **Viele**\n  - a\n  - b",
            "> 1\\. Achtung",
        ] { #expect(text.contains(piece), "\(piece)") }
    }

    @Test(arguments: [
        "javascript:alert(1)", "http://a.example", "https://a.example/\" onclick=\"x",
        "https://a.example/<b>", "data:text/html,x",
    ])
    func `an address that is not plainly https is text`(address: String) {
        var document = Document(title: "t", language: "en")
        document.parts = [
            Document.Part(
                name: "p", title: nil, blocks: [.paragraph(Prose(.address(address)))])
        ]
        #expect(!document.html.contains("<a href=\"\(Markup.escaped(address))"))
        #expect(document.html.contains("<p>\(Markup.escaped(address))</p>"))
    }

    @Test func `what begins a line or would be a link by itself is escaped in Markdown`() {
        #expect(Markdown.escaped("- x: y") == "\\- x: y")
        #expect(Markdown.escaped("http://x www.y.z") == "http&#58;//x www&#46;y.z")
        #expect(Markdown.escaped("12) x") == "12\\) x")
        #expect(Markdown.escaped("12) x", beginsLine: false) == "12) x")
        #expect(Markdown.escaped("[x](javascript:y)") == "\\[x\\](javascript&#58;y)")
    }

    @Test func `lines below a line that are indented are a list`() {
        var report = Report(
            "test", Table(title: "t", columns: []), disclosure: Disclosure())
        report.below = ["Counted:", "  a", "  b", "", "The end."]
        let page = report.text(as: .html)
        #expect(page.contains("<p>Counted:</p>\n<ul><li>a</li>\n<li>b</li>\n</ul>"))
    }
}
