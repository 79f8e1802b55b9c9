// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What is asked for, as far as something shown leads to it.
extension WayMapping {
    /// Draws a requirement and those above it, and returns its place; what only names a credential
    /// is passed over.
    @discardableResult
    mutating func draw(_ id: String) -> Int {
        guard let node = requirements[id], let parent = parents[id] else { return 0 }
        if case .credential(let named, _) = node.requirement.kind {
            let above = draw(parent.id)
            return drawQualification(named, above) ?? above
        }
        let name = "requirement:\(id)"
        if let place = places[name] { return place }
        let place = add(
            name, context.name(node.requirement),
            RequirementsSection.progress(node, context), .requirement(standing(of: node)))
        connect(place, draw(parent.id), .partOf)
        return place
    }

    /// A qualification on the way is a step of its own; nil for any other credential.
    private mutating func drawQualification(_ id: String, _ above: Int) -> Int? {
        guard
            let entry = context.report.background.nested.first(where: {
                context.graph.credentials[$0.credential].id == id
            })
        else { return nil }
        let place = add(
            "credential:\(id)", context.title(of: entry.credential),
            context.status(entry.standing.status),
            entry.isHeld
                ? .credential(.held)
                : .requirement(entry.standing.status == .met ? .met : .notMet))
        connect(place, above, entry.isHeld ? .counts : .partOf)
        return place
    }

    /// Draws a qualification on the way to the target, and what asks for it.
    mutating func drawStage(_ id: String) -> Int {
        let asking = requirements.values.filter { node in
            if case .credential(id, _) = node.requirement.kind { true } else { false }
        }.map(\.id).sorted()
        for requirement in asking { draw(requirement) }
        return places["credential:\(id)"] ?? drawQualification(id, 0) ?? 0
    }

    private func standing(of node: AuditNode) -> PathMap.Standing {
        switch node.status {
        case .met: .met
        case .notMet: node.inProgress ? .inProgress : .notMet
        case .cannotTell: node.inProgress ? .inProgress : .cannotTell
        }
    }

    var goalNote: String {
        context.audit.flatMap { context.reached($0) } ?? ""
    }
}
