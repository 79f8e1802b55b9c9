// SPDX-License-Identifier: Apache-2.0

public import Pathways
public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of why a credential is not recommended: `varde/why-not/1`.
    ///
    /// - Parameters:
    ///   - answer: why not.
    ///   - learner: the learner's id.
    ///   - graph: the graph they were made in.
    ///   - language: the language that titles are shown in where they have it.
    ///   - automatic: what the learner holds by automatic rules; nil where that was not looked at.
    ///   - disclosure: what the answer rests on; counts and weights are filled in.
    public init(
        whyNot answer: WhyNot, learner: String, in graph: Graph, language: String,
        automatic: AutomaticAwards? = nil, disclosure: Disclosure
    ) {
        let writer = RecommendationWriter(
            answer: answer.recommendations, graph: graph, language: language)
        var fields = writer.fields(of: answer)
        fields["learner"] = .text(learner)
        let held = automatic.map {
            AutomaticWriter(awards: $0, graph: graph, language: language)
        }
        fields["automatic"] = held?.json ?? .null
        self.init(
            "why-not", writer.comparison(answer), fields: fields,
            disclosure: writer.completed(disclosure))
        above = writer.sentences(answer)
        below = (held?.sentences ?? []) + self.disclosure.sentences
    }
}

extension RecommendationWriter {
    /// What programs read of a verdict.
    func fields(of answer: WhyNot) -> [String: JSONValue] {
        let credential = graph.credentials[answer.credential]
        var fields: [String: JSONValue] = [
            "target": target, "credential": .text(credential.id),
            "title": .text(credential.title.text(in: language)),
            "scored": .integer(answer.recommendations.counts.scored),
            "reason": .null, "text": .text(sentences(answer).joined(separator: " ")),
            "unmet": .list([]), "recommendation": .null, "last": .null,
        ]
        switch answer.verdict {
        case .nothingMissing: fields["verdict"] = "nothing-missing"
        case .excluded(let exclusion, let unmet):
            fields["verdict"] = "excluded"
            fields["reason"] = .text(exclusion.reason.rawValue)
            fields["unmet"] = .list(unmet.map(json))
        case .listed(let found):
            fields["verdict"] = "listed"
            fields["recommendation"] = json(found)
        case .ranked(let found, let last):
            fields["verdict"] = "ranked"
            fields["recommendation"] = json(found)
            fields["last"] = json(last)
        }
        return fields
    }

    /// What a person reads of a verdict.
    func sentences(_ answer: WhyNot) -> [String] {
        let credential = graph.credentials[answer.credential]
        let name = "\(credential.title.text(in: language)) (\(credential.id))"
        switch answer.verdict {
        case .nothingMissing: return ["Nothing is missing any more, so nothing is recommended."]
        case .excluded(let exclusion, let unmet):
            return ["\(name) is not recommended: \(exclusion.text)."] + unmet.map(line)
        case .listed(let found):
            return [
                "\(name) is recommended, at rank \(found.rank) of \(answer.recommendations.counts.scored)."
            ]
        case .ranked(let found, let last):
            let tier =
                last.counts && !found.counts
                ? " It adds nothing that counts toward the target; those before it do." : ""
            return [
                "\(name) is at rank \(found.rank) of \(answer.recommendations.counts.scored), after rank \(last.rank), "
                    + "the last that is listed.\(tier)"
            ]
        }
    }

    /// One row a criterion: what it adds here, at the last rank that is listed, and the difference.
    func comparison(_ answer: WhyNot) -> Table {
        var table = Table(
            title: "Compared with the last that is listed",
            columns: [
                .init("criterion", title: "Criterion"),
                .init("amount", title: "Adds", kind: .number),
                .init("lastAmount", title: "At the last rank", kind: .number),
                .init("difference", title: "Difference", kind: .number),
            ])
        switch answer.verdict {
        case .nothingMissing, .excluded: break
        case .listed(let found): compare(found, nil, in: &table)
        case .ranked(let found, let last): compare(found, last, in: &table)
        }
        return table
    }

    private func compare(_ found: Recommendation, _ last: Recommendation?, in table: inout Table) {
        func append(_ name: String, _ amount: Double, _ other: Double?) {
            table.append([
                .text(name), .number(amount, decimals: 4),
                other.map { .number($0, decimals: 4) } ?? .missing,
                other.map { .number(amount - $0, decimals: 4) } ?? .missing,
            ])
        }
        for (place, part) in found.contributions.enumerated() {
            append(part.criterion, part.amount, last?.contributions[place].amount)
        }
        append("score", found.score, last?.score)
    }
}
