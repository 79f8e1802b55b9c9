// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

/// The reference of the selector language says what the parser does.
@Suite struct SelectorLanguageTests {
    private static let catalogue = ReferenceData.packageRoot.appending(
        path: "Sources/SkillsGraph/SkillsGraph.docc")

    private static func article(_ name: String) throws -> String {
        try String(contentsOf: catalogue.appending(path: name), encoding: .utf8)
    }

    /// The lines of the fenced blocks below a heading.
    private static func examples(below heading: String) throws -> [String] {
        var lines: [String] = []
        var (isBelow, isInside) = (false, false)
        for line in try article("SelectorLanguage.md").split(separator: "\n") {
            if line.hasPrefix("#") { isBelow = line.hasSuffix("# " + heading) }
            if line == "```" {
                isInside.toggle()
            } else if isBelow, isInside {
                lines.append(String(line))
            }
        }
        return lines
    }

    @Test(arguments: ["Overview", "Joining"])
    func `its examples are selectors`(heading: String) throws {
        let examples = try Self.examples(below: heading)
        #expect(!examples.isEmpty)
        for example in examples {
            #expect(throws: Never.self, "\(example)") { try Selector(parsing: example) }
        }
    }

    @Test func `what it calls the same is the same`() throws {
        let selectors = try Self.examples(below: "Joining").map { try Selector(parsing: $0) }
        #expect(selectors.count == 3)
        #expect(selectors[0] == selectors[1])
        #expect(selectors[1] != selectors[2])
    }

    @Test func `its table has an example of every field`() throws {
        let rows = try Self.article("SelectorLanguage.md").split(separator: "\n")
        for field in Selector.Field.allCases {
            let row = rows.first { $0.hasPrefix("| `\(field.rawValue)` |") }
            let cell = try #require(row?.split(separator: "|").last, "\(field)")
            for example in cell.split(separator: "`").filter({ $0.hasPrefix(field.rawValue) }) {
                #expect(try Selector(parsing: String(example)).fields == [field])
            }
        }
    }

    @Test func `it names every comparison and every kind`() throws {
        let text = try Self.article("SelectorLanguage.md")
        for sign in Selector.Comparator.allCases { #expect(text.contains("`\(sign.rawValue)`")) }
        for kind in Credential.Kind.allCases { #expect(text.contains("`\(kind.rawValue)`")) }
    }

    @Test func `its errors are the ones that are given`() throws {
        let causes = ["tag = a and id = b AND", "level = \"NFQ:\"", "provider = “Far”"]
        for (cause, line) in zip(causes, try Self.examples(below: "Limits and errors")) {
            let error = #expect(throws: SelectorError.self) { try Selector(parsing: cause) }
            #expect(
                error?.description.split(separator: ": ", maxSplits: 1).last
                    == line.split(separator: ": ", maxSplits: 1).last.map { $0 })
        }
    }

    @Test func `the landing page has a row for every kind of requirement`() throws {
        let text = try Self.article("SkillsGraph.md")
        for name in Requirement.Kind.Name.allCases {
            #expect(text.contains("| `\(name.rawValue)` |"), "\(name.rawValue)")
        }
    }
}
