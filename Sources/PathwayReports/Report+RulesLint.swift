// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// A finding of the linter, or what kept a file from being read, and where it stands.
public struct RuleRemark: Hashable, Sendable {
    /// Where it stands.
    public let place: SourcePlace
    /// The class of the mistake.
    public let code: String
    /// How sure it is that something is wrong.
    public let severity: RuleFinding.Severity
    /// The id of the rule; nil where none could be read.
    public let rule: String?
    /// The id of the requirement, where it is about one.
    public let node: String?
    /// The key or column it is about, where it is about one.
    public let key: String?
    /// What is wrong.
    public let message: String
    /// What to do; nil where the message says it.
    public let advice: String?

    /// Creates a remark of a finding.
    public init(_ finding: RuleFinding, at place: SourcePlace) {
        self.place = place
        code = finding.code
        severity = finding.severity
        rule = finding.rule
        node = finding.node
        key = finding.key
        message = finding.message
        advice = finding.advice
    }

    /// Creates a remark of what kept something from being read.
    public init(
        unreadable message: String, code: String, at place: SourcePlace, node: String? = nil,
        key: String? = nil
    ) {
        self.place = place
        self.code = code
        severity = .error
        rule = nil
        self.node = node
        self.key = key
        self.message = message
        advice = nil
    }

    /// `file:line:column: code: message`.
    public var line: String {
        "\(place): \(code): \(node.map { "\"\($0)\": " } ?? "")\(message)"
            + (advice.map { "; \($0)" } ?? "")
    }
}

extension Report {
    /// Creates the report of what the linter found: `varde/rules-lint/1`.
    ///
    /// - Parameters:
    ///   - remarks: the findings, in the order in which they are to be read.
    ///   - files: the files that were read, with how many rules each holds.
    ///   - hasCatalogue: whether names were looked up in a catalogue.
    ///   - disclosure: what the answer rests on.
    public init(
        lint remarks: [RuleRemark], files: [(name: String, rules: Int)], hasCatalogue: Bool,
        disclosure: Disclosure
    ) {
        let errors = remarks.count { $0.severity == .error }
        let rules = files.reduce(0) { $0 + $1.rules }
        self.init(
            "rules-lint", Self.table(remarks),
            fields: [
                "files": .list(
                    files.map { .object(["file": .text($0.name), "rules": .integer($0.rules)]) }),
                "findings": .list(remarks.map(\.json)), "catalogue": .truth(hasCatalogue),
                "counts": .object([
                    "rules": .integer(rules), "errors": .integer(errors),
                    "warnings": .integer(remarks.count - errors),
                ]),
            ], disclosure: disclosure)
        shown = Table(title: "Findings", columns: [])
        lines = remarks.map(\.json)
        above = remarks.map(\.line)
        below = [
            "\(Self.count(rules, "rule")) in \(Self.count(files.count, "file")): "
                + "\(Self.count(errors, "error")), "
                + Self.count(remarks.count - errors, "warning")
        ]
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func table(_ remarks: [RuleRemark]) -> Table {
        var table = Table(
            title: "Findings",
            columns: [
                .init("file", title: "File"), .init("line", title: "Line", kind: .integer),
                .init("column", title: "Column", kind: .integer),
                .init("severity", title: "Severity"), .init("code", title: "Code"),
                .init("rule", title: "Rule"), .init("requirement", title: "Requirement"),
                .init("key", title: "Key"), .init("message", title: "Message"),
                .init("advice", title: "Advice"),
            ])
        for remark in remarks {
            let place = remark.place
            table.append([
                .text(place.file), place.line > 0 ? .integer(place.line) : .missing,
                place.column > 0 ? .integer(place.column) : .missing,
                .text(remark.severity.rawValue), .text(remark.code), Table.Cell(remark.rule),
                Table.Cell(remark.node), Table.Cell(remark.key), .text(remark.message),
                Table.Cell(remark.advice),
            ])
        }
        return table
    }
}

extension RuleRemark {
    fileprivate var json: JSONValue {
        .known([
            "file": .text(place.file), "line": place.line > 0 ? .integer(place.line) : .null,
            "column": place.column > 0 ? .integer(place.column) : .null,
            "pointer": JSONValue(place.pointer), "severity": .text(severity.rawValue),
            "code": .text(code), "rule": JSONValue(rule), "requirement": JSONValue(node),
            "key": JSONValue(key), "message": .text(message), "advice": JSONValue(advice),
        ])
    }
}
