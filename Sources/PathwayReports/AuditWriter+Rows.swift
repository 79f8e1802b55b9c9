// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension AuditWriter {
    /// One row a requirement, each after the one above it.
    func rows(of audit: Audit) -> Table {
        var table = Table(
            title: "Audit of \(audit.target)",
            columns: [
                .init("id", title: "Requirement"), .init("parent", title: "Part of"),
                .init("title", title: "Title"), .init("kind", title: "Kind"),
                .init("status", title: "Status"),
                .init("needed", title: "Needed", kind: .exact),
                .init("used", title: "Used", kind: .exact), .init("scheme", title: "Scheme"),
                .init("inProgress", title: "In progress"),
                .init("pendingBy", title: "Pending by"), .init("evidence", title: "Evidence"),
                .init("unit", title: "Unit"),
            ])
        walk(audit.root) { node, parent, _ in
            table.append([
                .text(node.id), Table.Cell(parent?.id),
                .text(node.requirement.name(in: graph, language: language)),
                .text(node.kind), .text(node.status.rawValue), .exact(node.needed),
                .exact(node.used), Table.Cell(node.scheme?.rawValue), .truth(node.inProgress),
                Table.Cell(node.pendingBy), .text(node.evidence.joined(separator: " ")),
                Table.Cell(node.unit?.name),
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
