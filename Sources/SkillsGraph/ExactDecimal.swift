// SPDX-License-Identifier: Apache-2.0

/// A decimal number with up to three fraction digits, held exactly.
///
/// Credits and hours are sums of such numbers (2.5, 7.5, 0.125); binary floating point would let
/// them drift. A sum beyond nine quadrillion, which only a hostile file can reach, stays there.
public struct ExactDecimal: Hashable, Comparable, Sendable {
    /// Zero.
    public static let zero = ExactDecimal(thousandths: 0)

    /// The number times one thousand.
    public let thousandths: Int

    /// Creates a number from its thousandths.
    public init(thousandths: Int) { self.thousandths = thousandths }

    /// Creates a whole number; one beyond nine quadrillion becomes the last there is.
    public init(_ whole: Int) {
        let (product, overflow) = whole.multipliedReportingOverflow(by: 1000)
        thousandths = overflow ? (whole < 0 ? .min : .max) : product
    }

    /// Creates a number from text such as `7.5`.
    ///
    /// The result is nil unless the text is an optional minus sign, one to twelve digits, and
    /// optionally a point and digits of which only the first three may be other than zero.
    public init?(_ text: String) {
        var magnitude = 0
        var wholeDigits = 0
        var fractionDigits: Int?
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: continue
            case UInt8(ascii: ".") where fractionDigits == nil && wholeDigits > 0:
                fractionDigits = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                if let places = fractionDigits {
                    fractionDigits = places + 1
                } else {
                    wholeDigits += 1
                }
                let isBeyond = (fractionDigits ?? 0) > 3
                guard wholeDigits <= 12, !isBeyond || digit == 0 else { return nil }
                if !isBeyond { magnitude = magnitude * 10 + digit }
            default: return nil
            }
        }
        guard wholeDigits > 0, fractionDigits != 0 else { return nil }
        for _ in min(fractionDigits ?? 0, 3)..<3 { magnitude *= 10 }
        thousandths = text.utf8.first == UInt8(ascii: "-") ? -magnitude : magnitude
    }

    /// The nearest binary floating-point value, for scores and pictures, never for sums.
    public var approximation: Double { Double(thousandths) / 1000 }

    /// Returns the sum of two numbers.
    public static func + (left: Self, right: Self) -> Self {
        let (sum, overflow) = left.thousandths.addingReportingOverflow(right.thousandths)
        return Self(thousandths: overflow ? (right.thousandths < 0 ? .min : .max) : sum)
    }

    /// Returns the difference of two numbers.
    public static func - (left: Self, right: Self) -> Self {
        let (rest, overflow) = left.thousandths.subtractingReportingOverflow(right.thousandths)
        return Self(thousandths: overflow ? (right.thousandths < 0 ? .max : .min) : rest)
    }

    /// Adds `right` to `left`.
    public static func += (left: inout Self, right: Self) { left = left + right }

    /// Returns whether `left` is less than `right`.
    public static func < (left: Self, right: Self) -> Bool {
        left.thousandths < right.thousandths
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number as digits, without trailing zeros: `7.5`.
    public var description: String {
        let magnitude = thousandths.magnitude
        var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
        guard magnitude % 1000 != 0 else { return text }
        var fraction = String(magnitude % 1000)
        while fraction.utf8.count < 3 { fraction = "0" + fraction }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        text += "." + fraction
        return text
    }
}
