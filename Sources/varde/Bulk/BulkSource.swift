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

/// A file with the id of a learner a line; a heading `learner` is skipped.
enum LearnerIDs {
    private static let mostBytes = 1 << 26

    /// Returns the ids.
    ///
    /// - Throws: `FileError`, and `Failure` where there are none.
    static func read(_ path: String) throws -> Set<String> {
        let bytes = try FileChunks.contents(of: path, limit: mostBytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { id(String($0.trimmingPrefix("\u{FEFF}"))) }
        let ids = Set(lines.filter { !$0.isEmpty && $0 != "learner" })
        guard ids.isEmpty else { return ids }
        throw Failure("\(path): there is no learner in it; write an id a line")
    }

    /// A line without the spaces around it, and without quotation marks where it is quoted as in
    /// CSV.
    private static func id(_ line: String) -> String {
        var line = Substring(line)
        while line.first?.isWhitespace ?? false { line.removeFirst() }
        while line.last?.isWhitespace ?? false { line.removeLast() }
        guard line.count > 1, line.first == "\"", line.last == "\"" else { return String(line) }
        return String(line.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
}
