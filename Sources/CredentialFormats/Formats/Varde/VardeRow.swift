// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A row of one of Varde's tables as named cells: what CSV and JSON have in common.
struct VardeRow {
    /// What a cell holds.
    enum Cell {
        case absent
        case text(String)
        case list([String])
        case localized([LocalizedText.Entry])
    }

    /// What is wrong with a cell.
    struct Problem: Error {
        /// The cell, counted from 0 in the order of the table's columns; nil for the row.
        let cell: Int?
        let code: String
        let message: String
    }

    /// The cells, one for each column of the table.
    var cells: [Cell]
    /// Whether a comma may be the decimal point.
    let allowsDecimalComma: Bool

    init(table: VardeTable, allowsDecimalComma: Bool = false) {
        cells = Array(repeating: .absent, count: table.columns.count)
        self.allowsDecimalComma = allowsDecimalComma
    }

    /// Empties every cell.
    mutating func clear() { for index in cells.indices { cells[index] = .absent } }

    // MARK: Text

    func text(_ column: some VardeColumn) -> String? {
        if case .text(let text) = cells[column.rawValue] { text } else { nil }
    }

    func list(_ column: some VardeColumn) -> [String] {
        switch cells[column.rawValue] {
        case .list(let texts): texts
        case .text(let text): [text]
        case .absent, .localized: []
        }
    }

    func entries(_ column: some VardeColumn) -> [LocalizedText.Entry] {
        if case .localized(let entries) = cells[column.rawValue] { entries } else { [] }
    }

    func localized(_ column: some VardeColumn) -> LocalizedText? {
        let entries = entries(column)
        return entries.isEmpty ? nil : LocalizedText(entries)
    }

    /// Returns the text of a cell that must not be empty.
    func needed(_ column: some VardeColumn) throws(Problem) -> String {
        if let text = text(column) { return text }
        throw missing(column)
    }

    /// Returns the texts of a cell that must not be empty.
    func neededText(_ column: some VardeColumn) throws(Problem) -> LocalizedText {
        if let text = localized(column) { return text }
        throw missing(column)
    }

    private func missing(_ column: some VardeColumn) -> Problem {
        problem(column, "missing-\(column)", "\"\(column)\" is empty; fill it in")
    }

    // MARK: Values

    /// Returns the number in a cell: digits with a point, or a comma where that is allowed.
    func number(_ column: some VardeColumn) throws(Problem) -> ExactDecimal? {
        guard let text = numeral(column) else { return nil }
        guard let number = ExactDecimal(written: text), number >= .zero else {
            let hint = text.contains(",") ? "; write the decimals after a point" : ""
            throw problem(
                column, "bad-number",
                "\"\(shown(text))\" is not a number such as 7.5, with up to three decimals\(hint)")
        }
        return number
    }

    /// Returns the text of a cell that may be a number, its decimal comma made a point.
    func numeral(_ column: some VardeColumn) -> String? {
        guard let text = text(column) else { return nil }
        guard allowsDecimalComma, text.utf8.contains(UInt8(ascii: ",")),
            text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2C || $0 == 0x25 || $0 == 0x2D })
        else { return text }
        return text.replacing(",", with: ".")
    }

    func date(_ column: some VardeColumn) throws(Problem) -> CalendarDate? {
        guard let text = text(column) else { return nil }
        if let date = CalendarDate(text) { return date }
        throw problem(
            column, "bad-date", "\"\(shown(text))\" is not a date such as 2026-11-23")
    }

    /// Returns the word in a cell as one of an enumeration's.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ column: some VardeColumn, of words: Word.Type
    ) throws(Problem) -> Word? {
        guard let text = text(column) else { return nil }
        if let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) { return word }
        throw unknown(column, text, among: words.allCases.map(\.rawValue))
    }

    /// Returns the level in a cell; without a framework in it, it is of `framework`.
    func level(
        _ column: some VardeColumn, framework: String? = nil
    ) throws(Problem) -> Level? {
        guard let text = text(column) else { return nil }
        if let framework, !text.contains(":") { return Level(framework: framework, value: text) }
        if let level = Level(text) { return level }
        throw problem(
            column, "bad-level", "\"\(shown(text))\" is not a level such as 6 or NFQ:8")
    }

    /// Returns the credits in two cells; without a scheme they are in `unknown`.
    func credits(
        _ amount: some VardeColumn, _ scheme: some VardeColumn
    ) throws(Problem) -> Credits? {
        guard let number = try number(amount) else { return nil }
        guard number <= ExactDecimal(100_000) else {
            throw problem(
                amount, "impossible-credits",
                "\(number) credits cannot be awarded; the most is 100000")
        }
        return Credits(number, text(scheme).map { CreditScheme(rawValue: $0) } ?? .unknown)
    }

    // MARK: Problems

    func problem(_ column: some VardeColumn, _ code: String, _ message: String) -> Problem {
        Problem(cell: column.rawValue, code: code, message: message)
    }

    func unknown(
        _ column: some VardeColumn, _ text: String, among words: [String]
    ) -> Problem {
        let nearest = Spelling.nearest(to: text, among: words, limit: 1).first
        let hint = nearest.map { "did you mean \"\($0)\"? It is" } ?? "it is"
        return problem(
            column, "unknown-\(column)",
            "\"\(shown(text))\" is not a \(column); \(hint) one of \(words.joined(separator: ", "))"
        )
    }

    /// A cell's text short enough for a message.
    func shown(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(60) + "…"
    }
}
