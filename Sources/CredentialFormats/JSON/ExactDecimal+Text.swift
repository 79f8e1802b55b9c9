// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension ExactDecimal {
    /// Creates a number from JSON's or a document's text, in which an exponent may stand.
    ///
    /// `3.0E1` is 30. The result is nil for what is no number, is too large, or has more than three
    /// fraction digits that count.
    init?(written text: String) {
        guard let mark = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            self.init(text)
            return
        }
        guard let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }),
            abs(exponent) <= 30
        else { return nil }
        let mantissa = text[..<mark]
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.dropFirst(sign.count).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count <= 40 else { return nil }
        var digits = String(whole) + (parts.count == 2 ? parts[1] : "")
        var point = whole.count + exponent
        if point <= 0 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        }
        digits += String(repeating: "0", count: max(0, point - digits.count))
        let fraction = digits.dropFirst(point)
        let plain = digits.prefix(point).drop { $0 == "0" }
        // What is no digit is refused here.
        self.init(sign + (plain.isEmpty ? "0" : plain) + (fraction.isEmpty ? "" : "." + fraction))
    }
}
