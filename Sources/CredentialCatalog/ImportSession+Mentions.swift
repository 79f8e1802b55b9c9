// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A record that a file, such as a wallet, only mentions.
struct Mention {
    let record: SkillsGraph.Record
    let place: SourcePlace
    let learner: String?
}

/// Which credentials that are mentioned are ones that the catalogue knows by another id.
private struct KnownMentions {
    /// Its id in the catalogue, by the mentioned id.
    private(set) var ids: [String: String] = [:]
    /// The ids of their outcomes, which are the catalogue's to say.
    private(set) var outcomes: Set<String> = []

    mutating func know(_ mentioned: String, as id: String) { ids[mentioned] = id }

    mutating func know(outcome: String) { outcomes.insert(outcome) }
}

extension ImportSession {
    /// Takes what was only mentioned.
    ///
    /// A credential that the catalogue knows by another id is that of the catalogue, and so are
    /// awards of it; what is mentioned about it besides is left out. Titles are not compared.
    func settleMentions() throws {
        guard !mentions.isEmpty else { return }
        var known = KnownMentions()
        try findCredentials(&known)
        for mention in mentions {
            guard case .outcome(let outcome) = mention.record else { continue }
            if known.ids[outcome.credential] != nil { known.know(outcome: outcome.id) }
        }
        for mention in mentions {
            guard let record = kept(mention, known) else { continue }
            try take(record, at: mention.place, learner: mention.learner, as: .mention)
        }
        mentions.removeAll()
    }

    private func findCredentials(_ known: inout KnownMentions) throws {
        let names = try namesByIdentifier()
        guard !names.isEmpty else { return }
        for mention in mentions {
            switch mention.record {
            case .credential(let credential):
                let ids = [credential.id] + credential.identifiers
                guard try credentials.find(credential.id) == nil,
                    let name = ids.lazy.compactMap({ names[$0] }).first
                else { continue }
                known.know(credential.id, as: name)
                ledger.note(
                    LedgerEntry(
                        .adjusted, at: mention.place, code: "known-credential",
                        "\"\(credential.id)\" is another id of \"\(name)\", and kept as that"))
            case .award(let award, _):
                guard known.ids[award.credential] == nil, let name = names[award.credential],
                    try credentials.find(award.credential) == nil
                else { continue }
                known.know(award.credential, as: name)
            default: continue
            }
        }
    }

    /// The credential that goes by each identifier: the first that was imported.
    private func namesByIdentifier() throws -> [String: String] {
        var names: [String: String] = [:]
        try database.each(
            "SELECT name, identifiers FROM credential_data WHERE identifiers IS NOT NULL ORDER BY id"
        ) { columns in
            let name = columns.text(0)
            for identifier in columns.lines(1) where names[identifier] == nil {
                names[identifier] = name
            }
        }
        return names
    }

    /// Returns what is kept of a mention, or nil where it is the catalogue's to say.
    private func kept(_ mention: Mention, _ known: KnownMentions) -> SkillsGraph.Record? {
        switch mention.record {
        case .credential(let credential) where known.ids[credential.id] != nil:
            leaveOut(.credential)
        case .outcome(let outcome) where known.ids[outcome.credential] != nil:
            leaveOut(.outcome)
        case .alignment(let alignment) where known.outcomes.contains(alignment.outcome):
            leaveOut(.alignment)
        case .credentialRelation(let relation) where known.ids[relation.from] != nil:
            leaveOut(.credentialRelation)
        case .credentialRelation(let relation):
            return .credentialRelation(
                CredentialRelation(
                    from: relation.from, kind: relation.kind,
                    to: known.ids[relation.to] ?? relation.to))
        case .award(var award, let learner):
            award.credential = known.ids[award.credential] ?? award.credential
            return .award(award, learner: learner)
        default: return mention.record
        }
        return nil
    }

    private func leaveOut(_ noun: Noun) {
        ledger.count(noun, \.read)
        ledger.count(noun, \.ignored)
    }
}
