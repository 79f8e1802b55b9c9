// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension RandomWorld {
    /// The same world with half of all credits and hours, and of what rules ask of them.
    func halved() throws -> RandomWorld {
        var parts = GraphParts()
        parts.skills = graph.skills
        parts.skillLinks = graph.skillLinks
        parts.outcomes = graph.outcomes
        parts.alignments = graph.alignments
        parts.credentialRelations = graph.credentialRelations
        parts.conversions = graph.conversions
        parts.credentials = graph.credentials.map { credential in
            var credential = credential
            credential.credits = credential.credits?.halved
            credential.hours = credential.hours?.halved
            return credential
        }
        var copy = self
        copy.graph = try Graph(parts)
        copy.learner = try Learner(
            id: learner.id,
            awards: learner.awards.map { award in
                var award = award
                award.credits = award.credits?.halved
                return award
            })
        copy.rule.counts = rule.counts.halved
        copy.rule.requirement = rule.requirement.halved(inside: nil)
        return copy
    }
}

extension ExactDecimal {
    fileprivate var halved: Self { Self(thousandths: thousandths / 2) }
}

extension Credits {
    fileprivate var halved: Self { Self(amount.halved, scheme) }
}

extension Selector {
    fileprivate var halved: Self {
        switch self {
        case .comparison(let field, let comparator, let value)
        where field == .credits || field == .hours:
            .comparison(
                field, comparator, ExactDecimal(value).map { $0.halved.description } ?? value)
        case .not(let inner): .not(inner.halved)
        case .and(let left, let right): .and(left.halved, right.halved)
        case .or(let left, let right): .or(left.halved, right.halved)
        default: self
        }
    }
}

extension Requirement {
    /// `inside` is the unit of the requirement right above, where that counts.
    fileprivate func halved(inside: Unit?) -> Requirement {
        let kind: Kind =
            switch kind {
            case .all(let below): .all(below.map { $0.halved(inside: nil) })
            case .any(let below): .any(below.map { $0.halved(inside: nil) })
            case .atLeast(let count, let below):
                .atLeast(count, of: below.map { $0.halved(inside: nil) })
            case .count(let demand): .count(demand.halved)
            case .share(let share): .share(share.halved(inside: inside ?? .awards))
            case .absent(let selector): .absent(selector.halved)
            default: kind
            }
        return Requirement(id: id, title: title, isShared: isShared, kind: kind)
    }
}

extension Requirement.Demand {
    fileprivate var halved: Self {
        var copy = self
        if unit != .awards {
            copy.minimum = minimum.halved
            copy.maximum = maximum?.halved
        }
        copy.selector = selector.halved
        copy.parts = parts.map { $0.halved(inside: unit) }
        return copy
    }
}

extension Requirement.Share {
    fileprivate func halved(inside around: Unit) -> Self {
        var copy = self
        copy.selector = selector.halved
        guard (unit ?? around) != .awards else { return copy }
        copy.minimum = minimum?.halved
        copy.maximum = maximum?.halved
        return copy
    }
}

extension Requirement.Share.Bound {
    fileprivate var halved: Self {
        if case .amount(let amount) = self { return .amount(amount.halved) }
        return self
    }
}
