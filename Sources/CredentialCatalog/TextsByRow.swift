// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Texts by the row they belong to, while their wordings are read.
struct TextsByRow {
    private var texts: [LocalizedText]
    private var several: [Int: [LocalizedText.Entry]] = [:]

    /// Creates empty texts for rows from 0 to `last`.
    init(last: Int) { texts = Array(repeating: LocalizedText([]), count: last + 1) }

    /// The text of a row, empty where it has none.
    subscript(row: Int) -> LocalizedText { texts[row] }

    /// Adds a wording; most texts are in one language and need no sorting.
    mutating func add(_ text: String, _ language: String, to row: Int) {
        if texts[row].isEmpty {
            texts[row] = LocalizedText(text, language: language)
        } else {
            several[row, default: texts[row].entries].append(
                LocalizedText.Entry(language: language, text: text))
        }
    }

    /// Puts the languages of each text in order; to be called when all are read.
    mutating func finish() {
        for (row, entries) in several { texts[row] = LocalizedText(entries) }
        several = [:]
    }
}
