// SPDX-License-Identifier: Apache-2.0

extension RequirementRow {
    /// The id of the node above, or nil for the root.
    var above: String? { Self.filled(parent) }

    /// Whether awards that count here may count elsewhere too.
    var isShared: Bool { words.contains("shared") }

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
        if !name.hasChildren, !children.isEmpty {
            throw RequirementError(self, nil, "a \"\(kind)\" cannot have requirements below it")
        }
        switch name {
        case .all: return .all(children)
        case .any: return .any(children)
        case .atLeast: return .atLeast(try count(), of: children)
        case .credits: return .count(try demand(.credits(scheme ?? .ects), children))
        case .awards: return .count(try demand(.awards, children))
        case .hours: return .count(try demand(.hours, children))
        case .share: return .share(try share())
        case .mean: return .mean(try mean())
        case .period: return .period(try period())
        case .distinct: return .distinct(try count(), of: try field())
        case .credential:
            return .credential(try subject("a credential id"), overlap: try overlap())
        case .outcome: return .outcome(try subject("an outcome id"))
        case .skill: return .skill(try subject("a skill URI"), atLeast: try proficiency())
        case .order: return .order(try ids())
        case .absent: return .absent(try selector())
        case .notBefore: return .notBefore(try date())
        case .decision: return .decision(by: try subject("who decides"))
        }
    }

    /// The options, one by one.
    private var words: [String] {
        (options ?? "").split(separator: ";").map {
            $0.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// A number or a word that its kind does not read would be a demand that nobody checks.
    private func checkColumns(of name: Requirement.Kind.Name) throws {
        let cells = [("minimum", minimum), ("maximum", maximum), ("unit", unit), ("of", of)]
        for (column, cell) in cells
        where Self.filled(cell) != nil && !name.columns.contains(column) {
            throw RequirementError(
                self, column, "a \"\(kind)\" has no \"\(column)\"; leave it empty")
        }
        if let odd = words.first(where: { $0 != "shared" && !name.options.contains($0) }) {
            let known = (["shared"] + name.options).joined(separator: "; ")
            throw RequirementError(
                self, "options", "a \"\(kind)\" has no option \"\(odd)\"; it may have: \(known)")
        }
    }

    // MARK: Cells

    private func subject(_ expected: String) throws -> String {
        guard let of = Self.filled(of) else {
            throw RequirementError(self, "of", "it needs \(expected) in \"of\"")
        }
        return of
    }

    private func date() throws -> CalendarDate {
        let text = try subject("a date")
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

    private func ids() throws -> [String] {
        guard case .oneOf(.id, let ids) = try selector() else {
            throw RequirementError(
                self, "of", "it needs the credentials in their order: id in (first, second)")
        }
        return ids
    }

    private func field() throws -> Selector.Field {
        let text = try subject("a field, such as provider")
        guard let field = Selector.Field(rawValue: text), field.isDistinguishing else {
            let names = Selector.Field.allCases.filter(\.isDistinguishing).map(\.rawValue)
            throw RequirementError(
                self, "of",
                "\"\(text)\" is not a field to tell awards apart by; use one of "
                    + names.joined(separator: ", "))
        }
        return field
    }

    private func count() throws -> Int {
        guard let minimum, let count = Int(minimum), 1...Self.mostChoices ~= count else {
            throw RequirementError(
                self, "minimum", "it needs a whole number from 1 to \(Self.mostChoices)")
        }
        return count
    }

    private func overlap() throws -> Fraction? {
        guard let minimum = Self.filled(minimum) else { return nil }
        guard let overlap = Fraction(minimum), overlap > Fraction(thousandths: 0) else {
            throw RequirementError(self, "minimum", "an overlap is a share such as 80%")
        }
        return overlap
    }

    private func period() throws -> Period {
        guard let maximum, let period = Period(maximum) else {
            throw RequirementError(self, "maximum", "it needs a time such as 2y, 18m or 90d")
        }
        return period
    }

    private func mean() throws -> Requirement.MeanGrade {
        guard let points = minimum.flatMap({ ExactDecimal($0) }), let scale = Self.filled(unit)
        else {
            throw RequirementError(
                self, "minimum", "it needs points in \"minimum\" and a grade scale in \"unit\"")
        }
        return Requirement.MeanGrade(
            minimum: points, scale: scale, basis: words.contains("held") ? .held : .counted)
    }

    private var scheme: CreditScheme? { Self.filled(unit).map(CreditScheme.init(rawValue:)) }

    private func demand(_ unit: Unit, _ parts: [Requirement]) throws -> Requirement.Demand {
        guard let least = Self.filled(minimum).flatMap({ ExactDecimal($0) }),
            Credits(least, unit.scheme ?? .ects).isPossible
        else {
            throw RequirementError(
                self, "minimum", "it needs a number of \(kind) from 0 to 100000, such as 7.5")
        }
        let most = try amount(maximum, "maximum")
        if let most, most < least {
            throw RequirementError(self, "maximum", "the maximum is below the minimum")
        }
        return Requirement.Demand(
            minimum: least, maximum: most, unit: unit, selector: try selector(), parts: parts,
            isPartial: words.contains("partial"))
    }

    private func amount(_ cell: String?, _ column: String) throws -> ExactDecimal? {
        guard let text = Self.filled(cell) else { return nil }
        guard let amount = ExactDecimal(text), Credits(amount).isPossible else {
            throw RequirementError(
                self, column, "\"\(text)\" is not a number from 0 to 100000, such as 7.5")
        }
        return amount
    }

    private func share() throws -> Requirement.Share {
        let (least, most) = (try bound(minimum, "minimum"), try bound(maximum, "maximum"))
        guard least != nil || most != nil else {
            throw RequirementError(
                self, "minimum",
                "it needs a share from 0% to 100%, such as 50%, or an amount, in \"minimum\" or "
                    + "\"maximum\"")
        }
        let counted: Unit? =
            switch Self.filled(unit) {
            case nil: nil
            case "awards": .awards
            case "hours": .hours
            case .some(let scheme): .credits(CreditScheme(rawValue: scheme))
            }
        let rounding = Requirement.Share.Rounding.allCases.first {
            words.contains("round \($0.rawValue)")
        }
        return Requirement.Share(
            minimum: least, maximum: most, unit: counted, of: try selector(),
            basis: words.contains("counted") ? .counted : .required, rounding: rounding)
    }

    private func bound(_ cell: String?, _ column: String) throws -> Requirement.Share.Bound? {
        guard let text = Self.filled(cell) else { return nil }
        guard text.hasSuffix("%") else { return try amount(text, column).map { .amount($0) } }
        guard let fraction = Fraction(text) else {
            throw RequirementError(
                self, column, "it needs a share from 0% to 100%, such as 50% or 12.5%")
        }
        return .fraction(fraction)
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
    /// The kinds that count.
    static let counting = [credits, awards, hours].map(\.rawValue)

    /// Whether requirements may stand below it.
    fileprivate var hasChildren: Bool {
        switch self {
        case .all, .any, .atLeast, .credits, .awards, .hours: true
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            false
        }
    }

    /// The columns that a row of this kind reads, beside those of every row.
    var columns: [String] {
        switch self {
        case .all, .any: []
        case .atLeast: ["minimum"]
        case .credits, .share: ["minimum", "maximum", "unit", "of"]
        case .awards, .hours: ["minimum", "maximum", "of"]
        case .mean: ["minimum", "unit"]
        case .period: ["maximum"]
        case .credential, .distinct, .skill: ["minimum", "of"]
        case .outcome, .order, .absent, .notBefore, .decision: ["of"]
        }
    }

    /// The options that a row of this kind reads, beside `shared`.
    fileprivate var options: [String] {
        switch self {
        case .credits, .awards, .hours: ["partial"]
        case .share: ["counted"] + Requirement.Share.Rounding.allCases.map { "round \($0)" }
        case .mean: ["held"]
        case .all, .any, .atLeast, .period, .distinct, .credential, .outcome, .skill, .order,
            .absent, .notBefore, .decision:
            []
        }
    }
}
