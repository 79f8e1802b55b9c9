// SPDX-License-Identifier: Apache-2.0

extension RequirementRow {
    /// The id of the node above, or nil for the root.
    var above: String? { Self.filled(parent) }

    /// Returns what the row asks, of `children` where its kind has any.
    ///
    /// - Throws: `RequirementError` naming the column.
    func decoded(children: [Requirement]) throws -> Requirement.Kind {
        guard let name = Requirement.Kind.Name(rawValue: kind) else {
            let names = Requirement.Kind.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw RequirementError(
                self, "kind", "\"\(kind)\" is not a kind of requirement; use one of \(names)")
        }
        try checkColumns(of: name)
        switch name {
        case .all: return .all(children)
        case .any: return .any(children)
        case .atLeast: return .atLeast(try count(), of: children)
        case .share:
            try checkLeaf(children)
            return .share(try share(), of: try selector())
        case .credits: return .credits(try demand(parts: children))
        case .credential: return .credential(try subject("a credential id", children))
        case .outcome: return .outcome(try subject("an outcome id", children))
        case .skill:
            return .skill(try subject("a skill URI", children), atLeast: try proficiency())
        case .notBefore: return .notBefore(try date(children))
        }
    }

    /// A number that its kind does not read would be a demand that nobody checks.
    private func checkColumns(of name: Requirement.Kind.Name) throws {
        for (column, cell) in [("minimum", minimum), ("maximum", maximum), ("of", of)]
        where Self.filled(cell) != nil && !name.columns.contains(column) {
            throw RequirementError(
                self, column, "a \"\(kind)\" has no \"\(column)\"; leave it empty")
        }
    }

    private func checkLeaf(_ children: [Requirement]) throws {
        guard children.isEmpty else {
            throw RequirementError(self, nil, "a \"\(kind)\" cannot have requirements below it")
        }
    }

    private func subject(_ expected: String, _ children: [Requirement]) throws -> String {
        guard let of = Self.filled(of) else {
            throw RequirementError(self, "of", "it needs \(expected) in \"of\"")
        }
        try checkLeaf(children)
        return of
    }

    private func date(_ children: [Requirement]) throws -> CalendarDate {
        let text = try subject("a date", children)
        guard let date = CalendarDate(text) else {
            throw RequirementError(self, "of", "\"\(text)\" is not a date such as 2026-09-01")
        }
        return date
    }

    private func selector() throws -> Selector {
        do { return try Selector(parsing: of ?? "any") } catch let error as SelectorError {
            throw RequirementError(self, "of", error.description)
        }
    }

    private func count() throws -> Int {
        guard let minimum, let count = Int(minimum), 1...Self.mostChoices ~= count else {
            throw RequirementError(
                self, "minimum", "it needs a whole number from 1 to \(Self.mostChoices)")
        }
        return count
    }

    private func share() throws -> Requirement.Share {
        guard let minimum, minimum.hasSuffix("%"),
            let percent = ExactDecimal(String(minimum.dropLast())), percent.thousandths % 100 == 0,
            ExactDecimal.zero...ExactDecimal(100) ~= percent
        else {
            throw RequirementError(
                self, "minimum", "it needs a share from 0% to 100%, such as 50% or 12.5%")
        }
        return Requirement.Share(thousandths: percent.thousandths / 100)
    }

    private func demand(parts: [Requirement]) throws -> Requirement.CreditDemand {
        let scheme = Self.filled(unit).map(CreditScheme.init(rawValue:)) ?? .ects
        guard let least = Self.filled(minimum).flatMap({ ExactDecimal($0) }),
            Credits(least, scheme).isPossible
        else {
            throw RequirementError(
                self, "minimum", "it needs a number of credits from 0 to 100000, such as 7.5")
        }
        let most = try limit()
        if let most, most < least {
            throw RequirementError(self, "maximum", "the maximum is below the minimum")
        }
        return Requirement.CreditDemand(
            minimum: Credits(least, scheme), maximum: most, selector: try selector(), parts: parts)
    }

    private func limit() throws -> ExactDecimal? {
        guard let maximum = Self.filled(maximum) else { return nil }
        guard let most = ExactDecimal(maximum) else {
            throw RequirementError(self, "maximum", "\"\(maximum)\" is not a number of credits")
        }
        return most
    }

    private func proficiency() throws -> Level? {
        guard let minimum = Self.filled(minimum) else { return nil }
        guard let level = Level(minimum) else {
            throw RequirementError(
                self, "minimum", "\"\(minimum)\" is not a level such as CEFR:B2 or EQF:6")
        }
        return level
    }

    private static func filled(_ cell: String?) -> String? {
        cell.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Requirement.Kind.Name {
    /// The columns that a row of this kind reads, beside those of every row.
    fileprivate var columns: [String] {
        switch self {
        case .all, .any: []
        case .atLeast: ["minimum"]
        case .share, .skill: ["minimum", "of"]
        case .credits: ["minimum", "maximum", "of"]
        case .credential, .outcome, .notBefore: ["of"]
        }
    }
}
