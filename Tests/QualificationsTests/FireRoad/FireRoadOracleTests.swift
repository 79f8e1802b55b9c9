// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// Audits of rules made from FireRoad's lists against the lists themselves.
struct FireRoadOracleTests {
    private static let today = CalendarDate(dayNumber: 20_000)

    /// How often each status came out.
    private struct Tally: CustomStringConvertible {
        var counts: [Status: Int] = [:]
        var description: String { "\(counts)" }
    }

    /// Audits a learner who has taken `ids`, and compares with the list, section by section too.
    private static func check(
        _ document: FireRoadDocument, _ rule: Rule, _ ids: [String], in graph: Graph,
        _ tally: inout Tally, _ name: String
    ) throws {
        let learner = try Learner(id: "pseudonym", awards: ids.map { Award(credential: $0) })
        let made = audit(learner, of: rule, in: graph, asOf: today)
        let taken = ids.compactMap { graph.credential($0) }.map {
            FireRoadTaken(graph.credentials[$0])
        }
        let certain = FireRoadEvaluator(document: document, taken: taken, isGenerous: false)
        let assuming = FireRoadEvaluator(document: document, taken: taken, isGenerous: true)
        let expected = status(certain.isMet, assuming.isMet)
        tally.counts[expected, default: 0] += 1
        #expect(made.status == expected, "\(name) with \(ids)\n\(document.written)")
        #expect(made.proved)
        let sections = zip(certain.sections, assuming.sections).map { status($0, $1) }
        #expect(
            made.root.children.prefix(sections.count).map(\.status) == sections,
            "sections of \(name) with \(ids)\n\(document.written)")
    }

    private static func status(_ certain: Bool, _ assuming: Bool) -> Status {
        certain ? .met : assuming ? .cannotTell : .notMet
    }

    @Test func `a random list and its rule agree on every set of subjects drawn`() throws {
        var parts = GraphParts()
        for (index, id) in ["1.1", "1.2", "1.3", "2.1", "2.2", "3.X", "h.1", "h.2", "l.1"]
            .enumerated()
        {
            var credential = Credential(id: id, title: LocalizedText(id), kind: .course)
            credential.credits = Credits(ExactDecimal([12, 6, 9][index % 3]), "MIT units")
            credential.tags =
                ["h.1": ["HASS"], "h.2": ["HASS", "CI-H"], "l.1": ["GIR:LAB"]][id] ?? []
            parts.credentials.append(credential)
        }
        let graph = try Graph(parts)
        var tally = Tally()
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            var random = FireRoadRandom(seed: seed)
            let document = random.document()
            let bytes = Array(document.written.utf8)
            let result = try ForeignRules.fireroad.read(.init(bytes: bytes, file: "random.reql"))
            let rule = try #require(result.rules.first)
            for _ in 0..<5 {
                let ids = random.subset(of: graph.credentials.map(\.id))
                try Self.check(document, rule, ids, in: graph, &tally, "seed \(seed)")
            }
        }
        #expect(tally.counts.values.allSatisfy { $0 > 50 } && tally.counts.count == 3, "\(tally)")
    }

    @Test(.enabled(if: FireRoadFiles.areThere))
    func `every real list and its rule agree on every set of real subjects drawn`() throws {
        let subjects = try FireRoadFiles.subjects()
        var tally = Tally()
        for (file, bytes) in try FireRoadFiles.all() {
            let document = try FireRoadDocument(parsing: bytes)
            let result = try ForeignRules.fireroad.read(.init(bytes: bytes, file: file))
            let rule = try #require(result.rules.first)
            let world = try FireRoadWorld(document, result, subjects)
            var random = FireRoadRandom(seed: UInt64(file.utf8.count))
            for round in 0..<min(oracleCases(debug: 16), 500) {
                let ids = world.draw(round, &random)
                try Self.check(document, rule, ids, in: world.graph, &tally, file)
            }
        }
        #expect(tally.counts.values.allSatisfy { $0 > 20 } && tally.counts.count == 3, "\(tally)")
    }
}

/// A graph with the subjects that a list speaks of.
private struct FireRoadWorld {
    let graph: Graph
    /// Those that may be taken: one of each class of equivalents.
    let subjects: [String]

    init(
        _ document: FireRoadDocument, _ result: ForeignRules.Result, _ all: GraphParts
    ) throws {
        let words = Set(document.definitions.flatMap(\.statement.names))
        var parts = all
        let known = Set(all.credentials.flatMap { [$0.id] + $0.identifiers })
        let defined = Set(document.definitions.map(\.name))
        for word in words.sorted()
        where !known.contains(word) && !defined.contains(word) && FireRoadAttribute(word) == nil {
            var credential = Credential(id: word, title: LocalizedText(word), kind: .course)
            credential.credits = Credits(ExactDecimal(12), "MIT units")
            parts.credentials.append(credential)
        }
        parts.credentials += result.credentials
        parts.rules = result.rules
        graph = try Graph(parts)
        var classes: Set<Int> = []
        var perTag: [String: Int] = [:]
        subjects = graph.credentials.filter { credential in
            let tags = credential.tags.filter(words.contains)
            let isNamed = words.contains(credential.id)
            for tag in tags { perTag[tag, default: 0] += 1 }
            return isNamed || tags.contains { perTag[$0] ?? 0 <= 9 }
        }.map(\.id).filter { [graph] id in
            graph.credential(id).map { classes.insert(graph.equivalenceClass(of: $0)).inserted }
                ?? false
        }
    }

    /// Draws nearly all subjects, about half, or few.
    func draw(_ round: Int, _ random: inout FireRoadRandom) -> [String] {
        let percent = [100, 97, 90, 70, 40, 10][round % 6]
        return subjects.filter { _ in random.chance(percent) }
    }
}

extension FireRoadTaken {
    fileprivate init(_ credential: Credential) {
        names = Set([credential.id] + credential.identifiers)
        tags = Set(credential.tags)
        units = (credential.credits?.amount.thousandths ?? 0) / 1000
    }
}

extension FireRoadFiles {
    /// The real course list: its subjects and which of them are equivalent.
    fileprivate static func subjects() throws -> GraphParts {
        let bytes = try Data(contentsOf: ReferenceData.url(folder + "/courses.txt"))
        let format = try #require(Formats.named("fireroad-courses"))
        var reader = format.makeReader(for: FormatSource(file: "courses.txt"))
        var parts = GraphParts()
        let take: (FormatEvent) -> Void = { event in
            switch event {
            case .record(.credential(let credential), _): parts.credentials.append(credential)
            case .record(.credentialRelation(let relation), _):
                parts.credentialRelations.append(relation)
            default: break
            }
        }
        try reader.read(Array(bytes)[...], take)
        try reader.finish(take)
        let ids = Set(parts.credentials.map(\.id))
        parts.credentialRelations = Array(Set(parts.credentialRelations)).filter {
            ids.contains($0.from) && ids.contains($0.to)
        }
        return parts
    }
}
