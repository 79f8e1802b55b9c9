// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test func `every noun comes back as it was, whatever the order it came in`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 8)) {
            let folder = try TemporaryFolder()
            let random = try RandomCatalogue(seed: seed)
            let catalog = try Catalog(writing: folder.path())
            let (summary, ledger) = try catalog.take(random.records + random.trailing)
            #expect(ledger.isEmpty, "seed \(seed)")
            #expect(summary.count(.skill).added == random.expected.skills.count)
            let parts = try catalog.read { try $0.parts() }
            expectEqual(parts, random.expected, "seed \(seed)")
            #expect(try catalog.allLearners() == random.learners)
            _ = try Graph(parts)
        }
    }

    @Test func `positions do not depend on what was imported first`() throws {
        let random = try RandomCatalogue(seed: 21)
        let definitions = random.records.filter {
            switch $0 {
            case .skill, .occupation, .credential: true
            default: false
            }
        }
        for seed in 0..<UInt64(3) {
            var generator = SeededGenerator(seed: seed)
            let folder = try TemporaryFolder()
            let catalog = try Catalog(writing: folder.path())
            let shuffled = definitions.shuffled(using: &generator)
            try catalog.take(Array(shuffled.prefix(shuffled.count / 2)))
            try catalog.take(Array(shuffled.dropFirst(shuffled.count / 2)))
            try catalog.take(random.records.shuffled(using: &generator) + random.trailing)
            expectEqual(try catalog.read { try $0.parts() }, random.expected, "seed \(seed)")
        }
    }

    @Test func `a reader sees what a writer wrote`() throws {
        let folder = try TemporaryFolder()
        let random = try RandomCatalogue(seed: 77)
        try Catalog(writing: folder.path()).take(random.records + random.trailing)
        let catalog = try Catalog(reading: folder.path())
        expectEqual(try catalog.read { try $0.parts() }, random.expected, "read only")
        for learner in random.learners {
            #expect(try catalog.read { try $0.learner(learner.id) } == learner)
        }
        #expect(try catalog.read { try $0.learner("nobody") } == nil)
        let counts = try catalog.read { try $0.counts() }
        #expect(counts[.credential] == random.expected.credentials.count)
        #expect(counts[.rule] == random.expected.rules.count)
        #expect(counts[.award] == random.learners.reduce(0) { $0 + $1.awards.count })
    }

    @Test func `a list of learners says how many awards and when the last was`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([award("a", "B2", 5), award("b", "B2", 9), award("a", "A1", nil)])
        let entries = try catalog.read { try $0.learners() }
        #expect(entries.map(\.id) == ["A1", "B2"])
        #expect(entries.map(\.awards) == [1, 2])
        #expect(entries.map(\.lastDate) == [nil, CalendarDate(dayNumber: 9)])
        #expect(try catalog.read { try $0.learners(near: "B3") }.first == "B2")
    }

    private func expectEqual(_ found: GraphParts, _ expected: GraphParts, _ comment: Comment) {
        #expect(found.skills == expected.skills, comment)
        #expect(found.occupations == expected.occupations, comment)
        #expect(Set(found.skillLinks) == Set(expected.skillLinks), comment)
        #expect(found.skillLinks.count == expected.skillLinks.count, comment)
        #expect(Set(found.occupationLinks) == Set(expected.occupationLinks), comment)
        #expect(Set(found.occupationGroups) == Set(expected.occupationGroups), comment)
        #expect(found.credentials == expected.credentials, comment)
        #expect(found.credentialRelations == expected.credentialRelations, comment)
        #expect(found.outcomes == expected.outcomes, comment)
        #expect(found.alignments == expected.alignments, comment)
        #expect(found.rules == expected.rules, comment)
        #expect(found.conversions == expected.conversions, comment)
    }
}
