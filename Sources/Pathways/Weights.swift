// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How much each criterion counts: a versioned set whose hash stands in every output.
public struct Weights: Hashable, Sendable {
    /// The version of the set.
    public let version: String
    /// A weight for each criterion, in the order of `Criterion.all`; zero where it does not count.
    public let values: [Double]

    /// Creates a set; a criterion that is not named does not count.
    ///
    /// - Throws: `WeightsError` for an unknown criterion, a weight that is not between 0 and
    ///   1,000,000, and when every weight is zero.
    public init(version: String, _ weights: [String: Double]) throws {
        let names = Criterion.all.map(\.name)
        if let unknown = weights.keys.sorted().first(where: { !names.contains($0) }) {
            throw WeightsError.unknownCriterion(unknown)
        }
        for (name, weight) in weights.sorted(by: { $0.key < $1.key })
        where !(weight >= 0 && weight <= 1_000_000) {
            throw WeightsError.impossible(name, weight)
        }
        guard weights.values.contains(where: { $0 > 0 }) else { throw WeightsError.allZero }
        self.init(version: version, values: names.map { weights[$0] ?? 0 })
    }

    private init(version: String, values: [Double]) {
        self.version = version
        self.values = values
    }

    /// The weights used unless others are given.
    ///
    /// What a credential closes now and what it lets the learner close next count the same, so
    /// that a step is judged by where it leads; resemblance, level and size only break near-ties.
    public static let standard = Weights(
        version: "2026.11",
        values: Criterion.all.map { criterion in
            switch criterion.name {
            case Criterion.coverage.name, Criterion.unlocking.name: 0.3
            case Criterion.progress.name: 0.25
            case Criterion.similarity.name: 0.05
            case Criterion.levelFit.name: 0.05
            case Criterion.effort.name: 0.05
            default: 0
            }
        })

    /// The weight of each criterion by its name.
    public var named: [(name: String, weight: Double)] {
        zip(Criterion.all, values).map { ($0.name, $1) }
    }

    /// A hash of the version, the names and the weights.
    public var hash: String {
        var hash = Fingerprint()
        hash.add(version)
        for (name, weight) in named {
            hash.add(name)
            hash.add(Int(truncatingIfNeeded: weight.bitPattern))
        }
        return hash.text
    }
}

/// Why a set of weights cannot be used.
public enum WeightsError: Error, Hashable, CustomStringConvertible {
    /// No criterion goes by this name.
    case unknownCriterion(String)
    /// The weight is negative, above 1,000,000 or not a number.
    case impossible(String, Double)
    /// Nothing would count.
    case allZero

    /// What is wrong and what to do.
    public var description: String {
        let names = Criterion.all.map(\.name).joined(separator: ", ")
        return switch self {
        case .unknownCriterion(let name): "\"\(name)\" is not a criterion; use \(names)"
        case .impossible(let name, let weight):
            "the weight of \"\(name)\" is \(weight); give a number from 0 to 1000000"
        case .allZero: "every weight is zero; give at least one of \(names)"
        }
    }
}
