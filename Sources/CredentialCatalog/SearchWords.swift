// SPDX-License-Identifier: Apache-2.0

/// The words of what a person typed, as a full-text query that is never a syntax error.
struct SearchWords {
    /// More words than this are left out, so that no text makes a query of any length.
    private static let limit = 32

    private let words: [String]

    /// Takes the runs of letters, digits and marks, which are what the index holds.
    init(_ text: String) {
        let scalars = text.unicodeScalars.prefix(4096)
        words = scalars.split { !Self.isPartOfWord($0) }
            .filter { $0.contains { Self.isLetterOrNumber($0) } }
            .prefix(Self.limit).map { String(Substring($0)) }
    }

    /// The query: each word a quoted prefix, all of them required; nil without a word.
    var expression: String? {
        words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " AND ")
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if isLetterOrNumber(scalar) { return true }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
