// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

@Suite struct SortedTallyTests {
    @Test func `sorted lists count as a table does, in parts too`() {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            var random = SeededGenerator(seed: seed)
            var table: [UInt64: Int] = [:]
            var parts = (0..<3).map { _ in SortedTally<UInt64>(batch: 8) }
            for _ in 0..<Int.random(in: 0...200, using: &random) {
                let key = UInt64.random(in: 0...40, using: &random)
                table[key, default: 0] += 1
                parts[Int.random(in: 0..<3, using: &random)].add(key)
            }
            var whole = parts[0]
            whole.merge(parts[1])
            whole.merge(parts[2])
            whole.settle()
            for key in UInt64(0)...41 { #expect(whole.count(of: key) == table[key] ?? 0) }
            let least = Int.random(in: 1...6, using: &random)
            let expected = table.filter { $0.value >= least }.sorted { $0.key < $1.key }
            let found = whole.entries(least: least)
            #expect(found.map(\.key) == expected.map(\.key))
            #expect(found.map(\.count) == expected.map(\.value))
            let top = Int.random(in: 0...20, using: &random)
            let commonest = whole.commonest(top, least: least)
            #expect(commonest.found == expected.count)
            let kept = expected.filter { $0.value >= commonest.least }
            #expect(kept.count >= min(top, expected.count))
            #expect(kept.filter { $0.value > commonest.least }.count <= top)
        }
    }

    @Test(arguments: ["pairs", "directed-pairs"])
    func `pairs of many credentials are counted as those of few`(name: String) throws {
        for seed in 0..<UInt64(oracleCases(debug: 20)) {
            let world = RandomCohort(seed: seed)
            var builder = Cohort.Builder()
            for item in world.items { _ = builder.add(item) }
            for number in 0..<1_500 { _ = builder.add(Cohort.Item(credential: "z\(number)")) }
            builder.setLearnerCount(world.learners.count)
            for (learner, awards) in world.learners.enumerated() {
                for award in awards {
                    builder.add(
                        learner: learner, item: UInt32(award.item),
                        day: CalendarDate(dayNumber: award.day))
                }
            }
            let many = builder.cohort(until: CalendarDate(dayNumber: world.lastDay))
            #expect(
                try many.tables(name, world.terms).map(\.table)
                    == (try world.cohort.tables(name, world.terms).map(\.table)))
        }
    }
}
