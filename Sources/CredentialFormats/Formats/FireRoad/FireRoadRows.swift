// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads the rows of a course list into credentials, their relations and their prerequisites.
struct FireRoadRows {
    private(set) var notes = LedgerNotes()
    private let header: CSVHeader
    /// The subjects read: the list has some twice, and a rule twice would be none.
    private var seen: Set<String> = []

    /// What units are credits of.
    static let units = CreditScheme(rawValue: "MIT units")

    init(_ header: CSVHeader) { self.header = header }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        guard let id = text("Subject Id", csv) else {
            let entry = LedgerEntry(
                .rejected, at: csv.place(header.position(of: "Subject Id")), code: "missing-id",
                "the subject has no id")
            return try yield(.note(entry))
        }
        guard seen.insert(id).inserted else {
            return notes.add(.ignored, at: csv.place(), code: "repeated-subject") { count in
                "a subject that stands further up, and left out (\(count) in this file)"
            }
        }
        let place = csv.place()
        try yield(.record(.credential(credential(id, csv)), place))
        for other in equivalents(of: id, csv) {
            // One direction, so that two rows that name each other say the same.
            let relation = CredentialRelation(
                from: min(id, other), kind: .equivalent, to: max(id, other))
            try yield(.record(.credentialRelation(relation), place))
        }
        for row in prerequisites(of: id, csv) { try yield(.record(.requirement(row), place)) }
        noteUnread(csv)
    }

    private func text(_ column: String, _ csv: CSVTable) -> String? {
        header.position(of: column).flatMap { csv.row.text($0) }
    }

    // MARK: Credential

    private mutating func credential(_ id: String, _ csv: CSVTable) -> Credential {
        let title = text("Subject Title", csv)
        if title == nil {
            notes.add(.adjusted, at: csv.place(), code: "missing-title") { count in
                "no title, so that the id stands for it (\(count) in this file)"
            }
        }
        var credential = Credential(
            id: id, title: LocalizedText(title ?? id, language: "en"), kind: .course)
        credential.provider = "MIT"
        credential.credits = credits(csv)
        credential.tags = tags(id, csv)
        credential.identifiers = joint(csv)
        credential.description = text("Subject Description", csv).map {
            LocalizedText($0, language: "en")
        }
        credential.url = url(csv)
        return credential
    }

    /// A subject without units has as many as are arranged: they stand on its awards.
    private mutating func credits(_ csv: CSVTable) -> Credits? {
        guard let text = text("Total Units", csv) else { return nil }
        guard let amount = ExactDecimal(text), Credits(amount, Self.units).isPossible else {
            let cell = header.position(of: "Total Units")
            notes.add(.ignored, at: csv.place(cell), code: "bad-units") { count in
                "not a number of units, and left out (\(count) in this file)"
            }
            return nil
        }
        return Credits(amount, Self.units)
    }

    private func tags(_ id: String, _ csv: CSVTable) -> [String] {
        var tags = Self.list(text("Gir Attribute", csv)).map { "GIR:\($0)" }
        let hass = Self.list(text("Hass Attribute", csv))
        tags += (hass.isEmpty ? [] : ["HASS"]) + hass + Self.list(text("Comm Req Attribute", csv))
        if let department = id.split(separator: ".").first, department.count < id.count {
            tags.append("department:\(department)")
        }
        switch text("Subject Level", csv) {
        case "U": tags.append("undergraduate")
        case "G": tags.append("graduate")
        default: break
        }
        return tags
    }

    private mutating func url(_ csv: CSVTable) -> String? {
        guard let url = text("URL", csv) else { return nil }
        if url.hasPrefix("https://"), !url.contains(where: \.isWhitespace) { return url }
        let cell = header.position(of: "URL")
        notes.add(.ignored, at: csv.place(cell), code: "bad-url") { count in
            "not an https address, and left out (\(count) in this file)"
        }
        return nil
    }

    // MARK: Relations

    private func joint(_ csv: CSVTable) -> [String] {
        Self.list(text("Joint Subjects", csv)).map(FireRoadPrerequisites.number)
    }

    private func equivalents(of id: String, _ csv: CSVTable) -> [String] {
        let others = Self.list(text("Equivalent Subjects", csv)).map(FireRoadPrerequisites.number)
        var seen: Set<String> = [id]
        return (joint(csv) + others).filter { seen.insert($0).inserted }
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split { ",; ".contains($0) }.map(String.init)
    }

    // MARK: Prerequisites

    private mutating func prerequisites(of id: String, _ csv: CSVTable) -> [RequirementRow] {
        guard let text = text("Prerequisites", csv) else { return [] }
        let prerequisites = FireRoadPrerequisites(text)
        if prerequisites.isInWords {
            let cell = header.position(of: "Prerequisites")
            notes.add(.adjusted, at: csv.place(cell), code: "prerequisite-in-words") { count in
                "a prerequisite in words, so that a person decides (\(count) in this file)"
            }
        }
        return prerequisites.rows(of: id)
    }

    private mutating func noteUnread(_ csv: CSVTable) {
        guard text("Corequisites", csv) != nil else { return }
        let cell = header.position(of: "Corequisites")
        notes.add(.ignored, at: csv.place(cell), code: "corequisite") { count in
            "a corequisite, which may be taken together, was left out (\(count) in this file)"
        }
    }
}
