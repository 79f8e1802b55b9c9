// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import StackingStatistics

@Suite struct LearnerSampleTests {
    @Test func `a sample holds so many learners, each once, in order, and always the same`() {
        let sample = LearnerSample(of: 1000, drawing: 60, seed: 5)
        #expect(sample.count == 60)
        #expect(sample.positions == Set(sample.positions).sorted())
        #expect(sample == LearnerSample(of: 1000, drawing: 60, seed: 5))
        #expect(sample.positions != LearnerSample(of: 1000, drawing: 60, seed: 6).positions)
        #expect(!sample.isWhole)
    }

    @Test func `a sample no smaller than the cohort is the cohort`() {
        for count in [nil, 7, 8] {
            let sample = LearnerSample(of: 7, drawing: count, seed: 1)
            #expect(sample.positions == Array(0..<7))
            #expect(sample.isWhole)
        }
        #expect(LearnerSample(of: 0, drawing: 3, seed: 1).positions.isEmpty)
        #expect(LearnerSample(of: 3, drawing: 0, seed: 1).positions.isEmpty)
    }

    @Test func `every pair is drawn about as often as any other`() {
        var counts: [[Int]: Int] = [:]
        let draws = 6000
        for seed in 0..<draws {
            let sample = LearnerSample(of: 4, drawing: 2, seed: UInt64(seed))
            counts[sample.positions, default: 0] += 1
        }
        #expect(counts.count == 6)
        // Within five standard deviations of a thousand.
        #expect(counts.values.allSatisfy { (855...1145).contains($0) })
    }

    @Test func `the quantiles of Student's t are those of the tables`() {
        let known = [
            (1, 12.7062), (4, 2.7764), (5, 2.5706), (7, 2.3646), (10, 2.2281), (30, 2.0423),
            (100, 1.9840), (9999, 1.9602),
        ]
        for (freedom, value) in known {
            #expect(abs(SampleMean.studentT(freedom) - value) < 1e-4, "\(freedom)")
        }
    }

    @Test func `nothing, one value and a whole cohort have no interval`() throws {
        #expect(SampleMean([], drawn: 0.5).mean == nil)
        #expect(SampleMean([2], drawn: 0.5).interval == nil)
        #expect(SampleMean([2, 4], drawn: 1).interval == nil)
        let mean = SampleMean([2, 4, 6], drawn: 0.25)
        #expect(mean.mean == 4)
        let interval = try #require(mean.interval)
        // 4 ± 4.3027 · 2 / √3 · √0.75
        #expect(abs(interval.high - 8.302653) < 1e-5)
        #expect(abs(interval.low + 0.302653) < 1e-5)
    }

    @Test func `the interval holds the mean of the cohort about as often as it says`() {
        var random = SeededGenerator(seed: 11)
        let cohort = (0..<400).map { _ in Double.random(in: 0...1, using: &random) }
        let truth = cohort.reduce(0, +) / 400
        let draws = 1000
        let hits = (0..<draws).count { seed in
            let sample = LearnerSample(of: 400, drawing: 100, seed: UInt64(seed))
            let mean = SampleMean(sample.positions.map { cohort[$0] }, drawn: 0.25)
            return mean.interval.map { $0.low <= truth && truth <= $0.high } ?? false
        }
        #expect((920...980).contains(hits))
    }
}
