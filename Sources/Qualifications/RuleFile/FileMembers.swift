// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The members of a mapping, of which every key must be known.
struct FileMembers {
    /// What the mapping describes, for messages: `a rule`.
    let noun: String
    /// Where it begins.
    let position: FilePosition
    private let members: [String: FileNode.Member]

    /// Creates a view of `node`.
    ///
    /// - Throws: where it is no mapping, or has a key that is not among `keys`.
    init(_ node: FileNode, of noun: String, keys: [String]) throws(FileProblem) {
        guard case .mapping(let found) = node.content else {
            throw FileProblem(
                node.position, "wrong-type",
                "\(noun) is a mapping with keys such as \"\(keys.first ?? "")\", not \(node.noun)")
        }
        if let odd = found.first(where: { !keys.contains($0.key) }) {
            throw Self.unknown(odd, of: noun, keys: keys)
        }
        self.noun = noun
        position = node.position
        members = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    }

    private static func unknown(
        _ member: FileNode.Member, of noun: String, keys: [String]
    ) -> FileProblem {
        let nearest = Spelling.nearest(to: member.key, among: keys, limit: 1).first
        let hint = nearest.map { "did you mean \"\($0)\"? It" } ?? "it"
        // What follows a comma inside braces looks like a key without a value.
        let comma =
            member.value.isNothing
            ? "; inside braces put a text with a comma into quotes, and decimals after a point" : ""
        return FileProblem(
            member.position, "unknown-key",
            "\(noun) has no \"\(member.key.shown)\"; \(hint) may have: "
                + keys.joined(separator: ", ") + comma)
    }

    /// Returns the value under `key`; nil where the key is not there.
    ///
    /// - Throws: where nothing is written after the key.
    func value(_ key: String) throws(FileProblem) -> FileNode? {
        guard let member = members[key] else { return nil }
        guard !member.value.isNothing else {
            throw FileProblem(
                member.position, "no-value", "\"\(key)\" says nothing; fill it in or remove it")
        }
        return member.value
    }

    /// Where the key stands; nil where it is not there.
    func keyPosition(_ key: String) -> FilePosition? { members[key]?.position }

    /// Returns the value under `key`, which must be there.
    func needed(_ key: String, _ example: String) throws(FileProblem) -> FileNode {
        guard let value = try value(key) else {
            throw FileProblem(
                position, "missing-key", "\(noun) needs \"\(key)\"; add it, such as \(example)")
        }
        return value
    }

    /// Returns the truth under `key`; false where the key is not there.
    func truth(_ key: String) throws(FileProblem) -> Bool {
        guard let value = try value(key) else { return false }
        switch value.content {
        case .truth(let truth): return truth
        case .plain("true"): return true
        case .plain("false"): return false
        default: throw value.wrongType(key, "true or false")
        }
    }

    /// Returns the text under `key`.
    func text(_ key: String) throws(FileProblem) -> String? {
        guard let value = try value(key) else { return nil }
        return try value.nonEmptyText(key, "a text")
    }

    /// Returns the date under `key`.
    func date(_ key: String) throws(FileProblem) -> CalendarDate? {
        guard let value = try value(key) else { return nil }
        // A time after the day is not what is meant.
        guard let text = value.text, text.utf8.count == 10, let date = CalendarDate(text) else {
            throw value.wrongType(key, "a date such as 2026-09-01")
        }
        return date
    }

    /// Returns the word under `key` as one of an enumeration's.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, of words: Word.Type
    ) throws(FileProblem) -> Word? {
        guard let value = try value(key) else { return nil }
        guard let word = value.text.flatMap(Word.init(rawValue:)) else {
            throw value.wrongType(
                key, words.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))
        }
        return word
    }

    /// Returns the text under `key` in its languages; empty where the key is not there.
    func localized(_ key: String) throws(FileProblem) -> LocalizedText {
        guard let value = try value(key) else { return "" }
        guard case .mapping(let members) = value.content else {
            return LocalizedText(
                try value.nonEmptyText(key, "a text, or one for each language: {en: …, nb: …}"))
        }
        var entries: [LocalizedText.Entry] = []
        for member in members {
            entries.append(
                LocalizedText.Entry(
                    language: member.key, text: try member.value.nonEmptyText(key, "a text")))
        }
        return LocalizedText(entries)
    }
}

extension FileNode {
    /// The problem that this is not what `key` needs.
    func wrongType(_ key: String, _ expected: String) -> FileProblem {
        let text = text ?? ""
        let isCommaNumber =
            text.contains(",") && ExactDecimal(text.replacing(",", with: ".")) != nil
        let hint = isCommaNumber ? "; write the decimals after a point" : ""
        return FileProblem(
            position, "wrong-type", "\"\(key)\" is \(expected), not \(noun)\(hint)")
    }

    /// The text, which must not be blank.
    func nonEmptyText(_ key: String, _ expected: String) throws(FileProblem) -> String {
        guard let text, !text.isBlank else {
            throw wrongType(key, expected)
        }
        return text
    }

    /// The share that is written here: `80%`, or with a blank before the sign.
    var share: Fraction? { text.flatMap { Fraction($0.replacing(" %", with: "%")) } }

    /// The elements of a list with at least one.
    func elements(_ key: String, _ expected: String) throws(FileProblem) -> [FileNode] {
        guard case .list(let elements) = content else { throw wrongType(key, expected) }
        guard !elements.isEmpty else {
            throw FileProblem(position, "wrong-type", "\"\(key)\" is an empty list; fill it in")
        }
        return elements
    }
}
