// SPDX-License-Identifier: Apache-2.0

/// A level in a framework: EQF 6, CEFR B2, or a local one.
///
/// Levels compare only inside one framework, or through a declared crosswalk.
public struct Level: Hashable, Sendable, CustomStringConvertible {
    /// The framework's name: `EQF`, `NFQ`, `CEFR`, or a local one.
    public let framework: String
    /// The level as written in the framework: `6`, `B2`.
    public let value: String

    /// Creates a level.
    public init(framework: String, value: String) {
        self.framework = framework
        self.value = value
    }

    /// Creates a level from `FRAMEWORK:VALUE`; without a framework it is one of the EQF.
    public init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            guard !text.isEmpty else { return nil }
            framework = "EQF"
            value = text
            return
        }
        framework = String(text[..<colon])
        value = String(text[text.utf8.index(after: colon)...])
        guard !framework.isEmpty, !value.isEmpty else { return nil }
    }

    /// The framework and the value: `EQF:6`.
    public var description: String { "\(framework):\(value)" }

    /// The place in the framework's order, or nil where the order is not known.
    ///
    /// Numbers rank by their value; CEFR and QF-EHEA by their published order.
    public var rank: Int? {
        Int(value) ?? Self.ordered[framework]?.firstIndex(of: value.lowercased()).map { $0 + 1 }
    }

    private static let ordered = [
        "CEFR": ["a1", "a2", "b1", "b2", "c1", "c2"],
        "QF-EHEA": ["short cycle", "first cycle", "second cycle", "third cycle"],
    ]
}

/// Declared correspondences of one framework's levels with another's.
public struct LevelCrosswalk: Hashable, Sendable {
    /// What a level of one framework is in another.
    private var targets: [Level: [String: Level]] = [:]

    /// Creates an empty crosswalk: levels of different frameworks do not compare.
    public init() {}

    /// Declares that `level` corresponds to `other`; both directions are not implied.
    public mutating func declare(_ level: Level, correspondsTo other: Level) {
        targets[level.key, default: [:]][other.framework] = other
    }

    /// Returns `level` in `framework`, or nil where no correspondence is declared.
    public func convert(_ level: Level, to framework: String) -> Level? {
        level.framework == framework ? level : targets[level.key]?[framework]
    }

    /// Returns whether `level` is below (−1), at (0) or above (1) `other`; nil where that cannot
    /// be told.
    ///
    /// They are compared in the framework of `other`. Where `level` has no counterpart there, both
    /// are looked at in a framework that both have one in, which settles the question only if they
    /// differ: NFQ 7 and NFQ 8 are both EQF 6, and so EQF 6 cannot be told from either, but EQF 7
    /// is above both.
    public func compare(_ level: Level, with other: Level) -> Int? {
        if let direct = convert(level, to: other.framework) {
            return direct.key == other.key ? 0 : Self.order(direct, other)
        }
        let shared = frameworks(of: level).intersection(frameworks(of: other))
        let orders = Set(
            shared.map { framework -> Int? in
                guard let left = convert(level, to: framework),
                    let right = convert(other, to: framework)
                else { return nil }
                return Self.order(left, right)
            })
        guard orders.count == 1, let order = orders.first, order != 0 else { return nil }
        return order
    }

    private func frameworks(of level: Level) -> Set<String> {
        Set(targets[level.key]?.keys.map(\.self) ?? []).union([level.framework])
    }

    private static func order(_ left: Level, _ right: Level) -> Int? {
        guard let rank = left.rank, let otherRank = right.rank else { return nil }
        return rank == otherRank ? 0 : rank < otherRank ? -1 : 1
    }
}

extension Level {
    /// The level as it is looked up: how its value is written makes no difference.
    fileprivate var key: Level {
        Level(framework: framework, value: Int(value).map(String.init) ?? value.lowercased())
    }
}

extension LevelCrosswalk {
    /// The correspondences published by the national referencing reports to the EQF, and the
    /// cycles of the European Higher Education Area (Recommendation 2017/C 189/03, annexes II, III).
    public static let standard: LevelCrosswalk = {
        var crosswalk = LevelCrosswalk()
        let toEQF: [String: [(String, Int)]] = [
            "QF-EHEA": [
                ("short cycle", 5), ("first cycle", 6), ("second cycle", 7), ("third cycle", 8),
            ],
            "NFQ": [
                ("1", 1), ("2", 1), ("3", 2), ("4", 3), ("5", 4), ("6", 5), ("7", 6), ("8", 6),
                ("9", 7), ("10", 8),
            ],
            "SCQF": [
                ("3", 1), ("4", 2), ("5", 3), ("6", 4), ("7", 5), ("8", 5), ("9", 6), ("10", 6),
                ("11", 7), ("12", 8),
            ],
            "RQF": [
                ("1", 2), ("2", 3), ("3", 4), ("4", 5), ("5", 5), ("6", 6), ("7", 7), ("8", 8),
            ],
            "DQR": (1...8).map { (String($0), $0) },
        ]
        for (framework, pairs) in toEQF {
            for (value, level) in pairs {
                crosswalk.declare(
                    Level(framework: framework, value: value),
                    correspondsTo: Level(framework: "EQF", value: String(level)))
            }
        }
        return crosswalk
    }()
}
