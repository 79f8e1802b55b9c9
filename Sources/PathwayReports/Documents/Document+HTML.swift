// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// The document as an HTML page that needs nothing else.
    var html: String { "<!DOCTYPE html>\n" + page.markupText }

    private var page: Markup {
        let named = parts.filter { $0.title != nil }
        let start = Self.element(
            .header, [Self.element(.h1, [.text(title)])] + header.flatMap { Self.markup($0, "") })
        let body =
            skip + [start] + (contents.map { [Self.contents($0, named)] } ?? [])
            + [.element(.main, [.init(.id, "content")], parts.enumerated().map(Self.markup))]
            + [Self.element(.footer, footer.flatMap { Self.markup($0, "") })]
        return Page.markup(title: title, language: language, paper: paper, body)
    }

    private var skip: [Markup] {
        [
            .element(
                .a, [.init(.cssClass, "skip"), .init(toPart: "content")], [.text(skipping)])
        ]
    }

    private static func element(_ element: Markup.Element, _ content: [Markup]) -> Markup {
        .element(element, [], content)
    }

    private static func contents(_ name: String, _ parts: [Part]) -> Markup {
        let links = parts.map { part in
            element(
                .li, [.element(.a, [.init(toPart: part.name)], [.text(part.title ?? "")])])
        }
        return .element(.nav, [.init(.label, name)], [element(.ol, links)])
    }

    private static func markup(_ number: Int, _ part: Part) -> Markup {
        let id = "\(part.name)-heading"
        let heading = part.title.map {
            Markup.element(.h2, [.init(.id, id)], [.text($0)])
        }
        let blocks = part.blocks.enumerated().flatMap { place, block in
            markup(block, "p\(number)-\(place)", labelledBy: part.title == nil ? nil : id)
        }
        let name = [Markup.Attribute(.id, part.name)]
        return .element(
            .section, part.isBroad ? name + [.init(.cssClass, "broad")] : name,
            [heading].compactMap { $0 } + blocks)
    }

    /// A block; `name` begins the ids in it, `heading` is the id of what labels it.
    private static func markup(
        _ block: Block, _ name: String, labelledBy heading: String? = nil
    ) -> [Markup] {
        switch block {
        case .heading(let text): [element(.h3, text.markup)]
        case .paragraph(let text): text.isEmpty ? [] : [element(.p, text.markup)]
        case .lead(let text): [.element(.p, [.init(.cssClass, "lead")], text.markup)]
        case .notice(let text): [.element(.p, [.init(.cssClass, "notice")], text.markup)]
        case .list(let items, let isNumbered):
            [element(isNumbered ? .ol : .ul, items.map { element(.li, $0.markup) })]
        case .facts(let facts): [element(.dl, facts.map(markup))]
        case .grid(let grid): [grid.trimmed.markup(labelledBy: heading)]
        case .figure(let drawing, let caption): [figure(drawing, caption, name)]
        }
    }

    private static func figure(_ drawing: Drawing, _ caption: Prose, _ name: String) -> Markup {
        let above = caption.isEmpty ? [] : [element(.figcaption, caption.markup)]
        let frame = Markup.element(
            .div,
            [
                .init(.cssClass, "wide"), .init(.role, "group"), .init(.tabIndex, "0"),
                .init(.label, drawing.title),
            ], [drawing.svg(name)])
        let isTall = drawing.height > 1.2 * drawing.width
        return .element(
            .figure, isTall ? [.init(.cssClass, "tall")] : [], above + [frame])
    }

    private static func markup(_ fact: Fact) -> Markup {
        let values =
            fact.values.count == 1
            ? fact.values[0].markup : [element(.ul, fact.values.map { element(.li, $0.markup) })]
        return .element(
            .div, [.init(.cssClass, "fact")],
            [element(.dt, [.text(fact.name)]), element(.dd, values)])
    }
}

extension Document.Part {
    /// Whether it is printed on pages that lie, for a table with more columns than others have
    /// room for.
    fileprivate var isBroad: Bool {
        blocks.contains { block in
            if case .grid(let grid) = block { grid.trimmed.columns.count > 9 } else { false }
        }
    }
}

extension Prose {
    /// The text as markup, each stretch with its language.
    var markup: [Markup] {
        runs.map { run in
            switch run {
            case .plain(let text): .text(text)
            case .foreign(let text, let language):
                .element(.span, [.init(.lang, language)], [.text(text)])
            case .strong(let text): .element(.strong, [], [.text(text)])
            case .address(let text):
                Markup.Attribute(link: text).map { .element(.a, [$0], [.text(text)]) }
                    ?? .text(text)
            }
        }
    }
}

extension Document.Grid {
    /// The table with its headings, in a frame that scrolls where the page is too narrow.
    fileprivate func markup(labelledBy heading: String?) -> Markup {
        let label: [Markup.Attribute] =
            caption.map { [.init(.label, $0)] } ?? heading.map { [.init(.labelledBy, $0)] } ?? []
        let title = caption.map { [Markup.element(.caption, [], [.text($0)])] } ?? []
        let head = columns.map { column in
            Markup.element(
                .th, [.init(.scope, "col")] + Self.number(column), [.text(column.title)])
        }
        let body = rows.map { Markup.element(.tr, [], zip(columns, $0).enumerated().map(cell)) }
        return .element(
            .div,
            [
                .init(.cssClass, "wide"),
                .init(.role, "group"), .init(.tabIndex, "0"),
            ] + label,
            [
                .element(
                    .table, caption == nil ? label : [],
                    title + [
                        .element(.thead, [], [.element(.tr, [], head)]),
                        .element(.tbody, [], body),
                    ])
            ])
    }

    private func cell(_ place: Int, _ entry: (column: Column, text: Prose)) -> Markup {
        let number = Self.number(entry.column)
        return place == namingColumn
            ? .element(.th, [.init(.scope, "row")] + number, entry.text.markup)
            : .element(.td, number, entry.text.markup)
    }

    private static func number(_ column: Column) -> [Markup.Attribute] {
        column.isNumeric ? [.init(.cssClass, "n")] : column.isShort ? [.init(.cssClass, "s")] : []
    }
}
