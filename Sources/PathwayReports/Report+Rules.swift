// SPDX-License-Identifier: Apache-2.0

import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of rules in plain words: a line each for their terms and requirements.
    ///
    /// - Parameters:
    ///   - rules: the rules.
    ///   - graph: where the titles of what they name are; nil to name it by its ids.
    ///   - language: the language of the sentences and titles, where there is one.
    public init(rules: [Rule], in graph: Graph?, language: String) {
        var table = Table(
            title: "Rules",
            columns: [
                .init("rule", title: "Rule"), .init("requirement", title: "Requirement"),
                .init("depth", title: "Depth", kind: .integer), .init("text", title: "Text"),
            ])
        var lines: [String] = []
        for rule in rules {
            if !lines.isEmpty { lines.append("") }
            for line in RuleSentences.lines(for: rule, in: graph, language: language) {
                table.append([
                    .text(rule.id), Table.Cell(line.node), .integer(line.depth), .text(line.text),
                ])
                lines.append(String(repeating: "  ", count: line.depth) + line.text)
            }
        }
        self.init("rules", table, disclosure: Disclosure())
        shown = Table(title: "Rules", columns: [])
        above = lines
    }
}
