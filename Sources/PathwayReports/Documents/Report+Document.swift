// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Report {
    /// The report as a document: pictures, tables, notes, and what the answer rests on.
    var readable: Document {
        var document = Document(title: heading, language: "en")
        document.header = Self.blocks(above)
        let parts = sections.isEmpty ? [onlySection] : sections
        document.parts = parts.map { Self.part($0, isOnly: parts.count == 1) }
        document.contents = parts.count > 3 ? "Contents" : nil
        document.footer = Self.blocks(below) + basis.map { .paragraph(Prose($0)) }
        return document
    }

    private var onlySection: Section {
        Section("table", showsEmptyTable || !shown.rows.isEmpty ? shown : table)
    }

    private var heading: String { table.title.isEmpty ? kind : table.title }

    /// What the answer rests on, unless it is said below already.
    private var basis: [String] {
        disclosure.sentences.filter { !below.contains($0) } + [
            Disclosure.purpose, "Not sponsored. Varde \(Disclosure.engineVersion).",
        ]
    }

    private static func part(_ section: Section, isOnly: Bool) -> Document.Part {
        let figures = Pictures.drawings(of: section.table).map {
            Document.Block.figure($0, caption: "")
        }
        var grid = Document.Grid(section.table)
        grid.caption = isOnly ? section.table.title : nil
        let table: [Document.Block] = section.table.columns.isEmpty ? [] : [.grid(grid)]
        return Document.Part(
            name: section.name, title: isOnly ? nil : section.table.title,
            blocks: figures + table + blocks(section.below))
    }

    /// Sentences as paragraphs; indented lines are a list below the line before them.
    private static func blocks(_ lines: [String]) -> [Document.Block] {
        var blocks: [Document.Block] = []
        var items: [Prose] = []
        for line in lines + [""] {
            if line.hasPrefix(" ") {
                items.append(Prose(String(line.drop { $0 == " " })))
                continue
            }
            if !items.isEmpty { blocks.append(.list(items)) }
            items = []
            if !line.isEmpty { blocks.append(.paragraph(Prose(line))) }
        }
        return blocks
    }
}

extension Document.Grid {
    /// Creates the grid of a table's cells as a person reads them.
    init(_ table: Table) {
        self.init(
            nil, table.columns.map { Column(title: $0.title, isNumeric: $0.isNumeric) })
        namingColumn = nil
        rows = table.rows.map { $0.map { Prose($0.forReading) } }
    }
}
