// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A line of a rule in plain words.
public struct RuleLine: Hashable, Sendable {
    /// How far it is indented: 0 for the rule, 1 for its terms and its first requirement.
    public let depth: Int
    /// The sentence.
    public let text: String
    /// The id of the requirement it is about; nil for the rule's own terms.
    public let node: String?

    /// Creates a line.
    public init(depth: Int, text: String, node: String?) {
        self.depth = depth
        self.text = text
        self.node = node
    }
}

/// Whole rules in plain words.
public enum RuleSentences {
    /// The languages that there are words for, as primary BCP 47 tags.
    public static var languages: [String] { Phrasebook.all.map(\.language) }

    /// Returns the rule as lines: what it is called, its terms, then its requirements, each before
    /// those below it.
    ///
    /// Ids are written with the titles and labels of `graph` where it has them.
    public static func lines(
        for rule: Rule, in graph: Graph? = nil, language: String = "en"
    ) -> [RuleLine] {
        let words = SentenceWords(book: .of(language), graph: graph, language: language)
        let terms = TermsWriter(words, rule)
        var lines = [RuleLine(depth: 0, text: terms.heading, node: nil)]
        lines += terms.sentences.map { RuleLine(depth: 1, text: $0, node: nil) }
        RequirementWriter(words).add(
            rule.requirement, below: nil, depth: 1, heading: terms.heading, to: &lines)
        return lines
    }

    /// Returns the rule as text: a line each, indented by two blanks a level.
    public static func text(
        for rule: Rule, in graph: Graph? = nil, language: String = "en"
    ) -> String {
        lines(for: rule, in: graph, language: language)
            .map { String(repeating: "  ", count: $0.depth) + $0.text + "\n" }.joined()
    }
}
