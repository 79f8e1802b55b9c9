// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import SkillsGraph

/// The wallets of a question: read, and joined to the parts of the graph, but not stored.
struct Wallets {
    /// What the files say.
    private(set) var records: [(record: Record, place: SourcePlace)] = []
    /// What was not simply read.
    private(set) var ledger = Ledger()

    /// Reads the wallets at `paths`, of which only the awards of `learner`, or of nobody in
    /// particular, are taken.
    ///
    /// - Throws: what reading throws, and `Failure` where the files hold several learners' awards
    ///   and nobody says which.
    init(_ paths: [String], learner: String?, isQuiet: Bool) throws {
        var pump = FilePump(isQuiet: isQuiet)
        var found: [(record: Record, place: SourcePlace)] = []
        var noted = Ledger()
        try pump.read(paths) { event, _ in
            switch event {
            case .note(let entry): noted.add(entry)
            case .record(let record, let place): found.append((record, place))
            }
        }
        let names = Set(found.compactMap { Self.learner(of: $0.record) })
        if learner == nil, names.count > 1 {
            throw Failure(
                "the wallet holds awards of \(names.count) learners; choose one with --learner: "
                    + names.sorted().prefix(5).joined(separator: ", "))
        }
        records = found.filter { record, _ in
            guard let learner, let owner = Self.learner(of: record) else { return true }
            return owner == learner
        }
        ledger = noted
    }

    private static func learner(of record: Record) -> String? {
        guard case .award(_, let learner) = record, learner != Learner.wallet else { return nil }
        return learner
    }

    /// Joins what was read to `parts`, and returns the awards.
    mutating func join(to parts: inout GraphParts) -> [Award] {
        let wallet = parts.join(wallet: records)
        for entry in wallet.ledger { ledger.add(entry) }
        summary = Self.summary(of: wallet)
        return wallet.awards
    }

    /// What was matched, in a sentence; empty before joining.
    private(set) var summary = ""

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func summary(of wallet: Wallet) -> String {
        let matches = [
            (Wallet.Match.id, "found by id"), (.identifier, "by another identifier"),
            (.equivalent, "declared equivalent"), (.own, "not in the catalogue"),
        ].map { "\(wallet.credentials[$0] ?? 0) \($1)" }
        return "wallet: \(count(wallet.awards.count, "award")); credentials: "
            + matches.joined(separator: ", ")
            + "; skills: \(wallet.skillsByURI) matched by URI, \(wallet.skillsByLabel) by label, "
            + "\(wallet.skillsUnmatched) not at all"
    }
}
