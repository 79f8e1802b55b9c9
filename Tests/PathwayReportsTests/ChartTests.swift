// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import PathwayReports

/// Pictures of few and many things, with short and long names.
@Suite struct ChartTests {
    private static let long =
        "Postgraduate Certificate in \u{202E}<Applied> & \"Advanced\" Wwwwwwwwwwwwwwwwwwwwwwwwwwww 情報処理"

    private static func name(_ number: Int, isLong: Bool) -> Table.Cell {
        .text(isLong ? "\(number) \(long)" : "n\(number)")
    }

    private static func columns(_ names: [String]) -> [Table.Column] {
        names.map { .init($0, title: $0) }
    }

    private static func title(_ isLong: Bool) -> String {
        isLong ? String(repeating: long + " ", count: 5) : "A title"
    }

    private static func share(_ number: Int, of count: Int) -> Table.Cell {
        .number(Double(number) / Double(count), decimals: 3)
    }

    static func rates(_ count: Int, isLong: Bool) -> Table {
        Table(
            title: title(isLong),
            columns: columns(["by", "group", "horizon", "rate", "low", "high"]),
            rows: (0..<count).map { row in
                [
                    .text("field"), name(row, isLong: isLong), .integer(730),
                    row % 7 == 3 ? .withheld : share(row, of: count),
                    row % 7 == 3 ? .withheld : share(row / 2, of: count),
                    row % 7 == 3 ? .withheld : share(count, of: count),
                ]
            })
    }

    static func curves(_ count: Int, isLong: Bool) -> Table {
        Table(
            title: title(isLong),
            columns: columns([
                "by", "group", "time", "atRisk", "events", "censored", "survival", "low", "high",
            ]),
            rows: (0..<count).map { row in
                [
                    .text("field"), name(row / 20, isLong: isLong), .integer(row % 20 * 97),
                    .integer(1_234_567 - row), .integer(10), .integer(0),
                    share(count - row, of: count),
                    row % 20 == 0 ? .missing : share((count - row) / 2, of: count),
                    row % 20 == 0 ? .missing : share(count, of: count),
                ]
            })
    }

    static func transitions(_ count: Int, isLong: Bool) -> Table {
        let side = Int(Double(count).squareRoot().rounded(.up))
        return Table(
            title: title(isLong), columns: columns(["row", "from", "to", "transitions", "share"]),
            rows: (0..<count).map { row in
                [
                    .text("cell"), name(row / side, isLong: isLong),
                    name(row % side, isLong: isLong),
                    row % 9 == 8 ? .withheld : .integer(row * row + 1), .missing,
                ]
            })
    }

    static func pairs(_ count: Int, isLong: Bool) -> Table {
        Table(
            title: title(isLong),
            columns: columns(["first", "second", "learners", "otherOrder", "lift"]),
            rows: (0..<count).map { row in
                [
                    name(row % 37, isLong: isLong), name(row % 37 + 1 + row / 37, isLong: isLong),
                    .integer(1_000 - row), .integer(3),
                    .number(row % 2 == 0 ? 1.5 : 0.5, decimals: 3),
                ]
            })
    }

    static let tables: [Table] = [rates, curves, transitions, pairs].flatMap { table in
        [1, 2, 13, 200].flatMap { [table($0, false), table($0, true)] }
    }

    private static let drawings = tables.flatMap { Pictures.drawings(of: $0) }

    @Test func `every table that a picture serves has one, also of one row`() {
        for table in Self.tables {
            #expect(Pictures.serve(table))
            #expect(!Pictures.drawings(of: table).isEmpty)
        }
        #expect(Pictures.drawings(of: Table(title: "", columns: [])).isEmpty)
        #expect(Pictures.drawings(of: Self.pairs(0, isLong: false)).isEmpty)
    }

    @Test func `nothing leaves the frame`() {
        for drawing in Self.drawings {
            for shape in drawing.shapes {
                let box = shape.bounds
                #expect(
                    box.x >= 0 && box.y >= 0 && box.x + box.width <= drawing.width + 0.01
                        && box.y + box.height <= drawing.height + 0.01,
                    "\(drawing.title.prefix(20)): \(shape)")
            }
        }
    }

    @Test func `no text lies on another`() {
        for drawing in Self.drawings {
            let texts = drawing.shapes.filter { if case .text = $0 { true } else { false } }
            for (place, one) in texts.enumerated() {
                for other in texts[(place + 1)...] {
                    #expect(!one.bounds.overlaps(other.bounds), "\(one) \(other)")
                }
            }
        }
    }

    @Test func `a picture says in words what it shows, and is the same each time`() throws {
        for drawing in Self.drawings {
            let text = drawing.svg("p").markupText
            #expect(text == drawing.svg("p").markupText)
            #expect(text.contains("role=\"img\"") && text.contains("<desc id=\"p-desc\">"))
            #expect(!text.contains("nan") && !text.contains("inf"))
            #expect(!text.contains("<Applied>") && !text.contains("\u{202E}"))
            #expect(XMLCheck.isWellFormed(text))
        }
    }
}

/// Whether every tag of a text is closed in order.
enum XMLCheck {
    static func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        for tag in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let end = tag.firstIndex(of: ">") else { return false }
            let inside = tag[..<end]
            if inside.hasPrefix("!") || inside.hasSuffix("/") { continue }
            let name = inside.prefix { $0 != " " }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
