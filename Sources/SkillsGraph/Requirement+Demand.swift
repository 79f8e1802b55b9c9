// SPDX-License-Identifier: Apache-2.0

/// What a requirement counts: credits of a scheme, awards, or hours.
public enum Unit: Hashable, Sendable {
    /// Credits of this scheme.
    case credits(CreditScheme)
    /// Awards, each as one.
    case awards
    /// Hours of workload.
    case hours

    /// The scheme, where credits are counted.
    public var scheme: CreditScheme? {
        if case .credits(let scheme) = self { return scheme }
        return nil
    }

    /// The name as it stands in outputs: the scheme's, `awards` or `hours`.
    public var name: String {
        switch self {
        case .credits(let scheme): scheme.rawValue
        case .awards: "awards"
        case .hours: "hours"
        }
    }
}

/// A share in thousandths: 500 is one half.
public struct Fraction: Hashable, Comparable, Sendable {
    /// The share times one thousand, 0 to 1000.
    public let thousandths: Int

    /// Creates a share.
    public init(thousandths: Int) { self.thousandths = thousandths }

    /// Returns whether `left` is less than `right`.
    public static func < (left: Self, right: Self) -> Bool {
        left.thousandths < right.thousandths
    }
}

extension Fraction: CustomStringConvertible {
    /// The share in hundredths: `12.5%`.
    public var description: String { "\(ExactDecimal(thousandths: thousandths * 100))%" }

    /// Creates a share from text such as `12.5%`; nil outside 0 to 100 or finer than a tenth.
    public init?(_ text: String) {
        guard text.hasSuffix("%"), let percent = ExactDecimal(String(text.dropLast())),
            percent.thousandths % 100 == 0, ExactDecimal.zero...ExactDecimal(100) ~= percent
        else { return nil }
        thousandths = percent.thousandths / 100
    }
}

extension Requirement {
    /// How much from what.
    public struct Demand: Hashable, Sendable {
        /// The least that meets the requirement.
        public var minimum: ExactDecimal
        /// The most that is counted; nil for no limit.
        public var maximum: ExactDecimal?
        /// What is counted.
        public var unit: Unit
        /// Which awards count here.
        public var selector: Selector
        /// Requirements inside this one: what they count, it counts too, and all must be met.
        public var parts: [Requirement]
        /// Whether an award that passes the maximum is cut there; else it counts whole or not at
        /// all.
        public var isPartial: Bool

        /// Creates a demand.
        public init(
            minimum: ExactDecimal, maximum: ExactDecimal? = nil, unit: Unit = .credits(.ects),
            selector: Selector = .everything, parts: [Requirement] = [], isPartial: Bool = false
        ) {
            self.minimum = minimum
            self.maximum = maximum
            self.unit = unit
            self.selector = selector
            self.parts = parts
            self.isPartial = isPartial
        }
    }

    /// How much of what the requirement above counts must, or may, be of one sort.
    public struct Share: Hashable, Sendable {
        /// An amount, or a share of the basis.
        public enum Bound: Hashable, Sendable {
            /// So much, in the share's unit.
            case amount(ExactDecimal)
            /// This share of the basis.
            case fraction(Fraction)
        }

        /// What a fraction is a fraction of.
        public enum Basis: String, Hashable, Sendable, CaseIterable {
            /// What the requirement above asks for at least.
            case required
            /// What it counts.
            case counted
        }

        /// How a fraction becomes a whole number of the unit.
        public enum Rounding: String, Hashable, Sendable, CaseIterable {
            /// To the next whole number above.
            case up
            /// To the next whole number below.
            case down
            /// To the nearest whole number, halves up.
            case nearest
        }

        /// The least that must be counted from what matches.
        public var minimum: Bound?
        /// The most that may be.
        public var maximum: Bound?
        /// What is counted; nil for the unit of the requirement above.
        public var unit: Unit?
        /// Which of the counted awards are meant.
        public var selector: Selector
        /// What fractions are of.
        public var basis: Basis
        /// How fractions are rounded; nil for not at all, beyond the thousandth that a floor is
        /// raised to and a ceiling lowered to.
        public var rounding: Rounding?

        /// Creates a condition.
        public init(
            minimum: Bound? = nil, maximum: Bound? = nil, unit: Unit? = nil, of selector: Selector,
            basis: Basis = .required, rounding: Rounding? = nil
        ) {
            self.minimum = minimum
            self.maximum = maximum
            self.unit = unit
            self.selector = selector
            self.basis = basis
            self.rounding = rounding
        }

        /// Returns the least thousandths that a floor of `fraction` of `total` thousandths asks.
        public func floor(_ fraction: Fraction, of total: Int) -> Int {
            let product = total.multipliedReportingOverflow(by: fraction.thousandths)
            guard !product.overflow else { return .max / 4 }
            return rounded(product.partialValue) ?? (product.partialValue + 999) / 1000
        }

        /// Returns the most thousandths that a ceiling of `fraction` of `total` thousandths leaves.
        public func ceiling(_ fraction: Fraction, of total: Int) -> Int {
            let product = total.multipliedReportingOverflow(by: fraction.thousandths)
            guard !product.overflow else { return .max / 4 }
            return rounded(product.partialValue) ?? product.partialValue / 1000
        }

        /// Millionths as thousandths of a whole number, where a rounding is declared.
        private func rounded(_ millionths: Int) -> Int? {
            let whole = 1_000_000
            switch rounding {
            case nil: return nil
            case .up: return (millionths + whole - 1) / whole * 1000
            case .down: return millionths / whole * 1000
            case .nearest: return (millionths + whole / 2) / whole * 1000
            }
        }
    }

    /// A least mean of grades, each weighted with its credits.
    ///
    /// A grade whose step of the scale has no points is not part of the mean; one that is not on
    /// the scale is not known.
    public struct MeanGrade: Hashable, Sendable {
        /// What the mean is taken over.
        public enum Basis: String, Hashable, Sendable, CaseIterable {
            /// What the requirement right above counts.
            case counted
            /// Every completed award of a known credential, counted or not.
            case held
        }

        /// The least mean, in points of the scale.
        public var minimum: ExactDecimal
        /// The name of a scale that the rule declares.
        public var scale: String
        /// What the mean is taken over.
        public var basis: Basis

        /// Creates a demand for a mean.
        public init(minimum: ExactDecimal, scale: String, basis: Basis = .counted) {
            self.minimum = minimum
            self.scale = scale
            self.basis = basis
        }
    }
}
