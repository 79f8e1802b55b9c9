// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A field of a noun as text, for telling an old value from a new one.
struct Field: Hashable {
    /// The name, such as `credits` or `title@de`.
    let name: String
    /// The value; nil where it is not set.
    let value: String?

    init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// The wordings of a text, one field a language.
    static func fields(_ name: String, _ text: LocalizedText) -> [Field] {
        text.entries.map { Field("\(name)@\($0.language)", $0.text) }
    }

    /// Other names, one field each, so that a new one does not repeat all of them.
    static func alternatives(_ entries: [LocalizedText.Entry]) -> [Field] {
        entries.map { Field("alternative@\($0.language) \"\($0.text)\"", $0.text) }
    }

    /// Returns the fields whose values differ, those of `old` first.
    static func differences(
        _ old: [Field], _ new: [Field]
    ) -> [(name: String, old: String?, new: String?)] {
        let before = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0.value) }) { first, _ in first }
        var seen: Set<String> = []
        return (old + new).filter { seen.insert($0.name).inserted }.compactMap { field in
            let (left, right) = (before[field.name] ?? nil, after[field.name] ?? nil)
            return left == right ? nil : (field.name, left, right)
        }
    }
}
