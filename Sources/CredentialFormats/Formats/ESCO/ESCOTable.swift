// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The kinds of files ESCO is published in, told apart by their headers.
enum ESCOTable: CaseIterable {
    case collection, concepts, broader, hierarchy, skillSkill, occupationSkill, other

    /// Returns the table a header is of.
    static func of(_ header: CSVHeader) -> ESCOTable? { allCases.first { $0.matches(header) } }

    private func matches(_ header: CSVHeader) -> Bool {
        switch self {
        case .collection:
            header.has(["conceptType", "conceptUri", "preferredLabel", "broaderConceptUri"])
        case .concepts:
            header.has(["conceptType", "conceptUri", "preferredLabel", "status"])
        case .broader: header.has(["conceptUri", "broaderUri"])
        case .hierarchy: header.has(["Level 0 URI", "Level 1 URI"])
        case .skillSkill: header.has(["originalSkillUri", "relationType", "relatedSkillUri"])
        case .occupationSkill: header.has(["occupationUri", "relationType", "skillUri"])
        case .other:
            header.has(["conceptSchemeUri", "hasTopConcept"])
                || header.has(["conceptUri", "greenShare"])
                || header.has(["filename", "data header", "property"])
        }
    }

    /// Whether what the file says is of a version of ESCO.
    var statesFramework: Bool { self == .concepts || self == .collection }
    /// Whether the file has labels in a language.
    var hasLabels: Bool { self == .concepts || self == .collection }

    /// Returns what reads the rows of a file with this header.
    func rows(_ header: CSVHeader, _ edition: ESCOEdition) -> any ESCORows {
        switch self {
        case .concepts: ESCOConcepts(header, edition)
        case .broader: ESCORelations(header, from: "conceptUri", to: "broaderUri", kind: nil)
        case .hierarchy: ESCOHierarchy(header)
        case .skillSkill:
            // "relatedSkill is essential for originalSkill": the related skill comes first.
            ESCORelations(
                header, from: "relatedSkillUri", to: "originalSkillUri", kind: "relationType")
        case .occupationSkill:
            ESCORelations(header, from: "skillUri", to: "occupationUri", kind: "relationType")
        case .collection: ESCOCollectionRows(header, edition)
        case .other:
            ESCOSkippedRows { count in "\(count) rows of this file of ESCO are not used" }
        }
    }
}

/// Reads the rows of one kind of file.
protocol ESCORows {
    /// What is to be said of all rows together.
    var notes: LedgerNotes { get }

    /// Reads the row that `csv` has come to.
    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws
}

/// Counts rows of which nothing is taken.
struct ESCOSkippedRows: ESCORows {
    private(set) var notes = LedgerNotes()
    let message: (Int) -> String

    init(message: @escaping (Int) -> String) { self.message = message }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        notes.add(
            .ignored, at: SourcePlace(file: csv.file), code: "not-used", message)
    }
}
