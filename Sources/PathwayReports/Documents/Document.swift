// SPDX-License-Identifier: Apache-2.0

/// A text with headings, lists, tables and pictures, before it is a page or Markdown.
///
/// What it says and in what order is decided once; HTML and Markdown only write it.
public struct Document: Hashable, Sendable {
    /// What it is called.
    let title: String
    /// The tag of the language it is in.
    let language: String
    /// What stands below the title.
    var header: [Block] = []
    /// The parts, in reading order.
    var parts: [Part] = []
    /// What stands at the end.
    var footer: [Block] = []
    /// What the list of parts is called; nil where there is none.
    var contents: String?
    /// What the link past it is called.
    var skipping = "Skip to the content"
    /// The size of paper it is printed on.
    var paper = Paper.a4

    /// A part under a heading of its own.
    struct Part: Hashable, Sendable {
        /// The name that links lead to, of letters, digits and hyphens.
        let name: String
        /// The heading; nil where the document has only this part.
        let title: String?
        /// What stands in it.
        let blocks: [Block]
    }

    /// A size of paper.
    public enum Paper: String, Hashable, Sendable, CaseIterable {
        /// 210 × 297 mm.
        case a4
        /// 8.5 × 11 in.
        case letter
    }

    /// A piece of a document.
    enum Block: Hashable, Sendable {
        /// A heading inside a part.
        case heading(Prose)
        /// A paragraph.
        case paragraph(Prose)
        /// A paragraph to be read before the others.
        case lead(Prose)
        /// A paragraph that nobody may overlook.
        case notice(Prose)
        /// A list, numbered or not.
        case list([Prose], isNumbered: Bool)
        /// Names and what there is to say of each.
        case facts([Fact])
        /// A table.
        case grid(Grid)
        /// A picture, and what is said of it above it.
        case figure(Drawing, caption: Prose)
    }

    /// A name, and one or more things to say of it.
    struct Fact: Hashable, Sendable {
        let name: String
        let values: [Prose]

        init(_ name: String, _ values: [Prose]) {
            self.name = name
            self.values = values
        }

        init(_ name: String, _ value: Prose) { self.init(name, [value]) }
    }

    /// A table of texts.
    struct Grid: Hashable, Sendable {
        /// A column.
        struct Column: Hashable, Sendable {
            let title: String
            var isNumeric = false
            /// Whether its texts are short and stand on one line.
            var isShort = false
            /// Whether it is left out where no row has anything in it.
            var isOptional = false
        }

        /// What is in it; nil where the heading of the part says so.
        var caption: String?
        let columns: [Column]
        var rows: [[Prose]] = []
        /// The column that names what a row is about.
        var namingColumn: Int? = 0

        init(_ caption: String? = nil, _ columns: [Column]) {
            self.caption = caption
            self.columns = columns
        }

        /// The table without the optional columns that are empty.
        var trimmed: Grid {
            let kept = columns.indices.filter { place in
                !columns[place].isOptional || rows.contains { !$0[place].isEmpty }
            }
            var grid = Grid(caption, kept.map { columns[$0] })
            grid.rows = rows.map { row in kept.map { row[$0] } }
            grid.namingColumn = namingColumn.flatMap(kept.firstIndex)
            return grid
        }
    }
}

extension Document.Block {
    /// A list without numbers.
    static func list(_ items: [Prose]) -> Self { .list(items, isNumbered: false) }
}
