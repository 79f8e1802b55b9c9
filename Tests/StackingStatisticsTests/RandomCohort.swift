// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport

/// A small cohort drawn from a seed, as plain lists and as the module holds it.
struct RandomCohort {
    /// An award as a plain value.
    struct Award {
        let day: Int
        let item: Int
    }

    let items: [Cohort.Item]
    /// The awards of each learner, in no order, with repeats.
    let learners: [[Award]]
    let lastDay: Int
    var terms = StatisticTerms()
    private(set) var cohort: Cohort

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let items = (0..<Int.random(in: 2...9, using: &random)).map {
            Self.item($0, using: &random)
        }
        let learners = (0..<Int.random(in: 0...14, using: &random)).map { _ in
            (0..<Int.random(in: 0...7, using: &random)).map { _ in
                Award(
                    day: 700 + Int.random(in: 0...30, using: &random),
                    item: items.indices.randomElement(using: &random) ?? 0)
            }
        }
        self.items = items
        self.learners = learners
        lastDay = 700 + Int.random(in: 15...40, using: &random)
        cohort = Self.cohort(items, learners, until: lastDay)
        terms.horizons = [5, 12, 25]
        terms.indexKind = [.microCredential, .badge, nil].randomElement(using: &random) ?? nil
        terms.least = Int.random(in: 1...2, using: &random)
        terms.top = .max
        terms.breakdown = breakdown(using: &random)
    }

    private static func item(
        _ number: Int, using random: inout SeededGenerator
    ) -> Cohort.Item {
        var item = Cohort.Item(credential: "c\(number)")
        item.kind =
            [.microCredential, .microCredential, .badge, .certificate, .degree, nil]
            .randomElement(using: &random) ?? nil
        item.level =
            ["5", "6", "7", "NFQ:7", "NFQ:8", "local:x", nil].randomElement(using: &random)?
            .flatMap { Level($0) }
        item.field = ["f1", "f2", nil].randomElement(using: &random) ?? nil
        item.provider = ["p1", "p2", "p3", nil].randomElement(using: &random) ?? nil
        item.credits =
            [Credits(ExactDecimal(5)), Credits(.zero), nil].randomElement(using: &random) ?? nil
        return item
    }

    private func breakdown(
        using random: inout SeededGenerator
    ) -> StatisticTerms.Breakdown {
        let place = Int.random(in: 0...6, using: &random)
        let attributes = StatisticTerms.Attribute.allCases
        if place < attributes.count { return .attribute(attributes[place]) }
        guard place == 5 else { return .none }
        return .groups(
            LearnerGroups(
                "column",
                of: learners.map { _ in ["a", "b", nil].randomElement(using: &random) ?? nil }))
    }

    private static func cohort(
        _ items: [Cohort.Item], _ learners: [[Award]], until day: Int
    ) -> Cohort {
        var builder = Cohort.Builder()
        for item in items { _ = builder.add(item) }
        builder.setLearnerCount(learners.count)
        for (learner, awards) in learners.enumerated() {
            for award in awards {
                builder.add(
                    learner: learner, item: UInt32(award.item),
                    day: CalendarDate(dayNumber: award.day))
            }
        }
        return builder.cohort(until: CalendarDate(dayNumber: day))
    }

    /// The same learners in another order, with their groups.
    func shuffled(seed: UInt64) -> RandomCohort {
        var random = SeededGenerator(seed: seed)
        let order = learners.indices.shuffled(using: &random)
        var other = self
        other.cohort = Self.cohort(items, order.map { learners[$0] }, until: lastDay)
        if case .groups(let groups) = terms.breakdown {
            other.terms.breakdown = .groups(
                LearnerGroups(
                    groups.name,
                    of: order.map { learner in
                        let code = Int(groups.groups[learner])
                        return code > 0 ? groups.labels[code - 1] : nil
                    }))
        }
        return other
    }
}
