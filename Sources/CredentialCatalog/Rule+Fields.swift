// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Rule {
    /// Returns the fields of this rule and of a later one, so that where the two differ at all at
    /// least one field does.
    func fieldsAside(from other: Rule) -> (old: [Field], new: [Field]) {
        let (old, new) = (fields, other.fields)
        guard Field.differences(old, new).isEmpty else { return (old, new) }
        // The same things in another order.
        return ([Field("order", order)], [Field("order", other.order)])
    }

    private var fields: [Field] {
        terms + scales.map(\.field) + (recognition?.fields ?? []) + equivalences.map(\.field)
            + rows.flatMap(\.fields)
    }

    private var terms: [Field] {
        Field.fields("title", title) + [
            Field("version", version), Field("validFrom", validFrom?.description),
            Field("validUntil", validUntil?.description),
            Field("startedFrom", startedFrom?.description),
            Field("startedBefore", startedBefore?.description), Field("source", source),
            Field("secondary", isSecondary ? "yes" : "no"), Field("decidedBy", decidedBy),
            Field("awarding", awarding.rawValue), Field("counts", counts.description),
            Field("agesOn", agesOn?.description),
        ]
    }

    private var order: String {
        let lists = [
            scales.map(\.name), recognition?.own ?? [], recognition?.bodies.map(\.provider) ?? [],
            equivalences.map(\.field.name), requirement.nodes.map(\.id),
        ]
        return lists.filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
            .joined(separator: "; ")
    }
}

extension GradeScale {
    fileprivate var field: Field {
        let steps = steps.map { step in
            step.grade + (step.points.map { " = \($0)" } ?? "")
        }
        return Field(
            "scale \"\(name)\"",
            steps.joined(separator: ", ") + (passMark.map { "; pass \($0)" } ?? ""))
    }
}

extension Recognition {
    fileprivate var fields: [Field] {
        [Field("recognition", own.joined(separator: ", "))]
            + bodies.map { body in
                Field(
                    "recognition \"\(body.provider)\"" + (body.accord.map { " (\($0))" } ?? ""),
                    body.isProvisional ? "provisional" : "recognised")
            }
    }
}

extension Rule.Equivalence {
    fileprivate var field: Field {
        Field("equivalence \(credential) → \(countsFor)", overlap?.description ?? "whole")
    }
}

extension RequirementRow {
    /// Every field as text, named after the node.
    fileprivate var fields: [Field] {
        let own = [
            Field("parent", parent), Field("kind", kind), Field("minimum", minimum),
            Field("maximum", maximum), Field("unit", unit), Field("of", of),
            Field("options", options),
        ]
        return (own + Field.fields("title", title)).map { Field("\(id).\($0.name)", $0.value) }
    }
}
