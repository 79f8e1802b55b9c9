// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Migration 2: full-text search over what an older file already holds.
    static let search =
        """
        CREATE VIRTUAL TABLE search USING fts5(
            title, more, tokenize = 'unicode61 remove_diacritics 2');
        """ + Searchable.allCases.map { $0.insertion(where: "true") + ";" }.joined()
}

/// What full-text search finds; the raw value is part of the row number in the index.
enum Searchable: Int, CaseIterable {
    case credential = 0
    case outcome = 1
    case skill = 2
    case occupation = 3

    /// The row in the index of the thing with this row id.
    func row(_ id: Int) -> Int { id * 4 + rawValue }

    /// The thing, and its row id, of a row in the index.
    static func parts(ofRow row: Int) -> (Searchable, id: Int)? {
        Searchable(rawValue: row & 3).map { ($0, row >> 2) }
    }

    /// The noun it is.
    var noun: Noun {
        switch self {
        case .credential: .credential
        case .outcome: .outcome
        case .skill: .skill
        case .occupation: .occupation
        }
    }

    /// SQL that adds to the index the things whose row id, `owner`, satisfies a condition: all
    /// titles of all languages in one row, then all else.
    func insertion(where condition: String) -> String {
        """
        INSERT INTO search (rowid, title, more)
        SELECT owner * 4 + \(rawValue), ifnull(group_concat(\(title), char(10)), ''),
            ifnull(group_concat(\(more), char(10)), '')
        FROM (SELECT * FROM \(table) WHERE \(condition) ORDER BY owner, language) GROUP BY owner
        """
    }

    /// The table its words are in.
    var table: String {
        switch self {
        case .credential: "credential_text"
        case .outcome: "outcome_text"
        case .skill: "skill_label"
        case .occupation: "occupation_label"
        }
    }

    /// The column of `table` that names it.
    var title: String {
        switch self {
        case .credential: "title"
        case .outcome: "text"
        case .skill, .occupation: "label"
        }
    }

    private var more: String {
        switch self {
        case .credential: "description"
        case .outcome: "NULL"
        case .skill, .occupation: "alternatives"
        }
    }
}
