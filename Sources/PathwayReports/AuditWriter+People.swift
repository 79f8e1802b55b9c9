// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension AuditWriter {
    /// The requirements as a tree.
    func tree(of audit: Audit) -> Table {
        var table = Table(
            title: "Audit of \(audit.target)",
            columns: [
                .init("requirement", title: "Requirement"), .init("status", title: "Status"),
                .init("progress", title: "Progress", isNumeric: true),
                .init("evidence", title: "Counted"),
            ])
        walk(audit.root) { node, _, depth in
            let indent = String(repeating: "  ", count: depth)
            table.append([
                .text(indent + node.requirement.name(in: graph, language: language)),
                .text(status(of: node)), .text(progress(of: node)),
                .text(node.evidence.joined(separator: ", ")),
            ])
        }
        return table
    }

    private func status(of node: AuditNode) -> String {
        var text = node.status.forReading
        if node.inProgress { text += ", in progress" }
        if let body = node.pendingBy { text += ", pending: \(body)" }
        return text
    }

    private func progress(of node: AuditNode) -> String {
        "\(node.used) of \(node.needed)" + (node.scheme.map { " \($0.rawValue)" } ?? "")
    }

    /// How the learner stands, in a sentence.
    func headline(of audit: Audit, learner: String) -> String {
        let goal = "\(title(ofCredential: audit.target)) (\(audit.target))"
        let name = audit.use == .completion ? goal : "admission to \(goal)"
        return switch audit.status {
        case .met: "\(name): \(learner) meets every requirement."
        case .notMet: "\(name): \(learner) does not meet it yet; \(remaining(audit))."
        case .cannotTell:
            "\(name): it cannot be told whether \(learner) meets it, since a fact is missing; "
                + "\(remaining(audit))."
        }
    }

    private func remaining(_ audit: Audit) -> String {
        let count = audit.remaining.count
        var parts = ["\(count) requirement\(count == 1 ? "" : "s") open"]
        if audit.remaining.credits > .zero {
            parts.insert(
                "\(audit.remaining.credits) \(audit.remaining.scheme.rawValue) missing", at: 0)
        }
        let caveat = " (the search was cut short: at least \(audit.bound) is missing)"
        return parts.joined(separator: ", ") + (audit.proved ? "" : caveat)
    }

    func unused(_ audit: Audit) -> [String] {
        guard !audit.unused.isEmpty else { return [] }
        return ["Not counted:"] + audit.unused.map { "  \($0.award): \($0.text)" } + [""]
    }
}

extension Status {
    /// What a person reads.
    var forReading: String {
        switch self {
        case .met: "met"
        case .notMet: "not met"
        case .cannotTell: "cannot tell"
        }
    }
}
