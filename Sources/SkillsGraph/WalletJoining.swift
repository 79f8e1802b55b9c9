// SPDX-License-Identifier: Apache-2.0

/// The joining of a wallet's records, in the order of its methods.
struct WalletJoining {
    typealias Records = [(record: Record, place: SourcePlace)]

    var wallet = Wallet()
    /// What the credentials of the catalogue, and then of the wallet, go by.
    var known: CredentialNames
    /// The credential ids the wallet uses, and what they are in the parts.
    var names: [String: String] = [:]
    /// The ids of the credentials that joined.
    var own: Set<String> = []
    /// Those of them that are declared equivalent to one of the catalogue.
    var equivalents: Set<String> = []
    /// The positions of the outcomes that joined, by the ids the wallet uses; nil for those of a
    /// credential that the catalogue has.
    var outcomes: [String: Int?] = [:]

    init(_ credentials: [Credential]) { known = CredentialNames(credentials) }

    /// Finds its credentials in the catalogue, or adds them.
    mutating func define(_ records: Records, in parts: inout GraphParts) {
        let catalogue = parts.credentials.indices
        var joined: [(credential: Credential, place: SourcePlace)] = []
        for case (.credential(let credential), let place) in records {
            let found = known.find(credential)
            guard !isKnown(credential.id, as: found) else { continue }
            add(possible(credential, place), to: &parts)
            joined.append((credential, place))
        }
        for case (.award(let award, _), let place) in records {
            let found = known.find(award.credential)
            guard !isKnown(award.credential, as: found) else { continue }
            add(Credential(definedBy: award), to: &parts)
            note(
                .guessed, place, "undefined-credential",
                "\"\(award.credential)\" is defined neither here nor in the catalogue; it counts "
                    + "by what the award itself says")
        }
        guessByTitle(joined, among: parts.credentials[catalogue])
        addSkills(records, to: &parts)
    }

    /// Whether `id` was met before, or is `found` now, which is then counted.
    private mutating func isKnown(
        _ id: String, as found: (id: String, match: Wallet.Match)?
    ) -> Bool {
        guard names[id] == nil else { return true }
        guard let found else { return false }
        names[id] = found.id
        if !own.contains(found.id) { wallet.credentials[found.match, default: 0] += 1 }
        return true
    }

    /// Leaves out credits and hours that cannot be, so that one bad badge does not spoil a wallet.
    private mutating func possible(_ credential: Credential, _ place: SourcePlace) -> Credential {
        var credential = credential
        if let credits = credential.credits, !credits.isPossible {
            credential.credits = nil
            note(
                .rejected, place, "impossible-credits",
                "\"\(credential.id)\" cannot carry \(credits); it is read without credits")
        }
        if let hours = credential.hours, !Credential.possibleHours.contains(hours) {
            credential.hours = nil
            note(
                .rejected, place, "impossible-hours",
                "\"\(credential.id)\" cannot take \(hours) hours; it is read without hours")
        }
        return credential
    }

    private mutating func add(_ credential: Credential, to parts: inout GraphParts) {
        names[credential.id] = credential.id
        own.insert(credential.id)
        known.add(credential)
        wallet.credentials[.own, default: 0] += 1
        parts.credentials.append(credential)
    }

    /// Titles of the catalogue are read only where the wallet brings something of its own.
    private mutating func guessByTitle(
        _ joined: [(credential: Credential, place: SourcePlace)],
        among catalogue: ArraySlice<Credential>
    ) {
        guard !joined.isEmpty else { return }
        let wanted = Set(joined.flatMap { Self.titles(of: $0.credential) })
        var ids: [String: Set<String>] = [:]
        for credential in catalogue {
            for title in Self.titles(of: credential) where wanted.contains(title) {
                ids[title, default: []].insert(credential.id)
            }
        }
        for (credential, place) in joined {
            let found = Set(Self.titles(of: credential).flatMap { ids[$0] ?? [] })
            guard !found.isEmpty else { continue }
            note(
                .guessed, place, "same-title",
                "\"\(credential.title.text())\" has the title of "
                    + found.sorted().prefix(3).joined(separator: ", ")
                    + "; a title alone does not count: declare them equivalent if they are")
        }
    }

    private static func titles(of credential: Credential) -> [String] {
        credential.title.entries.map { SkillResolver.normalized(label: $0.text) }
    }

    private func addSkills(_ records: Records, to parts: inout GraphParts) {
        var uris: Set<String>?
        for case (.skill(let skill), _) in records {
            if uris == nil { uris = Set(parts.skills.map(\.uri)) }
            if uris?.insert(skill.uri).inserted == true { parts.skills.append(skill) }
        }
    }

    /// Takes its awards, each of a credential of the parts.
    mutating func award(_ records: Records) {
        for case (.award(var award, _), _) in records {
            award.credential = names[award.credential] ?? award.credential
            wallet.awards.append(award)
        }
    }

    /// Writes to the ledger.
    mutating func note(
        _ action: LedgerEntry.Action, _ place: SourcePlace, _ code: String, _ message: String
    ) {
        wallet.ledger.append(LedgerEntry(action, at: place, code: code, message))
    }
}

extension Credential {
    /// A credential of which nothing is known but an award.
    fileprivate init(definedBy award: Award) {
        self.init(
            id: award.credential, title: LocalizedText(award.credential),
            kind: award.kind ?? .microCredential)
        provider = award.provider
        level = award.level
        field = award.field
    }
}
