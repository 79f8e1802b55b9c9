// SPDX-License-Identifier: Apache-2.0

import Pathways
import SkillsGraph
import TestSupport
import Testing

/// What must hold of every criterion, whichever there are.
struct CriterionLawTests {
    static let names = Criterion.all.map(\.name)

    @Test func `Names are unique and in camelCase, and each says what it measures`() {
        #expect(Set(Self.names).count == Self.names.count)
        for criterion in Criterion.all {
            #expect(criterion.name.wholeMatch(of: /[a-z][A-Za-z]*/) != nil)
            #expect(!criterion.title.isEmpty)
            #expect(criterion.summary.hasSuffix("."))
        }
    }

    @Test(arguments: names)
    func `Values lie between 0 and 1 and are the same on every run`(name: String) throws {
        for seed in 0..<UInt64(oracleCases(debug: 20)) {
            let first = try values(of: name, seed: seed)
            #expect(first.values.allSatisfy { 0...1 ~= $0 })
            #expect(first == (try values(of: name, seed: seed)))
        }
    }

    @Test(arguments: names)
    func `The order of the catalogue makes no difference`(name: String) throws {
        for seed in 0..<UInt64(oracleCases(debug: 20)) {
            #expect(
                try values(of: name, seed: seed)
                    == (try values(of: name, seed: seed, shuffled: true)))
        }
    }

    @Test(arguments: names)
    func `Without weight a criterion changes no score`(name: String) throws {
        let catalogue = try RandomCatalogue(seed: 7)
        let others = Dictionary(
            uniqueKeysWithValues: Self.names.map { ($0, $0 == name ? 0.0 : 1.0) })
        var request = catalogue.request
        request.weights = try Weights(version: "test", others)
        request.limit = .max
        let answer = Recommender(catalogue.graph, space: catalogue.space).recommend(request)
        for item in answer.items {
            let rest = item.contributions.filter { $0.criterion != name }
            #expect(abs(item.score - rest.reduce(0) { $0 + $1.value }) < 1e-9)
        }
    }

    private func values(
        of name: String, seed: UInt64, shuffled: Bool = false
    ) throws -> [String: Double] {
        let catalogue = try RandomCatalogue(seed: seed, shuffled: shuffled)
        var request = catalogue.request
        request.limit = .max
        let answer = Recommender(catalogue.graph, space: catalogue.space).recommend(request)
        return Dictionary(
            uniqueKeysWithValues: try answer.items.map { item in
                let found = try #require(item.contributions.first { $0.criterion == name })
                return (catalogue.graph.credentials[item.credential].id, found.value)
            })
    }
}
