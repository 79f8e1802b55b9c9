// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import PathwayReports
import SkillsGraph
import VectorScoring

/// What a question about a learner rests on: one reading of the catalogue, with any wallets joined.
struct Question {
    /// The graph, wallets included.
    let graph: Graph
    /// Who asks, with every award that is stored, in a wallet, or supposed.
    let learner: Learner
    /// The exceptions that were made for them, those that are over included.
    let exceptions: [AuditException]
    /// The frameworks in the catalogue.
    let frameworks: [Framework]
    /// What was imported into the catalogue.
    let imports: [AuditBackground.Import]
    /// The ids of the awards that are only supposed.
    let supposed: Set<String>
    /// What was not known, for the disclosure.
    let knownGaps: [String]
    /// The stored skill space, where it is that of the graph.
    let storedSpace: [UInt8]?

    /// Reads the catalogue and the wallets.
    ///
    /// - Throws: `CatalogError`, what reading a wallet throws, `GraphError`, and `Failure` for a
    ///   learner that is not there.
    init(
        _ catalog: CatalogOptions, _ options: LearnerOptions, asOf: CalendarDate, isQuiet: Bool
    ) throws {
        let path = try catalog.path()
        var wallets = try Wallets(options.wallet, learner: options.learner, isQuiet: isQuiet)
        self = try Catalog(reading: path).read { snapshot in
            var parts = try snapshot.parts()
            let stored = try Self.stored(options, in: snapshot)
            let brought = options.wallet.isEmpty ? [] : wallets.join(to: &parts)
            let graph = try Graph(parts)
            let held = try options.held.map {
                try graph.award(named: $0, asOf: asOf)
            }
            return Question(
                graph: graph,
                learner: try Learner(
                    id: options.learner ?? Learner.wallet, awards: stored + brought + held),
                exceptions: try options.learner.map { try snapshot.exceptions(of: $0) } ?? [],
                frameworks: try snapshot.frameworks(), imports: try snapshot.imports(),
                supposed: Set(held.map(\.id)),
                knownGaps: Self.gaps(options, wallets.ledger),
                storedSpace: try StoredSkillSpace.bytes(in: snapshot, for: graph))
        }
        guard !isQuiet else { return }
        if !options.wallet.isEmpty {
            Console.say("varde: \(wallets.summary)")
            for group in wallets.ledger.groups { Console.say("varde: wallet: \(group.sentence)") }
        }
        if learner.awards.isEmpty, options.learner == nil, options.wallet.isEmpty {
            Console.say("varde: no learner is named; the answer is for one who holds nothing yet")
        }
    }

    private init(
        graph: Graph, learner: Learner, exceptions: [AuditException], frameworks: [Framework],
        imports: [AuditBackground.Import], supposed: Set<String>, knownGaps: [String],
        storedSpace: [UInt8]?
    ) {
        self.graph = graph
        self.learner = learner
        self.exceptions = exceptions
        self.frameworks = frameworks
        self.imports = imports
        self.supposed = supposed
        self.knownGaps = knownGaps
        self.storedSpace = storedSpace
    }

    /// With a wallet, the id may be only a pseudonym for it; without, the learner must be there.
    private static func stored(
        _ options: LearnerOptions, in snapshot: CatalogSnapshot
    ) throws -> [Award] {
        guard let id = options.learner else { return [] }
        if let learner = try snapshot.learner(id) { return learner.awards }
        guard options.wallet.isEmpty else { return [] }
        throw Failure.unknown("learner", id, nearest: try snapshot.learners(near: id))
    }

    private static func gaps(_ options: LearnerOptions, _ ledger: Ledger) -> [String] {
        var gaps = ledger.groups.filter { $0.action != .adjusted }.map { "wallet: \($0.sentence)" }
        if !options.held.isEmpty {
            gaps.append("supposed to be held: \(options.held.joined(separator: ", "))")
        }
        return gaps
    }
}

extension CatalogSnapshot {
    /// Returns what was imported, the oldest first.
    func imports() throws -> [AuditBackground.Import] {
        try log().filter { $0.action == .import }.map { entry in
            AuditBackground.Import(
                date: entry.stamp.date, formats: Set(entry.sources.map(\.format)).sorted(),
                files: entry.sources.count, engine: entry.stamp.engine)
        }
    }
}

extension Graph {
    /// Returns an award of the credential `id`, as if it were given on `day`.
    ///
    /// - Throws: `GraphError.unknown` with the three nearest ids.
    fileprivate func award(named id: String, asOf day: CalendarDate) throws -> Award {
        Award(credential: credentials[try credential(named: id, by: "--held")].id, date: day)
    }
}

extension Failure {
    /// Creates the failure to find `id`, with what is spelt most like it.
    static func unknown(_ kind: String, _ id: String, nearest: [String]) -> Failure {
        let command = kind == "learner" ? "varde learner list" : "varde search"
        let hint =
            nearest.isEmpty
            ? "\"\(command)\" helps to find one"
            : "did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: ", "))?"
        return Failure("there is no \(kind) \"\(id)\"; \(hint)")
    }
}
