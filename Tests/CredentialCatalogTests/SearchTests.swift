// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct SearchTests {
    private func filled(_ folder: TemporaryFolder) throws -> Catalog {
        let catalog = try Catalog(writing: folder.path())
        var welding = Credential(
            id: "mc-weld",
            title: LocalizedText([
                .init(language: "en", text: "Welding for beginners"),
                .init(language: "fr", text: "Soudage élémentaire"),
            ]))
        welding.description = LocalizedText("Fumes, masks\nand metal")
        try catalog.take([
            .credential(welding), credential("mc-other"),
            .outcome(
                LearningOutcome(
                    id: "lo-1", credential: "mc-weld",
                    text: LocalizedText("Can weld thin metal", language: "en"))),
            skill("weld", "weld metal", ["join metals", "C++ programming"]),
            .occupation(Occupation(uri: "urn:welder", label: "welder", framework: esco)),
        ])
        return catalog
    }

    private func ids(_ catalog: Catalog, _ text: String, _ limit: Int = 20) throws -> [String] {
        try catalog.read { try $0.search(text, limit: limit).map(\.id) }
    }

    @Test func `beginnings of words are found in titles, outcomes, skills and occupations`() throws
    {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        #expect(
            Set(try ids(catalog, "weld")) == ["mc-weld", "lo-1", uri("weld"), "urn:welder"])
        #expect(Set(try ids(catalog, "WELD met")) == ["mc-weld", "lo-1", uri("weld")])
        #expect(try ids(catalog, "WELD met").last == "mc-weld")
        #expect(try ids(catalog, "join") == [uri("weld")])
        #expect(try ids(catalog, "weld", 1).count == 1)
        #expect(try ids(catalog, "nothing") == [])
    }

    @Test func `every language is searched, whatever the accents`() throws {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        #expect(try ids(catalog, "elementaire") == ["mc-weld"])
        #expect(try ids(catalog, "ÉLÉMENTAIRE soud") == ["mc-weld"])
        #expect(try ids(catalog, "e\u{301}le\u{301}mentaire") == ["mc-weld"])
    }

    @Test func `a hit names what it is and shows the words around the match`() throws {
        let folder = try TemporaryFolder()
        let hits = try filled(folder).read { try $0.search("masks", among: [.credential]) }
        #expect(hits.map(\.noun) == [.credential])
        #expect(hits.first?.title.text(in: "fr") == "Soudage élémentaire")
        #expect(hits.first?.snippet == "Fumes, masks")
    }

    @Test func `a hit shows only the lines and languages that match`() throws {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        func snippet(_ text: String) throws -> String? {
            try catalog.read { try $0.search(text, among: [.credential]) }.first?.snippet
        }
        #expect(try snippet("metal") == "and metal")
        #expect(try snippet("soudage") == "Soudage élémentaire")
        #expect(try snippet("fumes metal") == "Fumes, masks … and metal")
    }

    @Test func `no text is a syntax error`() throws {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        for text in [
            "", " ", "\"", "'", "*", "weld*", "\"weld", "weld\"", "(", "weld)", "AND", "OR", "NOT",
            "weld AND", "NEAR(weld metal)", "title:weld", "^weld", "weld + metal", "-weld",
            "{a b}:",
            "\u{0}", "weld\u{0}metal", "🙂", "weld 🙂", "%", "\\", ";DROP TABLE search;--", "C++",
            "\u{301}", "\u{FFFD}", "½", String(repeating: "a ", count: 10_000),
            String(repeating: "x", count: 100_000), String(repeating: "\"", count: 10_000),
        ] {
            _ = try ids(catalog, text)
        }
        #expect(try ids(catalog, "weld*") == ids(catalog, "weld"))
        #expect(try ids(catalog, "C++ programming") == [uri("weld")])
        #expect(try ids(catalog, "weld 🙂") == ids(catalog, "weld"))
        #expect(try ids(catalog, "weld\u{0}thin") == ["lo-1"])
        #expect(try ids(catalog, "title:weld") == [])
    }

    @Test func `random text never fails`() throws {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<oracleCases(debug: 200) {
            let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
            }
            _ = try ids(catalog, String(String.UnicodeScalarView(scalars)))
        }
    }

    @Test func `the index follows every change`() throws {
        let folder = try TemporaryFolder()
        let catalog = try filled(folder)
        try catalog.take([skill("weld", "solder wires")])
        #expect(try ids(catalog, "solder") == [uri("weld")])
        #expect(try !ids(catalog, "weld").contains(uri("weld")))
        #expect(try catalog.read { try $0.diagnose() }.isSound)
    }
}
