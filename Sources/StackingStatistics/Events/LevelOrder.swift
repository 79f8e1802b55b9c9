// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The levels of items as numbers from 1, and how they compare; 0 is none.
struct LevelOrder: Sendable {
    /// Whether a level is higher than another.
    enum Relation: Int8, Sendable { case notHigher, higher, unknown }

    /// How many levels are compared beforehand; where there are more, each time they are met.
    private static let mostCompared = 512

    /// The levels, in order: code 1 is the first.
    let levels: [Level]
    /// The code of each item's level.
    let codes: [Int32]
    private let relations: [Relation]
    private let crosswalk: LevelCrosswalk

    init(of items: [Cohort.Item], by crosswalk: LevelCrosswalk) {
        let levels = Set(items.compactMap(\.level)).sorted(by: Self.precedes)
        let numbers = Dictionary(
            uniqueKeysWithValues: levels.enumerated().map { ($0.element, Int32($0.offset + 1)) })
        self.levels = levels
        self.crosswalk = crosswalk
        codes = items.map { item in item.level.flatMap { numbers[$0] } ?? 0 }
        guard levels.count <= Self.mostCompared else {
            relations = []
            return
        }
        var relations: [Relation] = []
        for left in [nil] + levels {
            for right in [nil] + levels { relations.append(Self.relation(left, right, crosswalk)) }
        }
        self.relations = relations
    }

    /// How many codes there are, that of none included.
    var count: Int { levels.count + 1 }

    /// Returns whether the level `left` is higher than `right`, both as codes.
    func relation(of left: Int32, to right: Int32) -> Relation {
        guard relations.isEmpty else { return relations[Int(left) * count + Int(right)] }
        return Self.relation(level(left), level(right), crosswalk)
    }

    /// The text of a code; nil for none.
    func text(_ code: Int) -> String? { level(Int32(code))?.description }

    private func level(_ code: Int32) -> Level? { code > 0 ? levels[Int(code) - 1] : nil }

    private static func relation(
        _ left: Level?, _ right: Level?, _ crosswalk: LevelCrosswalk
    ) -> Relation {
        guard let left, let right, let order = crosswalk.compare(left, with: right) else {
            return .unknown
        }
        return order > 0 ? .higher : .notHigher
    }

    /// By framework, then rank, then as written: for showing, not for comparing.
    private static func precedes(_ left: Level, _ right: Level) -> Bool {
        (left.framework, left.rank ?? .max, left.value)
            < (right.framework, right.rank ?? .max, right.value)
    }
}
