// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of where a credential can count: `varde/accepting/1`.
    ///
    /// - Parameters:
    ///   - acceptances: the requirements that take it.
    ///   - credential: the credential's position.
    ///   - graph: the graph they were found in.
    ///   - language: the language that titles are shown in where they have it.
    ///   - disclosure: what the answer rests on; counts and rules are filled in.
    public init(
        accepting acceptances: [Acceptance], of credential: Int, in graph: Graph,
        language: String, disclosure: Disclosure
    ) {
        let writer = AcceptanceWriter(
            acceptances: acceptances, graph: graph, language: language)
        var disclosure = disclosure
        disclosure.rules = writer.rules
        disclosure.counts = [
            "rules": writer.rules.count, "requirements": acceptances.count,
        ]
        let definition = graph.credentials[credential]
        self.init(
            "accepting", writer.rows,
            fields: [
                "credential": .text(definition.id),
                "title": .text(definition.title.text(in: language)),
                "credits": JSONValue(definition.credits),
                "counts": .object(disclosure.counts.mapValues { .integer($0) }),
                "accepting": .list(writer.documents),
            ], disclosure: disclosure)
        lines = writer.documents
        shown = writer.list
        let name = "\(definition.title.text(in: language)) (\(definition.id))"
        above = [
            acceptances.isEmpty
                ? "\(name) can count nowhere that a rule in force says."
                : "Where \(name) can count:"
        ]
        below = disclosure.sentences
    }
}

/// Writes where a credential can count.
struct AcceptanceWriter {
    let acceptances: [Acceptance]
    let graph: Graph
    let language: String

    /// The rules, each once, in the order of the acceptances.
    var rules: [Rule] {
        var seen: Set<Rule> = []
        return acceptances.map(\.rule).filter { seen.insert($0).inserted }
    }

    private func title(_ id: String) -> String {
        graph.credential(id).map { graph.credentials[$0].title.text(in: language) } ?? id
    }

    /// What programs read, an object a requirement.
    var documents: [JSONValue] {
        acceptances.map { acceptance in
            var fields: [String: JSONValue] = [
                "target": .text(acceptance.rule.credential),
                "title": .text(title(acceptance.rule.credential)),
                "use": .text(acceptance.rule.use.rawValue),
                "rule": .object([
                    "id": .text(acceptance.rule.id), "version": JSONValue(acceptance.rule.version),
                ]),
                "requirement": .text(acceptance.requirement.id),
                "requirementTitle": .text(
                    acceptance.requirement.name(in: graph, language: language)),
                "way": .text(acceptance.way.name),
                "credits": acceptance.amount.map { .exact($0) } ?? .null,
                "unit": JSONValue(acceptance.unit?.name),
                "conditions": .list(
                    acceptance.conditions.map {
                        .object(["kind": .text($0.kind.rawValue), "text": .text($0.text)])
                    }),
                "limits": .list(
                    acceptance.limits.map {
                        .object(["requirement": .text($0.requirement), "most": .text($0.most)])
                    }),
            ]
            if case .asks(let wanted, let reason) = acceptance.way {
                fields["asks"] = .object([
                    "credential": .text(wanted), "reason": .text(reason.rawValue),
                ])
            }
            return .object(fields)
        }
    }

    /// One row a requirement.
    var rows: Table {
        var table = Table(
            title: "Where it can count",
            columns: [
                .init("target", title: "Qualification"), .init("use", title: "Use"),
                .init("rule", title: "Rule"), .init("version", title: "Version"),
                .init("requirement", title: "Requirement"), .init("title", title: "Title"),
                .init("way", title: "How"), .init("credits", title: "Counts", kind: .exact),
                .init("unit", title: "Unit"), .init("conditions", title: "If"),
                .init("limits", title: "At most"),
            ])
        for acceptance in acceptances {
            table.append([
                .text(acceptance.rule.credential), .text(acceptance.rule.use.rawValue),
                .text(acceptance.rule.id), Table.Cell(acceptance.rule.version),
                .text(acceptance.requirement.id),
                .text(acceptance.requirement.name(in: graph, language: language)),
                .text(acceptance.way.name), Table.Cell(acceptance.amount),
                Table.Cell(acceptance.unit?.name), .text(conditions(acceptance)),
                .text(limits(acceptance)),
            ])
        }
        return table
    }

    /// What a person reads.
    var list: Table {
        var table = Table(
            title: "Where it can count",
            columns: [
                .init("target", title: "Qualification"),
                .init("requirement", title: "Requirement"), .init("counts", title: "Counts"),
                .init("conditions", title: "If"), .init("limits", title: "At most"),
            ])
        for acceptance in acceptances {
            let rule = acceptance.rule
            let use = rule.use == .admission ? ", admission" : ""
            let version = rule.version.map { ", version \($0)" } ?? ""
            table.append([
                .text("\(title(rule.credential)) (\(rule.credential)\(use)\(version))"),
                .text(
                    "\(acceptance.requirement.name(in: graph, language: language)) "
                        + "(\(acceptance.requirement.id))"),
                .text(counts(acceptance)), .text(conditions(acceptance)),
                .text(limits(acceptance)),
            ])
        }
        return table
    }

    private func counts(_ acceptance: Acceptance) -> String {
        let amount = acceptance.amount.map { "\($0) \(acceptance.unit?.name ?? "")" }
        switch acceptance.way {
        case .counts: return amount ?? ""
        case .answers: return "answers it"
        case .asks(_, .itself): return ["is asked for", amount].joined
        case .asks(let wanted, .equivalent): return ["counts for \(wanted)", amount].joined
        case .asks(let wanted, .overlap):
            return ["teaches enough of \(wanted)", amount].joined
        }
    }

    private func conditions(_ acceptance: Acceptance) -> String {
        acceptance.conditions.map(\.text).joined(separator: "; ")
    }

    private func limits(_ acceptance: Acceptance) -> String {
        acceptance.limits.map { "\($0.most) (\($0.requirement))" }.joined(separator: "; ")
    }
}

extension [String?] {
    /// What is there, with commas between.
    fileprivate var joined: String { compactMap { $0 }.joined(separator: ", ") }
}
