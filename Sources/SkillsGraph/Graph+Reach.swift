// SPDX-License-Identifier: Apache-2.0

extension Graph {
    /// What holding a skill is worth toward a skill one step broader.
    ///
    /// Who can repair gearboxes knows something of vehicle repair, not all of it: each step up
    /// multiplies by this discount.
    public static let broaderDiscount = 0.5

    /// Returns `weights` and what they are worth toward broader skills, in position order.
    ///
    /// Each step to a broader skill multiplies by `discount`, from 0 to 1; of several paths the
    /// strongest counts. With a discount of zero the weights come back alone.
    ///
    /// - Complexity: O(*n* log *n*) for the *n* skills reached and the relations between them.
    public func reach(
        of weights: some Sequence<SkillWeight>, discount: Double = Graph.broaderDiscount
    ) -> [SkillWeight] {
        var reached = ReachedSkills(weights)
        if discount > 0 { reached.climb(broader, broaderPlaces, discount) }
        return reached.weights
    }
}

/// The skills reached from some, each with the strongest weight that reaches it.
private struct ReachedSkills {
    private var skills: [Int] = []
    private var strongest: [Double] = []
    private var indices: [Int: Int] = [:]

    init(_ weights: some Sequence<SkillWeight>) {
        for weight in weights {
            let index = index(of: weight.skill)
            strongest[index] = max(strongest[index], weight.weight)
        }
    }

    /// The skills whose weight is above zero, in position order.
    var weights: [SkillWeight] {
        skills.indices.filter { strongest[$0] > 0 }
            .map { SkillWeight(skill: skills[$0], weight: strongest[$0]) }
            .sorted { $0.skill < $1.skill }
    }

    /// Carries the weights up, each skill after all that are narrower.
    mutating func climb(_ broader: Adjacency, _ places: [Int32], _ discount: Double) {
        var ends: [Int] = []
        var above: [Int] = []
        while ends.count < skills.count {
            for skill in broader[skills[ends.count]] { above.append(index(of: Int(skill))) }
            ends.append(above.count)
        }
        for index in skills.indices.sorted(by: { places[skills[$0]] < places[skills[$1]] }) {
            let weight = strongest[index] * discount
            for target in above[(index == 0 ? 0 : ends[index - 1])..<ends[index]] {
                strongest[target] = max(strongest[target], weight)
            }
        }
    }

    private mutating func index(of skill: Int) -> Int {
        if let index = indices[skill] { return index }
        indices[skill] = skills.count
        skills.append(skill)
        strongest.append(0)
        return skills.count - 1
    }
}
