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
    /// The kind's name: `all`, `any`, `at-least`, `share`, `credits`, `credential`, `outcome`,
    /// `skill`, `not-before`.
    public var kind: String
    /// The least that meets it: a number, a share such as `50%`, or a proficiency.
    public var minimum: String?
    /// The most that is counted.
    public var maximum: String?
    /// The credit scheme.
    public var unit: String?
    /// What it is about: an id, a URI, a date, or a selector.
    public var of: String?
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

    /// Returns the rule that `rows`, all of one credential and use, describe.
    ///
    /// Rows may stand in any order; children keep the order of their rows.
    ///
    /// - Throws: `RequirementError` for a second root, an unknown parent, a ring, a share outside a
    ///   credit requirement, or a cell that does not fit its kind.
    /// - Complexity: O(*n*) rows.
    public static func rule(from rows: [RequirementRow]) throws -> Rule? {
        guard let first = rows.first else { return nil }
        let children = try indexed(rows)
        guard let root = rows.first(where: { $0.parent == nil }) else {
            throw RequirementError(first, "parent", "no row is the root; leave one parent empty")
        }
        var used = 0
        var rule = Rule(
            credential: root.credential, use: root.use,
            requirement: try root.assembled(children, used: &used, depth: 0))
        guard used == rows.count else {
            throw RequirementError(first, "parent", "its parents form a ring below the root")
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

    private static func indexed(_ rows: [RequirementRow]) throws -> [String: [RequirementRow]] {
        var ids: Set<String> = []
        var roots = 0
        for row in rows {
            guard ids.insert(row.id).inserted else {
                throw RequirementError(row, "id", "the id is used twice; give each node its own")
            }
            if row.parent == nil { roots += 1 }
            if roots == 2 {
                throw RequirementError(
                    row, "parent", "a second root; name the parent, or put both under an \"all\"")
            }
        }
        if let lost = rows.first(where: { $0.parent.map { !ids.contains($0) } ?? false }) {
            throw RequirementError(lost, "parent", "parent \"\(lost.parent ?? "")\" is not defined")
        }
        return Dictionary(grouping: rows) { $0.parent ?? "" }
    }

    private func assembled(
        _ children: [String: [RequirementRow]], used: inout Int, depth: Int
    ) throws -> Requirement {
        guard depth < Self.deepest else {
            throw RequirementError(self, "parent", "nested deeper than \(Self.deepest) levels")
        }
        used += 1
        let below = try (children[id] ?? []).map {
            if $0.kind == "share", kind != "credits" {
                throw RequirementError(
                    $0, "parent", "a share needs a \"credits\" requirement right above it")
            }
            return try $0.assembled(children, used: &used, depth: depth + 1)
        }
        return Requirement(id: id, title: title, kind: try decoded(children: below))
    }

    private func decoded(children: [Requirement]) throws -> Requirement.Kind {
        switch kind {
        case "all": return .all(children)
        case "any": return .any(children)
        case "at-least": return .atLeast(try count(), of: children)
        case "share": return .share(try share(), of: try selector())
        case "credits": return .credits(try demand(parts: children))
        case "credential": return .credential(try subject("a credential id", children))
        case "outcome": return .outcome(try subject("an outcome id", children))
        case "skill":
            return .skill(try subject("a skill URI", children), atLeast: try proficiency())
        case "not-before":
            let text = try subject("a date", children)
            guard let date = CalendarDate(text) else {
                throw RequirementError(self, "of", "\"\(text)\" is not a date such as 2026-09-01")
            }
            return .notBefore(date)
        default:
            throw RequirementError(
                self, "kind",
                "\"\(kind)\" is not a kind of requirement; use one of all, any, at-least, share, "
                    + "credits, credential, outcome, skill, not-before")
        }
    }

    private func subject(_ expected: String, _ children: [Requirement]) throws -> String {
        guard let of, !of.isEmpty else {
            throw RequirementError(self, "of", "it needs \(expected) in \"of\"")
        }
        guard children.isEmpty else {
            throw RequirementError(self, nil, "a \"\(kind)\" cannot have requirements below it")
        }
        return of
    }

    private func selector() throws -> Selector {
        do { return try Selector(parsing: of ?? "any") } catch let error as SelectorError {
            throw RequirementError(self, "of", error.description)
        }
    }

    private func count() throws -> Int {
        guard let minimum, let count = Int(minimum), count >= 1 else {
            throw RequirementError(self, "minimum", "it needs a whole number of at least 1")
        }
        return count
    }

    private func share() throws -> Requirement.Share {
        guard let minimum, minimum.hasSuffix("%"),
            let percent = ExactDecimal(minimum.dropLast()), percent.thousandths % 100 == 0,
            ExactDecimal.zero...ExactDecimal(100) ~= percent
        else {
            throw RequirementError(
                self, "minimum", "it needs a share from 0% to 100%, such as 50% or 12.5%")
        }
        return Requirement.Share(thousandths: percent.thousandths / 100)
    }

    private func demand(parts: [Requirement]) throws -> Requirement.CreditDemand {
        guard let minimum, let least = ExactDecimal(minimum), least >= .zero else {
            throw RequirementError(self, "minimum", "it needs a number of credits")
        }
        let most = maximum.flatMap { ExactDecimal($0) }
        guard maximum == nil || most != nil else {
            throw RequirementError(self, "maximum", "\"\(maximum ?? "")\" is not a number")
        }
        if let most, most < least {
            throw RequirementError(self, "maximum", "the maximum is below the minimum")
        }
        return Requirement.CreditDemand(
            minimum: Credits(least, CreditScheme(rawValue: unit ?? "ECTS")), maximum: most,
            selector: try selector(), parts: parts)
    }

    private func proficiency() throws -> Level? {
        guard let minimum else { return nil }
        guard let level = Level(minimum) else {
            throw RequirementError(
                self, "minimum", "\"\(minimum)\" is not a level such as CEFR:B2 or EQF:6")
        }
        return level
    }
}
