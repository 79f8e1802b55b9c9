// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import Testing

@Suite struct PendingTests {
    private func aligned(_ reference: SkillReference) -> [Record] {
        [
            credential("mc"), outcome("lo", of: "mc"),
            .alignment(Alignment(outcome: "lo", skill: reference)),
        ]
    }

    @Test func `a relation to a concept that comes later is kept and then resolved`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let relation = SkillRelation(from: uri("a"), kind: .essentialFor, to: "urn:o")
        let first = try catalog.take([skill("a"), .skillRelation(relation)])
        #expect(first.summary.count(.skillRelation).pending == 1)
        #expect(
            first.ledger == [
                "test.csv:2:1: unknown-concept: urn:o is not defined; the relation is kept until "
                    + "it is imported"
            ])
        #expect(try catalog.read { try $0.pending() }.map(\.to) == ["urn:o"])
        #expect(try catalog.read { try $0.pending() }.map(\.place) == ["test.csv:2:1"])
        let again = try catalog.take([.skillRelation(relation)])
        #expect(again.summary.count(.skillRelation).unchanged == 1)
        #expect(again.summary.count(.skillRelation).pending == 1)
        #expect(again.summary.logNumber == nil)
        let occupation = Occupation(uri: "urn:o", label: "welder", framework: esco)
        let later = try catalog.take([.occupation(occupation)])
        #expect(later.summary.count(.skillRelation).resolved == 1)
        #expect(try catalog.read { try $0.pending() }.isEmpty)
        #expect(try catalog.read { try $0.parts() }.occupationLinks.count == 1)
    }

    @Test func `an alignment to a skill that comes later is kept and then resolved`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let first = try catalog.take(aligned(SkillReference(uri: uri("weld"))))
        #expect(first.summary.count(.alignment).pending == 1)
        #expect(first.summary.count(.alignment).added == 1)
        #expect(try catalog.read { try $0.parts() }.alignments.isEmpty)
        let later = try catalog.take([skill("weld")])
        #expect(later.summary.count(.alignment).resolved == 1)
        #expect(try catalog.read { try $0.parts() }.alignments.count == 1)
        #expect(try catalog.read { try $0.pending() }.isEmpty)
    }

    @Test func `a label is taken for the one skill it names, and said to be a guess`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([skill("weld", "weld metal", ["join metal"]), skill("cut", "cut metal")])
        let first = try catalog.take(aligned(SkillReference(label: "Weld  Metal")))
        #expect(
            first.ledger == [
                "test.csv:3:1: skill-by-label: \"Weld  Metal\" was taken for \(uri("weld")), whose "
                    + "preferred label it is"
            ])
        #expect(first.summary.count(.alignment).guessed == 1)
        #expect(first.summary.count(.guessed) == 1)
        let second = try catalog.take(aligned(SkillReference(label: "join metal", language: "en")))
        #expect(second.ledger.first?.contains("skill-by-alternative") == true)
        #expect(try catalog.read { try $0.parts() }.alignments.map(\.skill) == [1, 1])
    }

    @Test func `a label of several skills is pending, with the candidates listed`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([skill("a", "x", ["shared"]), skill("b", "y", ["shared"])])
        let (summary, ledger) = try catalog.take(aligned(SkillReference(label: "shared")))
        #expect(summary.count(.alignment).pending == 1)
        #expect(ledger.first?.contains("may mean \(uri("a")), \(uri("b"))") == true)
        let pending = try catalog.read { try $0.pending() }
        #expect(pending.map(\.candidates) == [[uri("a"), uri("b")]])
        #expect(pending.map(\.noun) == [.alignment])
    }

    @Test func `what a label means does not depend on what was imported first`() throws {
        let records: [[Record]] = [
            [skill("a", "x", ["shared"])], [skill("b", "y", ["shared"])],
            aligned(SkillReference(label: "shared")),
        ]
        for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1], [2, 1, 0], [1, 2, 0]] {
            let folder = try TemporaryFolder()
            let catalog = try Catalog(writing: folder.path())
            for part in order { try catalog.take(records[part]) }
            #expect(try catalog.read { try $0.parts() }.alignments.isEmpty, "\(order)")
            #expect(try catalog.read { try $0.pending() }.count == 1, "\(order)")
        }
    }

    @Test func `the scheme of a URI makes no difference`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([skill("weld")])
        let secure = uri("weld").replacing("http:", with: "https:") + "/"
        let (summary, ledger) = try catalog.take(aligned(SkillReference(uri: secure)))
        #expect(ledger.isEmpty)
        #expect(summary.count(.alignment).pending == 0)
        #expect(try catalog.read { try $0.parts() }.alignments.count == 1)
    }
}
