// SPDX-License-Identifier: Apache-2.0

/// Texts as numbers from 1, in the order of the texts; 0 is none.
struct Codes: Sendable {
    /// The texts, in order: code 1 is the first.
    let texts: [String]
    private let codes: [Int32]

    /// Creates the codes of a text for each item.
    init(_ texts: some Sequence<String?>) {
        let all = Array(texts)
        self.texts = Set(all.compactMap(\.self)).sorted()
        let numbers = Dictionary(
            uniqueKeysWithValues: self.texts.enumerated().map { ($0.element, Int32($0.offset + 1)) }
        )
        codes = all.map { text in text.flatMap { numbers[$0] } ?? 0 }
    }

    /// How many codes there are, that of none included.
    var count: Int { texts.count + 1 }

    /// The code of the item at a position.
    func code(_ position: Int) -> Int32 { codes[position] }

    /// The text of a code; nil for none.
    func text(_ code: Int) -> String? { code > 0 ? texts[code - 1] : nil }
}
