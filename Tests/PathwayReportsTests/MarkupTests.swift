// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import PathwayReports

@Suite struct MarkupTests {
    private static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x",
        "]]><svg/onload=alert(1)>", "&lt;b&gt;", "a\u{0}b\u{1B}[31m\u{7F}\u{FFFE}",
        "\u{202E}gnp.exe", "</style><style>*{display:none}", "javascript:alert(1)",
        "<!-- -->", "| a | b |", "[x](https://example.org)", "![x](y)", "# h", "1. one", "`c`",
    ]

    @Test func `text and values of strangers stay text and values`() {
        for text in Self.hostile {
            let markup = Markup.element(.p, [.init(.id, text)], [.text(text)]).markupText
            #expect(markup.hasPrefix("<p id=\"") && markup.hasSuffix("</p>\n"))
            #expect(markup.count { $0 == "<" } == 2 && markup.count { $0 == ">" } == 2)
            #expect(markup.count { $0 == "\"" } == 2 && !markup.contains("'"))
            let isClean = markup.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" && $0 != "\u{FFFE}"
            }
            #expect(isClean)
        }
    }

    @Test func `only addresses of https are links`() {
        for address in [
            "javascript:alert(1)", "http://example.org", "data:text/html,x", "//example.org",
            " https://example.org", "https://exa mple.org", "HTTPS:x", "",
        ] { #expect(Markup.Attribute(link: address) == nil) }
        #expect(Markup.Attribute(link: "https://example.org/a?b=c&d") != nil)
    }

    @Test func `a page of hostile titles holds no element of theirs, and loads and runs nothing`() {
        for text in Self.hostile {
            var report = Report(
                "test",
                Table(
                    title: text, columns: [.init("a", title: text)],
                    rows: [[.text(text)], [.withheld]]),
                disclosure: Disclosure())
            report.above = [text]
            report.below = [text]
            let page = report.text(as: .html)
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
            #expect(XMLCheck.isWellFormed(page))
            for word in ["<script", "<img", "<svg/", "<b>", "<!--", "src=", "url(", "@import"] {
                #expect(!page.replacing(Markup.escaped(text), with: "").contains(word))
            }
            #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none"))
            #expect(page.contains(">withheld</td>") && page.contains(Disclosure.purpose))
        }
    }

    @Test func `a table of hostile texts keeps its columns in Markdown`() {
        for text in Self.hostile {
            let report = Report(
                "test",
                Table(
                    title: "t", columns: [.init("a", title: text), .init("b", title: "b")],
                    rows: [[.text(text), .missing]]),
                disclosure: Disclosure())
            let lines = report.text(as: .md).split(separator: "\n").filter { $0.hasPrefix("|") }
            #expect(lines.count == 3)
            for line in lines {
                #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 3)
                #expect(!line.contains("<"))
            }
        }
    }

    @Test func `numbers of drawings have two decimals at most`() {
        #expect(
            [1.0, 0.5, 1.0 / 3, -2.004, .nan].map(Coordinate.text) == [
                "1", "0.5", "0.33", "-2", "0",
            ])
    }
}
