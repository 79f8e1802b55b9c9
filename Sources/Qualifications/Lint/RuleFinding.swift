// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Something that is wrong with a rule, or most likely not meant, and what to do about it.
public struct RuleFinding: Hashable, Sendable {
    /// How sure it is that the rule is wrong.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The rule cannot do what it says.
        case error
        /// The rule can be followed, but hardly says what was meant.
        case warning
    }

    /// The class of the mistake, a short stable name such as `minima-above-maximum`.
    public let code: String
    /// How sure it is that the rule is wrong.
    public let severity: Severity
    /// The id of the rule.
    public let rule: String
    /// The rule's place in the list that was linted.
    public let ruleIndex: Int
    /// The id of the requirement; nil where it is about the rule as a whole.
    public let node: String?
    /// What it is about, by the keys of a rule file and the places in lists, from 0:
    /// `valid/until`, `from/3`; or `minimum` or `maximum`, which are written as one value.
    public let key: String?
    /// What is wrong.
    public let message: String
    /// What to do.
    public let advice: String
}

extension RuleFinding: CustomStringConvertible {
    /// What is wrong with what, and what to do, in one line.
    public var description: String {
        "\(node.map { "\"\($0)\": " } ?? "")\(message); \(advice)"
    }
}

/// A finding before its check has put a name to it.
struct LintIssue {
    /// The place of the requirement in the outline; nil for the rule as a whole.
    var node: Int?
    /// The key of a rule file; `of` stands for what the requirement is about, and `parts` for the
    /// requirements below it, whatever their keys are called.
    var key: String?
    /// The place in the list under the key.
    var item: Int?
    var message: String
    var advice: String
    /// Where it differs from the check's own.
    var severity: RuleFinding.Severity?

    init(
        _ node: Int? = nil, _ key: String? = nil, item: Int? = nil, _ message: String,
        do advice: String, severity: RuleFinding.Severity? = nil
    ) {
        self.node = node
        self.key = key
        self.item = item
        self.message = message
        self.advice = advice
        self.severity = severity
    }
}

extension LintIssue {
    /// The key as a rule file writes it for `requirement`, with the place in its list.
    func path(in requirement: Requirement?) -> String? {
        guard let key else { return nil }
        let name = requirement?.kind.fileKey(key) ?? key
        return item.map { "\(name)/\($0)" } ?? name
    }
}

extension Requirement.Kind {
    fileprivate func fileKey(_ key: String) -> String {
        switch (key, self) {
        case ("of", .count), ("of", .share): "from"
        case ("of", .distinct): "by"
        case ("of", _): name
        case ("parts", .count): "with"
        case ("parts", .atLeast): "of"
        case ("parts", _): name
        case ("minimum", .skill): "level"
        case ("minimum", .credential): "overlap"
        case ("unit", .count): "scheme"
        default: key
        }
    }
}
