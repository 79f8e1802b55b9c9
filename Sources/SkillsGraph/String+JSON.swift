// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Appends `text` as JSON writes it (RFC 8259), in quotes.
    ///
    /// Control characters are escaped, and so are the two line ends that JavaScript knows and JSON
    /// does not; everything else stays as it is.
    package mutating func appendJSON(_ text: String) {
        self += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": self += "\\\""
            case "\\": self += "\\\\"
            case "\n": self += "\\n"
            case "\r": self += "\\r"
            case "\t": self += "\\t"
            case ..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                self += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: unicodeScalars.append(scalar)
            }
        }
        self += "\""
    }
}
