// SPDX-License-Identifier: Apache-2.0

/// One node of a rule as a row of a table: the form registrars write and the catalogue keeps.
public struct RequirementRow: Hashable, Sendable {
    /// The credential the rule belongs to.
    public var credential: String
    /// What the rule is for.
    public var use: Rule.Use
    /// The node's id, unique inside the rule.
    public var id: String
    /// The id of the node above; nil for the root.
    public var parent: String?
    /// The kind's name, one of ``Requirement/Kind/Name``.
    public var kind: String
    /// The least that meets it: a number, a share such as `50%`, an overlap, or a proficiency.
    public var minimum: String?
    /// The most that is counted, or the longest time.
    public var maximum: String?
    /// The credit scheme; of a share also `awards` or `hours`; of a mean the grade scale.
    public var unit: String?
    /// What it is about: an id, a URI, a date, a field, a body, or a selector.
    public var of: String?
    /// What else is so, separated by semicolons: `shared`, `partial`, `counted`, `held`,
    /// `round up`, `round down`, `round nearest`.
    public var options: String?
    /// The title of the node.
    public var title: LocalizedText = ""
    /// The rule's version, on the root.
    public var version: String?
    /// The first day the rule is in force, on the root.
    public var validFrom: CalendarDate?
    /// The last day the rule is in force, on the root.
    public var validUntil: CalendarDate?
    /// Where the rule is published, on the root.
    public var source: String?
    /// Who decides, on the root.
    public var decidedBy: String?

    /// Creates a row; everything else may be set after.
    public init(credential: String, use: Rule.Use, id: String, parent: String?, kind: String) {
        self.credential = credential
        self.use = use
        self.id = id
        self.parent = parent
        self.kind = kind
    }
}

/// Why a row, or a set of rows, is not a requirement.
public struct RequirementError: Error, Hashable, CustomStringConvertible {
    /// The id of the node at fault.
    public let node: String
    /// The column at fault; nil where it is the row's place in the tree.
    public let column: String?
    /// What is wrong and what to do.
    public let description: String

    /// Creates an error about `row`.
    init(_ row: RequirementRow, _ column: String?, _ problem: String) {
        node = row.id
        self.column = column
        description = "requirement \"\(row.id)\" of \"\(row.credential)\": \(problem)"
    }
}

extension RequirementRow {
    /// Checks the cells of this row by themselves, before the tree is known.
    ///
    /// - Throws: `RequirementError` naming the column.
    public func check() throws { _ = try decoded(children: []) }

    /// Returns the rule that `rows`, all of one credential and use, describe; nil for no rows.
    ///
    /// Rows may stand in any order; children keep the order of their rows. An empty cell is the
    /// same as none.
    ///
    /// - Throws: `RequirementError` for an id that is empty or used twice, rows of another rule, no
    ///   root or a second one, an unknown parent, a ring, a nesting deeper than `deepest`, a
    ///   condition that is not right below what counts, or a cell that does not fit its kind.
    /// - Complexity: O(*n*) rows.
    public static func rule(from rows: [RequirementRow]) throws -> Rule? {
        guard let first = rows.first else { return nil }
        let children = try indexed(rows)
        guard let root = rows.first(where: { $0.above == nil }) else {
            throw RequirementError(first, "parent", "no row is the root; leave one parent empty")
        }
        var used: Set<String> = []
        var rule = Rule(
            credential: root.credential, use: root.use,
            requirement: try root.assembled(children, used: &used, depth: 0))
        if let lost = rows.first(where: { !used.contains($0.id) }) {
            throw ring(above: lost, among: rows)
        }
        rule.version = root.version
        rule.validFrom = root.validFrom
        rule.validUntil = root.validUntil
        rule.source = root.source
        rule.decidedBy = root.decidedBy
        return rule
    }

    /// The deepest nesting of a rule.
    public static let deepest = 64
    /// The greatest number of requirements that an "at least" may ask for.
    static let mostChoices = 1_000_000

    private static func indexed(_ rows: [RequirementRow]) throws -> [String: [RequirementRow]] {
        var ids: Set<String> = []
        var hasRoot = false
        for row in rows {
            guard !row.id.isEmpty else {
                throw RequirementError(row, "id", "a node without an id; give it one")
            }
            guard row.credential == rows[0].credential, row.use == rows[0].use else {
                throw RequirementError(row, "credential", "it belongs to another rule")
            }
            guard ids.insert(row.id).inserted else {
                throw RequirementError(row, "id", "the id is used twice; give each node its own")
            }
            guard row.above == nil else { continue }
            guard !hasRoot else {
                throw RequirementError(
                    row, "parent", "a second root; name the parent, or put both under an \"all\"")
            }
            hasRoot = true
        }
        return try grouped(rows, ids)
    }

    private static func grouped(
        _ rows: [RequirementRow], _ ids: Set<String>
    ) throws -> [String: [RequirementRow]] {
        var children: [String: [RequirementRow]] = [:]
        for row in rows {
            guard let parent = row.above else { continue }
            guard ids.contains(parent) else {
                throw RequirementError(row, "parent", "parent \"\(parent)\" is not defined")
            }
            children[parent, default: []].append(row)
        }
        return children
    }

    /// The error for rows that no root is above: going up from `lost` ends in a ring.
    private static func ring(
        above lost: RequirementRow, among rows: [RequirementRow]
    ) -> RequirementError {
        let byID = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        var seen: Set<String> = []
        var row = lost
        while seen.insert(row.id).inserted, let above = row.above.flatMap({ byID[$0] }) {
            row = above
        }
        return RequirementError(
            row, "parent", "its parents lead back to itself; name one that leads to the root")
    }

    private func assembled(
        _ children: [String: [RequirementRow]], used: inout Set<String>, depth: Int
    ) throws -> Requirement {
        guard depth < Self.deepest else {
            throw RequirementError(self, "parent", "nested deeper than \(Self.deepest) levels")
        }
        used.insert(id)
        let below = try (children[id] ?? []).map {
            let child = try $0.assembled(children, used: &used, depth: depth + 1)
            if child.isCondition, !Requirement.Kind.Name.counting.contains(kind) {
                throw RequirementError(
                    $0, "parent",
                    "a \"\($0.kind)\" needs a \"credits\", \"awards\" or \"hours\" right above it")
            }
            return child
        }
        return Requirement(
            id: id, title: title, isShared: isShared, kind: try decoded(children: below))
    }
}
