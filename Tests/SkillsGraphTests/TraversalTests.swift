// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct TraversalTests {
    @Test func `a credential teaches each skill by its strongest path`() throws {
        var parts = GraphParts.numbered(skills: 3, credentials: 2)
        parts.teach(0, [(2, 0.4), (1, 0.3)])
        parts.teach(1, [(0, 1)])
        parts.teach(0, [(2, 0.9), (2, 0.1)])
        let graph = try Graph(parts)
        #expect(
            graph.teaches(0) == [
                SkillWeight(skill: 1, weight: 0.3), SkillWeight(skill: 2, weight: 0.9),
            ])
        #expect(graph.teaches(1) == [SkillWeight(skill: 0, weight: 1)])
    }

    @Test func `reach agrees with walking every path`() throws {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<oracleCases(debug: 500) {
            let names = (0..<10).shuffled(using: &random)
            var parts = GraphParts.numbered(skills: 10)
            for edge in [(from: Int, to: Int)].random(
                rows: 10, edges: 16, forward: true, using: &random)
            { parts.broaden(names[edge.from], to: names[edge.to]) }
            let graph = try Graph(parts)
            let seeds = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                SkillWeight(
                    skill: .random(in: 0..<10, using: &random),
                    weight: .random(in: 0.01...1, using: &random))
            }
            for discount in [0, 0.5, 0.9, 1] {
                var strongest: [Int: Double] = [:]
                func walk(_ skill: Int, _ weight: Double) {
                    strongest[skill] = max(strongest[skill] ?? 0, weight)
                    guard discount > 0 else { return }
                    for above in graph.broader[skill] { walk(Int(above), weight * discount) }
                }
                for seed in seeds { walk(seed.skill, seed.weight) }
                let reached = graph.reach(of: seeds, discount: discount)
                #expect(reached.map(\.skill) == strongest.keys.sorted())
                #expect(reached.allSatisfy { strongest[$0.skill] == $0.weight })
            }
        }
    }

    @Test func `reach is not fooled by a ladder of two to the sixtieth paths`() throws {
        var parts = GraphParts.numbered(skills: 180)
        for rung in 0..<59 {
            let (low, high) = (3 * rung, 3 * rung + 3)
            parts.broaden(low, to: low + 1)
            parts.broaden(low, to: low + 2)
            parts.broaden(low + 1, to: high)
            parts.broaden(low + 2, to: high)
        }
        let reached = try Graph(parts).reach(of: [SkillWeight(skill: 0, weight: 1)])
        #expect(reached.count == 178)
        #expect(reached.last?.weight == Double(sign: .plus, exponent: -118, significand: 1))
    }

    @Test func `what is worth nothing any more is not reached`() throws {
        var parts = GraphParts.numbered(skills: 2000)
        for skill in 0..<1999 { parts.broaden(skill, to: skill + 1) }
        let reached = try Graph(parts).reach(of: [SkillWeight(skill: 0, weight: 1)])
        #expect(reached.allSatisfy { $0.weight > 0 })
        #expect(reached.count < 1100)
    }

    @Test func `an occupation needs essential skills whole and optional ones half`() throws {
        var parts = GraphParts.numbered(skills: 3)
        parts.occupations = [
            Occupation(uri: "occ", label: "Data clerk", framework: Framework("local"))
        ]
        parts.occupationLinks = [
            .init(from: 2, kind: .optionalFor, to: 0), .init(from: 0, kind: .essentialFor, to: 0),
            .init(from: 0, kind: .optionalFor, to: 0),
        ]
        let needs = try Graph(parts).needs(ofOccupation: 0)
        #expect(
            needs == [
                SkillWeight(skill: 0, weight: 1),
                SkillWeight(skill: 2, weight: Graph.optionalWeight),
            ])
    }

    @Test func `a credential without outcomes needs what its parts are about`() throws {
        var parts = GraphParts.numbered(skills: 3, credentials: 5)
        parts.relate(1, .partOf, 0)
        parts.relate(2, .partOf, 0)
        parts.relate(3, .partOf, 1)
        parts.relate(4, .partOf, 2)
        parts.teach(3, [(0, 0.5)])
        parts.teach(2, [(0, 0.7), (1, 1)])
        parts.teach(4, [(2, 1)])
        let graph = try Graph(parts)
        #expect(
            graph.needs(ofCredential: 0) == [
                SkillWeight(skill: 0, weight: 0.7), SkillWeight(skill: 1, weight: 1),
            ])
        #expect(graph.needs(ofCredential: 2) == graph.teaches(2))
    }

    @Test func `parts shared by two to the thirtieth ways are counted once`() throws {
        var parts = GraphParts.numbered(skills: 1, credentials: 91)
        for rung in 0..<30 {
            let (low, high) = (3 * rung, 3 * rung + 3)
            parts.relate(low + 1, .partOf, low)
            parts.relate(low + 2, .partOf, low)
            parts.relate(high, .partOf, low + 1)
            parts.relate(high, .partOf, low + 2)
        }
        parts.teach(90, [(0, 1)])
        #expect(try Graph(parts).needs(ofCredential: 0) == [SkillWeight(skill: 0, weight: 1)])
    }

    @Test func `a chain of a hundred thousand parts is followed to its end`() throws {
        var parts = GraphParts.numbered(skills: 1, credentials: 100_000)
        for credential in 1..<100_000 {
            parts.relate(credential, .partOf, credential - 1)
            parts.relate(credential - 1, .requires, credential)
        }
        parts.teach(99_999, [(0, 1)])
        let graph = try Graph(parts)
        #expect(graph.needs(ofCredential: 0).count == 1)
        #expect(graph.standsBefore(0) == Array((1..<100_000).reversed()))
    }

    @Test func `what stands before is all that leads there, each before what it stands before`()
        throws
    {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<oracleCases(debug: 300) {
            var parts = GraphParts.numbered(credentials: 9)
            let edges = [(from: Int, to: Int)].random(
                rows: 9, edges: 12, forward: true, using: &random)
            for edge in edges {
                if Bool.random(using: &random) {
                    parts.relate(edge.from, .precedes, edge.to)
                } else {
                    parts.relate(edge.to, .requires, edge.from)
                }
            }
            parts.relate(8, .recommends, 0)
            let graph = try Graph(parts)
            for credential in 0..<9 {
                var expected: Set<Int> = []
                func climb(_ position: Int) {
                    for edge in edges where edge.to == position {
                        expected.insert(edge.from)
                        climb(edge.from)
                    }
                }
                climb(credential)
                let before = graph.standsBefore(credential)
                #expect(before.count == expected.count && Set(before) == expected)
                let place = Dictionary(uniqueKeysWithValues: zip(before, 0...))
                #expect(
                    edges.allSatisfy {
                        guard let from = place[$0.from], let to = place[$0.to] else { return true }
                        return from < to
                    })
            }
        }
    }

    @Test func `equivalence reaches as far as it is declared, and both ways`() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<oracleCases(debug: 300) {
            var parts = GraphParts.numbered(credentials: 8)
            let pairs = [(from: Int, to: Int)].random(rows: 8, edges: 5, using: &random)
            for pair in pairs { parts.relate(pair.from, .equivalent, pair.to) }
            let graph = try Graph(parts)
            var classes = Array(0..<8)
            for _ in 0..<8 {
                for pair in pairs {
                    let least = min(classes[pair.from], classes[pair.to])
                    (classes[pair.from], classes[pair.to]) = (least, least)
                }
            }
            for left in 0..<8 {
                #expect(graph.equivalenceClass(of: left) == classes[left])
                for right in 0..<8 {
                    #expect(graph.areEquivalent(left, right) == (classes[left] == classes[right]))
                }
            }
        }
    }

    @Test func `relations are followed from either end`() throws {
        var parts = GraphParts.numbered(credentials: 3)
        parts.relate(0, .replacedBy, 1)
        parts.relate(0, .recommends, 2)
        let graph = try Graph(parts)
        #expect(graph.related(from: 0, by: .replacedBy) == [1])
        #expect(graph.related(to: 2, by: .recommends) == [0])
        #expect(graph.related(to: 2, by: .replacedBy).isEmpty)
    }
}
