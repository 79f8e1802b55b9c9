// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The semantics of an audit once more, as plainly as can be: every assignment is tried.
///
/// It shares no code with the audit beyond the nouns, and reads the tree of requirements itself.
struct BruteForce {
    struct Lack: Comparable {
        var credits = 0
        var other = 0
        var count = 0

        static func < (left: Lack, right: Lack) -> Bool {
            (left.credits, left.other, left.count) < (right.credits, right.other, right.count)
        }
    }

    let graph: Graph
    let rule: Rule
    let asOf: CalendarDate
    let awards: [Award]
    let scheme: CreditScheme

    init(_ awards: [Award], _ rule: Rule, _ graph: Graph, asOf: CalendarDate) {
        self.graph = graph
        self.rule = rule
        self.asOf = asOf
        self.awards = awards.filter {
            $0.progress == .completed && $0.verification != .failed && !$0.isExpired(on: asOf)
                && ($0.date ?? asOf) <= asOf && graph.credential($0.credential) != nil
        }
        let demands = rule.requirement.nodes.compactMap { node -> CreditScheme? in
            if case .credits(let demand) = node.kind { return demand.minimum.scheme }
            return nil
        }
        scheme =
            demands.first
            ?? graph.credential(rule.credential).flatMap { graph.credentials[$0].credits?.scheme }
            ?? .ects
    }

    var certain: Lack { least(assuming: false) }

    var status: Status {
        if certain == Lack() { return .met }
        return least(assuming: true) == Lack() ? .cannotTell : .notMet
    }

    /// One award in one slot.
    private typealias Placed = [(award: Award, slot: String)]

    private func least(assuming: Bool) -> Lack {
        let attempts = Dictionary(grouping: awards) {
            graph.credential($0.credential).map(graph.equivalenceClass(of:)) ?? -1
        }
        let choices = attempts.keys.sorted().map { group in
            (attempts[group] ?? []).flatMap { award in
                slots(for: award, assuming).map { (award: award, slot: $0) }
            }
        }
        var best: Lack?
        enumerate(choices[...], [], assuming, &best)
        return best ?? Lack()
    }

    private func enumerate(
        _ choices: ArraySlice<Placed>, _ placed: Placed, _ assuming: Bool, _ best: inout Lack?
    ) {
        guard let options = choices.first else {
            let reached = lack(rule.requirement, nil, placed, assuming)
            best = min(best ?? reached, reached)
            return
        }
        enumerate(choices.dropFirst(), placed, assuming, &best)
        for option in options { enumerate(choices.dropFirst(), placed + [option], assuming, &best) }
    }

    private func holds(_ status: Status, _ assuming: Bool) -> Bool {
        status == .met || (assuming && status == .cannotTell)
    }

    private func position(_ award: Award) -> Int { graph.credential(award.credential) ?? 0 }

    private func slots(for award: Award, _ assuming: Bool) -> [String] {
        rule.requirement.nodes.filter { node in
            switch node.kind {
            case .credential(let id):
                graph.credential(id).map { graph.areEquivalent($0, position(award)) } ?? false
            case .credits(let demand):
                holds(demand.selector.matches(position(award), award, in: graph), assuming)
                    && amount(award, demand.minimum.scheme, assuming) > 0
            default: false
            }
        }.map(\.id)
    }

    private func amount(_ award: Award, _ scheme: CreditScheme, _ assuming: Bool) -> Int {
        guard let credits = award.credits ?? graph.credentials[position(award)].credits else {
            return 0
        }
        if let exact = graph.convert(credits, to: scheme) { return exact.amount.thousandths }
        let isUnknown = credits.scheme == .unknown || scheme == .unknown
        return isUnknown && assuming ? credits.amount.thousandths : 0
    }

    private func factor(_ from: CreditScheme, _ to: CreditScheme) -> Int? {
        from == to
            ? 1000
            : graph.conversions.first { $0.from == from && $0.to == to }?.factor.thousandths
    }

    // MARK: What is lacking

    private func lacking(_ amount: Int, _ scheme: CreditScheme) -> Lack {
        guard amount > 0 else { return Lack() }
        guard let factor = factor(scheme, self.scheme) else {
            return Lack(credits: 0, other: amount, count: 1)
        }
        return Lack(credits: (amount * factor + 999) / 1000, other: 0, count: 1)
    }

    private func sum(_ lacks: [Lack]) -> Lack {
        Lack(
            credits: lacks.map(\.credits).reduce(0, +), other: lacks.map(\.other).reduce(0, +),
            count: lacks.map(\.count).reduce(0, +))
    }

    private func most(_ lacks: [Lack]) -> Lack {
        Lack(
            credits: lacks.map(\.credits).max() ?? 0, other: lacks.map(\.other).max() ?? 0,
            count: lacks.map(\.count).max() ?? 0)
    }

    private func least(_ needed: Int, _ lacks: [Lack]) -> Lack {
        func pick(_ values: [Int]) -> Int { values.sorted().prefix(needed).reduce(0, +) }
        return Lack(
            credits: pick(lacks.map(\.credits)), other: pick(lacks.map(\.other)),
            count: pick(lacks.map(\.count)) + max(0, needed - lacks.count))
    }

    private func lack(
        _ node: Requirement, _ around: Requirement?, _ placed: Placed, _ assuming: Bool
    ) -> Lack {
        switch node.kind {
        case .all(let below): return sum(below.map { lack($0, around, placed, assuming) })
        case .any(let below): return least(1, below.map { lack($0, around, placed, assuming) })
        case .atLeast(let count, let below):
            return least(count, below.map { lack($0, around, placed, assuming) })
        case .credits(let demand):
            let own = lacking(
                demand.minimum.amount.thousandths - counted(node, placed, assuming, nil),
                demand.minimum.scheme)
            var shares: [Lack] = []
            var parts: [Lack] = []
            for part in demand.parts {
                let one = lack(part, node, placed, assuming)
                if case .share = part.kind { shares.append(one) } else { parts.append(one) }
            }
            return most([own, sum(parts)] + shares)
        case .share(let share, let selector):
            guard let around, case .credits(let demand) = around.kind else { return Lack() }
            let floor = share.floor(of: demand.minimum.amount).thousandths
            return lacking(
                floor - counted(around, placed, assuming, selector), demand.minimum.scheme)
        case .credential(let id):
            if placed.contains(where: { $0.slot == node.id }) { return Lack() }
            guard case .credits = around?.kind,
                let credits = graph.credential(id).flatMap({ graph.credentials[$0].credits }),
                let factor = factor(credits.scheme, scheme)
            else { return Lack(count: 1) }
            return Lack(credits: (credits.amount.thousandths * factor + 999) / 1000, count: 1)
        case .outcome, .skill, .notBefore:
            return holds(test(node), assuming) ? Lack() : Lack(count: 1)
        }
    }

    /// What `node` counts for the credit requirement around it, or itself if it is one; of awards
    /// that match `selector`, where one is given.
    private func counted(
        _ node: Requirement, _ placed: Placed, _ assuming: Bool, _ selector: Selector?
    ) -> Int {
        guard case .credits(let demand) = node.kind else { return 0 }
        var total = 0
        var inside = demand.parts
        var slots = [node.id]
        while let next = inside.popLast() {
            switch next.kind {
            case .credits(let inner):
                let worth = factor(inner.minimum.scheme, demand.minimum.scheme) ?? 0
                total += counted(next, placed, assuming, selector) * worth / 1000
            case .credential: slots.append(next.id)
            default: inside += next.children
            }
        }
        for one in placed where slots.contains(one.slot) {
            let matches = selector?.matches(position(one.award), one.award, in: graph) ?? .met
            if holds(matches, assuming) {
                total += amount(one.award, demand.minimum.scheme, assuming)
            }
        }
        return min(total, demand.maximum?.thousandths ?? .max)
    }

    private func test(_ node: Requirement) -> Status {
        switch node.kind {
        case .notBefore(let date): Status(asOf >= date)
        case .outcome(let id):
            Status(
                awards.contains { award in
                    graph.outcomes.contains { $0.id == id && $0.credential == award.credential }
                })
        case .skill(let uri, let level):
            awards.flatMap { award in
                graph.alignments.filter {
                    graph.outcomes[$0.outcome].credential == award.credential
                        && reaches($0.skill, uri)
                }
            }.map { proves($0.proficiency, level) }.reduce(.notMet) { $0.or($1) }
        default: .notMet
        }
    }

    private func reaches(_ skill: Int, _ uri: String) -> Bool {
        graph.skills[skill].uri == uri || graph.broader[skill].contains { reaches(Int($0), uri) }
    }

    private func proves(_ level: Level?, _ asked: Level?) -> Status {
        guard let asked else { return .met }
        guard let level, let order = graph.crosswalk.compare(level, with: asked) else {
            return .cannotTell
        }
        return Status(order >= 0)
    }
}
