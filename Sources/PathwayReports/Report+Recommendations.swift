// SPDX-License-Identifier: Apache-2.0

public import Pathways
public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of recommendations: `varde/recommendation/1`.
    ///
    /// - Parameters:
    ///   - answer: the recommendations.
    ///   - learner: the learner's id.
    ///   - graph: the graph they were made in.
    ///   - language: the language that titles are shown in where they have it.
    ///   - isExplained: whether a person reads every contribution and path.
    ///   - automatic: what the learner holds by automatic rules; nil where that was not looked at.
    ///   - disclosure: what the answer rests on; counts and weights are filled in.
    public init(
        recommendations answer: Recommendations, learner: String, in graph: Graph,
        language: String, isExplained: Bool = false, automatic: AutomaticAwards? = nil,
        disclosure: Disclosure
    ) {
        let writer = RecommendationWriter(answer: answer, graph: graph, language: language)
        var fields = writer.fields
        fields["learner"] = .text(learner)
        let held = automatic.map {
            AutomaticWriter(awards: $0, graph: graph, language: language)
        }
        fields["automatic"] = held?.json ?? .null
        self.init(
            "recommendation", writer.rows, fields: fields,
            disclosure: writer.completed(disclosure))
        shown = writer.list
        lines = answer.items.map(writer.json)
        above = [writer.headline(learner: Learner.name(learner))]
        below =
            (isExplained ? writer.explanations : []) + writer.blockedLines
            + (held?.sentences ?? []) + [writer.countLine] + self.disclosure.sentences
    }
}

/// Writes recommendations with the titles of one graph in one language.
struct RecommendationWriter {
    let answer: Recommendations
    let graph: Graph
    let language: String

    /// What a person calls a requirement of the rule that `item` adds to.
    func title(ofRequirement id: String, for item: Recommendation) -> String {
        requirement(id, for: item)?.name(in: graph, language: language) ?? id
    }

    /// A requirement of the rule that `item` adds to.
    func requirement(_ id: String, for item: Recommendation) -> Requirement? {
        item.rule?.requirement.nodes.first { $0.id == id }
    }

    /// The qualification on the way to the target that `item` adds to, where it is not the target.
    func stage(of item: Recommendation) -> Credential? {
        item.rule.flatMap { $0.credential == answer.target.id ? nil : $0.credential }
            .flatMap(graph.credential).map { graph.credentials[$0] }
    }

    func label(ofSkill skill: Int) -> String { graph.skills[skill].label.text(in: language) }

    /// Counts and weights belong to the answer itself.
    func completed(_ disclosure: Disclosure) -> Disclosure {
        var disclosure = disclosure
        disclosure.asOf = answer.asOf
        disclosure.weights = Dictionary(
            answer.weights.named.map { ($0.name, $0.weight) }, uniquingKeysWith: { $1 })
        disclosure.weightsHash = answer.weights.hash
        disclosure.counts = counts
        return disclosure
    }

    var counts: [String: Int] {
        [
            "catalogue": answer.counts.catalogue, "eligible": answer.counts.eligible,
            "scored": answer.counts.scored, "returned": answer.counts.returned,
        ]
    }
}
