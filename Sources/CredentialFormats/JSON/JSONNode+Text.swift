// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension JSONNode {
    /// Returns the text in all the shapes that standards give to text in several languages.
    ///
    /// A string, which is in `language`; `{"en": "…"}`; `{"en": ["…"]}`; `{"@language": "en", "@value": "…"}`;
    /// `{"language": "en", "value": "…"}`; and lists of these. Of several texts in one language the
    /// first is kept.
    func localized(language: String = "und") -> LocalizedText {
        LocalizedText(elements.flatMap { $0.value.entries(language: language) })
    }

    /// Returns the text of the member with this key in every language; nil where there is none.
    func localized(_ key: String, language: String = "und") -> LocalizedText? {
        guard let text = self[key]?.localized(language: language), !text.isEmpty else { return nil }
        return text
    }
}

extension JSONValue {
    fileprivate func entries(language: String) -> [LocalizedText.Entry] {
        switch content {
        case .text(let text), .number(let text): return [Self.entry(language, text)]
        case .object(let members):
            if let text = (self["@value"] ?? self["value"])?.text {
                return [Self.entry((self["@language"] ?? self["language"])?.text ?? language, text)]
            }
            return members.flatMap { member in
                member.value.texts.map { Self.entry(member.key, $0) }
            }
        case .null, .truth, .list: return []
        }
    }

    private static func entry(_ language: String, _ text: String) -> LocalizedText.Entry {
        LocalizedText.Entry(
            language: language == "@none" || language.isEmpty ? "und" : language,
            text: text.trimmed)
    }
}
