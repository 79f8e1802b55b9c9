// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import PathwayReports
import Pathways
import SkillsGraph

/// The learners of many reports, and all that the reports rest on: one reading of the catalogue.
struct BulkSource {
    let graph: Graph
    /// The learners, each once, by id.
    let learners: [Learner]
    /// The exceptions that were made for each.
    let exceptions: [String: [AuditException]]
    let frameworks: [Framework]
    let imports: [AuditBackground.Import]
    let storedSpace: [UInt8]?
    /// Tells one state of the catalogue from another.
    let fingerprint: String

    /// Reads the learners that are named: `all`, or the path of a file with an id a line.
    ///
    /// - Throws: `CatalogError`, `GraphError`, `FileError`, and `Failure` for ids that are not
    ///   there.
    init(_ catalog: CatalogOptions, _ named: String) throws {
        let path = try catalog.path()
        let wanted = named == "all" ? nil : try LearnerIDs.read(named)
        let fingerprint = try ReportBasis.fingerprint(ofCatalogue: path)
        self = try Catalog(reading: path).read { snapshot in
            let graph = try Graph(try snapshot.parts())
            var learners: [Learner] = []
            try snapshot.forEachLearner {
                if wanted?.contains($0.id) ?? true { learners.append($0) }
            }
            if let wanted { try Self.check(wanted, learners, named, snapshot) }
            return BulkSource(
                graph: graph, learners: learners,
                exceptions: Dictionary(grouping: try snapshot.exceptions(), by: \.learner),
                frameworks: try snapshot.frameworks(), imports: try snapshot.imports(),
                storedSpace: try StoredSkillSpace.bytes(in: snapshot, for: graph),
                fingerprint: fingerprint)
        }
        guard learners.isEmpty else { return }
        throw Failure("there is no learner to report on; import awards first")
    }

    private init(
        graph: Graph, learners: [Learner], exceptions: [String: [AuditException]],
        frameworks: [Framework], imports: [AuditBackground.Import], storedSpace: [UInt8]?,
        fingerprint: String
    ) {
        self.graph = graph
        self.learners = learners
        self.exceptions = exceptions
        self.frameworks = frameworks
        self.imports = imports
        self.storedSpace = storedSpace
        self.fingerprint = fingerprint
    }

    private static func check(
        _ wanted: Set<String>, _ found: [Learner], _ file: String, _ snapshot: CatalogSnapshot
    ) throws {
        let missing = wanted.subtracting(found.map(\.id)).sorted()
        guard let first = missing.first else { return }
        let more = missing.count > 1 ? " (and \(missing.count - 1) more that are not there)" : ""
        let failure = Failure.unknown(
            "learner", first, nearest: try snapshot.learners(near: first))
        throw Failure("\(file)\(more): \(failure)")
    }
}
