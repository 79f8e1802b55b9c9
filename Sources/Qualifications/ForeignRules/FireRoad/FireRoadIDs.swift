// SPDX-License-Identifier: Apache-2.0

/// Ids of a rule's nodes, each given once.
struct FireRoadIDs {
    private static let longest = 200

    private var given: Set<String> = []
    private var next: [String: Int] = [:]

    /// Returns `wanted`, or where it is taken the first of `wanted-2`, `wanted-3`, … that is not;
    /// what is no letter, digit or `.`, `_`, `-` becomes a hyphen.
    mutating func make(_ wanted: String) -> String {
        let scalars = wanted.unicodeScalars.prefix(Self.longest).map { scalar in
            FireRoadTokens.isPartOfName(scalar) && ![":", "[", "]"].contains(scalar) ? scalar : "-"
        }
        let base = String(String.UnicodeScalarView(scalars))
        if given.insert(base).inserted { return base }
        var number = next[base] ?? 2
        while !given.insert("\(base)-\(number)").inserted { number += 1 }
        next[base] = number + 1
        return "\(base)-\(number)"
    }
}
