// SPDX-License-Identifier: Apache-2.0

/// A predicate over credentials and awards, the one used by rules and by `--where`.
///
/// ```
/// field = 0613 and level >= 6 and not kind = challenge
/// provider in (nordlys, "Universitat del Far") and credits >= 2.5
/// ```
///
/// A comparison with a fact that is not known is neither true nor false: `cannotTell`.
public indirect enum Selector: Hashable, Sendable {
    /// Matches everything; written `any`.
    case everything
    /// One comparison.
    case comparison(Field, Comparator, String)
    /// The field has one of these values.
    case oneOf(Field, [String])
    /// Does not match what the selector matches.
    case not(Selector)
    /// Matches what both match.
    case and(Selector, Selector)
    /// Matches what either matches.
    case or(Selector, Selector)

    /// What can be compared.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The credential's id, or another id it is known by.
        case id
        /// The provider.
        case provider
        /// The level, of the EQF unless the value names a framework: `NFQ:8`.
        case level
        /// The ISCED-F field; `06` matches every code that begins with it.
        case field
        /// The kind, such as `micro-credential`.
        case kind
        /// Any of the tags.
        case tag
        /// Any of the languages of instruction; `en` matches `en-IE`.
        case language
        /// The mode: `online`, `on-site`, `blended`.
        case mode
        /// The credits, in ECTS unless the value names a scheme: `"60 UK CATS"`.
        case credits
        /// The workload in hours.
        case hours
        /// The date of the award.
        case date
        /// How long ago it was awarded, as a period: `5y`, `18m`, `90d`.
        case age
        /// The grade, on the scale it is given on unless the value names one: `NTU:C+`.
        case grade
        /// Whether it has been used for another award: `yes`, `no`, or the id of that award.
        case used
        /// Any of the outcomes it teaches, by id.
        case outcome
        /// Any of the skills it teaches, by URI, narrower skills included.
        case skill

        /// Whether values of the field have an order.
        public var isOrdered: Bool {
            switch self {
            case .level, .credits, .hours, .date, .age, .grade: true
            case .id, .provider, .field, .kind, .tag, .language, .mode, .used, .outcome, .skill:
                false
            }
        }

        /// Whether awards have one value of it each, by which they can be told apart.
        public var isDistinguishing: Bool {
            switch self {
            case .id, .provider, .level, .field, .kind, .mode, .date: true
            case .tag, .language, .credits, .hours, .age, .grade, .used, .outcome, .skill: false
            }
        }
    }

    /// How to compare.
    public enum Comparator: String, Hashable, Sendable, CaseIterable {
        /// Is the value.
        case equal = "="
        /// Is not the value.
        case notEqual = "!="
        /// Is at most the value.
        case atMost = "<="
        /// Is at least the value.
        case atLeast = ">="
        /// Is less than the value.
        case less = "<"
        /// Is more than the value.
        case more = ">"

        /// Returns whether an order of −1, 0 or 1 between the fact and the value satisfies it.
        public func holds(_ order: Int) -> Bool {
            switch self {
            case .equal: order == 0
            case .notEqual: order != 0
            case .atMost: order <= 0
            case .atLeast: order >= 0
            case .less: order < 0
            case .more: order > 0
            }
        }
    }
}

extension Selector: CustomStringConvertible {
    /// The selector as it would be written, with as few parentheses as can be; parsing it gives
    /// the same selector back.
    public var description: String {
        switch self {
        case .everything: "any"
        case .comparison(let field, let comparator, let value):
            "\(field.rawValue) \(comparator.rawValue) \(Self.quoted(value))"
        case .oneOf(let field, let values):
            "\(field.rawValue) in (\(values.map(Self.quoted).joined(separator: ", ")))"
        case .not(let inner): "not " + inner.written(inside: .negation)
        case .and(let left, let right):
            left.written(inside: .conjunction) + " and " + right.written(inside: .negation)
        case .or(let left, let right):
            left.written(inside: .disjunction) + " or " + right.written(inside: .conjunction)
        }
    }

    /// How tightly a part is bound, from the loosest.
    private enum Binding: Int {
        case disjunction
        case conjunction
        case negation
    }

    private func written(inside context: Binding) -> String {
        let own: Binding =
            switch self {
            case .or: .disjunction
            case .and: .conjunction
            case .everything, .comparison, .oneOf, .not: .negation
            }
        return own.rawValue < context.rawValue ? "(\(description))" : description
    }

    private static func quoted(_ value: String) -> String {
        let isBare =
            !value.isEmpty && value.unicodeScalars.allSatisfy(isBare)
            && !["and", "or", "not", "in", "any"].contains(value)
        guard !isBare else { return value }
        // By scalars: a combining mark after a quote would hide it from a search by characters.
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in value.unicodeScalars {
            if scalar == "\\" || scalar == "\"" { text.append("\\") }
            text.append(scalar)
        }
        text.append("\"")
        return String(text)
    }

    /// Whether `scalar` may stand in a value without quotes: letters, digits and `-_.:/#+`.
    static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ":", "/", "#", "+": true
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber:
                true
            default: false
            }
        }
    }
}
