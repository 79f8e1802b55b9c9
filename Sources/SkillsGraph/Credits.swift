// SPDX-License-Identifier: Apache-2.0

/// The unit credits are counted in: ECTS, a national scheme, or unknown.
public struct CreditScheme: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// The European Credit Transfer and Accumulation System.
    public static let ects: CreditScheme = "ECTS"
    /// No scheme is stated; an Open Badge's `creditsAvailable` has no unit, for instance.
    public static let unknown: CreditScheme = "unknown"

    /// The scheme's name as written: `ECTS`, `UK CATS`, `NFQ`.
    public let rawValue: String

    /// Creates a scheme from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Creates a scheme from its name.
    public init(stringLiteral value: String) { rawValue = value }
}

/// An exact number of credits in a named scheme.
public struct Credits: Hashable, Sendable, CustomStringConvertible {
    /// How many credits.
    public let amount: ExactDecimal
    /// What they are counted in.
    public let scheme: CreditScheme

    /// Creates credits; whether the amount is possible is checked where they are used.
    public init(_ amount: ExactDecimal, _ scheme: CreditScheme = .ects) {
        self.amount = amount
        self.scheme = scheme
    }

    /// Whether the amount is one that can be awarded: 0 to 100000.
    public var isPossible: Bool { ExactDecimal.zero...ExactDecimal(100_000) ~= amount }

    /// The amount and its scheme: `7.5 ECTS`.
    public var description: String { "\(amount) \(scheme.rawValue)" }
}

/// A declared factor between two credit schemes, and who says so.
///
/// Nothing is converted without one: 60 UK CATS are 30 ECTS only where somebody has declared it.
public struct CreditConversion: Hashable, Sendable {
    /// The scheme converted from.
    public let from: CreditScheme
    /// The scheme converted to.
    public let to: CreditScheme
    /// How many `to` credits one `from` credit is worth; exact, so a third cannot be declared.
    public let factor: ExactDecimal
    /// Where the factor is published.
    public let source: String

    /// Creates a conversion.
    public init(from: CreditScheme, to: CreditScheme, factor: ExactDecimal, source: String) {
        self.from = from
        self.to = to
        self.factor = factor
        self.source = source
    }

    /// Returns `credits` in the scheme `to`, or nil if they are not in `from` or do not come out
    /// exactly in thousandths.
    public func callAsFunction(_ credits: Credits) -> Credits? {
        guard credits.scheme == from else { return nil }
        let (product, overflow) = credits.amount.thousandths.multipliedReportingOverflow(
            by: factor.thousandths)
        guard !overflow, product % 1000 == 0 else { return nil }
        return Credits(ExactDecimal(thousandths: product / 1000), to)
    }
}
