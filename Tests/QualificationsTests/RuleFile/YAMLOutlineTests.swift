// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import Yams

@testable import Qualifications

/// The walk over a YAML file must see whatever the composer sees, or the composer could be misled.
struct YAMLOutlineTests {
    /// What a composed document holds.
    private struct Content {
        var nodes = 0
        var depth = 0
        var hasAnchor = false
        var hasTag = false
        var hasOddKey = false

        mutating func add(_ node: Node, depth: Int = 0) {
            nodes += 1
            self.depth = max(self.depth, depth)
            if node.anchor != nil { hasAnchor = true }
            if !["", "str", "seq", "map"].contains(
                node.tag.rawValue.split(separator: ":").last ?? "")
            {
                hasTag = true
            }
            switch node {
            case .scalar: break
            case .sequence(let sequence):
                for element in sequence { add(element, depth: depth + 1) }
            case .mapping(let mapping):
                for (key, value) in mapping {
                    if key.scalar.map({ $0.string.isEmpty && $0.style == .plain }) ?? true {
                        hasOddKey = true
                    }
                    add(key, depth: depth + 1)
                    add(value, depth: depth + 1)
                }
            case .alias: hasAnchor = true
            }
        }
    }

    private static let pieces = [
        "a", "b c", "- ", "-", "a: ", "b:", ": ", "? ", "[", "]", "{", "}", ", ", ",", "'", "\"",
        "|",
        ">", "|-2", ">+", "\n", "\n", "\n ", "\n  ", "\n    ", "\n- ", "\n  - ", "\n  a: ", " # c",
        "#", "*a", "&a ", "!t ", "!", "%", "\n---\n", "\n...\n", "\t", "\r\n", "\u{85}", "\u{2028}",
        "é", "\\\"", "\\", "''", "it's", "[a, b]", "{a: b}", "\"q\"", "'q'", "x:y", "a#b", "\n\n",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...14, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }.joined()
    }

    /// What Yams makes of the text; nil where it refuses it.
    private static func composed(_ text: String) -> Content? {
        guard let parser = try? Parser(yaml: text, resolver: .basic, encoding: .utf8) else {
            return nil
        }
        // Anchors are there only as long as the parser is.
        return withExtendedLifetime(parser) {
            guard let root = try? parser.singleRoot() else { return nil }
            var content = Content()
            content.add(root)
            return content
        }
    }

    @Test func `what the walk lets through holds nothing that it should refuse`() {
        var random = SeededGenerator(seed: 11)
        var composedCount = 0
        for _ in 0..<oracleCases(debug: 2000) * 20 {
            let text = Self.text(&random)
            guard let content = Self.composed(text) else { continue }
            composedCount += 1
            let most = try? YAMLOutline(Array(text.utf8)).checked()
            if let most {
                #expect(
                    !content.hasAnchor && !content.hasTag && content.nodes <= most
                        && content.depth <= 2 * most, "\(text.debugDescription)")
            } else {
                // It may refuse only what is refused on purpose.
                let isRefusable =
                    content.hasAnchor || content.hasTag || content.hasOddKey
                    || text.contains("?") || text.contains("%") || text.contains("!")
                #expect(isRefusable, "\(text.debugDescription)")
            }
        }
        #expect(composedCount > 1000)
    }

    @Test(arguments: [
        "a: |\n  *not [an\n  &alias\nb: c\n", "a: text\n  *continued\n  - [here\nb: c\n",
        "a: 'it''s *x'\n", "a: \"\\\" *x\"\n", "# *x [[[\na: b\n", "a: R&D and 2*3 [or so\n",
        "- >-\n  folded &x\n\n  more\n- b\n", "a: [b c, 'd, *e', \"f]\"]\n", "a:\n- b\n- c: d\n",
        "---\na: b\n...\n", "a: b # *c\n", "a:\n    - |2\n        x\n    - b\n",
    ])
    func `signs inside texts are texts`(yaml: String) throws {
        #expect(Self.composed(yaml) != nil)
        _ = try YAMLOutline(Array(yaml.utf8)).checked()
    }
}
