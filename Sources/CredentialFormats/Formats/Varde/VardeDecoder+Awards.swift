// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension VardeDecoder {
    mutating func award(_ row: VardeRow) throws(VardeRow.Problem) -> Record {
        let learner = try learner(row)
        var award = Award(
            credential: try row.needed(AwardColumn.credential), date: try row.date(AwardColumn.date)
        )
        award.progress = try row.word(AwardColumn.status, of: Award.Progress.self) ?? .completed
        award.grade = row.text(AwardColumn.grade).map {
            Grade($0, scale: row.text(AwardColumn.scale))
        }
        award.credits = try row.credits(AwardColumn.credits, AwardColumn.scheme)
        countScheme(award.credits)
        award.level = try row.level(AwardColumn.level)
        award.field = row.text(AwardColumn.field)
        award.provider = row.text(AwardColumn.provider)
        award.kind = try row.word(AwardColumn.kind, of: Credential.Kind.self)
        award.expires = try row.date(AwardColumn.expires)
        award.verification =
            try row.word(AwardColumn.verification, of: Award.Verification.self) ?? .unverified
        award.usedFor = ids(row.list(AwardColumn.used))
        return .award(award, learner: learner)
    }

    /// The ids in a cell, parted by spaces or semicolons; each once.
    private func ids(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.flatMap { $0.split { $0 == ";" || $0.isWhitespace } }.map(String.init)
            .filter { seen.insert($0).inserted }
    }

    private func learner(_ row: VardeRow) throws(VardeRow.Problem) -> String? {
        guard let learner = row.text(AwardColumn.learner) else {
            if allowsWallet { return nil }
            throw row.problem(
                AwardColumn.learner, "missing-learner", "\"learner\" is empty; use a pseudonym")
        }
        // The address itself is not repeated: a ledger is kept and passed on.
        guard !learner.utf8.contains(UInt8(ascii: "@")) else {
            throw row.problem(
                AwardColumn.learner, "not-a-pseudonym",
                "a learner's id must not hold an @; use a pseudonym")
        }
        return learner
    }
}
