// SPDX-License-Identifier: Apache-2.0

import Dispatch
public import Qualifications
public import SkillsGraph
import Synchronization

/// A sample of learners, each audited toward a target.
public struct AuditedSample: Sendable {
    /// A learner's way to a target.
    struct Entry: Sendable {
        /// The target's position.
        let target: Int
        let attainment: Attainment
        /// How far the skills of the target are covered.
        let coverage: SkillCoverage
    }

    /// How the learners were drawn.
    public let sample: LearnerSample
    /// The catalogue.
    public let graph: Graph
    /// What the audits took into account.
    public let terms: AuditTerms
    /// The learners that were audited, in the order of the sample.
    let entries: [Entry]
    /// How many learners have no target: they neither hold nor take a qualification with a rule.
    let withoutTarget: Int
    /// How many audits were not finished, so that their assignment may not be the best.
    let unproved: Int

    /// Audits `learners`, those of `sample` in its order, toward the credential `target`.
    ///
    /// Where it is nil, each is audited toward the qualification that they are taking, else the one
    /// they were awarded last; of several the first by id.
    ///
    /// - Complexity: that of `AttainmentReader.attainment(of:)` for each learner, on all cores.
    public init(
        _ learners: [Learner], of sample: LearnerSample, toward target: Int?, in graph: Graph,
        terms: AuditTerms
    ) {
        precondition(learners.count == sample.count, "the learners are not those of the sample")
        self.sample = sample
        self.graph = graph
        self.terms = terms
        let targets = learners.map { target ?? graph.target(of: $0, asOf: terms.asOf) }
        let auditing = SampleAuditing(Set(targets.compactMap { $0 }), graph, terms)
        let found = Self.onAllCores(learners.count) { auditing.entry(learners[$0], targets[$0]) }
        entries = found.compactMap { $0 }
        withoutTarget = learners.count - entries.count
        unproved = entries.count { !$0.attainment.proved }
    }

    /// Returns what `body` makes of each number below `count`, in their order.
    private static func onAllCores(
        _ count: Int, _ body: @Sendable (Int) -> Entry?
    ) -> [Entry?] {
        let size = 64
        let blocks = (count + size - 1) / size
        let done = Mutex<[[Entry?]]>(Array(repeating: [], count: blocks))
        DispatchQueue.concurrentPerform(iterations: blocks) { block in
            let made = (block * size..<min(count, block * size + size)).map(body)
            done.withLock { $0[block] = made }
        }
        return done.withLock { Array($0.joined()) }
    }
}

/// What is worked out once for all learners.
private struct SampleAuditing: Sendable {
    private let graph: Graph
    private let readers: [Int: AttainmentReader]
    private let skills: [Int: TargetSkills]

    init(_ targets: Set<Int>, _ graph: Graph, _ terms: AuditTerms) {
        self.graph = graph
        var readers: [Int: AttainmentReader] = [:]
        var skills: [Int: TargetSkills] = [:]
        for target in targets {
            readers[target] = AttainmentReader(target, in: graph, terms: terms)
            skills[target] = TargetSkills(of: target, in: graph, asOf: terms.asOf)
        }
        self.readers = readers
        self.skills = skills
    }

    func entry(_ learner: Learner, _ target: Int?) -> AuditedSample.Entry? {
        guard let target, let attainment = readers[target]?.attainment(of: learner),
            let coverage = skills[target]?.coverage(by: attainment.credentials, in: graph)
        else { return nil }
        return AuditedSample.Entry(target: target, attainment: attainment, coverage: coverage)
    }
}

extension Graph {
    /// The qualification that the learner is taking, else the one awarded last; nil where they
    /// have neither.
    fileprivate func target(of learner: Learner, asOf: CalendarDate) -> Int? {
        let candidates = learner.awards.compactMap { award -> (position: Int, order: (Int, Int))? in
            guard let position = credential(award.credential), isQualification(position),
                award.date.map({ $0 <= asOf }) ?? true
            else { return nil }
            switch award.progress {
            case .inProgress: return (position, (1, 0))
            case .completed: return (position, (0, award.date?.dayNumber ?? .min))
            case .planned, .failed, .withdrawn: return nil
            }
        }
        return candidates.max { left, right in
            left.order == right.order
                ? credentials[left.position].id > credentials[right.position].id
                : left.order < right.order
        }?.position
    }
}
