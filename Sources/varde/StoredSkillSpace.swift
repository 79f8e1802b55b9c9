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
        var progress = Progress(isQuiet: isQuiet)
        session.derive(name, fingerprint: { fingerprint(of: $0) }) { graph in
            progress.update("building the skill space")
            defer { progress.end() }
            return build(of: graph).bytes
        }
    }

    /// Returns the space of `graph`: the stored one, or, where that is missing or stale, one built
    /// in memory, which `say` is told.
    static func load(
        _ bytes: [UInt8]?, for graph: Graph, say: (String) -> Void
    ) -> SkillSpace {
        if let bytes, let space = try? SkillSpace(bytes: bytes),
            space.fingerprint == fingerprint(of: graph), space.skills == graph.skills.count
        {
            return space
        }
        say("varde: the stored skill space is \(bytes == nil ? "missing" : "stale"); it is built "
            + "anew for this answer. Run \"varde import\" to store one.")
        return build(of: graph)
    }

    private static func build(of graph: Graph) -> SkillSpace {
        SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: dimension,
            fingerprint: fingerprint(of: graph))
    }

    /// What the space is made from, and into how many dimensions.
    private static func fingerprint(of graph: Graph) -> String {
        "\(graph.skillFingerprint())-\(dimension)"
    }
}
