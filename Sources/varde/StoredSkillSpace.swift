// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Pathways
import SkillsGraph
import VectorScoring

/// The skill space: made when skills are imported, kept in the catalogue, read by every question.
enum StoredSkillSpace {
    /// The name of the derived data.
    static let name = "skill-space"
    /// How many dimensions the space has at most.
    static let dimension = 256

    /// Asks for the space of the graph that comes of an import.
    static func derive(in session: ImportSession, isQuiet: Bool) {
        session.derive(name, fingerprint: fingerprint) { graph in
            var progress = Progress(isQuiet: isQuiet)
            progress.update("building the skill space", now: true)
            defer { progress.end() }
            return build(of: graph).bytes
        }
    }

    /// Returns the bytes of the stored space, where it is that of `graph`.
    static func bytes(in snapshot: CatalogSnapshot, for graph: Graph) throws -> [UInt8]? {
        try snapshot.derived(name, fingerprint: fingerprint(of: graph))
    }

    /// Returns the stored space, or, where there is none that fits, one built in memory, which
    /// standard error is told.
    static func load(_ bytes: [UInt8]?, for graph: Graph, isQuiet: Bool) -> SkillSpace {
        let stored = bytes.flatMap { try? SkillSpace(bytes: $0) }
        if let stored, stored.skills == graph.skills.count { return stored }
        if !isQuiet {
            Console.say(
                "varde: no stored skill space fits; one is built for this answer "
                    + "(\"varde import\" stores it)")
        }
        return build(of: graph)
    }

    /// What the space is made from, and into how many dimensions.
    static func fingerprint(of graph: Graph) -> String {
        "\(graph.skillFingerprint())-\(dimension)"
    }

    private static func build(of graph: Graph) -> SkillSpace {
        SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: dimension,
            fingerprint: fingerprint(of: graph))
    }
}
