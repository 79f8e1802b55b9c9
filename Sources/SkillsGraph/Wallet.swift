// SPDX-License-Identifier: Apache-2.0

/// What became of a wallet's records when they joined the parts of a graph.
public struct Wallet: Sendable {
    /// How a credential in the wallet was found in the catalogue.
    public enum Match: String, Hashable, Sendable, CaseIterable {
        /// It has the same id.
        case id
        /// One of the two knows the other's id, or they share another.
        case identifier
        /// It is not there: it joins as the issuer's own.
        case own
    }

    /// The awards, each naming a credential of the parts.
    public private(set) var awards: [Award] = []
    /// How many credentials were found in which way.
    public private(set) var credentials: [Match: Int] = [:]
    /// How many alignments were found by URI.
    public private(set) var skillsByURI = 0
    /// How many alignments were found by a label.
    public private(set) var skillsByLabel = 0
    /// How many alignments mean no skill that is known.
    public private(set) var skillsUnmatched = 0
    /// What was guessed, ignored or left out.
    public private(set) var ledger: [LedgerEntry] = []

    /// The credential ids the wallet uses, and what they are in the parts.
    private var names: [String: String] = [:]
    private var outcomes: [String: Int] = [:]
}

extension GraphParts {
    /// Adds what a wallet defines, as its issuers' own, and returns its awards.
    ///
    /// A credential is matched to the catalogue by its id, then by other identifiers, never by its
    /// title: equal titles are listed as guesses. A skill is matched by URI, then by label.
    ///
    /// - Complexity: O(parts + records).
    public mutating func join(wallet records: [(record: Record, place: SourcePlace)]) -> Wallet {
        var wallet = Wallet()
        wallet.define(records, in: &self)
        wallet.align(records, in: &self)
        wallet.award(records)
        return wallet
    }
}

extension GraphParts {
    fileprivate mutating func add(skills records: [(record: Record, place: SourcePlace)]) {
        var known: Set<String>?
        for case (.skill(let skill), _) in records {
            var uris = known ?? Set(skills.map(\.uri))
            if uris.insert(skill.uri).inserted { skills.append(skill) }
            known = consume uris
        }
    }
}

extension Wallet {
    fileprivate mutating func define(
        _ records: [(record: Record, place: SourcePlace)], in parts: inout GraphParts
    ) {
        var known = Names(parts.credentials)
        for case (.credential(let credential), let place) in records {
            let found = known.find(credential)
            credentials[found?.match ?? .own, default: 0] += 1
            names[credential.id] = found?.id ?? credential.id
            guard found == nil else { continue }
            guess(credential, at: place, known)
            known.add(credential, at: parts.credentials.count)
            parts.credentials.append(credential)
        }
        parts.add(skills: records)
        let ids = Set(parts.credentials.map(\.id))
        for case (.credentialRelation(let relation), let place) in records {
            let from = names[relation.from] ?? relation.from
            let to = names[relation.to] ?? relation.to
            guard ids.contains(from), ids.contains(to), from != to else {
                ignore(place, "unknown-credential", "the relation leads to nothing that is known")
                continue
            }
            parts.credentialRelations.append(
                CredentialRelation(from: from, kind: relation.kind, to: to))
        }
        for case (.requirement(let row), let place) in records where row.parent == nil {
            ignore(place, "wallet-rule", "a wallet sets no rules; import the file instead")
        }
    }

    fileprivate mutating func align(
        _ records: [(record: Record, place: SourcePlace)], in parts: inout GraphParts
    ) {
        let taken = Set(parts.outcomes.map(\.id))
        for case (.outcome(let outcome), _) in records
        where names[outcome.credential] == outcome.credential && outcomes[outcome.id] == nil {
            outcomes[outcome.id] = parts.outcomes.count
            let id = taken.contains(outcome.id) ? "\(outcome.credential)#\(outcome.id)" : outcome.id
            parts.outcomes.append(
                LearningOutcome(id: id, credential: outcome.credential, text: outcome.text))
        }
        let uris = Dictionary(
            parts.skills.enumerated().map { ($0.element.uri, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var resolver: SkillResolver?
        for case (.alignment(let alignment), let place) in records {
            guard let outcome = outcomes[alignment.outcome] else { continue }
            let exact = alignment.skill.uri.flatMap { uris[$0] }
            if exact == nil, resolver == nil { resolver = SkillResolver(parts.skills) }
            let resolution =
                exact.map { .byURI($0) } ?? resolver?.resolve(alignment.skill) ?? .unknown
            count(resolution, alignment.skill, place, parts.skills)
            guard let skill = resolution.skill else { continue }
            parts.alignments.append(
                GraphParts.AlignmentLink(
                    outcome: outcome, skill: skill, weight: alignment.weight,
                    proficiency: alignment.proficiency, source: alignment.source))
        }
    }

    fileprivate mutating func award(_ records: [(record: Record, place: SourcePlace)]) {
        for case (.award(var award, _), _) in records {
            award.credential = names[award.credential] ?? award.credential
            awards.append(award)
        }
    }

    private mutating func count(
        _ resolution: SkillResolver.Resolution, _ reference: SkillReference,
        _ place: SourcePlace, _ skills: [Skill]
    ) {
        let name = reference.label ?? reference.uri ?? ""
        switch resolution {
        case .byURI: skillsByURI += 1
        case .byLabel(let skill), .byAlternative(let skill):
            skillsByLabel += 1
            ledger.append(
                LedgerEntry(
                    .guessed, at: place, code: "skill-by-label",
                    "\"\(name)\" is taken for \(skills[skill].uri)"))
        case .ambiguous(let candidates):
            skillsUnmatched += 1
            ignore(
                place, "ambiguous-skill",
                "\"\(name)\" may be "
                    + candidates.prefix(5).map { skills[$0].uri }.joined(separator: " or ")
                    + "; give its URI")
        case .unknown:
            skillsUnmatched += 1
            ignore(place, "unknown-skill", "no skill in the catalogue goes by \"\(name)\"")
        }
    }

    private mutating func guess(_ credential: Credential, at place: SourcePlace, _ known: Names) {
        let titled = known.titled(credential)
        guard !titled.isEmpty else { return }
        ledger.append(
            LedgerEntry(
                .guessed, at: place, code: "same-title",
                "\"\(credential.title.text())\" has the title of \(titled.joined(separator: ", "))"
                    + "; a title alone does not count: declare them equivalent if they are"))
    }

    private mutating func ignore(_ place: SourcePlace, _ code: String, _ message: String) {
        ledger.append(LedgerEntry(.ignored, at: place, code: code, message))
    }
}

/// The names that credentials go by.
private struct Names {
    private var ids: [String: String] = [:]
    private var identifiers: [String: String] = [:]
    private var titles: [String: [String]] = [:]

    init(_ credentials: [Credential]) {
        for (position, credential) in credentials.enumerated() { add(credential, at: position) }
    }

    mutating func add(_ credential: Credential, at position: Int) {
        ids[credential.id] = credential.id
        for identifier in credential.identifiers where identifiers[identifier] == nil {
            identifiers[identifier] = credential.id
        }
        for entry in credential.title.entries {
            let title = SkillResolver.normalized(label: entry.text)
            if titles[title]?.last != credential.id {
                titles[title, default: []].append(credential.id)
            }
        }
    }

    func find(_ credential: Credential) -> (id: String, match: Wallet.Match)? {
        if let id = ids[credential.id] { return (id, .id) }
        let others = [credential.id] + credential.identifiers
        return others.lazy.compactMap { identifiers[$0] ?? ids[$0] }.first.map { ($0, .identifier) }
    }

    func titled(_ credential: Credential) -> [String] {
        var found: [String] = []
        for entry in credential.title.entries {
            for id in titles[SkillResolver.normalized(label: entry.text)] ?? []
            where !found.contains(id) { found.append(id) }
        }
        return Array(found.sorted().prefix(3))
    }
}
