// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Whether a rule would have an award of a credential at all, whatever requirement it might fit.
public struct RuleAdmission: Sendable {
    /// Why a rule would not have an award.
    public enum Refusal: Hashable, Sendable {
        /// It counts none of its sort, or none of its provider.
        case sort
        /// It can only be met by who holds none such; the requirement that says so, by its id.
        case forbidden(by: String)
        /// It asks for this credential, by its id, before.
        case tooEarly(before: String)
    }

    private let reading: RuleReading
    private let asksNothing: Bool
    private let asOf: CalendarDate
    /// What may not be held in any case, and the requirements that say so.
    private let bans: [(selector: Selector, requirement: String)]
    /// The ids that are asked for in an order in any case.
    private let orders: [[String]]

    /// Prepares a rule under the terms of an audit.
    public init(_ rule: Rule, in graph: Graph, terms: AuditTerms) {
        reading = RuleReading(RuleProgram(rule, in: graph), graph, terms, isAssuming: false)
        asksNothing = rule.counts == .everything && rule.recognition == nil
        asOf = terms.asOf
        let needed = rule.requirement.neededInAnyCase
        bans = needed.compactMap { requirement in
            guard case .absent(let selector) = requirement.kind else { return nil }
            return (selector, requirement.id)
        }
        orders = needed.compactMap { requirement in
            guard case .order(let ids) = requirement.kind else { return nil }
            return ids
        }
    }

    /// Returns why the rule would not have an award of the credential given on the day asked
    /// about, with whatever grade it asks for; nil where it would.
    public func refusal(of credential: Int, given holdings: Holdings) -> Refusal? {
        let evidence = Evidence(
            index: 0, award: reading.thoughtOf(credential, asOf: asOf), credential: credential,
            isThoughtOf: true)
        if let ban = bans.first(where: { reading.matches($0.selector, evidence) == .met }) {
            return .forbidden(by: ban.requirement)
        }
        if let earlier = orders.lazy.compactMap({ predecessor(of: credential, in: $0, holdings) })
            .first
        {
            return .tooEarly(before: earlier)
        }
        return !asksNothing && reading.admits(evidence) == .notMet ? .sort : nil
    }

    /// What comes before the credential in an order and is not held yet.
    private func predecessor(
        of credential: Int, in order: [String], _ holdings: Holdings
    ) -> String? {
        let graph = reading.graph
        guard let place = order.firstIndex(where: { graph.credential($0) == credential }) else {
            return nil
        }
        return order[..<place].first { id in
            graph.credential(id).map { !holdings.holds($0, in: graph) } ?? false
        }
    }
}

extension Requirement {
    /// The requirements, itself included, without which it is never met.
    fileprivate var neededInAnyCase: [Requirement] {
        switch kind {
        case .all(let below): return [self] + below.flatMap(\.neededInAnyCase)
        case .any(let below): return [self] + (below.count == 1 ? below[0].neededInAnyCase : [])
        case .atLeast(let count, let below):
            return [self] + (count >= below.count ? below.flatMap(\.neededInAnyCase) : [])
        case .count(let demand): return [self] + demand.parts.flatMap(\.neededInAnyCase)
        default: return [self]
        }
    }
}
