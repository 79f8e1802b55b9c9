// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Where an audit still needs something, and how much of it could be had.
///
/// The requirements below an "any" or "at least" are choices: what is needed there is so many of
/// them, whichever they are. A requirement that takes credits needs an amount.
struct Openings: Sendable {
    /// A choice, or a single requirement.
    struct Place: Sendable {
        /// How much is missing, in credits or in requirements.
        let missing: Double
        /// Whether it is missing credits.
        let countsCredits: Bool
        /// How much of it something that can be started now could close.
        var supply = 0.0
    }

    private var places: [Place] = []
    /// From a requirement's id to its place.
    private var placeOfRequirement: [String: Int] = [:]

    init(_ audit: Audit, suppliedBy open: [Marginal]) {
        add(audit.root, to: nil)
        for marginal in open where marginal.counts {
            for closing in marginal.requirementsClosed {
                guard let place = placeOfRequirement[closing.requirement] else { continue }
                places[place].supply += amount(closing, at: place)
            }
        }
    }

    /// The place that a requirement belongs to, if what could be had now would not be enough there.
    func shortPlace(of requirement: String) -> Int? {
        placeOfRequirement[requirement].flatMap {
            places[$0].supply < places[$0].missing ? $0 : nil
        }
    }

    private func amount(_ closing: Marginal.Closing, at place: Int) -> Double {
        places[place].countsCredits ? closing.credits.approximation : 1
    }

    /// Adds the node and all below it; they share `choice`, where one stands above them.
    private mutating func add(_ node: AuditNode, to choice: Int?) {
        guard node.status != .met else { return }
        var choice = choice
        let isChoice = node.kind == "any" || node.kind == "at-least"
        if choice == nil, isChoice || node.children.isEmpty || node.scheme != nil {
            choice = places.count
            places.append(
                Place(
                    missing: (node.needed - node.used).approximation,
                    countsCredits: node.scheme != nil))
        }
        placeOfRequirement[node.id] = choice
        for child in node.children { add(child, to: isChoice ? choice : nil) }
    }
}
