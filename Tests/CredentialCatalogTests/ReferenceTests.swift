// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import Testing

@Suite struct ReferenceTests {
    private func alignment(_ outcome: String, _ skill: SkillReference) -> Record {
        .alignment(Alignment(outcome: outcome, skill: skill, weight: 0.5))
    }

    @Test func `references may point forward, across files`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (_, ledger) = try catalog.take(
            [
                alignment("lo", SkillReference(uri: uri("weld"))), outcome("lo", of: "mc"),
                .credentialRelation(CredentialRelation(from: "mc", kind: .partOf, to: "d")),
                credential("mc"), credential("d"), skill("weld"),
            ], strict: true)
        #expect(ledger.isEmpty)
        let graph = try catalog.read { try Graph($0.parts()) }
        #expect(graph.teaches(try graph.credential(named: "mc")).map(\.weight) == [0.5])
    }

    @Test func `what refers to nothing is rejected with its place and the nearest ids`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, ledger) = try catalog.take([
            credential("mc-data"), outcome("LO-1", of: "mc-data"), outcome("LO-2", of: "mc-dada"),
            alignment("LO-9", SkillReference(uri: uri("weld"))),
            .credentialRelation(
                CredentialRelation(from: "mc-data", kind: .requires, to: "elsewhere")),
        ])
        #expect(
            ledger == [
                "test.csv:3:1: unknown-credential: credential \"mc-dada\" is not defined; add it, "
                    + "or import its framework first (nearest: \"mc-data\")",
                "test.csv:5:1: unknown-credential: credential \"elsewhere\" is not defined; add "
                    + "it, or import its framework first",
                "test.csv:4:1: unknown-outcome: outcome \"LO-9\" is not defined; add it, or import "
                    + "its framework first (nearest: \"LO-1\")",
            ])
        #expect(summary.count(.rejected) == 3)
        #expect(summary.count(.outcome).added == 1)
        #expect(summary.count(.outcome).rejected == 1)
        #expect(try catalog.read { try $0.parts() }.credentialRelations.isEmpty)
    }

    @Test func `a credential of impossible size is rejected, and the rest is read`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var endless = Credential(id: "endless", title: "Endless")
        endless.hours = ExactDecimal(1_000_001)
        let (summary, ledger) = try catalog.take([
            .credential(endless), credential("dear", credits: 100_001), credential("kept"),
        ])
        #expect(
            ledger.map { $0.split(separator: " ")[1] } == [
                "impossible-hours:", "impossible-credits:",
            ])
        #expect(summary.count(.credential).rejected == 2)
        #expect(try catalog.read { try $0.parts() }.credentials.map(\.id) == ["kept"])
    }

    @Test func `a strict import with anything rejected lists it all and writes nothing`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([credential("kept")])
        let before = try folder.contents()
        var ledger: [LedgerEntry] = []
        #expect(throws: CatalogError.rejected(count: 3)) {
            try catalog.importing(today, strict: true, ledger: { ledger.append($0) }) {
                try $0.add(credential("a"), at: place(1))
                try $0.add(outcome("lo", of: "b"), at: place(2))
                $0.note(LedgerEntry(.rejected, at: place(3), code: "bad-row", "too few cells"))
                try $0.add(outcome("lo2", of: "b"), at: place(4))
            }
        }
        #expect(ledger.map(\.place.line) == [3, 2, 4])
        #expect(try folder.contents()["catalog.sqlite"] == before["catalog.sqlite"])
        #expect(try catalog.read { try $0.parts() }.credentials.map(\.id) == ["kept"])
    }

    @Test func `a ring rolls everything back and is named`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([credential("a"), credential("b")])
        #expect(throws: GraphError.cycle(relation: "part-of", ids: ["a", "b"])) {
            try catalog.take([
                award("a", "L1"),
                .credentialRelation(CredentialRelation(from: "a", kind: .partOf, to: "b")),
                .credentialRelation(CredentialRelation(from: "b", kind: .partOf, to: "a")),
            ])
        }
        #expect(try catalog.read { try $0.parts() }.credentialRelations.isEmpty)
        #expect(try catalog.read { try $0.learners() }.isEmpty)
        #expect(try catalog.read { try $0.log() }.count == 1)
    }

    @Test func `a ring across two imports is found by the second`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let forth = SkillRelation(from: uri("a"), kind: .broader, to: uri("b"))
        let back = SkillRelation(from: uri("b"), kind: .broader, to: uri("a"))
        try catalog.take([skill("a"), skill("b"), .skillRelation(forth)])
        #expect(throws: GraphError.self) { try catalog.take([.skillRelation(back)]) }
        #expect(try catalog.read { try $0.parts() }.skillLinks.count == 1)
    }

    @Test func `a bad rule is rejected alone, and an older one stays`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        func root(_ credential: String, _ kind: String, of: String?) -> Record {
            var row = RequirementRow(
                credential: credential, use: .completion, id: "root", parent: nil, kind: kind)
            row.of = of
            return .requirement(row)
        }
        try catalog.take([credential("a"), credential("b"), root("a", "credential", of: "b")])
        let (summary, ledger) = try catalog.take([
            root("a", "sum", of: "b"), root("b", "credential", of: "aa"),
            root("c", "credential", of: "a"),
        ])
        #expect(summary.count(.rule).read == 3)
        #expect(summary.count(.rule).rejected == 3)
        #expect(ledger[0].hasPrefix("test.csv:1:1: bad-rule: requirement \"root\" of \"a\": "))
        #expect(ledger[1].hasPrefix("test.csv:2:1: unknown-credential: credential \"aa\""))
        #expect(ledger[2].hasPrefix("test.csv:3:1: unknown-credential: credential \"c\""))
        let rules = try catalog.read { try $0.parts() }.rules
        #expect(rules.map(\.requirement.kind) == [.credential("b", overlap: nil)])
    }

    @Test func `impossible numbers are rejected where they stand`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, ledger) = try catalog.take([
            credential("a", credits: -5), credential("b", credits: 100_001), credential("c"),
            outcome("lo", of: "c"),
            .alignment(Alignment(outcome: "lo", skill: SkillReference(uri: "x"), weight: 0)),
            .alignment(Alignment(outcome: "lo", skill: SkillReference(uri: "x"), weight: .nan)),
            .alignment(Alignment(outcome: "lo", skill: SkillReference())),
        ])
        #expect(ledger.count == 5)
        #expect(summary.count(.credential).rejected == 2)
        #expect(summary.count(.alignment).rejected == 3)
    }

    @Test func `relations between unfit ends are rejected`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let occupation = Occupation(uri: "urn:o", label: "welder", framework: esco)
        let (summary, ledger) = try catalog.take([
            skill("a"), .occupation(occupation),
            .skillRelation(SkillRelation(from: "urn:o", kind: .essentialFor, to: uri("a"))),
            .skillRelation(SkillRelation(from: uri("a"), kind: .broader, to: "urn:o")),
            .skillRelation(SkillRelation(from: "urn:o", kind: .related, to: "urn:o")),
            .skillRelation(SkillRelation(from: uri("a"), kind: .optionalFor, to: "urn:o")),
        ])
        #expect(summary.count(.skillRelation).rejected == 3)
        #expect(summary.count(.skillRelation).added == 1)
        #expect(ledger.allSatisfy { $0.contains(": unfit-relation: ") })
    }
}
