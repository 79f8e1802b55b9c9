// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension StatedFacts {
    /// Chooses of a graph what it takes to judge `awards` by `rule`: the credentials that are held
    /// and those that the rule names, and, where it asks for skills, what they teach.
    init(of awards: [Award], _ rule: Rule, _ graph: Graph) {
        let asked = rule.asked
        var chosen = Set(
            (awards.map(\.credential) + asked.credentials).compactMap(graph.credential))
        let outcomes = asked.outcomes.compactMap(graph.outcome)
        chosen.formUnion(
            outcomes.compactMap { graph.credential(graph.outcomes[$0].credential) })
        let positions = chosen.sorted { graph.credentials[$0].id < graph.credentials[$1].id }

        credentials = positions.map { StatedCredential(graph.credentials[$0]) }
        equivalent = Dictionary(grouping: positions) { graph.equivalenceClass(of: $0) }.values
            .filter { $0.count > 1 }.map { $0.map { graph.credentials[$0].id } }
            .sorted { $0[0] < $1[0] }
        conversions = graph.conversions.map {
            Conversion(
                from: $0.from.rawValue, to: $0.to.rawValue, factor: $0.factor.description,
                source: $0.source)
        }
        self.outcomes = []
        alignments = []
        skills = []
        if asked.isAboutSkills { addSkills(of: positions, asked.skills, graph) }
    }

    private mutating func addSkills(of credentials: [Int], _ named: [String], _ graph: Graph) {
        var reached = Set(named.compactMap(graph.skill))
        for outcome in credentials.flatMap({ graph.outcomesOfCredential[$0] }).map(Int.init) {
            let stated = graph.outcomes[outcome]
            outcomes.append(Outcome(id: stated.id, credential: stated.credential))
            for origin in graph.skillsOfOutcome.origins(of: outcome) {
                let alignment = graph.alignments[Int(origin)]
                reached.insert(alignment.skill)
                alignments.append(
                    Alignment(
                        outcome: stated.id, skill: graph.skills[alignment.skill].uri,
                        weight: alignment.weight, proficiency: alignment.proficiency?.description))
            }
        }
        add(reached, graph)
    }

    /// Adds skills and all that are broader.
    private mutating func add(_ reached: Set<Int>, _ graph: Graph) {
        var known = reached
        var waiting = Array(reached)
        while let next = waiting.popLast() {
            for above in graph.broader[next].map(Int.init) where known.insert(above).inserted {
                waiting.append(above)
            }
        }
        skills = known.map { skill in
            Skill(
                uri: graph.skills[skill].uri,
                broader: Set(graph.broader[skill]).map { graph.skills[Int($0)].uri }.sorted())
        }.sorted { $0.uri < $1.uri }
    }
}

/// What a rule names.
private struct Asked {
    var credentials: [String] = []
    var outcomes: [String] = []
    var skills: [String] = []
    var isAboutSkills = false

    mutating func add(_ selector: Selector) {
        if !selector.fields.isDisjoint(with: [.skill, .outcome]) { isAboutSkills = true }
    }

    mutating func add(_ kind: Requirement.Kind) {
        switch kind {
        case .count(let demand): add(demand.selector)
        case .share(let share): add(share.selector)
        case .absent(let selector): add(selector)
        case .credential(let id, let overlap):
            credentials.append(id)
            if overlap != nil { isAboutSkills = true }
        case .order(let ids): credentials += ids
        case .outcome(let id):
            outcomes.append(id)
            isAboutSkills = true
        case .skill(let uri, _):
            skills.append(uri)
            isAboutSkills = true
        case .all, .any, .atLeast, .mean, .period, .distinct, .notBefore, .decision: break
        }
    }
}

extension Rule {
    /// What it names anywhere.
    fileprivate var asked: Asked {
        var asked = Asked(credentials: [credential])
        asked.add(counts)
        for entry in equivalences { asked.credentials += [entry.credential, entry.countsFor] }
        for node in requirement.nodes { asked.add(node.kind) }
        return asked
    }
}
