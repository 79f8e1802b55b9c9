// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import CredentialFormats

/// The rows of a text, and the notes on it.
private func table(
    _ bytes: some Sequence<UInt8>, chunk: Int = 1 << 20
) throws -> (rows: [[String?]], lines: [Int], notes: [String]) {
    var table = CSVTable(file: "t.csv")
    var rows: [[String?]] = []
    var lines: [Int] = []
    var notes: [String] = []
    func take(_ step: CSVTable.Step) {
        switch step {
        case .header: rows.append(table.header?.columns.map(\.spelling) ?? [])
        case .row:
            rows.append((0..<table.row.count).map { table.row.text($0) })
            lines.append(table.row.line)
        case .rejected(let entry): notes.append(entry.description)
        }
    }
    let bytes = Array(bytes)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
        let part = Array(bytes[start..<min(bytes.count, start + chunk)])
        try part.withUnsafeBufferPointer { part in
            var position = 0
            while let step = try table.next(in: part, from: &position) { take(step) }
        }
    }
    while let step = try table.next() { take(step) }
    return (rows, lines, notes + table.closingNotes.map(\.description))
}

@Suite struct CSVTests {
    @Test(arguments: [1, 2, 3, 7, 1000])
    func `quotes, doubled quotes and line ends inside quotes are undone`(chunk: Int) throws {
        let text = "a,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",3\r\n\"\",  4 ,\"5\"\r\n"
        let read = try table(text.utf8, chunk: chunk)
        #expect(read.rows == [["a", "b", "c"], ["1", "x, \"y\"\r\nz", "3"], [nil, "4", "5"]])
        #expect(read.lines == [2, 4])
        #expect(read.notes.isEmpty)
    }

    @Test(arguments: [1, 2, 5, 1000])
    func `LF, CRLF and CR end lines, and empty lines are passed over`(chunk: Int) throws {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "1,2", "", ",", "3,\"x\(end)y\"", "5,6"].joined(separator: end)
            let read = try table(text.utf8, chunk: chunk)
            #expect(read.rows == [["a", "b"], ["1", "2"], ["3", "x\(end)y"], ["5", "6"]])
            #expect(read.lines == [3, 6, 8], "\(end.debugDescription)")
        }
    }

    @Test func `the separator is the one the header has most of`() throws {
        #expect(
            try table("a;b;c,d\n1,5;2;3".utf8).rows == [["a", "b", "c,d"], ["1,5", "2", "3"]])
        #expect(try table("a\tb\n1\t2".utf8).rows == [["a", "b"], ["1", "2"]])
        #expect(try table("\"a;;;\",b\n1,2".utf8).rows == [["a;;;", "b"], ["1", "2"]])
        #expect(try table("a\n1".utf8).rows == [["a"], ["1"]])
    }

    @Test(arguments: [1, 1000])
    func `a byte order mark and a declared separator are passed over`(chunk: Int) throws {
        let read = try table("\u{FEFF}sep=;\r\na;b\r\n1;2".utf8, chunk: chunk)
        #expect(read.rows == [["a", "b"], ["1", "2"]])
        #expect(read.lines == [3])
    }

    @Test func `a cell of a mebibyte is read, and one of seventeen is refused`() throws {
        let long = String(repeating: "x", count: 1 << 20)
        #expect(try table("a,b\n1,\"\(long)\"".utf8, chunk: 4096).rows[1] == ["1", long])
        let tooLong = "a,b\n1,\"" + String(repeating: "x", count: 17 << 20)
        let error = #expect(throws: FormatError.self) { try table(tooLong.utf8, chunk: 1 << 16) }
        #expect(error?.code == "cell-too-long")
        #expect(error?.place.line == 2)
    }

    @Test func `a quote that is never closed is an error that names its line`() throws {
        let error = #expect(throws: FormatError.self) { try table("a,b\n1,2\n3,\"x\ny\n".utf8) }
        #expect(error?.description.hasPrefix("t.csv:3: open-quote: ") == true)
    }

    @Test(arguments: [1, 3, 1000])
    func `text that is not UTF-8 rejects its row and names the cell`(chunk: Int) throws {
        let bytes =
            Array("a,b\né,2\n1,".utf8) + [0xE9, 0x0A, 0xC3, 0x2C, 0xA9, 0x0A]
            + Array("3,4\n5,\0".utf8)
        let read = try table(bytes, chunk: chunk)
        #expect(read.rows == [["a", "b"], ["é", "2"], ["3", "4"]])
        #expect(
            read.notes.map { $0.prefix(25) } == [
                "t.csv:3:2: invalid-text: ", "t.csv:4:1: invalid-text: ",
                "t.csv:6:2: invalid-text: ",
            ])
    }

    @Test func `rows shorter than the header are padded and counted, longer ones rejected`() throws
    {
        let read = try table("a,b,c\n1\n2,3\n4,5,6,\n7,8,9,10\n".utf8)
        #expect(read.rows.count == 4)
        #expect(read.notes.count == 2)
        #expect(read.notes[0].hasPrefix("t.csv:5:4: too-many-cells: "))
        #expect(read.notes[1].hasPrefix("t.csv:2: short-rows: 2 rows"))
    }

    @Test func `text after a closing quote rejects the row`() throws {
        let read = try table("a,b\n\"1\"x,2\n3,4".utf8)
        #expect(read.rows == [["a", "b"], ["3", "4"]])
        #expect(read.notes[0].hasPrefix("t.csv:2: bad-quotes: "))
    }

    @Test func `a quote inside a cell without quotes stands for itself`() throws {
        #expect(try table("a,b\n5\" disk,2".utf8).rows[1] == ["5\" disk", "2"])
    }

    @Test func `a header twice, in UTF-16, without end or without text is refused`() {
        func code(_ bytes: some Sequence<UInt8>) -> String? {
            #expect(throws: FormatError.self) { _ = try table(bytes) }?.code
        }
        #expect(code("a,A\n1,2".utf8) == "repeated-column")
        #expect(code([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x0A, 0]) == "invalid-text")
        #expect(code(repeatElement(0x78, count: 2 << 20)) == "no-header")
        #expect(code([]) == "empty")
        #expect(code("\n\n".utf8) == "empty")
    }

    @Test func `random tables are read as they were written, whatever the chunks`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<60 {
            let width = Int.random(in: 1...4, using: &random)
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let cells = ["", "1", "é", "a b", "x,y", "q\"r", "l\nm", "\r", ";", "\"", "tab\tx"]
            var rows = [(0..<width).map { "h\($0)" }]
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let row = (0..<width).map { _ in cells.randomElement(using: &random) ?? "" }
                if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
            }
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: end)
            let expected = rows.map { $0.map { cell in cell.trimmed.isEmpty ? nil : cell.trimmed } }
            let kept =
                [expected[0]]
                + expected.dropFirst().filter { row in
                    row.contains { $0 != nil } || width == 0
                }
            let read = try table(text.utf8, chunk: Int.random(in: 1...9, using: &random))
            let filled = read.rows.filter { $0.contains { $0 != nil } }
            #expect(filled == kept, "\(text.debugDescription)")
        }
    }
}
