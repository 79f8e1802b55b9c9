// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

/// The random worlds must be worth an oracle: all that a rule can say occurs, and all outcomes do.
struct RandomWorldTests {
    /// How often a thing occurs.
    private typealias Counts = [String: Int]

    @Test func `every kind of requirement occurs, and every way it can be written`() throws {
        var counts: Counts = [:]
        for seed in 0..<300 {
            let rule = try RandomWorld(seed: UInt64(seed)).rule
            for name in rule.features { counts[name, default: 0] += 1 }
        }
        for name in Requirement.Kind.Name.allCases.map(\.rawValue) + Self.ways {
            #expect(counts[name, default: 0] >= 3, "\(name) of \(counts)")
        }
    }

    private static let ways = [
        "shared", "partial", "maximum", "parts", "scheme HALF", "scheme ODD", "floor amount",
        "floor fraction", "ceiling amount", "ceiling fraction", "floor counted", "ceiling counted",
        "share unit", "round up", "round down", "round nearest", "mean held", "mean counted",
        "overlap", "counts", "ages", "no scales", "recognition", "equivalences",
    ]

    @Test func `every outcome occurs often`() throws {
        var counts: Counts = [:]
        let cases = 200
        for seed in 0..<cases {
            let oracle = try RandomWorld(seed: UInt64(seed)).oracle
            counts[oracle.status.rawValue, default: 0] += 1
            for name in oracle.occurrences { counts[name, default: 0] += 1 }
        }
        print("of \(cases) random worlds: \(counts.sorted { $0.key < $1.key })")
        for status in Status.allCases {
            #expect(counts[status.rawValue, default: 0] * 100 >= cases * 15, "\(counts)")
        }
        for name in ["a placement is impossible", "credits lack", "units lack", "choice"] {
            #expect(counts[name, default: 0] * 100 >= cases * 8, "\(name) of \(counts)")
        }
        #expect(counts["unsatisfiable", default: 0] >= 3, "\(counts)")
    }
}

extension Rule {
    /// What the rule makes use of.
    fileprivate var features: Set<String> {
        var found: Set<String> = []
        if counts != .everything { found.insert("counts") }
        if agesOn != nil { found.insert("ages") }
        if scales.isEmpty { found.insert("no scales") }
        if recognition != nil { found.insert("recognition") }
        if !equivalences.isEmpty { found.insert("equivalences") }
        for node in requirement.nodes {
            found.insert(node.kind.name)
            if node.isShared { found.insert("shared") }
            found.formUnion(node.kind.features)
        }
        return found
    }
}

extension Requirement.Kind {
    fileprivate var features: [String] {
        switch self {
        case .count(let demand):
            return [
                demand.isPartial ? "partial" : nil, demand.maximum == nil ? nil : "maximum",
                demand.parts.isEmpty ? nil : "parts",
                demand.unit.scheme.map { "scheme \($0.rawValue)" },
            ].compactMap(\.self)
        case .share(let share):
            return [
                share.minimum.map { "floor \($0.name)" },
                share.maximum.map { "ceiling \($0.name)" },
                share.basis == .counted && share.minimum != nil ? "floor counted" : nil,
                share.basis == .counted && share.maximum != nil ? "ceiling counted" : nil,
                share.unit == nil ? nil : "share unit",
                share.rounding.map { "round \($0.rawValue)" },
            ].compactMap(\.self)
        case .mean(let mean): return ["mean \(mean.basis.rawValue)"]
        case .credential(_, .some): return ["overlap"]
        default: return []
        }
    }
}

extension Requirement.Share.Bound {
    fileprivate var name: String {
        switch self {
        case .amount: "amount"
        case .fraction: "fraction"
        }
    }
}

extension BruteForce {
    /// What is worth knowing of how it came to its answer.
    fileprivate var occurrences: [String] {
        let reading = reading(assuming: false)
        let best = reading.best
        return [
            reading.hasImpossiblePlacement ? "a placement is impossible" : nil,
            best.isSatisfiable ? nil : "unsatisfiable",
            best.lack.credits > 0 ? "credits lack" : nil,
            best.lack.units > 0 ? "units lack" : nil,
            reading.placementCount > 20 ? "choice" : nil,
            reading.placementCount > 20 && best.lack == Lack() ? "met by choice" : nil,
            nodes.count > 3 && best.lack == Lack() ? "met, large" : nil,
        ].compactMap(\.self)
    }
}
