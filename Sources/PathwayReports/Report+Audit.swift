// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of an audit: `varde/audit/1`.
    ///
    /// - Parameters:
    ///   - audit: how the learner stands.
    ///   - learner: the learner's id.
    ///   - graph: the graph the audit was made in.
    ///   - language: the language that titles are shown in where they have it.
    ///   - disclosure: what the answer rests on.
    public init(
        audit: Audit, learner: String, in graph: Graph, language: String, disclosure: Disclosure
    ) {
        let writer = AuditWriter(graph: graph, language: language)
        var fields = writer.fields(of: audit)
        fields["learner"] = .text(learner)
        self.init("audit", writer.rows(of: audit), fields: fields, disclosure: disclosure)
        shown = writer.tree(of: audit)
        above =
            [writer.headline(of: audit, learner: Learner.name(learner))]
            + audit.warnings.map(\.description)
        below = writer.unused(audit) + disclosure.sentences
    }
}

/// Writes audits with the titles of one graph in one language.
struct AuditWriter {
    let graph: Graph
    let language: String

    func title(ofCredential id: String) -> String {
        graph.credential(id).map { graph.credentials[$0].title.text(in: language) } ?? id
    }
}

// MARK: For programs

extension AuditWriter {
    /// The fields that DESIGN fixes for `varde/audit/1`, and a few beside them.
    func fields(of audit: Audit) -> [String: JSONValue] {
        [
            "target": .text(audit.target),
            "use": .text(audit.use.rawValue),
            "status": .text(audit.status.rawValue),
            "remaining": .object([
                "credits": .exact(audit.remaining.credits),
                "scheme": .text(audit.remaining.scheme.rawValue),
                "count": .integer(audit.remaining.count),
            ]),
            "requirements": .list([json(audit.root)]),
            "assignment": .list(
                audit.assignment.map {
                    .object([
                        "award": .text($0.award), "requirement": .text($0.requirement),
                        "credits": .exact($0.credits),
                    ])
                }),
            "unused": .list(
                audit.unused.map {
                    .object([
                        "award": .text($0.award), "reason": .text($0.reason.rawValue),
                        "text": .text($0.text),
                    ])
                }),
            "proved": .truth(audit.proved),
            "bound": .exact(audit.bound),
            "warnings": JSONValue(audit.warnings.map(\.description)),
        ]
    }

    private func json(_ node: AuditNode) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .text(node.id),
            "title": .text(node.requirement.name(in: graph, language: language)),
            "kind": .text(node.kind),
            "status": .text(node.status.rawValue),
            "needed": .exact(node.needed),
            "used": .exact(node.used),
            "scheme": JSONValue(node.scheme?.rawValue),
            "inProgress": .truth(node.inProgress),
            "evidence": JSONValue(node.evidence),
            "requirements": .list(node.children.map(json)),
        ]
        if let body = node.pendingBy { fields["pendingBy"] = .text(body) }
        return .object(fields)
    }

    /// One row a requirement, each after the one above it.
    func rows(of audit: Audit) -> Table {
        var table = Table(
            title: "Audit of \(audit.target)",
            columns: [
                .init("id", title: "Requirement"), .init("parent", title: "Part of"),
                .init("title", title: "Title"), .init("kind", title: "Kind"),
                .init("status", title: "Status"),
                .init("needed", title: "Needed", isNumeric: true),
                .init("used", title: "Used", isNumeric: true), .init("scheme", title: "Scheme"),
                .init("inProgress", title: "In progress"),
                .init("pendingBy", title: "Pending by"), .init("evidence", title: "Evidence"),
            ])
        walk(audit.root) { node, parent, _ in
            table.append([
                .text(node.id), Table.Cell(parent?.id),
                .text(node.requirement.name(in: graph, language: language)),
                .text(node.kind), .text(node.status.rawValue), .exact(node.needed),
                .exact(node.used), Table.Cell(node.scheme?.rawValue), .truth(node.inProgress),
                Table.Cell(node.pendingBy), .text(node.evidence.joined(separator: " ")),
            ])
        }
        return table
    }

    private func walk(
        _ node: AuditNode, below parent: AuditNode? = nil, depth: Int = 0,
        _ body: (AuditNode, AuditNode?, Int) -> Void
    ) {
        body(node, parent, depth)
        for child in node.children { walk(child, below: node, depth: depth + 1, body) }
    }
}

// MARK: For people

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

extension Table.Cell {
    /// Creates a cell of text, or a missing one.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
    /// Creates a cell of a day, or a missing one.
    public init(_ date: CalendarDate?) { self = date.map { .date($0) } ?? .missing }
    /// Creates a cell of an exact decimal, or a missing one.
    public init(_ number: ExactDecimal?) { self = number.map { .exact($0) } ?? .missing }
}
