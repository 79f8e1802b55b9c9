// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Reads all skills and occupations, in the order of their URIs, and the rows they are in.
struct ConceptReader {
    private let database: Database
    private let frameworks: [Int: Framework]

    /// Reads the frameworks, whose names all skills then share.
    init(_ database: Database) throws {
        self.database = database
        var frameworks: [Int: Framework] = [:]
        try database.each("SELECT id, name, version FROM framework_data") {
            frameworks[$0.integer(0)] = Framework($0.text(1), version: $0.text(2))
        }
        self.frameworks = frameworks
    }

    func skills() throws -> ([Skill], rows: [Int]) {
        var names = try NamesByRow(database, "skill")
        var skills: [Skill] = []
        var rows: [Int] = []
        skills.reserveCapacity(names.count)
        rows.reserveCapacity(names.count)
        try database.each("SELECT id, uri, kind, framework FROM skill_data ORDER BY uri") {
            let row = $0.integer(0)
            skills.append(
                Skill(
                    uri: $0.text(1), label: names.label(row),
                    alternatives: names.takeAlternatives(row),
                    kind: Skill.Kind(rawValue: $0.text(2)) ?? .skill,
                    framework: frameworks[$0.integer(3)] ?? Framework("unknown")))
            rows.append(row)
        }
        return (skills, rows)
    }

    func occupations() throws -> ([Occupation], rows: [Int]) {
        var names = try NamesByRow(database, "occupation")
        var occupations: [Occupation] = []
        var rows: [Int] = []
        try database.each(
            "SELECT id, uri, code, is_group, framework FROM occupation_data ORDER BY uri"
        ) {
            let row = $0.integer(0)
            occupations.append(
                Occupation(
                    uri: $0.text(1), label: names.label(row),
                    alternatives: names.takeAlternatives(row), code: $0.optionalText(2),
                    isGroup: $0.integer(3) == 1,
                    framework: frameworks[$0.integer(4)] ?? Framework("unknown")))
            rows.append(row)
        }
        return (occupations, rows)
    }
}

/// The names of all skills, or of all occupations, by row.
private struct NamesByRow {
    private var labels: TextsByRow
    private var alternatives: [[LocalizedText.Entry]]

    var count: Int { alternatives.count }

    init(_ database: Database, _ noun: String) throws {
        let last = try database.number("SELECT ifnull(max(id), 0) FROM \(noun)_data")
        labels = TextsByRow(last: last)
        alternatives = Array(repeating: [], count: last + 1)
        try database.each("SELECT owner, language, label, alternatives FROM \(noun)_label") {
            read($0)
        }
        labels.finish()
    }

    func label(_ row: Int) -> LocalizedText { labels[row] }

    mutating func takeAlternatives(_ row: Int) -> [LocalizedText.Entry] {
        defer { alternatives[row] = [] }
        return alternatives[row]
    }

    private mutating func read(_ columns: Columns) {
        let row = columns.integer(0)
        let language = columns.text(1)
        if let label = columns.optionalText(2) { labels.add(label, language, to: row) }
        columns.eachLine(3) {
            alternatives[row].append(LocalizedText.Entry(language: language, text: $0))
        }
    }
}
