// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A value of a rule file that is to be written.
enum FileValue {
    /// Text of any kind.
    case text(String)
    /// Text that needs no quotes in YAML: a date.
    case word(String)
    case number(ExactDecimal)
    case truth(Bool)
    case list([FileValue])
    case mapping(FileFields)
}

/// Keys and values in the order in which they are written.
struct FileFields {
    /// A key and its value.
    struct Field {
        let key: String
        let value: FileValue
    }

    private(set) var fields: [Field] = []

    /// Adds a value, unless there is none.
    mutating func add(_ key: String, _ value: FileValue?) {
        if let value { fields.append(Field(key: key, value: value)) }
    }

    /// Adds a text, unless there is none.
    mutating func add(_ key: String, _ text: String?) { add(key, text.map { .text($0) }) }

    /// Adds a date, unless there is none.
    mutating func add(_ key: String, _ date: CalendarDate?) {
        add(key, date.map { .word($0.description) })
    }

    /// Adds a text in its languages, unless it is empty.
    mutating func add(_ key: String, _ text: LocalizedText) {
        guard !text.isEmpty else { return }
        if text.entries.count == 1, text.entries[0].language == "und" {
            return add(key, text.entries[0].text)
        }
        var wordings = FileFields()
        for entry in text.entries { wordings.add(entry.language, entry.text) }
        add(key, .mapping(wordings))
    }

    /// Adds a truth that is only written where it is so.
    mutating func add(_ key: String, if isSo: Bool) { if isSo { add(key, .truth(true)) } }

    /// Adds a mapping, unless it is empty.
    mutating func add(_ key: String, _ inner: FileFields) {
        if !inner.fields.isEmpty { add(key, .mapping(inner)) }
    }
}
