// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct LocalizedTextTests {
    static let text = LocalizedText([
        .init(language: "pt-BR", text: "dados"), .init(language: "en-GB", text: "data"),
        .init(language: "de", text: "Daten"), .init(language: "und", text: "1011"),
    ])

    @Test(arguments: [
        ("de", "Daten"), ("DE", "Daten"), ("de-AT", "Daten"), ("pt", "dados"), ("pt_PT", "dados"),
        ("en", "data"), ("en-IE", "data"), ("fi", "data"), ("", "data"),
    ])
    func `a language falls back to its primary one, then to English`(
        language: String, wording: String
    ) {
        #expect(Self.text.text(in: language) == wording)
    }

    @Test func `without English the wording without a language comes first`() {
        let text = LocalizedText([
            .init(language: "de", text: "Daten"), .init(language: "und", text: "1011"),
        ])
        #expect(text.text(in: "fi") == "1011")
        #expect(LocalizedText("Daten", language: "de").text(in: "fi") == "Daten")
    }

    @Test func `the exact tag stands before another of the same language`() {
        let text = LocalizedText([
            .init(language: "en", text: "programme"), .init(language: "en-US", text: "program"),
        ])
        #expect(text.text(in: "en-us") == "program")
        #expect(text.text(in: "en-IE") == "programme")
    }

    @Test func `a text without wordings is empty`() {
        #expect(LocalizedText("").isEmpty)
        #expect(LocalizedText([]).text() == "")
        #expect(LocalizedText([.init(language: "en", text: "")]).isEmpty)
    }

    @Test func `wordings are kept once a language, in the order of tags`() {
        let text = LocalizedText([
            .init(language: "fi", text: "a"), .init(language: "de", text: "b"),
            .init(language: "fi", text: "c"),
        ])
        #expect(text.entries.map(\.text) == ["b", "a"])
    }
}
