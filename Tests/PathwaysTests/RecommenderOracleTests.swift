// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// The recommender beside slow, plain references, on random catalogues.
struct RecommenderOracleTests {
    let seeds = 0..<UInt64(oracleCases(debug: 60))

    @Test func `Exactly the eligible credentials come back, up to the limit`() throws {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            var request = catalogue.skillRequest
            request.limit = 3
            let recommender = Recommender(catalogue.graph, space: catalogue.space)
            let answer = recommender.recommend(request)
            guard !answer.gap.isClosed else {
                #expect(answer.items.isEmpty)
                continue
            }
            let eligible = eligible(catalogue)
            #expect(answer.counts.eligible == eligible.count, "seed \(seed)")
            #expect(answer.items.count == min(3, eligible.count))
            #expect(Set(answer.items.map(\.credential)).isSubset(of: eligible))
        }
    }

    @Test func `Coverage is the sum over missing skills of the strongest path to each`() throws {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            let answer = ranking(catalogue, catalogue.skillRequest)
            let missing = answer.gap.needs
            let total = missing.reduce(0) { $0 + $1.missing }
            for item in answer.items {
                let reached = Dictionary(
                    uniqueKeysWithValues: catalogue.graph.reach(
                        of: catalogue.graph.teaches(item.credential)
                    ).map { ($0.skill, $0.weight) })
                let closed = missing.reduce(0) { $0 + $1.missing * (reached[$1.skill] ?? 0) }
                #expect(abs(value("coverage", item) - closed / total) < 1e-6, "seed \(seed)")
                let listed = item.skills.reduce(0) { $0 + $1.share }
                #expect(abs(listed - closed / total) < 1e-6)
            }
        }
    }

    @Test func `What is held of a skill is what no award leaves open`() throws {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            let graph = catalogue.graph
            for need in ranking(catalogue, catalogue.skillRequest).gap.needs {
                var open = 1.0
                for award in catalogue.learner.awards {
                    let taught = graph.teaches(try graph.credential(named: award.credential))
                    let reached = graph.reach(of: taught).first { $0.skill == need.skill }
                    open *= 1 - (reached?.weight ?? 0)
                }
                #expect(abs(need.held - (1 - open)) < 1e-12)
            }
        }
    }

    @Test func `Unlocking is what looking at every next two steps finds beyond what is open`()
        throws
    {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            let answer = ranking(catalogue, catalogue.skillRequest)
            let oracle = PlainLookahead(catalogue)
            for item in answer.items {
                let expected = try oracle.unlocking(item.credential)
                #expect(
                    abs(value("unlocking", item) - expected) < 1e-6,
                    "seed \(seed), \(catalogue.graph.credentials[item.credential].id)")
            }
        }
    }

    @Test func `What counts toward the rule comes first, then the greater score`() throws {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            let answer = ranking(catalogue, catalogue.request)
            for (before, after) in zip(answer.items, answer.items.dropFirst()) {
                #expect(
                    before.counts && !after.counts
                        || before.counts == after.counts && before.score >= after.score)
            }
            for item in answer.items {
                #expect(item.counts == (try counts(item.credential, catalogue)), "seed \(seed)")
                let sum = item.contributions.reduce(0) { $0 + $1.amount }
                #expect(abs(item.score - sum) < 1e-9)
            }
        }
    }

    @Test func `Why-not agrees with the list about every credential`() throws {
        for seed in seeds {
            let catalogue = try RandomCatalogue(seed: seed)
            let recommender = Recommender(catalogue.graph, space: catalogue.space)
            var request = catalogue.request
            request.limit = 2
            let answer = recommender.recommend(request)
            for credential in catalogue.graph.credentials.indices {
                let isListed = answer.items.contains { $0.credential == credential }
                switch recommender.whyNot(credential, request).verdict {
                case .nothingMissing: #expect(answer.gap.isClosed)
                case .listed(let item): #expect(isListed && item.credential == credential)
                case .excluded(let exclusion, _):
                    #expect(!isListed)
                    #expect(answer.counts.excluded[exclusion.reason] ?? 0 > 0)
                case .ranked(let item, let last):
                    #expect(!isListed && item.rank > last.rank)
                    #expect(item.counts == last.counts ? item.score <= last.score : !item.counts)
                }
            }
        }
    }

    // MARK: Plain references

    private func ranking(
        _ catalogue: RandomCatalogue, _ request: RecommendationRequest
    ) -> Recommendations {
        var request = request
        request.limit = .max
        return Recommender(catalogue.graph, space: catalogue.space).recommend(request)
    }

    private func value(_ name: String, _ item: Recommendation) -> Double {
        item.contributions.first { $0.criterion == name }?.value ?? .nan
    }

    /// Not held, admitted by the audit itself, and, if a qualification, earned.
    private func eligible(_ catalogue: RandomCatalogue) -> Set<Int> {
        let graph = catalogue.graph
        let held = Set(catalogue.learner.awards.map(\.credential))
        return Set(
            graph.credentials.indices.filter { credential in
                !held.contains(graph.credentials[credential].id)
                    && catalogue.isEarned(credential)
                    && catalogue.admits(credential, catalogue.learner)
            })
    }

    private func counts(_ credential: Int, _ catalogue: RandomCatalogue) throws -> Bool {
        let rule = try #require(
            catalogue.graph.rule(.completion, of: catalogue.qualification))
        func remaining(_ learner: Learner) -> Audit.Remaining {
            audit(learner, of: rule, in: catalogue.graph, asOf: RandomCatalogue.asOf).remaining
        }
        let before = remaining(catalogue.learner)
        let after = remaining(try catalogue.learner(having: [credential]))
        return (after.credits, after.count) < (before.credits, before.count)
    }
}

extension RandomCatalogue {
    func admits(_ credential: Int, _ learner: Learner) -> Bool {
        guard let rule = graph.rule(.admission, of: credential) else { return true }
        return audit(learner, of: rule, in: graph, asOf: Self.asOf).status == .met
    }

    /// Whether there is no completion rule, or the learner has met it.
    func isEarned(_ credential: Int) -> Bool {
        guard let rule = graph.rule(.completion, of: credential) else { return true }
        return audit(learner, of: rule, in: graph, asOf: Self.asOf).status == .met
    }

    func learner(having credentials: [Int]) throws -> Learner {
        try Learner(
            id: learner.id,
            awards: learner.awards
                + credentials.map {
                    Award(credential: graph.credentials[$0].id, date: Self.asOf)
                })
    }
}

/// Greedy steps, each by looking at every credential anew and asking the audit about admission.
private struct PlainLookahead {
    let catalogue: RandomCatalogue
    let byID: [Int]

    init(_ catalogue: RandomCatalogue) {
        self.catalogue = catalogue
        byID = catalogue.graph.credentials.indices.sorted {
            catalogue.graph.credentials[$0].id < catalogue.graph.credentials[$1].id
        }
    }

    func unlocking(_ first: Int) throws -> Double {
        let start = try missing([])
        let all = start.values.reduce(0, +)
        guard all > 0 else { return 0 }
        let anyway = try best(after: first, isLimited: true)
        let opened = try best(after: first, isLimited: false)
        return min(1, max(0, opened - anyway) / all)
    }

    private func best(after first: Int, isLimited: Bool) throws -> Double {
        var taken = [first]
        var sum = 0.0
        for _ in 0..<2 {
            var best: (credential: Int, gain: Double)?
            let before = try missing(taken).values.reduce(0, +)
            let learner = try catalogue.learner(
                having: isLimited ? Array(taken.dropFirst()) : taken)
            for credential in byID where isCandidate(credential, taken) {
                guard catalogue.admits(credential, learner) else { continue }
                let gain = before - (try missing(taken + [credential])).values.reduce(0, +)
                if gain > (best?.gain ?? 0) + 1e-9 { best = (credential, gain) }
            }
            guard let best else { break }
            sum += best.gain
            taken.append(best.credential)
        }
        return sum
    }

    private func isCandidate(_ credential: Int, _ taken: [Int]) -> Bool {
        let id = catalogue.graph.credentials[credential].id
        return !taken.contains(credential) && catalogue.isEarned(credential)
            && !catalogue.learner.awards.contains { $0.credential == id }
    }

    private func missing(_ taken: [Int]) throws -> [Int: Double] {
        let graph = catalogue.graph
        let held = try catalogue.learner.awards.map { try graph.credential(named: $0.credential) }
        var missing: [Int: Double] = [:]
        for need in graph.needs(ofCredential: catalogue.qualification) {
            missing[need.skill] = need.weight
        }
        for credential in held + taken {
            for reached in graph.reach(of: graph.teaches(credential)) {
                missing[reached.skill]? *= 1 - reached.weight
            }
        }
        return missing
    }
}
