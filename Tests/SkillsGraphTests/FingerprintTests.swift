// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct FingerprintTests {
    static func parts() -> GraphParts {
        var parts = GraphParts.numbered(skills: 3, credentials: 1)
        parts.skills[0] = Skill(
            uri: "s0", label: LocalizedText("data", language: "en"),
            alternatives: [.init(language: "en", text: "figures")], framework: Framework("local"))
        parts.occupations = [
            Occupation(uri: "occ", label: "Data clerk", framework: Framework("local"))
        ]
        parts.broaden(0, to: 1)
        parts.occupationLinks = [.init(from: 0, kind: .essentialFor, to: 0)]
        return parts
    }

    @Test func `the fingerprint is the same on every machine and run`() throws {
        #expect(try Graph(Self.parts()).skillFingerprint() == "9aa488a56277dde5")
        #expect(try Graph(GraphParts()).skillFingerprint() == "3723c97e49fc7512")
    }

    @Test func `credentials make no difference`() throws {
        var parts = Self.parts()
        parts.credentials[0].title = "Another"
        parts.teach(0, [(0, 1)])
        #expect(
            try Graph(parts).skillFingerprint() == Graph(Self.parts()).skillFingerprint())
    }

    @Test func `whatever a skill space is made from makes a difference`() throws {
        func skill(_ label: String, _ alternatives: [String]) -> Skill {
            Skill(
                uri: "s0", label: LocalizedText(label, language: "en"),
                alternatives: alternatives.map { .init(language: "en", text: $0) },
                framework: Framework("local"))
        }
        var variants = [Self.parts()]
        func vary(_ change: (inout GraphParts) -> Void) {
            var parts = Self.parts()
            change(&parts)
            variants.append(parts)
        }
        vary { $0.skills[0] = skill("figures", ["data"]) }
        vary { $0.skills[0] = skill("data", []) }
        vary { $0.skills[0] = skill("data", ["figures", ""]) }
        vary { $0.skills[0] = skill("dat", ["afigures"]) }
        vary { $0.skills.swapAt(1, 2) }
        vary { $0.skillLinks = [] }
        vary { $0.broaden(1, to: 2) }
        vary { $0.skillLinks = [.init(from: 0, kind: .related, to: 1)] }
        vary { $0.occupationLinks = [.init(from: 0, kind: .optionalFor, to: 0)] }
        vary { $0.occupationLinks = [] }
        let prints = try variants.map { try Graph($0).skillFingerprint() }
        #expect(Set(prints).count == variants.count)
        #expect(prints.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func `where one text ends and the next begins makes a difference`() {
        func hash(_ texts: [String]) -> String {
            var hash = Fingerprint()
            for text in texts { hash.add(text) }
            return hash.text
        }
        let prints = [
            [], [""], ["", ""], ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["\0"],
            ["12345678"], ["12345678", ""], ["123456789"],
        ].map(hash)
        #expect(Set(prints).count == prints.count)
    }
}
