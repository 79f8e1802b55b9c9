// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Report {
    /// The report as an HTML page that needs nothing else: pictures, tables, notes, and what the
    /// answer rests on.
    var html: String {
        let parts = sections.isEmpty ? [onlySection] : sections
        let body =
            [Self.element(.header, [.element(.h1, [], [.text(heading)])] + Self.sentences(above))]
            + parts.enumerated().map { Self.section($1, number: $0, isOnly: parts.count == 1) }
            + [Self.element(.footer, Self.sentences(below + basis))]
        return "<!DOCTYPE html>\n" + Page.markup(title: heading, body).markupText
    }

    private var onlySection: Section {
        Section("table", showsEmptyTable || !shown.rows.isEmpty ? shown : table)
    }

    private var heading: String { table.title.isEmpty ? kind : table.title }

    /// What the answer rests on, unless it is said below already.
    var basis: [String] {
        disclosure.sentences.filter { !below.contains($0) } + [
            Disclosure.purpose, "Not sponsored. Varde \(Disclosure.engineVersion).",
        ]
    }

    private static func element(_ element: Markup.Element, _ content: [Markup]) -> Markup {
        .element(element, [], content)
    }

    private static func sentences(_ sentences: [String]) -> [Markup] {
        sentences.filter { !$0.isEmpty }.map { element(.p, [.text($0)]) }
    }

    private static func section(_ section: Section, number: Int, isOnly: Bool) -> Markup {
        let heading = isOnly ? [] : [element(.h2, [.text(section.table.title)])]
        let figures = Pictures.drawings(of: section.table).enumerated().map { place, drawing in
            Markup.element(.figure, [], [drawing.svg("p\(number)-\(place)")])
        }
        return element(
            .section,
            heading + figures + [Page.markup(section.table)] + sentences(section.below))
    }
}

/// The house style of pages.
enum Page {
    /// Returns a page that loads nothing and runs nothing.
    static func markup(title: String, _ body: [Markup]) -> Markup {
        .element(
            .html, [.init(.lang, "en")],
            [
                .element(
                    .head, [],
                    [
                        .element(.meta, [.init(.charset, "utf-8")], []),
                        .element(
                            .meta,
                            [
                                .init(.httpEquiv, "Content-Security-Policy"),
                                .init(.content, "default-src 'none'; style-src 'unsafe-inline'"),
                            ], []),
                        .element(
                            .meta,
                            [
                                .init(.name, "viewport"),
                                .init(.content, "width=device-width, initial-scale=1"),
                            ], []),
                        .element(.title, [], [.text(title)]), .styleSheet(style),
                    ]),
                .element(.body, [], [.element(.main, [], body)]),
            ])
    }

    /// Returns a table with a caption and headings.
    static func markup(_ table: Table) -> Markup {
        let head = table.columns.map { column in
            Markup.element(
                .th, [.init(.scope, "col")] + (column.isNumeric ? [.init(.cssClass, "n")] : []),
                [.text(column.title)])
        }
        let rows = table.rows.map { row in
            Markup.element(
                .tr, [],
                zip(table.columns, row).map { column, cell in
                    .element(
                        .td, column.isNumeric ? [.init(.cssClass, "n")] : [],
                        [.text(cell.forReading)])
                })
        }
        return .element(
            .div, [.init(.cssClass, "wide")],
            [
                .element(
                    .table, [],
                    [
                        .element(.caption, [], [.text(table.title)]),
                        .element(.thead, [], [.element(.tr, [], head)]),
                        .element(.tbody, [], rows),
                    ])
            ])
    }

    private static let style = Markup.StyleSheet(
        """
        :root { color-scheme: light; }
        body { margin: 0; background: #ffffff; color: #1a1a1a;
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
        header { border-bottom: 3px solid #0b4a6f; margin-bottom: 2rem; }
        h1 { font-size: 1.8rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.25rem; margin: 2.5rem 0 1rem; color: #0b4a6f; }
        p { max-width: 44rem; margin: 0.5rem 0; overflow-wrap: anywhere; }
        figure { margin: 1rem 0; }
        svg { max-width: 100%; height: auto; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 0.9rem; margin: 1rem 0;
          font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
        th { text-align: left; vertical-align: bottom; border-bottom: 2px solid #1a1a1a; }
        th, td { padding: 0.3rem 0.7rem 0.3rem 0; overflow-wrap: break-word; }
        td { border-bottom: 1px solid #c4c4c4; vertical-align: top; }
        .n { text-align: right; }
        footer { margin-top: 3rem; border-top: 1px solid #c4c4c4; font-size: 0.9rem;
          color: #454545; }
        @media print {
          main { max-width: none; padding: 0; }
          body { font-size: 10pt; }
          figure, tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          thead { display: table-header-group; }
          .wide { overflow: visible; }
        }

        """)
}
