// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Writes audits with the titles of one graph in one language.
struct AuditWriter {
    let graph: Graph
    let language: String
    var background = AuditBackground()

    func title(ofCredential id: String) -> String {
        graph.credential(id).map { graph.credentials[$0].title.text(in: language) } ?? id
    }

    /// Whether an award was given by a rule, not on record.
    func isAutomatic(_ award: String) -> Bool {
        background.automatic?.derived.contains { $0.award.id == award } ?? false
    }
}

extension AuditWriter {
    /// The fields that DESIGN fixes for `varde/audit/1`, and a few beside them.
    func fields(of audit: Audit) -> [String: JSONValue] {
        let units = units(of: audit)
        return [
            "target": .text(audit.target),
            "use": .text(audit.use.rawValue),
            "rule": .object([
                "id": .text(audit.rule.id), "version": JSONValue(audit.rule.version),
            ]),
            "status": .text(audit.status.rawValue),
            "remaining": json(audit.remaining),
            "requirements": .list([json(audit.root)]),
            "assignment": .list(audit.assignment.map { json($0, units) }),
            "unused": .list(
                audit.unused.map {
                    .object([
                        "award": .text($0.award), "reason": .text($0.reason.rawValue),
                        "text": .text($0.text),
                    ])
                }),
            "proved": .truth(audit.proved),
            "bound": .exact(audit.bound),
            "warnings": .list(
                audit.warnings.map {
                    .object(["code": .text($0.code), "text": .text($0.description)])
                }),
            "terms": terms(of: audit),
            "unsettled": .list(audit.unsettled.map(json)),
            "alternatives": .list(
                audit.alternatives.map { .list($0.map { json($0, units) }) }),
            "exceptions": .list(audit.exceptions.map(json)),
            "withoutExceptions": audit.withoutExceptions.map(json) ?? .null,
            "automatic": automatic,
            "nested": .list(background.nested.map(json)),
            "comparison": .list(background.comparison.map(json)),
            "reason": jsonReason(of: audit),
        ]
    }

    private func terms(of audit: Audit) -> JSONValue {
        .object([
            "recognition": .text(audit.terms.recognition.description),
            "supposing": .text(audit.terms.supposing.rawValue),
            "started": JSONValue(audit.terms.started),
            "pins": .object(audit.terms.pins.mapValues { .text($0) }),
        ])
    }

    func json(_ remaining: Audit.Remaining) -> JSONValue {
        .object([
            "credits": .exact(remaining.credits), "scheme": .text(remaining.scheme.rawValue),
            "units": .exact(remaining.units), "count": .integer(remaining.count),
        ])
    }

    func json(_ standing: Audit.Standing) -> JSONValue {
        .object([
            "status": .text(standing.status.rawValue), "remaining": json(standing.remaining),
            "proved": .truth(standing.proved),
        ])
    }

    private func json(_ node: AuditNode) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .text(node.id),
            "title": .text(node.requirement.name(in: graph, language: language)),
            "kind": .text(node.kind),
            "status": .text(node.status.rawValue),
            "needed": .exact(node.needed),
            "used": .exact(node.used),
            "unit": JSONValue(node.unit?.name),
            "scheme": JSONValue(node.scheme?.rawValue),
            "inProgress": .truth(node.inProgress),
            "evidence": JSONValue(node.evidence),
            "requirements": .list(node.children.map(json)),
        ]
        if let body = node.pendingBy { fields["pendingBy"] = .text(body) }
        return .object(fields)
    }

    /// For each requirement the unit in which its awards are told.
    func units(of audit: Audit) -> [String: Unit] { audit.root.requirement.countedUnits }

    private func json(_ entry: Audit.Assignment, _ units: [String: Unit]) -> JSONValue {
        .object([
            "award": .text(entry.award), "requirement": .text(entry.requirement),
            "credits": .exact(entry.credits), "unit": JSONValue(units[entry.requirement]?.name),
            "progress": .text(entry.progress.rawValue),
            "provisional": .truth(entry.isProvisional),
            "automatic": .truth(isAutomatic(entry.award)),
        ])
    }

    private func json(_ unsettled: Audit.Unsettled) -> JSONValue {
        .object([
            "requirement": .text(unsettled.requirement), "award": JSONValue(unsettled.award),
            "fact": .text(unsettled.fact),
        ])
    }

    private func json(_ applied: Audit.AppliedException) -> JSONValue {
        let exception = applied.exception
        return .object([
            "id": .text(exception.id), "kind": .text(exception.kind.name.rawValue),
            "text": .text(exception.kind.sentence), "who": .text(exception.decision.who),
            "why": .text(exception.decision.why), "date": JSONValue(exception.decision.date),
            "until": JSONValue(exception.until), "without": json(applied.without),
            "makesDifference": .truth(applied.makesDifference),
            "problem": JSONValue(applied.problem),
        ])
    }

    /// What the learner holds by automatic rules; null where that was not looked at.
    private var automatic: JSONValue {
        background.automatic.map {
            AutomaticWriter(awards: $0, graph: graph, language: language).json
        } ?? .null
    }

    func json(_ nested: QualificationMatch.Nested) -> JSONValue {
        .object([
            "credential": .text(graph.credentials[nested.credential].id),
            "title": .text(graph.credentials[nested.credential].title.text(in: language)),
            "status": .text(nested.standing.status.rawValue),
            "remaining": json(nested.standing.remaining), "share": .number(nested.share),
            "held": .truth(nested.isHeld), "reached": .truth(nested.isReached),
            "awarding": .text(nested.rule.awarding.rawValue),
        ])
    }

    private func json(_ comparison: AuditBackground.Comparison) -> JSONValue {
        .object([
            "recognition": .text(comparison.reading.description),
            "status": .text(comparison.audit.status.rawValue),
            "remaining": json(comparison.audit.remaining),
            "proved": .truth(comparison.audit.proved),
            "notRecognised": JSONValue(comparison.audit.notRecognised),
        ])
    }
}

extension Audit {
    /// The awards that do not count because of who gave them.
    var notRecognised: [String] {
        unused.filter { $0.reason == .notRecognised || $0.reason == .provisional }.map(\.award)
    }
}
