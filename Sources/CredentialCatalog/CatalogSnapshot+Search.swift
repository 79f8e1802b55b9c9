// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

/// Something that a full-text search found.
public struct SearchHit: Hashable, Sendable {
    /// A credential, an outcome, a skill or an occupation.
    public let noun: Noun
    /// Its id or URI.
    public let id: String
    /// Its title, statement or preferred label.
    public let title: LocalizedText
    /// The words around the match, on one line.
    public let snippet: String
}

extension CatalogSnapshot {
    /// Returns what the words of `text` are found in, in any language, the best first.
    ///
    /// Every word must begin a word of the titles, descriptions or other labels, whatever its case
    /// and accents. Matches in a title count ten times (BM25); of equals the lesser noun and id
    /// comes first. Text without a letter or digit finds nothing; no text is an error.
    public func search(
        _ text: String, limit: Int = 20, among nouns: Set<Noun> = Set(Noun.allCases)
    ) throws -> [SearchHit] {
        let kinds = Searchable.allCases.filter { nouns.contains($0.noun) }
        guard limit > 0, !kinds.isEmpty, let match = SearchWords(text).expression else { return [] }
        var rows: [(row: Int, snippet: String)] = []
        try database.each(
            """
            WITH hit AS (
                SELECT rowid AS row, bm25(search, 10.0, 1.0) AS rank,
                    snippet(search, -1, char(2), char(3), '…', 12) AS snippet
                FROM search WHERE search MATCH ?1)
            SELECT row, snippet FROM hit
            WHERE row % 4 IN (\(kinds.map { String($0.rawValue) }.joined(separator: ", ")))
            ORDER BY rank, row % 4, CASE row % 4
                WHEN 0 THEN (SELECT name FROM credential_data WHERE id = row / 4)
                WHEN 1 THEN (SELECT name FROM outcome_data WHERE id = row / 4)
                WHEN 2 THEN (SELECT uri FROM skill_data WHERE id = row / 4)
                ELSE (SELECT uri FROM occupation_data WHERE id = row / 4) END
            LIMIT ?2
            """, .text(match), .integer(limit)
        ) { rows.append(($0.integer(0), $0.text(1).markedLines.onOneLine)) }
        return try rows.compactMap { try hit($0.row, $0.snippet) }
    }

    private func hit(_ row: Int, _ snippet: String) throws -> SearchHit? {
        guard let (kind, id) = Searchable.parts(ofRow: row) else { return nil }
        let column = kind == .credential || kind == .outcome ? "name" : "uri"
        let name = try Query(
            database, "SELECT \(column) FROM \(kind.noun.rawValue)_data WHERE id = ?"
        ).first(.integer(id)) { $0.text(0) }
        var title: [LocalizedText.Entry] = []
        try database.each(
            "SELECT language, \(kind.title) FROM \(kind.table) WHERE owner = ?", .integer(id)
        ) { columns in
            columns.optionalText(1).map {
                title.append(LocalizedText.Entry(language: columns.text(0), text: $0))
            }
        }
        return SearchHit(
            noun: kind.noun, id: name ?? "", title: LocalizedText(title), snippet: snippet)
    }
}

extension String {
    /// The lines in which something is marked as found, without the marks: one text of a title has
    /// a line for each language, and only what matched belongs together.
    fileprivate var markedLines: String {
        split(separator: "\n").filter { $0.contains("\u{2}") }.joined(separator: " … ")
            .filter { $0 != "\u{2}" && $0 != "\u{3}" }
    }
}
