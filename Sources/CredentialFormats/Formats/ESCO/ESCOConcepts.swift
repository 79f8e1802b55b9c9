// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads skills, skill groups, occupations and ISCO groups; a row's `conceptType` says which it is.
struct ESCOConcepts: ESCORows {
    private(set) var notes = LedgerNotes()
    private let edition: ESCOEdition
    /// What stands between two labels of a cell, a line break apart.
    private let separator: Character?
    private let type: Int
    private let uri: Int
    private let label: Int
    private let alternatives: Int
    private let hidden: Int
    private let skillType: Int
    private let schemes: Int
    private let code: Int
    private let group: Int
    private let status: Int

    init(_ header: CSVHeader, _ edition: ESCOEdition, separator: Character? = nil) {
        self.edition = edition
        self.separator = separator
        func position(_ name: String) -> Int { header.position(of: name) ?? .max }
        type = position("conceptType")
        uri = position("conceptUri")
        label = position("preferredLabel")
        alternatives = position("altLabels")
        hidden = position("hiddenLabels")
        skillType = position("skillType")
        schemes = position("inScheme")
        code = position("code")
        group = position("iscoGroup")
        status = position("status")
    }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        let row = csv.row
        guard let uri = row.text(uri) else {
            return try reject(csv, self.uri, "missing-uri", "\"conceptUri\" is empty", yield)
        }
        guard let label = row.text(label) else {
            return try reject(csv, self.label, "missing-label", "the label is empty", yield)
        }
        if let status = row.text(status), status != "released" {
            return notes.add(.ignored, at: csv.place(self.status), code: "not-released") { count in
                count == 1
                    ? "it is not released, and was left out"
                    : "\(count) concepts that are not released were left out"
            }
        }
        guard let record = record(csv, uri, label) else {
            return try reject(
                csv, type, "unknown-type", "\"\(row.text(type) ?? "")\" is not a type of concept",
                yield)
        }
        try yield(.record(record, csv.place()))
    }

    private mutating func record(_ csv: CSVTable, _ uri: String, _ label: String) -> Record? {
        let row = csv.row
        if row.cell(type, is: "KnowledgeSkillCompetence") {
            return .skill(skill(row, uri, label, kind(csv)))
        }
        if row.cell(type, is: "SkillGroup") { return .skill(skill(row, uri, label, .group)) }
        let isGroup = row.cell(type, is: "ISCOGroup")
        guard isGroup || row.cell(type, is: "Occupation") else { return nil }
        return .occupation(
            Occupation(
                uri: uri, label: LocalizedText(label, language: edition.language),
                alternatives: others(row, than: label),
                code: row.text(code) ?? row.text(group), isGroup: isGroup,
                framework: edition.framework))
    }

    private func skill(
        _ row: CSVRow, _ uri: String, _ label: String, _ kind: Skill.Kind
    ) -> Skill {
        Skill(
            uri: uri, label: LocalizedText(label, language: edition.language),
            alternatives: others(row, than: label), kind: kind, framework: edition.framework)
    }

    /// Language skills stand in a scheme of their own, whether they are knowledge or competence.
    private mutating func kind(_ csv: CSVTable) -> Skill.Kind {
        let row = csv.row
        if let schemes = row.text(schemes), schemes.contains("/skill-language-groups") {
            return .language
        }
        if row.cell(skillType, is: "knowledge") { return .knowledge }
        if row.cell(skillType, is: "attitude") { return .attitude }
        if !row.cell(skillType, is: "skill/competence"), skillType != .max {
            notes.add(.guessed, at: csv.place(skillType), code: "skill-type") { count in
                count == 1
                    ? "it does not say whether it is knowledge; it is taken as a skill"
                    : "\(count) concepts do not say whether they are knowledge; they are taken as "
                        + "skills"
            }
        }
        return .skill
    }

    /// The other labels: one a line, each once, and not the preferred one again.
    private func others(_ row: CSVRow, than label: String) -> [LocalizedText.Entry] {
        var texts: [String] = []
        for cell in [alternatives, hidden] {
            guard let labels = row.text(cell) else { continue }
            for line in labels.split(whereSeparator: { $0.isNewline || $0 == separator }) {
                let text = line.trimmed
                if !text.isEmpty, text != label, !texts.contains(text) { texts.append(text) }
            }
        }
        return texts.map { LocalizedText.Entry(language: edition.language, text: $0) }
    }

    private func reject(
        _ csv: CSVTable, _ cell: Int, _ code: String, _ message: String,
        _ yield: (FormatEvent) throws -> Void
    ) throws {
        try yield(.note(LedgerEntry(.rejected, at: csv.place(cell), code: code, message)))
    }
}
