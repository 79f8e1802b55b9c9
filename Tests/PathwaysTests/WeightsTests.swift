// SPDX-License-Identifier: Apache-2.0

import Pathways
import Testing

struct WeightsTests {
    @Test func `The standard weights add up to one`() {
        #expect(abs(Weights.standard.values.reduce(0, +) - 1) < 1e-12)
    }

    @Test func `Anything that changes a score changes the hash`() throws {
        let names = Criterion.all.map(\.name)
        var hashes: Set<String> = [Weights.standard.hash]
        for name in names { hashes.insert(try Weights(version: "a", [name: 1]).hash) }
        for name in names { hashes.insert(try Weights(version: "b", [name: 1]).hash) }
        hashes.insert(try Weights(version: "a", [names[0]: 0.5]).hash)
        #expect(hashes.count == 2 * names.count + 2)
        #expect(
            try Weights(version: "a", ["effort": 1]).hash
                == (try Weights(version: "a", ["effort": 1]).hash))
    }

    @Test func `An unknown name, an impossible number and nothing at all are refused`() {
        #expect(throws: WeightsError.unknownCriterion("luck")) {
            try Weights(version: "x", ["luck": 1])
        }
        #expect(throws: WeightsError.impossible("effort", -1)) {
            try Weights(version: "x", ["effort": -1])
        }
        #expect(throws: WeightsError.impossible("effort", .infinity)) {
            try Weights(version: "x", ["effort": .infinity])
        }
        #expect(throws: WeightsError.impossible("effort", 1e300)) {
            try Weights(version: "x", ["effort": 1e300])
        }
        #expect(throws: WeightsError.allZero) { try Weights(version: "x", ["effort": 0]) }
        #expect(throws: WeightsError.allZero) { try Weights(version: "x", [:]) }
    }
}
