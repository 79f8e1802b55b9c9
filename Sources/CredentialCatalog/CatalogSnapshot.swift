// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

/// A catalogue as one read transaction sees it; it lives inside the call to `Catalog.read`.
public struct CatalogSnapshot {
    let database: Database
    let path: String

    init(_ database: Database, path: String) {
        self.database = database
        self.path = path
    }

    /// Returns the parts of the graph, everything in the order of its ids: positions do not depend
    /// on what was imported first.
    ///
    /// - Complexity: O(rows); about a tenth of a second for the whole of ESCO.
    public func parts() throws -> GraphParts { try PartsReader(database).parts() }

    /// Returns the derived data of this name, if it was made from this fingerprint.
    public func derived(_ name: String, fingerprint: String) throws -> [UInt8]? {
        try Query(database, "SELECT bytes FROM derived_data WHERE name = ? AND fingerprint = ?")
            .first(.text(name), .text(fingerprint)) { $0.bytes(0) }
    }

    /// Returns the log, the oldest entry first.
    public func log() throws -> [LogEntry] { try ImportLog(database).entries() }

    /// Returns the frameworks of skills and occupations, by name and version.
    public func frameworks() throws -> [Framework] {
        var frameworks: [Framework] = []
        try database.each(
            """
            SELECT name, version FROM framework_data f
            WHERE EXISTS (SELECT 1 FROM skill_data WHERE framework = f.id)
            OR EXISTS (SELECT 1 FROM occupation_data WHERE framework = f.id)
            ORDER BY name, version
            """
        ) { frameworks.append(Framework($0.text(0), version: $0.text(1))) }
        return frameworks
    }

    /// Returns how many of each noun there are, pending relations and alignments included.
    public func counts() throws -> [Noun: Int] {
        var counts: [Noun: Int] = [:]
        for noun in Noun.allCases {
            counts[noun] = try noun.tables.reduce(0) { sum, table in
                sum + (try database.number("SELECT count(*) FROM \(table)"))
            }
        }
        return counts
    }

    /// Returns the references that are kept until what they refer to is imported, in the order of
    /// their texts.
    public func pending() throws -> [PendingReference] {
        var pending: [PendingReference] = []
        try database.each(
            """
            SELECT noun, "from", relation, "to", candidates, place FROM pending
            ORDER BY noun, "from", relation, "to", place
            """
        ) {
            pending.append(
                PendingReference(
                    noun: Noun(rawValue: $0.text(0)) ?? .alignment, from: $0.text(1),
                    relation: $0.text(2), to: $0.text(3), candidates: $0.lines(4),
                    place: $0.text(5)))
        }
        return pending
    }
}

/// A reference kept until what it refers to is imported.
public struct PendingReference: Hashable, Sendable {
    /// A skill relation or an alignment.
    public let noun: Noun
    /// The URI or id it starts from.
    public let from: String
    /// What it says.
    public let relation: String
    /// The URI or label it leads to.
    public let to: String
    /// The URIs that a label may mean, where it means more than one.
    public let candidates: [String]
    /// The file and line that say so.
    public let place: String
}

extension Noun {
    /// The tables whose rows are counted.
    fileprivate var tables: [String] {
        switch self {
        case .skill: ["skill_data"]
        case .occupation: ["occupation_data"]
        case .skillRelation:
            ["skill_skill", "skill_occupation", "occupation_occupation", "pending_relation"]
        case .credential: ["credential_data"]
        case .outcome: ["outcome_data"]
        case .alignment: ["alignment_data"]
        case .credentialRelation: ["credential_credential"]
        case .rule: ["rule_data"]
        case .conversion: ["conversion_data"]
        case .award: ["award_data"]
        }
    }
}
