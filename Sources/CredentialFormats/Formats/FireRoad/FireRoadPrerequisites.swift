// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What a subject's prerequisites say: `8.01,Physics I GIR;18.03,permission of instructor`.
///
/// Semicolons join what is all needed, commas what is one of. Where anything is said that is no
/// subject, attribute or permission, the text as a whole is left to a person: words hold commas
/// too.
struct FireRoadPrerequisites {
    /// One of the alternatives.
    private enum Part: Hashable {
        case subject(String)
        case tag(String)
        case permission(of: String)
    }

    private let groups: [[Part]]
    private let text: String
    /// Whether the text must be judged by a person.
    let isInWords: Bool

    /// The longest text that is taken apart.
    private static let longest = 4096

    init(_ text: String) {
        self.text = text
        let readable = text.utf8.count <= Self.longest ? text : ""
        let read = readable.split(separator: ";").map { group in
            group.split(separator: ",").map { Self.part($0.trimmed) }
        }
        isInWords = read.isEmpty || read.contains { $0.isEmpty || $0.contains(nil) }
        groups = read.map { $0.compactMap { $0 } }
    }

    private static func part(_ text: String) -> Part? {
        let words = text.lowercased().split(separator: " ").joined(separator: " ")
        let plain = words.hasSuffix(".") ? String(words.dropLast()) : words
        if let attribute = attributes[plain] { return .tag(attribute) }
        if plain.hasPrefix("permission of "), !plain.contains(" or "), !plain.contains(" and ") {
            let body = plain.dropFirst("permission of ".count)
            return .permission(of: body.hasPrefix("the ") ? String(body) : "the \(body)")
        }
        let number = number(text)
        return isNumber(number) ? .subject(number) : nil
    }

    private static let attributes = [
        "calculus i gir": "GIR:CAL1", "calculus ii gir": "GIR:CAL2", "physics i gir": "GIR:PHY1",
        "physics ii gir": "GIR:PHY2", "chemistry gir": "GIR:CHEM", "biology gir": "GIR:BIOL",
    ]

    /// The number of a subject without the mark of a joint one: `2.017` for `2.017[J]` and
    /// `2.017J`.
    static func number(_ text: String) -> String {
        if text.hasSuffix("[J]") { return String(text.dropLast(3)) }
        guard text.hasSuffix("J"), text.dropLast().last?.isNumber ?? false else { return text }
        return String(text.dropLast())
    }

    /// Whether it is a department, a point, and a number or letters: `6.0001`, `21M.THT`.
    private static func isNumber(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    }
            }
    }

    // MARK: Rows

    /// The rows of the admission rule of the subject `id`.
    func rows(of id: String) -> [RequirementRow] {
        if isInWords {
            var row = row(of: id, "words", below: nil, "decision")
            row.of = "the department"
            row.title = LocalizedText(text, language: "en")
            return [row]
        }
        if groups.count == 1 { return rows(of: groups[0], id, "one", below: nil) }
        return groups.enumerated().reduce(into: [row(of: id, "all", below: nil, "all")]) {
            $0 += rows(of: $1.element, id, String($1.offset + 1), below: "all")
        }
    }

    private func rows(
        of group: [Part], _ id: String, _ name: String, below parent: String?
    ) -> [RequirementRow] {
        let deciders = group.compactMap { part in
            if case .permission(let decider) = part { decider } else { nil }
        }
        guard let selector = Self.selector(group) else {
            return decisions(deciders, id, name, below: parent)
        }
        guard !deciders.isEmpty else { return [award(id, name, selector, below: parent)] }
        return [row(of: id, name, below: parent, "any")]
            + [award(id, "\(name)-listed", selector, below: name)]
            + decisions(deciders, id, "\(name)-permission", below: name)
    }

    private func decisions(
        _ deciders: [String], _ id: String, _ name: String, below parent: String?
    ) -> [RequirementRow] {
        var row = row(of: id, name, below: parent, "decision")
        row.of = deciders.joined(separator: " or ")
        return [row]
    }

    private func award(
        _ id: String, _ name: String, _ selector: Selector, below parent: String?
    ) -> RequirementRow {
        var row = row(of: id, name, below: parent, "awards")
        row.minimum = "1"
        row.of = selector.description
        row.options = "shared"
        return row
    }

    private func row(
        of id: String, _ name: String, below parent: String?, _ kind: String
    ) -> RequirementRow {
        RequirementRow(credential: id, use: .admission, id: name, parent: parent, kind: kind)
    }

    private static func selector(_ group: [Part]) -> Selector? {
        let numbers = group.compactMap { if case .subject(let number) = $0 { number } else { nil } }
        let tags = group.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
        let parts = [selector(.id, numbers), selector(.tag, tags)].compactMap { $0 }
        return parts.first.map { parts.dropFirst().reduce($0) { .or($0, $1) } }
    }

    private static func selector(_ field: Selector.Field, _ values: [String]) -> Selector? {
        guard let first = values.first else { return nil }
        return values.count == 1 ? .comparison(field, .equal, first) : .oneOf(field, values)
    }
}
