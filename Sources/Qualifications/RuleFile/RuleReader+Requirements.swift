// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension RuleReader {
    /// The words that say what a requirement asks; each has exactly one of them.
    enum Word: String, CaseIterable {
        case all, any, choose, credits, awards, hours, share, mean, within, distinct, credential
        case outcome, skill, order, none
        case notBefore = "not-before"
        case decision

        /// The keys that may stand beside the word.
        var keys: [String] {
            switch self {
            case .all, .any, .within, .outcome, .order, .none, .notBefore, .decision: []
            case .choose: ["of"]
            case .credits: ["scheme", "from", "with", "partial"]
            case .awards, .hours: ["from", "with", "partial"]
            case .share: ["from", "of", "round", "unit", "scheme"]
            case .mean: ["scale", "of"]
            case .distinct: ["by"]
            case .credential: ["overlap"]
            case .skill: ["level"]
            }
        }

        static let common = ["id", "title", "shared"]
        static let list = allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// Reads a requirement: a credential's id, a list of which all must be met, or a mapping.
    mutating func requirement(
        _ node: FileNode, below parent: String?, isCounted: Bool = false
    ) throws(FileProblem) -> Requirement {
        switch node.content {
        case .mapping: break
        case .list(let elements):
            let id = try name(node, nil, kind: .all, below: parent)
            return Requirement(id: id, kind: .all(try requirements(elements, below: id)))
        default:
            let credential = try node.nonEmptyText(
                "requirement", "a credential's id, a list, or a mapping with one of \(Word.list)")
            let id = try name(node, nil, kind: .credential, credential: credential, below: parent)
            return Requirement(id: id, kind: .credential(credential, overlap: nil))
        }
        let word = try self.word(of: node)
        let members = try FileMembers(
            node, of: "a requirement with \"\(word.rawValue)\"",
            keys: [word.rawValue] + word.keys + Word.common)
        let title = try members.localized("title")
        let id = try name(node, members, kind: word, title: title, below: parent)
        try mark(members, of: word, node: id)
        let found = Requirement(
            id: id, title: title, isShared: try members.truth("shared"),
            kind: try kind(word, members, id))
        guard isCounted || !found.isCondition else { throw misplaced(node, word) }
        return found
    }

    mutating func requirements(
        _ nodes: [FileNode], below parent: String, isCounted: Bool = false
    ) throws(FileProblem) -> [Requirement] {
        var found: [Requirement] = []
        for node in nodes {
            found.append(try requirement(node, below: parent, isCounted: isCounted))
        }
        return found
    }

    private func misplaced(_ node: FileNode, _ word: Word) -> FileProblem {
        FileProblem(
            node.position, "misplaced-condition",
            "a \"\(word.rawValue)\" speaks of what is counted right above it; put it under "
                + "\"with\" of a requirement with \"credits\", \"awards\" or \"hours\"")
    }

    // MARK: Which kind, and its name

    private func word(of node: FileNode) throws(FileProblem) -> Word {
        guard case .mapping(let members) = node.content else { return .all }
        let words = members.compactMap { Word(rawValue: $0.key) }
        if let first = words.first, words.count == 1 { return first }
        if words.count > 1 {
            throw FileProblem(
                node.position, "two-kinds",
                "the requirement asks for \"\(words[0].rawValue)\" and for "
                    + "\"\(words[1].rawValue)\"; make two of it, or put what it counts under "
                    + "\"with\"")
        }
        let others = Set(Word.allCases.flatMap(\.keys) + Word.common)
        let odd = members.first { !others.contains($0.key) }
        let nearest = odd.flatMap {
            Spelling.nearest(to: $0.key, among: Word.allCases.map(\.rawValue), limit: 1).first
        }
        let hint = nearest.map { " (did you mean \"\($0)\"?)" } ?? ""
        throw FileProblem(
            odd?.position ?? node.position, odd == nil ? "missing-key" : "unknown-key",
            (odd.map { "\"\($0.key.shown)\" is nothing that can be asked\(hint); " } ?? "")
                + "a requirement has one of: \(Word.list)")
    }

    private mutating func name(
        _ node: FileNode, _ members: FileMembers?, kind word: Word, credential: String? = nil,
        title: LocalizedText = "", below parent: String?
    ) throws(FileProblem) -> String {
        var credential = credential
        if word == .credential, let value = try members?.value(word.rawValue) {
            credential = value.text
        }
        let stated = try members?.text("id")
        let id =
            stated
            ?? names.name(
                kind: word.rawValue, credential: credential, title: title, below: parent)
        guard names.take(id) else {
            throw FileProblem(
                try members?.value("id")?.position ?? node.position, "repeated-id",
                "the id \"\(id.shown)\" is that of another requirement of this rule; choose another"
            )
        }
        mark(node.position, node: id, "")
        return id
    }

    private mutating func mark(
        _ members: FileMembers, of word: Word, node id: String
    ) throws(FileProblem) {
        for key in [word.rawValue] + word.keys + Word.common {
            mark(try members.value(key)?.position, node: id, key)
        }
        for property in ["kind", "minimum", "maximum"] {
            mark(try members.value(word.rawValue)?.position, node: id, property)
        }
    }
}
