// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How two statements of one thing become one.
///
/// - `filled(by:)` keeps what this one says and takes from the other what it leaves unsaid.
/// - `succeeding(_:)` takes this one's word for everything, and keeps only the languages of the
///   other that this one does not speak: frameworks are published one file a language.
/// - Two statements contradict each other where it matters which of them fills the other.
extension LocalizedText {
    /// Returns this text with the languages of `other` that it lacks.
    func filled(by other: LocalizedText) -> LocalizedText {
        other.isEmpty ? self : LocalizedText(entries + other.entries)
    }
}

/// The names of a skill or an occupation.
struct Names: Hashable {
    var label: LocalizedText
    var alternatives: [LocalizedText.Entry]

    /// Puts alternatives in the order of their languages, one line each.
    init(_ label: LocalizedText, _ alternatives: [LocalizedText.Entry]) {
        self.label = label
        let lines = alternatives.lazy.filter { !$0.text.isEmpty }.map {
            $0.text.hasLineBreak
                ? LocalizedText.Entry(language: $0.language, text: $0.text.onOneLine) : $0
        }
        let isOrdered = zip(lines, lines.dropFirst()).allSatisfy { $0.language <= $1.language }
        self.alternatives =
            isOrdered
            ? Array(lines)
            : lines.enumerated().sorted {
                ($0.element.language, $0.offset) < ($1.element.language, $1.offset)
            }.map(\.element)
    }

    /// Returns these names, and those of `other` in languages that these do not speak.
    func filled(by other: Names) -> Names {
        let spoken = Set(label.entries.map(\.language) + alternatives.map(\.language))
        return Names(
            label.filled(by: other.label),
            alternatives + other.alternatives.filter { !spoken.contains($0.language) })
    }

    var fields: [Field] { Field.fields("label", label) + Field.alternatives(alternatives) }
}

extension String {
    /// Whether a line ends inside the text, where lists keep one entry a line.
    var hasLineBreak: Bool { utf8.contains(UInt8(ascii: "\n")) }

    /// The text with each line break turned into a space.
    var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}

extension Skill {
    var names: Names { Names(label, alternatives) }

    /// Returns the skill with these names, and its names in the order they are kept in.
    func named(_ names: Names) -> Skill {
        Skill(
            uri: uri, label: names.label, alternatives: names.alternatives, kind: kind,
            framework: framework)
    }

    func filled(by other: Skill) -> Skill { named(names.filled(by: other.names)) }

    func succeeding(_ other: Skill) -> Skill { filled(by: other) }

    var fields: [Field] {
        names.fields
            + [Field("kind", kind.rawValue), Field("framework", framework.description)]
    }
}

extension Occupation {
    var names: Names { Names(label, alternatives) }

    func named(_ names: Names, code: String?) -> Occupation {
        Occupation(
            uri: uri, label: names.label, alternatives: names.alternatives, code: code,
            isGroup: isGroup, framework: framework)
    }

    func filled(by other: Occupation) -> Occupation {
        named(names.filled(by: other.names), code: code ?? other.code)
    }

    func succeeding(_ other: Occupation) -> Occupation {
        named(names.filled(by: other.names), code: code)
    }

    var fields: [Field] {
        names.fields + [
            Field("code", code), Field("group", isGroup ? "yes" : "no"),
            Field("framework", framework.description),
        ]
    }
}

extension LearningOutcome {
    func filled(by other: LearningOutcome) -> LearningOutcome {
        LearningOutcome(id: id, credential: credential, text: text.filled(by: other.text))
    }

    func succeeding(_ other: LearningOutcome) -> LearningOutcome { filled(by: other) }

    var fields: [Field] { [Field("credential", credential)] + Field.fields("text", text) }
}

extension CreditConversion {
    var fields: [Field] { [Field("factor", factor.description), Field("source", source)] }
}
