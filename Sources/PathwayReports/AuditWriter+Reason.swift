// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Why a rule is not met: requirements that cannot be met together.
extension AuditWriter {
    /// How many requirements a sentence names.
    private static let mostNames = 5

    /// The reason in one sentence, where there is one.
    func reason(of audit: Audit) -> [String] {
        audit.reason.map { ["Why: \(sentence($0, audit))"] } ?? []
    }

    /// The reason as programs read it; null where there is none.
    func jsonReason(of audit: Audit) -> JSONValue {
        audit.reason.map { reason in
            .object([
                "requirements": JSONValue(reason.requirements), "needed": json(reason.needed),
                "lacking": json(reason.lacking), "text": .text(sentence(reason, audit)),
            ])
        } ?? .null
    }

    private func sentence(_ reason: Audit.Reason, _ audit: Audit) -> String {
        let names = names(reason.requirements, audit)
        guard !reason.requirements.isEmpty else {
            return "Nothing that could be held would meet the rule."
        }
        let isOne = reason.requirements.count == 1
        if reason.lacking.credits > .zero {
            let scheme = reason.needed.scheme.rawValue
            let most = reason.needed.credits - reason.lacking.credits
            return "\(names) \(isOne ? "asks" : "ask") for \(reason.needed.credits) \(scheme)"
                + "\(isOne ? "" : " together"); what is held can bring \(most)."
        }
        return isOne
            ? "\(names) cannot be met by what is held."
            : "\(names) cannot all be met by what is held, though without any one of them the "
                + "others can."
    }

    private func names(_ ids: [String], _ audit: Audit) -> String {
        let nodes = audit.root.nodes
        var names = ids.prefix(Self.mostNames).map { id in
            let requirement = nodes.first { $0.id == id }?.requirement
            return requirement.map { "\"\($0.name(in: graph, language: language))\" (\(id))" } ?? id
        }
        if ids.count > names.count { names.append("\(ids.count - names.count) more") }
        let last = names.popLast() ?? ""
        return names.isEmpty ? last : names.joined(separator: ", ") + " and " + last
    }
}
