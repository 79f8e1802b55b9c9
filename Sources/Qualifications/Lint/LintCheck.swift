// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One class of mistakes in rules.
///
/// To add one, write a file in `Lint/Checks` with a static member and put it into ``all``. The
/// tests ask for a rule that it finds something in, and for a twin of it that is clean.
public struct LintCheck: Sendable {
    /// The stable name of the class.
    public let code: String
    /// How sure its findings are, unless one says otherwise.
    public let severity: RuleFinding.Severity
    /// What it finds, in one sentence.
    public let summary: String
    /// Whether it finds nothing at all without a catalogue.
    public let needsCatalogue: Bool

    private let issues: @Sendable (LintSubject) -> [LintIssue]

    init(
        _ code: String, _ severity: RuleFinding.Severity, _ summary: String,
        needsCatalogue: Bool = false, _ issues: @escaping @Sendable (LintSubject) -> [LintIssue]
    ) {
        self.code = code
        self.severity = severity
        self.summary = summary
        self.needsCatalogue = needsCatalogue
        self.issues = issues
    }

    /// Every class, in the order in which findings at one place are listed.
    public static let all: [LintCheck] = [
        .misplaced, .duplicateID, .number, .maximumBelowMinimum, .minimaAboveMaximum,
        .partsDoNotAddUp,
        .membersCannotReach, .percentMismatch, .titleMismatch, .listedTwice, .duplicate,
        .unsatisfiable, .notAdmissible, .shadowed, .unreachable, .alwaysTrue, .noEffect,
        .contradictoryOrder, .cycle, .expired, .dates, .overlappingVersions, .period,
        .unknownID, .unseenValue, .foreignLevel, .noCreditFactor, .grade, .scale, .partial,
        .equivalence, .noSource,
    ]

    /// What it finds, each with the place of its requirement, or −1 for the rule as a whole.
    func findings(in subject: LintSubject) -> [(place: Int, finding: RuleFinding)] {
        issues(subject).map { issue in
            let requirement = issue.node.map { subject.outline.nodes[$0].requirement }
            let finding = RuleFinding(
                code: code, severity: issue.severity ?? severity, rule: subject.rule.id,
                ruleIndex: subject.index, node: requirement?.id, key: issue.path(in: requirement),
                message: issue.message, advice: issue.advice)
            return (issue.node ?? -1, finding)
        }
    }
}
