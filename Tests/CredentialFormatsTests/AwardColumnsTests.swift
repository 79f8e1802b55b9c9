// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import SkillsGraph
import TestSupport
import Testing

/// What a reader says of a table of awards, as text that can be compared.
private struct Account: Equatable {
    var awards: [String] = []
    var learners: [String] = []
    var notes: [String] = []
    var error: String?

    /// What the reader of records says.
    init(records bytes: [UInt8]) {
        do {
            let format = Formats.all.first { $0.name == "varde-csv" } ?? Formats.all[0]
            let reading = try Reading(bytes, as: format)
            for (award, learner) in zip(reading.awards, reading.learners) {
                add(award, learner ?? "")
            }
            notes = reading.notes.map(\.description)
        } catch { self.error = "\(error)" }
    }

    /// What the reader of columns says, fed random chunks.
    init(columns bytes: [UInt8], chunk: Int, _ random: inout SeededGenerator) {
        var reader = AwardColumnsReader(FormatSource(file: "file"))
        do {
            var start = 0
            while start < bytes.count {
                let length = chunk > 0 ? chunk : Int.random(in: 1...97, using: &random)
                let end = min(bytes.count, start + length)
                try Array(bytes[start..<end]).withUnsafeBufferPointer {
                    try reader.read($0) { notes.append($0.description) }
                }
                start = end
            }
            try reader.finish { notes.append($0.description) }
            add(reader.columns)
        } catch {
            self.error = "\(error)"
            notes = []
        }
    }

    /// What parts say, cut after random line feeds; nil where they are not sound.
    init?(parts bytes: [UInt8], _ random: inout SeededGenerator) {
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        guard let header = ends.first else { return nil }
        let cuts = ends.filter { _ in Int.random(in: 0...3, using: &random) == 0 }
        var first = AwardPart(FormatSource(file: "file"))
        do {
            try bytes[..<header].withUnsafeBufferPointer { try first.read($0) }
            var start = header
            for end in cuts.filter({ $0 > header }) + [bytes.count] {
                guard var part = first.following() else { return nil }
                try bytes[start..<end].withUnsafeBufferPointer { try part.read($0) }
                try part.finishRows()
                guard part.isSound else { return nil }
                first.append(part)
                start = end
            }
            try first.finish()
        } catch { return nil }
        guard first.isSound else { return nil }
        notes = first.notes.map(\.description)
        add(first.columns)
    }

    private mutating func add(_ columns: AwardColumns) {
        for row in 0..<columns.count {
            let item = columns.items[Int(columns.itemNumbers[row])]
            var award = Award(credential: item.credential)
            award.kind = item.kind
            award.level = item.level
            award.field = item.field
            award.provider = item.provider
            award.credits = item.credits
            award.progress = columns.progress[row]
            if columns.days[row] != AwardColumns.noDay {
                award.date = CalendarDate(dayNumber: Int(columns.days[row]))
            }
            add(award, columns.names.text(Int(columns.learners[row])))
        }
        #expect(learners == (0..<columns.names.count).map { columns.names.text($0) })
    }

    private mutating func add(_ award: Award, _ learner: String) {
        var seen = award
        seen.grade = nil
        seen.expires = nil
        seen.verification = .unverified
        seen.usedFor = []
        awards.append("\(learner) \(seen)")
        if !learners.contains(learner) { learners.append(learner) }
    }
}

@Suite struct AwardColumnsTests {
    private static let columns = [
        "learner", "credential", "date", "status", "grade", "scale", "credits", "scheme", "level",
        "field", "provider", "kind", "expires", "verification", "used", "remark", "",
    ]

    /// What may stand in a cell, good and bad, most of it good.
    private static let cells: [String: [String]] = [
        "learner": ["a1", "a2", "b-3", "", "a@b", " a1 ", "é", "\"a1\"", "\"a\"\"1\"", "x\u{7F}"],
        "credential": ["m1", "m2", "m3", "m3 ", "", "ü", "\"m,1\"", "\"m\n1\"", "m\"1"],
        "date": [
            "2024-01-31", "2023-02-28", "2024-02-29", "2023-02-29", "", "31.1.2024", "2024-1-31",
            "2024-01-31T10:00", " 2024-01-31", "0000-01-01", "9999-12-31", "2024-13-01",
        ],
        "status": [
            "completed", "completed", "", "in-progress", "failed", "Completed", "done", "planned",
        ],
        "grade": ["A", "", "ö", "\"1\"\"\""], "scale": ["", "s"],
        "credits": ["5", "7.5", "", "0", "1e1", "-1", "5,5", "100001", "5.0005"],
        "scheme": ["ECTS", "ECTS", "", "NFQ"], "level": ["6", "EQF:7", "", "NFQ:8", ":", "x"],
        "field": ["ict", "", "ärt"], "provider": ["north", "", "nörd"],
        "kind": ["micro-credential", "degree", "", "badge", "Badge", "bagde"],
        "expires": ["", "2030-01-01", "never"],
        "verification": ["", "verified", "maybe", "failed"], "used": ["", "d1; d2"],
        "remark": ["", "hello", "\0", "ü", "\"q\""], "": ["", "z"],
    ]

    /// Draws a table; the tamer, the more of its cells are good.
    private static func table(_ random: inout SeededGenerator) -> [UInt8] {
        let separator = [",", ",", ",", ";", "\t"].randomElement(using: &random) ?? ","
        let end = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let tameness = Int.random(in: 0...12, using: &random)
        var names = ["learner", "credential"]
        names += columns.dropFirst(2).filter { _ in Int.random(in: 0...2, using: &random) > 0 }
        if Int.random(in: 0...1, using: &random) == 0 { names.shuffle(using: &random) }
        if Int.random(in: 0...30, using: &random) == 0 { names.removeLast() }
        var text = names.joined(separator: separator) + end
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            var row = names.map { name in
                let choices = cells[name] ?? [""]
                let isGood = Int.random(in: 0...tameness, using: &random) > 0
                return (isGood ? choices.first : choices.randomElement(using: &random)) ?? ""
            }
            switch Int.random(in: 0...40, using: &random) {
            case 0: row.removeLast()
            case 1: row.append("more")
            case 2: row = [""]
            default: break
            }
            text += row.joined(separator: separator) + end
        }
        if Int.random(in: 0...3, using: &random) == 0, text.hasSuffix(end) { text += "a1" }
        var bytes = Array(text.utf8)
        if Int.random(in: 0...5, using: &random) == 0 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        }
        return bytes
    }

    @Test func `columns and records say the same of random and hostile tables`() {
        var random = SeededGenerator(seed: 40)
        for _ in 0..<oracleCases(debug: 600) {
            let bytes = Self.table(&random)
            var records = Account(records: bytes)
            if records.error != nil { records.notes = [] }
            for chunk in [0, 1 << 20] {
                let columns = Account(columns: bytes, chunk: chunk, &random)
                #expect(
                    columns == records, "\(String(decoding: bytes, as: UTF8.self).debugDescription)"
                )
            }
        }
    }

    @Test func `parts say the same as the whole, wherever it is cut`() {
        var random = SeededGenerator(seed: 41)
        var sound = 0
        for _ in 0..<oracleCases(debug: 600) {
            let bytes = Self.table(&random)
            guard let parts = Account(parts: bytes, &random) else { continue }
            sound += 1
            #expect(parts == Account(records: bytes))
        }
        #expect(sound > 60)
    }

    @Test func `a part that met a quote is not sound`() throws {
        var part = AwardPart(FormatSource(file: "a.csv"))
        try Array("learner,credential\na,m1\n".utf8).withUnsafeBufferPointer { try part.read($0) }
        #expect(part.isSound)
        try Array("a,\"m\n2\"\n".utf8).withUnsafeBufferPointer { try part.read($0) }
        #expect(!part.isSound)
    }

    @Test func `a table of something else is refused by name`() {
        var reader = AwardColumnsReader(FormatSource(file: "c.csv"))
        let error = #expect(throws: FormatError.self) {
            try Array("id,title,kind\na,A,course\n".utf8).withUnsafeBufferPointer {
                try reader.read($0) { _ in }
            }
        }
        #expect(error?.code == "not-awards")
        #expect(error?.place.line == 1)
    }

    @Test func `rows that say the same of a credential share an item`() throws {
        var reader = AwardColumnsReader(FormatSource(file: "a.csv"))
        let text = "learner,credential,kind\na,m1,course\nb,m1,course\na,m1 , course\nb,m1,badge\n"
        try Array(text.utf8).withUnsafeBufferPointer { try reader.read($0) { _ in } }
        try reader.finish { _ in }
        #expect(reader.columns.itemNumbers == [0, 0, 0, 1])
        #expect(reader.columns.learners == [0, 1, 0, 1])
    }
}
