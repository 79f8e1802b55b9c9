// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Varde's own document: one JSON object with the content of all tables.
struct VardeJSONFormat: Format {
    let name = "varde-json"
    let title = "Varde document (JSON)"
    let summary = """
        One JSON object, "schema": "varde/catalogue/1", with lists of the same content under the \
        same names as Varde's tables: skills, credentials, outcomes, alignments, relations, \
        requirements, awards and conversions. Text may be a string or an object of languages, \
        lists are arrays, numbers are read exactly. An award without a learner belongs to the \
        wallet that is being read. Its JSON Schema is Schemas/varde-catalogue-1.schema.json.
        """

    /// What `schema` says in a document of this format.
    static let schema = "varde/catalogue/1"

    func recognizes(_ opening: FileOpening) -> Bool {
        opening.json?["schema"]?.text?.hasPrefix("varde/catalogue/") ?? false
    }

    func makeReader(for source: FormatSource) -> any FormatReader { VardeJSONReader(source) }
}

private struct VardeJSONReader: FormatReader {
    let source: FormatSource
    var scanner = JSONScanner(delivers: .records)
    var decoder: VardeDecoder
    var notes = LedgerNotes()
    var hasSchema = false

    init(_ source: FormatSource) {
        self.source = source
        decoder = VardeDecoder(declaredVersion: source.frameworkVersion, allowsWallet: true)
    }

    mutating func read(
        _ chunk: ArraySlice<UInt8>, _ yield: (FormatEvent) throws -> Void
    ) throws {
        try chunk.withUnsafeBufferPointer { bytes in
            var position = 0
            while let delivered = try scan(bytes, &position) { try take(delivered, yield) }
        }
    }

    mutating func finish(_ yield: (FormatEvent) throws -> Void) throws {
        do throws(JSONScanner.Problem) {
            if let last = try scanner.finish() { throw notADocument(last.value) }
        } catch { throw error.error(in: source.file) }
        guard hasSchema else {
            throw FormatError(
                at: SourcePlace(file: source.file, pointer: ""), code: "missing-schema",
                "the document does not say what it is; add \"schema\": \"\(VardeJSONFormat.schema)\""
            )
        }
        for note in notes.entries + decoder.closingNotes(in: source.file) { try yield(.note(note)) }
    }

    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws -> JSONScanner.Delivered? {
        do throws(JSONScanner.Problem) { return try scanner.next(in: bytes, from: &position) } catch
        {
            throw error.error(in: source.file)
        }
    }

    private func notADocument(_ value: JSONValue) -> JSONScanner.Problem {
        JSONScanner.Problem(
            line: value.line, column: value.column, code: "not-an-object",
            message: "a Varde document is one JSON object; see its schema")
    }

    // MARK: Members

    private mutating func take(
        _ delivered: JSONScanner.Delivered, _ yield: (FormatEvent) throws -> Void
    ) throws {
        guard case .key(let name)? = delivered.path.first else {
            throw notADocument(delivered.value).error(in: source.file)
        }
        let node = JSONNode(delivered.value, pointer: "/" + JSONNode.escaped(name))
        guard name != "schema" else { return try check(node) }
        guard let table = VardeTable(rawValue: name) else { return ignore(name, node) }
        guard delivered.path.count == 2, case .index(let index) = delivered.path[1] else {
            if delivered.path.count == 1, delivered.value.content == .null { return }
            throw FormatError(
                at: node.place(in: source.file), code: "not-a-list",
                "\"\(name)\" must be a list of objects")
        }
        try take(JSONNode(delivered.value, pointer: "\(node.pointer)/\(index)"), of: table, yield)
    }

    private mutating func check(_ node: JSONNode) throws {
        guard node.text == VardeJSONFormat.schema else {
            throw FormatError(
                at: node.place(in: source.file), code: "unknown-schema",
                "\"\(node.text ?? "")\" cannot be read; this version reads"
                    + " \"\(VardeJSONFormat.schema)\"")
        }
        hasSchema = true
    }

    private mutating func ignore(_ name: String, _ node: JSONNode) {
        guard name != "$schema" else { return }
        let nearest = Spelling.nearest(
            to: name, among: VardeTable.allCases.map(\.rawValue), limit: 1
        ).first
        notes.add(
            .ignored, at: node.place(in: source.file), code: "unknown-member", key: name
        ) { _ in
            "\"\(name)\" is not one of Varde's lists and was left out"
                + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        }
    }

    // MARK: Records

    private mutating func take(
        _ node: JSONNode, of table: VardeTable, _ yield: (FormatEvent) throws -> Void
    ) throws {
        let record: Record
        do throws(VardeRow.Problem) {
            record = try decoder.record(from: try row(node, of: table), of: table)
        } catch {
            return try yield(.note(entry(.rejected, error, table, node)))
        }
        for remark in decoder.remarks {
            try yield(.note(entry(remark.action, remark.problem, table, node)))
        }
        try yield(.record(record, node.place(in: source.file)))
    }

    private mutating func row(
        _ node: JSONNode, of table: VardeTable
    ) throws(VardeRow.Problem) -> VardeRow {
        guard case .object(let members) = node.value.content else {
            throw VardeRow.Problem(
                cell: nil, code: "not-an-object", message: "an object is expected here")
        }
        var row = VardeRow(table: table)
        let columns = table.columns
        for member in members {
            guard let cell = columns.firstIndex(where: { $0.name == member.key }) else {
                ignore(member, node, table)
                continue
            }
            row.cells[cell] = try Self.cell(member.value, columns[cell], cell)
        }
        return row
    }

    private static func cell(
        _ value: JSONValue, _ column: VardeTable.Column, _ cell: Int
    ) throws(VardeRow.Problem) -> VardeRow.Cell {
        if value.content == .null { return .absent }
        switch column.shape {
        case .text:
            if let text = value.text?.trimmed { return text.isEmpty ? .absent : .text(text) }
        case .list:
            let texts = value.texts.map(\.trimmed).filter { !$0.isEmpty }
            if value.texts.count == value.elements.count { return .list(texts) }
        case .localized, .localizedList:
            if case .truth = value.content { break }
            let entries = entries(value)
            return entries.isEmpty ? .absent : .localized(entries)
        }
        throw VardeRow.Problem(
            cell: cell, code: "bad-type",
            message: "\"\(column.name)\" must be \(Self.expectation(column.shape))")
    }

    private static func entries(_ value: JSONValue) -> [LocalizedText.Entry] {
        func of(_ value: JSONValue, _ language: String) -> [LocalizedText.Entry] {
            value.texts.map(\.trimmed).filter { !$0.isEmpty }.map {
                LocalizedText.Entry(language: language, text: $0)
            }
        }
        if case .object(let members) = value.content {
            return members.flatMap { of($0.value, $0.key) }
        }
        return of(value, "und")
    }

    private static func expectation(_ shape: VardeTable.Column.Shape) -> String {
        switch shape {
        case .text: "a text or a number"
        case .list: "a list of texts"
        case .localized: "a text, or an object with a text for each language"
        case .localizedList: "a list of texts, or an object with a list for each language"
        }
    }

    private mutating func ignore(
        _ member: JSONValue.Member, _ node: JSONNode, _ table: VardeTable
    ) {
        notes.add(
            .ignored,
            at: JSONNode(
                member.value, pointer: node.pointer + "/" + JSONNode.escaped(member.key)
            ).place(in: source.file),
            code: "unknown-member", key: table.rawValue + "/" + member.key
        ) { count in
            "\"\(member.key)\" is not a member of \(table.rawValue) and was left out"
                + (count == 1 ? "" : ", \(count) times")
        }
    }

    private func entry(
        _ action: LedgerEntry.Action, _ problem: VardeRow.Problem, _ table: VardeTable,
        _ node: JSONNode
    ) -> LedgerEntry {
        var place = node.place(in: source.file)
        if let cell = problem.cell, let culprit = node[table.columns[cell].name] {
            place = culprit.place(in: source.file)
        }
        return LedgerEntry(action, at: place, code: problem.code, problem.message)
    }
}
