// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct ReimportTests {
    @Test func `the same records again change no byte of the file`() throws {
        let folder = try TemporaryFolder()
        let random = try RandomCatalogue(seed: 5)
        try Catalog(writing: folder.path()).take(random.records + random.trailing)
        let before = try folder.contents()
        let again = try RandomCatalogue(seed: 5)
        let (summary, ledger) = try Catalog(writing: folder.path()).take(
            again.records.shuffled() + again.trailing)
        #expect(ledger.isEmpty)
        #expect(summary.logNumber == nil)
        #expect(summary.differenceCount == 0)
        for count in summary.counts {
            #expect(count.unchanged == count.read, "\(count.noun)")
        }
        #expect(try folder.contents() == before)
    }

    @Test func `a changed record is listed with the fields that changed and no others`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var definition = Credential(
            id: "mc-1", title: LocalizedText("Data", language: "en"), kind: .microCredential)
        definition.credits = Credits(ExactDecimal(5))
        definition.provider = "nordlys"
        try catalog.take([.credential(definition), credential("mc-2")])
        definition.credits = Credits(ExactDecimal(thousandths: 7500))
        definition.provider = nil
        definition.title = LocalizedText([
            .init(language: "en", text: "Data"), .init(language: "de", text: "Daten"),
        ])
        let (summary, _) = try catalog.take([.credential(definition), credential("mc-2")])
        #expect(summary.count(.credential).changed == 1)
        #expect(summary.count(.credential).unchanged == 1)
        #expect(
            summary.differences == [
                Difference(
                    noun: .credential, id: "mc-1", field: "provider", old: "nordlys", new: nil),
                Difference(noun: .credential, id: "mc-1", field: "credits", old: "5", new: "7.5"),
                Difference(
                    noun: .credential, id: "mc-1", field: "title@de", old: nil, new: "Daten"),
            ])
        #expect(try catalog.read { try $0.parts() }.credentials.first == definition)
        #expect(try catalog.read { try $0.log() }.map(\.number) == [1, 2])
    }

    @Test func `languages that a file does not speak are kept`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([skill("a", "weld", ["join metal"])])
        let german = Skill(
            uri: uri("a"), label: LocalizedText("schweißen", language: "de"),
            alternatives: [.init(language: "de", text: "Metall fügen")], framework: esco)
        let (summary, _) = try catalog.take([.skill(german)])
        #expect(
            summary.differences.map(\.field) == ["label@de", "alternative@de \"Metall fügen\""])
        let kept = try #require(try catalog.read { try $0.parts() }.skills.first)
        #expect(kept.label.entries.map(\.text) == ["schweißen", "weld"])
        #expect(kept.alternatives.map(\.text) == ["Metall fügen", "join metal"])
    }

    @Test func `one id twice in a file is a mistake, and in two files it is not`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let twice = try catalog.take([
            credential("a", credits: 5), credential("a", credits: 6), credential("a", credits: 5),
        ])
        #expect(
            twice.ledger == [
                "test.csv:2:1: duplicate-credential: credential \"a\" is defined twice in this "
                    + "file, with another credits; remove one or give it another id"
            ])
        #expect(twice.summary.count(.credential).rejected == 1)
        #expect(twice.summary.count(.credential).unchanged == 1)
        var ledger: [LedgerEntry] = []
        try catalog.importing(today, ledger: { ledger.append($0) }) {
            try $0.add(credential("b", credits: 5), at: place(1, "one.csv"))
            try $0.add(credential("b", credits: 6), at: place(1, "two.csv"))
        }
        #expect(ledger.map(\.code) == ["differing-credential"])
        let kept = try catalog.read { try $0.parts() }.credentials[1]
        #expect(kept.credits == Credits(ExactDecimal(5)))
    }

    @Test func `what only mentions adds what is missing and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([credential("a", credits: 5)])
        var mentioned = Credential(
            id: "a", title: LocalizedText("Another title", language: "en"), kind: .badge)
        mentioned.provider = "issuer"
        let (summary, ledger) = try catalog.take([.credential(mentioned)], as: .mention)
        #expect(ledger.count == 1)
        #expect(summary.differences.map(\.field) == ["provider"])
        let kept = try #require(try catalog.read { try $0.parts() }.credentials.first)
        #expect(kept.title.text() == "Title of a")
        #expect(kept.kind == .microCredential)
        #expect(kept.credits == Credits(ExactDecimal(5)))
    }

    @Test func `what is mentioned by another id is what the catalogue knows it as`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var known = Credential(id: "a", title: LocalizedText("Title of a", language: "en"))
        known.identifiers = ["urn:a"]
        try catalog.take([.credential(known), skill("s")])
        // The award stands before what it is of, and one credential is the mention's own.
        let wallet = [
            award("urn:a", nil), credential("urn:a", credits: 7), outcome("urn:a#1", of: "urn:a"),
            .alignment(Alignment(outcome: "urn:a#1", skill: SkillReference(uri: uri("s")))),
            credential("urn:b"),
            .credentialRelation(.init(from: "urn:a", kind: .precedes, to: "urn:b")),
            .credentialRelation(.init(from: "urn:b", kind: .precedes, to: "urn:a")),
        ]
        let (summary, ledger) = try catalog.take(wallet, learner: "somebody", as: .mention)
        #expect(ledger.contains { $0.contains("known-credential") })
        for noun in [Noun.credential, .outcome, .alignment, .credentialRelation] {
            #expect(summary.count(noun).ignored == 1, "\(noun)")
        }
        let parts = try catalog.read { try $0.parts() }
        #expect(parts.credentials.map(\.id) == ["a", "urn:b"])
        #expect(parts.credentials[0].credits == nil)
        #expect(parts.outcomes.isEmpty)
        #expect(parts.credentialRelations == [.init(from: "urn:b", kind: .precedes, to: "a")])
        #expect(try catalog.allLearners().first?.awards.map(\.credential) == ["a"])
        let again = try catalog.take(wallet, learner: "somebody", as: .mention)
        #expect(again.summary.logNumber == nil)
    }

    @Test func `a new version of a framework is recorded with every relation`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        func records(_ version: String) -> [Record] {
            ["a", "b"].map {
                .skill(
                    Skill(
                        uri: $0, label: LocalizedText($0),
                        framework: Framework("ESCO", version: version)))
            } + [.skillRelation(SkillRelation(from: "a", kind: .broader, to: "b"))]
        }
        try catalog.take(records("1.1.0"))
        let (summary, _) = try catalog.take(records("1.1.1"))
        #expect(summary.count(.skillRelation).changed == 1)
        #expect(summary.differences.map(\.new) == ["ESCO 1.1.1", "ESCO 1.1.1", "ESCO 1.1.1"])
        #expect(try catalog.read { try $0.frameworks() } == [Framework("ESCO", version: "1.1.1")])
    }

    @Test func `a rule is replaced as a whole, and its differences are named by node`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        func rule(_ minimum: String, _ parts: [String]) -> [Record] {
            var root = RequirementRow(
                credential: "d", use: .completion, id: "root", parent: nil, kind: "credits")
            root.minimum = minimum
            return [.requirement(root)]
                + parts.map {
                    var row = RequirementRow(
                        credential: "d", use: .completion, id: "r-\($0)", parent: "root",
                        kind: "credential")
                    row.of = $0
                    return .requirement(row)
                }
        }
        let credentials = ["a", "b", "d"].map { credential($0) }
        try catalog.take(rule("30", ["a", "b"]) + credentials)
        let (summary, _) = try catalog.take(rule("60", ["a"]))
        #expect(summary.count(.rule).changed == 1)
        #expect(
            summary.differences.map { "\($0.field) \($0.old ?? "") \($0.new ?? "")" } == [
                "root.minimum 30 60", "r-b.parent root ", "r-b.kind credential ", "r-b.of b ",
            ])
        let rules = try catalog.read { try $0.parts() }.rules
        #expect(rules.count == 1)
        #expect(rules.first?.requirement.nodes.map(\.id) == ["root", "r-a"])
    }
}
