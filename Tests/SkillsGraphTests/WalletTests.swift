// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct WalletTests {
    typealias Records = [(record: Record, place: SourcePlace)]

    /// Two credentials, the first with an outcome, two skills of one name, and one that is unlike.
    static func catalogue() -> GraphParts {
        var parts = GraphParts.numbered(skills: 3, credentials: 2)
        parts.credentials[0].identifiers = ["urn:badge:0"]
        parts.credentials[0].title = LocalizedText([
            .init(language: "en", text: "Data Basics"),
            .init(language: "de", text: "Daten  für alle"),
        ])
        parts.skills[1] = Skill(
            uri: "s1", label: "keep records", alternatives: [.init(language: "en", text: "filing")],
            framework: Framework("local"))
        parts.skills[2] = Skill(
            uri: "s2", label: "archive", alternatives: [.init(language: "en", text: "filing")],
            framework: Framework("local"))
        parts.teach(0, [(0, 0.5)])
        return parts
    }

    static func records(_ records: Record...) -> Records {
        records.enumerated().map { ($1, SourcePlace(file: "wallet.json", pointer: "/\($0)")) }
    }

    static func credential(_ id: String, _ title: LocalizedText = "Mine", also: [String] = [])
        -> Record
    {
        var credential = Credential(id: id, title: title, kind: .badge)
        credential.identifiers = also
        return .credential(credential)
    }

    static func award(_ credential: String) -> Record {
        .award(Award(credential: credential), learner: nil)
    }

    static func alignment(_ outcome: String, _ skill: SkillReference, weight: Double = 1) -> Record
    {
        .alignment(Alignment(outcome: outcome, skill: skill, weight: weight))
    }

    static func outcome(_ id: String, of credential: String) -> Record {
        .outcome(LearningOutcome(id: id, credential: credential, text: "Can do it."))
    }

    @Test func `a credential with an id of the catalogue is that one`() {
        var parts = Self.catalogue()
        let wallet = parts.join(wallet: Self.records(Self.credential("c1"), Self.award("c1")))
        #expect(wallet.credentials == [.id: 1])
        #expect(wallet.awards.map(\.credential) == ["c1"])
        #expect(parts.credentials.count == 2)
        #expect(wallet.ledger.isEmpty)
    }

    @Test(arguments: [
        credential("urn:badge:0"), credential("urn:mine", also: ["urn:badge:0"]),
        credential("urn:mine", also: ["c0"]),
    ])
    func `a credential that shares an identifier is that one`(record: Record) {
        var parts = Self.catalogue()
        guard case .credential(let credential) = record else { return }
        let wallet = parts.join(wallet: Self.records(record, Self.award(credential.id)))
        #expect(wallet.credentials == [.identifier: 1])
        #expect(wallet.awards.map(\.credential) == ["c0"])
        #expect(parts.credentials.count == 2)
    }

    @Test func `what is not in the catalogue joins as the issuer's own`() throws {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.award("urn:mine"), Self.credential("urn:mine"),
                Self.outcome("lo", of: "urn:mine"),
                Self.alignment("lo", SkillReference(uri: "s2"))))
        #expect(wallet.credentials == [.own: 1])
        #expect(wallet.skillsByURI == 1)
        let graph = try Graph(parts)
        let position = try graph.credential(named: "urn:mine")
        #expect(position == 2)
        #expect(graph.teaches(position) == [SkillWeight(skill: 2, weight: 1)])
    }

    @Test func `credits and hours that cannot be are left out, and the rest is read`() throws {
        var bad = Credential(id: "bad", title: "Bad")
        bad.credits = Credits(ExactDecimal(-5))
        bad.hours = ExactDecimal(2_000_000)
        var parts = Self.catalogue()
        let wallet = parts.join(wallet: Self.records(.credential(bad), Self.award("bad")))
        let graph = try Graph(parts)
        let position = try #require(graph.credential("bad"))
        #expect(graph.credentials[position].credits == nil)
        #expect(graph.credentials[position].hours == nil)
        #expect(wallet.ledger.map(\.code) == ["impossible-credits", "impossible-hours"])
        #expect(wallet.awards.count == 1)
    }

    @Test func `a badge awarded twice is counted once`() throws {
        var parts = Self.catalogue()
        let definition = Self.records(
            Self.credential("urn:mine", also: ["x"]), Self.outcome("lo", of: "urn:mine"),
            Self.alignment("lo", SkillReference(uri: "s2")), Self.award("urn:mine"))
        let other = Self.records(Self.credential("urn:same", also: ["x"]), Self.award("urn:same"))
        let wallet = parts.join(wallet: definition + definition + other)
        #expect(wallet.credentials == [.own: 1])
        #expect(wallet.skillsByURI == 1)
        #expect(wallet.awards.map(\.credential) == ["urn:mine", "urn:mine", "urn:mine"])
        #expect(throws: Never.self) { try Graph(parts) }
    }

    @Test(arguments: ["data basics", "  DATA \n BASICS", "daten für ALLE"])
    func `an equal title is a guess and nothing more`(title: String) {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(Self.credential("urn:mine", LocalizedText(title))))
        #expect(wallet.credentials == [.own: 1])
        #expect(wallet.ledger.map(\.code) == ["same-title"])
        #expect(wallet.ledger.first?.action == .guessed)
        #expect(wallet.ledger.first?.message.contains("c0") == true)
    }

    @Test func `a declared equivalence is counted and counts`() throws {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("urn:mine"), Self.credential("urn:other"),
                .credentialRelation(
                    CredentialRelation(from: "urn:badge:0", kind: .equivalent, to: "urn:mine"))))
        #expect(wallet.credentials == [.equivalent: 1, .own: 1])
        #expect(try Graph(parts).areEquivalent(0, 2))
    }

    @Test(arguments: [
        (SkillReference(uri: "s0", label: "no such label"), "by URI", 0, ""),
        (SkillReference(label: "Keep Records"), "by label", 1, "skill-by-label"),
        (SkillReference(uri: "urn:none", label: "archive"), "by label", 2, "skill-by-label"),
        (SkillReference(label: "filing"), "unmatched", nil, "ambiguous-skill"),
        (SkillReference(uri: "urn:none", label: "knitting"), "unmatched", nil, "unknown-skill"),
        (SkillReference(), "unmatched", nil, "unknown-skill"),
    ])
    func `a skill is matched by URI, then by a label of one skill only`(
        reference: SkillReference, how: String, skill: Int?, code: String
    ) {
        var parts = Self.catalogue()
        let before = parts.alignments.count
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("urn:mine"), Self.outcome("lo", of: "urn:mine"),
                Self.alignment("lo", reference)))
        #expect(wallet.skillsByURI == (how == "by URI" ? 1 : 0))
        #expect(wallet.skillsByLabel == (how == "by label" ? 1 : 0))
        #expect(wallet.skillsUnmatched == (how == "unmatched" ? 1 : 0))
        #expect(parts.alignments.dropFirst(before).map(\.skill) == (skill.map { [$0] } ?? []))
        #expect(wallet.ledger.map(\.code) == (code.isEmpty ? [] : [code]))
    }

    @Test func `an ambiguous label lists its candidates`() {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("urn:mine"), Self.outcome("lo", of: "urn:mine"),
                Self.alignment("lo", SkillReference(label: "filing"))))
        #expect(wallet.ledger.first?.message == "\"filing\" may be s1 or s2; give its URI")
    }

    @Test func `a skill the wallet defines joins after those that are there`() throws {
        var parts = Self.catalogue()
        let mine = Skill(uri: "urn:skill", label: "spin wool", framework: Framework("local"))
        let wallet = parts.join(
            wallet: Self.records(
                .skill(mine), .skill(parts.skills[0]), Self.credential("urn:mine"),
                Self.outcome("lo", of: "urn:mine"),
                Self.alignment("lo", SkillReference(uri: "urn:skill"))))
        #expect(wallet.skillsByURI == 1)
        #expect(parts.skills.map(\.uri) == ["s0", "s1", "s2", "urn:skill"])
        #expect(throws: Never.self) { try Graph(parts) }
    }

    @Test func `an award of what nobody defines is of a credential made from it`() throws {
        var parts = Self.catalogue()
        var award = Award(credential: "urn:lost")
        award.kind = .course
        award.level = "6"
        let wallet = parts.join(
            wallet: Self.records(.award(award, learner: nil), Self.award("urn:badge:0")))
        #expect(wallet.awards.map(\.credential) == ["urn:lost", "c0"])
        #expect(wallet.credentials == [.own: 1, .identifier: 1])
        #expect(wallet.ledger.map(\.code) == ["undefined-credential"])
        let graph = try Graph(parts)
        #expect(graph.credentials[try graph.credential(named: "urn:lost")].kind == .course)
    }

    @Test func `a wallet adds nothing to a credential of the catalogue`() throws {
        var parts = Self.catalogue()
        let before = parts
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("c0"), Self.credential("c1"), Self.outcome("mine", of: "c0"),
                Self.alignment("mine", SkillReference(uri: "s2")),
                .credentialRelation(CredentialRelation(from: "c0", kind: .requires, to: "c1")),
                .credentialRelation(CredentialRelation(from: "c0", kind: .equivalent, to: "c1"))))
        #expect(parts.outcomes == before.outcomes)
        #expect(parts.alignments == before.alignments)
        #expect(parts.credentialRelations.isEmpty)
        #expect(wallet.ledger.map(\.code) == ["catalogue-relation", "catalogue-relation"])
        #expect(wallet.skillsByURI == 0)
    }

    @Test func `a wallet sets no rules and no framework`() {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("urn:mine"),
                .requirement(
                    RequirementRow(
                        credential: "urn:mine", use: .completion, id: "r", parent: nil, kind: "all")
                ),
                .rule(
                    Rule(
                        credential: "urn:mine", use: .admission,
                        requirement: Requirement(id: "r", kind: .all([])))),
                .conversion(
                    CreditConversion(from: "A", to: "B", factor: ExactDecimal(1), source: "me")),
                .skillRelation(SkillRelation(from: "s0", kind: .broader, to: "s1")),
                .occupation(Occupation(uri: "o", label: "x", framework: Framework("local")))))
        #expect(
            wallet.ledger.map(\.code)
                == ["wallet-rule", "wallet-rule"]
                + Array(repeating: "wallet-framework", count: 3))
        #expect(parts.rules.isEmpty && parts.conversions.isEmpty && parts.skillLinks.isEmpty)
        #expect(parts.occupations.isEmpty)
    }

    @Test func `what leads nowhere is listed`() {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("urn:mine"), Self.outcome("lo", of: "urn:none"),
                Self.alignment("none", SkillReference(uri: "s0")),
                .credentialRelation(
                    CredentialRelation(from: "urn:mine", kind: .partOf, to: "urn:none")),
                .credentialRelation(
                    CredentialRelation(from: "urn:mine", kind: .partOf, to: "urn:mine"))))
        #expect(
            wallet.ledger.map(\.code).sorted() == [
                "unknown-credential", "unknown-credential", "unknown-credential",
                "unknown-outcome",
            ])
        #expect(throws: Never.self) { try Graph(parts) }
    }

    @Test func `outcomes with ids of the catalogue's get ids of their own`() throws {
        var parts = Self.catalogue()
        _ = parts.join(
            wallet: Self.records(
                Self.credential("m"), Self.outcome("m#o0", of: "m"), Self.outcome("o0", of: "m"),
                Self.alignment("o0", SkillReference(uri: "s1"))))
        let graph = try Graph(parts)
        #expect(graph.outcomes.map(\.id) == ["o0", "m#o0", "m#m#o0"])
        #expect(graph.teaches(0) == [SkillWeight(skill: 0, weight: 0.5)])
        #expect(graph.teaches(2) == [SkillWeight(skill: 1, weight: 1)])
    }

    @Test(arguments: [0, -1, 1.5, .infinity])
    func `a weight that cannot be is rejected`(weight: Double) {
        var parts = Self.catalogue()
        let wallet = parts.join(
            wallet: Self.records(
                Self.credential("m"), Self.outcome("lo", of: "m"),
                Self.alignment("lo", SkillReference(uri: "s1"), weight: weight)))
        #expect(wallet.ledger.map(\.action) == [.rejected])
        #expect(throws: Never.self) { try Graph(parts) }
    }

    @Test func `relations of its own that run in a ring are an error of the graph`() {
        var parts = Self.catalogue()
        _ = parts.join(
            wallet: Self.records(
                Self.credential("a"), Self.credential("b"),
                .credentialRelation(CredentialRelation(from: "a", kind: .requires, to: "b")),
                .credentialRelation(CredentialRelation(from: "b", kind: .requires, to: "a"))))
        #expect(throws: GraphError.cycle(relation: "requires", ids: ["a", "b"])) {
            try Graph(parts)
        }
    }

    @Test func `an empty wallet changes nothing`() {
        var parts = Self.catalogue()
        let wallet = parts.join(wallet: [])
        #expect(wallet.awards.isEmpty && wallet.credentials.isEmpty && wallet.ledger.isEmpty)
        #expect(parts.credentials == Self.catalogue().credentials)
    }
}
