// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension FactReading {
    /// Whether a requirement that takes no award is met.
    func passes(_ place: Int) -> Bool {
        let able = admitted.filter { !isBlocked($0, at: place) }
        return switch tree.nodes[place].requirement.kind {
        case .outcome(let id): teach(able, outcome: id)
        case .skill(let uri, let level): teach(able, skill: uri, level)
        case .order(let ids): follow(able, ids[...], since: nil)
        case .absent(let selector):
            held.allSatisfy { holds(matches(selector, $0).negated) }
        case .notBefore(let date): subject.terms.asOf >= date
        case .decision: isAssuming
        case .mean(let mean): holds(meanOfHeld(mean))
        case .all, .any, .atLeast, .count, .share, .period, .distinct, .credential: false
        }
    }

    private func teach(_ able: [Int], outcome id: String) -> Bool {
        graph.outcome(id).map { outcome in
            able.contains {
                graph.outcomes[outcome].credential == subject.awards[$0].credential
            }
        } ?? false
    }

    private func teach(_ able: [Int], skill uri: String, _ asked: Level?) -> Bool {
        guard let skill = graph.skill(uri) else { return false }
        let owners = Set(able.map { subject.awards[$0].credential })
        let meant = narrower(skill)
        return graph.alignments.contains { alignment in
            meant.contains(alignment.skill) && reaches(alignment.proficiency, asked)
                && owners.contains(graph.outcomes[alignment.outcome].credential)
        }
    }

    /// A skill and all that are narrower.
    private func narrower(_ skill: Int) -> Set<Int> {
        var found: Set = [skill]
        var waiting = [skill]
        while let next = waiting.popLast() {
            for below in graph.narrower[next].map(Int.init) where found.insert(below).inserted {
                waiting.append(below)
            }
        }
        return found
    }

    private func reaches(_ level: Level?, _ asked: Level?) -> Bool {
        guard let asked else { return true }
        let order = level.flatMap { graph.crosswalk.compare($0, with: asked) }
        return holds(order.map { Status($0 >= 0) } ?? .cannotTell)
    }

    /// Whether awards of the credentials follow one another; one without a date may stand anywhere
    /// where it is assumed to.
    private func follow(
        _ able: [Int], _ ids: ArraySlice<String>, since day: CalendarDate?
    ) -> Bool {
        guard let id = ids.first else { return true }
        let dates = able.filter { goes($0, by: id) }.map { subject.awards[$0].date }
        if isAssuming, dates.contains(nil) { return follow(able, ids.dropFirst(), since: day) }
        // The earliest that is no earlier than the one before leaves most room for the next.
        let next = dates.compactMap(\.self).filter { date in day.map { $0 <= date } ?? true }.min()
        return next.map { follow(able, ids.dropFirst(), since: $0) } ?? false
    }

    private func goes(_ award: Int, by id: String) -> Bool {
        guard let wanted = graph.credential(id), let own = credentials[award] else { return false }
        return graph.areEquivalent(own, wanted)
    }

    /// Whether the mean over everything held, weighted with credits of one scheme, is reached.
    private func meanOfHeld(_ mean: Requirement.MeanGrade) -> Status {
        var sum: Int128 = 0
        var schemes: Set<CreditScheme> = []
        guard mostAbove(mean) != nil else { return .cannotTell }
        for award in held {
            switch grade(award, mean) {
            case .unknown: return .cannotTell
            case .none: continue
            case .above(let points):
                guard let credits = credits(of: award) else { return .cannotTell }
                schemes.insert(credits.scheme)
                sum += Int128(min(credits.amount.thousandths, Self.most)) * Int128(points)
            }
        }
        return schemes.count > 1 ? .cannotTell : Status(sum >= 0)
    }
    private func credits(of award: Int) -> Credits? {
        subject.awards[award].credits
            ?? credentials[award].flatMap { graph.credentials[$0].credits }
    }
}
