// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct SkillResolverTests {
    static let skills = [
        skill("http://x.example/skill/1", "Use spreadsheets", ["calculate with tables", "Tables"]),
        skill("http://x.example/skill/2", "lay tables", ["tables", "set the table"]),
        skill("https://x.example/skill/3/", "Überzeugen", ["use spreadsheets"]),
        skill("urn:skill:4", "negotiate", []), skill("urn:skill:5", "Negotiate ", ["haggle"]),
    ]

    static func skill(_ uri: String, _ label: String, _ alternatives: [String]) -> Skill {
        Skill(
            uri: uri, label: LocalizedText(label, language: "en"),
            alternatives: alternatives.map { .init(language: "en", text: $0) },
            framework: Framework("local"))
    }

    @Test(arguments: [
        ("http://x.example/skill/1", SkillResolver.Resolution.byURI(0)),
        ("https://x.example/skill/1", .byURI(0)), ("HTTPS://x.example/skill/1//", .byURI(0)),
        ("http://x.example/skill/3", .byURI(2)), ("https://x.example/skill/3/", .byURI(2)),
        ("urn:skill:4", .byURI(3)), ("http://x.example/SKILL/1", .unknown), ("", .unknown),
        ("http://x.example/skill/9", .unknown), ("::::", .unknown), ("////", .unknown),
    ])
    func `a URI is found however its scheme and end are written`(
        uri: String, resolution: SkillResolver.Resolution
    ) {
        #expect(SkillResolver(Self.skills).resolve(SkillReference(uri: uri)) == resolution)
    }

    @Test(arguments: [
        ("use spreadsheets", SkillResolver.Resolution.byLabel(0)),
        ("  USE \n spreadsheets ", .byLabel(0)), ("überzeugen", .byLabel(2)),
        ("U\u{308}BERZEUGEN", .byLabel(2)), ("set\u{A0}the table", .byAlternative(1)),
        ("calculate with\r\ntables", .byAlternative(0)), ("tables", .ambiguous([0, 1])),
        ("negotiate", .ambiguous([3, 4])), ("haggle", .byAlternative(4)), ("knit", .unknown),
        ("", .unknown), ("  ", .unknown),
    ])
    func `a label is found where it is preferred, else where only one skill has it`(
        label: String, resolution: SkillResolver.Resolution
    ) {
        let reference = SkillReference(label: label)
        #expect(SkillResolver(Self.skills).resolve(reference) == resolution)
        #expect(SkillResolver(Self.skills, for: [reference]).resolve(reference) == resolution)
    }

    @Test func `a URI stands before a label, and a label helps where it is not known`() {
        let resolver = SkillResolver(Self.skills)
        #expect(
            resolver.resolve(SkillReference(uri: "urn:skill:4", label: "lay tables")) == .byURI(3))
        #expect(
            resolver.resolve(SkillReference(uri: "urn:other", label: "lay tables")) == .byLabel(1))
    }

    @Test func `a resolver for some references knows no other label, but every URI`() {
        let resolver = SkillResolver(Self.skills, for: [SkillReference(label: "Haggle")])
        #expect(resolver.resolve(SkillReference(label: "haggle")) == .byAlternative(4))
        #expect(resolver.resolve(SkillReference(label: "lay tables")) == .unknown)
        #expect(resolver.resolve(SkillReference(uri: "urn:skill:4")) == .byURI(3))
    }

    @Test func `skills whose URIs differ only in their writing are found as written`() {
        let uris = ["https://x/a", "http://x/a/", "http://x/a"]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let resolver = SkillResolver(order.map { Self.skill(uris[$0], "s", []) })
            for (position, index) in order.enumerated() {
                #expect(resolver.resolve(SkillReference(uri: uris[index])).skill == position)
            }
        }
    }

    @Test func `only what was found has a skill`() {
        #expect(SkillResolver.Resolution.byAlternative(3).skill == 3)
        #expect(SkillResolver.Resolution.ambiguous([1, 2]).skill == nil)
        #expect(SkillResolver.Resolution.unknown.skill == nil)
    }
}
