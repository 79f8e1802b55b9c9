// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Writes audits with the titles of one graph in one language.
struct AuditWriter {
    let graph: Graph
    let language: String

    func title(ofCredential id: String) -> String {
        graph.credential(id).map { graph.credentials[$0].title.text(in: language) } ?? id
    }
}

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

    /// Calls `body` with each node, the one above it, and how deep it lies.
    func walk(
        _ node: AuditNode, below parent: AuditNode? = nil, depth: Int = 0,
        _ body: (AuditNode, AuditNode?, Int) -> Void
    ) {
        body(node, parent, depth)
        for child in node.children { walk(child, below: node, depth: depth + 1, body) }
    }
}
