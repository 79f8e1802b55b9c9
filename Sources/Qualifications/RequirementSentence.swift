// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Requirements in plain English, one sentence each.
public enum RequirementSentence {
    /// Returns what `requirement` itself asks, the requirements below it not included.
    ///
    /// Ids are written with the titles and labels of `graph`, in `language` where it has them.
    public static func sentence(
        for requirement: Requirement, in graph: Graph, language: String = "en"
    ) -> String {
        let names = Names(graph: graph, language: language)
        switch requirement.kind {
        case .all(let below):
            return below.isEmpty ? "Nothing is asked." : "All of the following must be met."
        case .any: return "One of the following must be met."
        case .atLeast(let count, let below):
            return "At least \(count) of the following \(below.count) must be met."
        case .share(let share, let selector):
            return "At least \(percent(share)) of the credits asked for above must come from "
                + "awards \(phrase(selector, names))."
        case .credits(let demand): return sentence(for: demand, names)
        case .credential(let id): return "\(names.credential(id)) or an equivalent must be held."
        case .outcome(let id): return "Something held must teach the outcome \(names.outcome(id))."
        case .skill(let uri, let level):
            let proficiency = level.map { " at \($0) or above" } ?? ""
            return "Something held must teach the skill \(names.skill(uri))\(proficiency)."
        case .notBefore(let date): return "Not before \(date)."
        }
    }

    private static func sentence(
        for demand: Requirement.CreditDemand, _ names: Names
    ) -> String {
        var sentence = "At least \(demand.minimum)"
        if demand.minimum.amount == .zero, let maximum = demand.maximum {
            sentence = "At most \(maximum) \(demand.minimum.scheme.rawValue)"
        } else if let maximum = demand.maximum {
            sentence += ", of which no more than \(maximum) count,"
        }
        sentence += " must come from awards \(phrase(demand.selector, names))"
        if demand.minimum.amount == .zero, demand.maximum != nil {
            sentence = sentence.replacing(" must come", with: " may come")
        }
        return sentence + (demand.parts.isEmpty ? "." : ", and the following must be met within.")
    }

    private static func percent(_ share: Requirement.Share) -> String {
        "\(ExactDecimal(thousandths: share.thousandths * 100)) %"
    }

    // MARK: Selectors

    private static func phrase(_ selector: Selector, _ names: Names) -> String {
        selector == .everything ? "of any kind" : "where \(clause(selector, names))"
    }

    private static func clause(_ selector: Selector, _ names: Names) -> String {
        switch selector {
        case .everything: return "anything holds"
        case .not(let inner): return "it is not so that \(group(inner, names))"
        case .and(let left, let right):
            return "\(group(left, names)) and \(group(right, names))"
        case .or(let left, let right): return "\(group(left, names)) or \(group(right, names))"
        case .oneOf(let field, let values):
            let list = values.map { names.value($0, of: field) }.joined(separator: ", ")
            let verb = names.isPlural(field) ? "include" : "is"
            return "the \(names.word(field)) \(verb) one of \(list)"
        case .comparison(let field, let comparator, let value):
            return "the \(names.word(field)) \(names.verb(comparator, field)) "
                + names.value(value, of: field)
        }
    }

    private static func group(_ selector: Selector, _ names: Names) -> String {
        if case .or = selector { return "(\(clause(selector, names)))" }
        return clause(selector, names)
    }
}

/// What ids, fields and comparisons are called in a sentence.
private struct Names {
    let graph: Graph
    let language: String

    func credential(_ id: String) -> String {
        named(id, graph.credential(id).map { graph.credentials[$0].title })
    }

    func outcome(_ id: String) -> String {
        named(id, graph.outcome(id).map { graph.outcomes[$0].text })
    }

    func skill(_ uri: String) -> String {
        named(uri, graph.skill(uri).map { graph.skills[$0].label })
    }

    func value(_ value: String, of field: Selector.Field) -> String {
        switch field {
        case .outcome: outcome(value)
        case .skill: skill(value)
        case .id: credential(value)
        case .level: Level(value).map { "\($0.framework) \($0.value)" } ?? value
        case .credits: value.contains(" ") ? value : "\(value) ECTS"
        case .provider, .field, .kind, .tag, .language, .mode, .date: value
        }
    }

    func word(_ field: Selector.Field) -> String {
        switch field {
        case .id: "credential"
        case .provider: "provider"
        case .level: "level"
        case .field: "field"
        case .kind: "kind"
        case .tag: "tags"
        case .language: "language"
        case .mode: "mode"
        case .credits: "size"
        case .date: "date"
        case .outcome: "outcomes"
        case .skill: "skills"
        }
    }

    func isPlural(_ field: Selector.Field) -> Bool {
        field == .tag || field == .outcome || field == .skill
    }

    func verb(_ comparator: Selector.Comparator, _ field: Selector.Field) -> String {
        let isList = isPlural(field)
        switch comparator {
        case .equal: return isList ? "include" : field == .field ? "begins with" : "is"
        case .notEqual:
            return isList ? "do not include" : field == .field ? "does not begin with" : "is not"
        case .atMost: return "is at most"
        case .atLeast: return "is at least"
        case .less: return "is below"
        case .more: return "is above"
        }
    }

    private func named(_ id: String, _ title: LocalizedText?) -> String {
        let text = title?.text(in: language) ?? ""
        return text.isEmpty || text == id ? "\"\(id)\"" : "\"\(text)\""
    }
}
