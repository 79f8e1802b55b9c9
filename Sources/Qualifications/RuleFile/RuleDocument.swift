// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a rule file holds: rules, and where each of their parts stands.
public struct RuleDocument: Sendable {
    /// The rules, in the order of the file.
    public let rules: [Rule]
    /// Where their parts stand.
    public let places: RulePlaces
}

/// Where the parts of the rules of a file stand, so that a remark can point at them.
public struct RulePlaces: Sendable {
    /// What has a place: a rule, a node of it, or a value of either.
    private struct Key: Hashable {
        let rule: Int
        let node: String?
        let path: String
    }

    /// The file as it was named.
    public let file: String
    private var positions: [Key: FilePosition] = [:]

    init(file: String) { self.file = file }

    mutating func set(
        _ position: FilePosition, rule: Int, node: String? = nil, path: String = ""
    ) {
        positions[Key(rule: rule, node: node, path: path)] = position
    }

    /// Returns where a part of a rule stands, or else the nearest part around it that has a place.
    ///
    /// ```
    /// places.place(ofRule: 0)                                   the rule
    /// places.place(ofRule: 0, value: "valid/until")             a term of it
    /// places.place(ofRule: 0, node: "electives")                a requirement
    /// places.place(ofRule: 0, node: "electives", value: "from/3")    the fourth id of a list
    /// ```
    ///
    /// - Parameters:
    ///   - rule: the position of the rule in ``RuleDocument/rules``.
    ///   - node: the id of a requirement; nil for the rule's own terms.
    ///   - value: the keys that lead to the value as they stand in the file, and the positions in
    ///     lists from 0, with slashes between; or the name of a property of `Rule` or of what a
    ///     `Requirement` holds, such as `validUntil` or `minimum`.
    /// - Returns: the place of the part, or else of the value, requirement, rule or file that it is in.
    public func place(
        ofRule rule: Int, node: String? = nil, value: String = ""
    ) -> SourcePlace {
        var path = (Self.properties[value] ?? value)[...]
        while true {
            if let found = positions[Key(rule: rule, node: node, path: String(path))] {
                return SourcePlace(file: file, line: found.line, column: found.column)
            }
            guard !path.isEmpty else { break }
            path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        }
        return node == nil ? SourcePlace(file: file) : place(ofRule: rule)
    }

    /// Where the properties of rules and requirements stand, where their keys are called otherwise.
    private static let properties = [
        "name": "id", "validFrom": "valid/from", "validUntil": "valid/until",
        "startedFrom": "\(RuleReader.startedKey)/from",
        "startedBefore": "\(RuleReader.startedKey)/before", "isSecondary": "secondary",
        "decidedBy": "decided-by", "awarding": "awarded", "agesOn": "ages-on",
        "selector": "from", "parts": "with", "isShared": "shared", "isPartial": "partial",
        "rounding": "round", "basis": "of",
    ]
}
