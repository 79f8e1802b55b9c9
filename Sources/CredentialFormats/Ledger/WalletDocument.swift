// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What is read from one credential of a wallet, its learner's own data kept out of it.
struct WalletDocument {
    /// The file's name for messages.
    let file: String
    /// What the document says of its learner.
    let personal: PersonalData
    /// What was read, in order.
    private(set) var events: [FormatEvent] = []
    private var notes = LedgerNotes()

    init(file: String, personal: PersonalData) {
        self.file = file
        self.personal = personal
    }

    /// All that was read, the gathered notes last.
    var allEvents: [FormatEvent] { events + notes.entries.map { .note($0) } }

    mutating func add(_ record: Record, from node: JSONNode) {
        events.append(.record(record, node.place(in: file)))
    }

    mutating func note(
        _ action: LedgerEntry.Action, at node: JSONNode, _ code: String, _ message: String
    ) {
        events.append(.note(LedgerEntry(action, at: node.place(in: file), code: code, message)))
    }

    /// Adds a note that is said once for the whole document, with a count.
    mutating func noteOnce(
        _ action: LedgerEntry.Action, at node: JSONNode, _ code: String, key: String = "",
        _ message: @escaping (Int) -> String
    ) {
        notes.add(action, at: node.place(in: file), code: code, key: key, message)
    }

    /// Says once of each member that is not among `known` that it was not read.
    mutating func noteUnread(_ node: JSONNode, known: Set<String>) {
        for member in node.value.members where !known.contains(member.key) {
            guard member.value.content != .null, !member.key.hasPrefix("@") else { continue }
            let unread = JSONNode(
                member.value, pointer: node.pointer + "/" + JSONNode.escaped(member.key))
            notes.add(
                .ignored, at: unread.place(in: file), code: "not-read", key: member.key
            ) { count in
                "\"\(member.key)\" is not read" + (count == 1 ? "" : ", \(count) times")
            }
        }
    }

    // MARK: Text

    /// Returns a node's text without personal data; nil where there is none.
    mutating func text(_ node: JSONNode?) -> String? {
        guard let node, let text = node.text else { return nil }
        return clean(text, at: node)
    }

    /// Returns a member's text in every language without personal data; nil where there is none.
    mutating func localized(
        _ node: JSONNode?, _ key: String, language: String = "und"
    ) -> LocalizedText? {
        guard let node, let member = node[key] else { return nil }
        let entries = member.localized(language: language).entries.map { entry in
            LocalizedText.Entry(language: entry.language, text: clean(entry.text, at: member))
        }
        return entries.isEmpty ? nil : LocalizedText(entries)
    }

    private mutating func clean(_ text: String, at node: JSONNode) -> String {
        guard let redacted = personal.redacted(text) else { return text }
        notes.add(
            .adjusted, at: node.place(in: file), code: "personal-data", key: node.pointer
        ) { _ in "the text names the learner; the name was replaced by an ellipsis" }
        return redacted
    }

    // MARK: Numbers and dates

    /// Returns the exact number a node holds; one that cannot be held exactly is noted.
    mutating func number(_ node: JSONNode?) -> ExactDecimal? {
        guard let node, let text = node.text else { return nil }
        let plain =
            text.contains(",") && !text.contains(".")
            ? text.replacing(",", with: ".") : text
        if let number = ExactDecimal(written: plain), number >= .zero,
            number <= ExactDecimal(100_000)
        {
            return number
        }
        note(
            .ignored, at: node, "bad-number",
            "\"\(text.prefix(40))\" is not a number from 0 to 100000 with up to three decimals")
        return nil
    }

    /// Returns the first of the members `keys` that is a date, its day as written.
    mutating func date(_ node: JSONNode?, _ keys: String...) -> CalendarDate? {
        guard let node else { return nil }
        for key in keys {
            guard let member = node[key], let text = member.text else { continue }
            if let date = CalendarDate(text) { return date }
            note(.ignored, at: member, "bad-date", "\"\(text.prefix(40))\" is not a date")
        }
        return nil
    }
}
