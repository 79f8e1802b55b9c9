// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Qualifications
import SkillsGraph
import StackingStatistics

/// The catalogue that statistics over rules and over audits are about.
struct CatalogueSource {
    private let path: String
    private let asOf: CalendarDate

    /// Names a catalogue, to be asked about as of a day.
    ///
    /// - Throws: `Failure` where nothing says where it could be.
    init(_ catalog: CatalogOptions, asOf: CalendarDate) throws {
        path = try catalog.path()
        self.asOf = asOf
    }

    /// Returns the tables of statistics over the catalogue.
    ///
    /// - Throws: `CatalogError`.
    func tables(of statistics: [any CatalogueStatistic.Type]) throws -> [StatisticTable] {
        guard !statistics.isEmpty else { return [] }
        let graph = try Catalog(reading: path).read { try Graph(try $0.parts()) }
        let survey = CatalogueSurvey(graph, asOf: asOf)
        return statistics.flatMap { $0.tables(of: survey) }.map { table in
            var table = table
            table.basis.n = survey.credentials.count
            table.basis.unit = "credentials"
            return table
        }
    }

    /// Returns the tables of statistics over audits of a sample of the learners.
    ///
    /// - Throws: `CatalogError`, and `Failure` for a target that is none.
    func tables(
        of statistics: [any AuditStatistic.Type], _ options: SampleOptions
    ) throws -> [StatisticTable] {
        guard !statistics.isEmpty else { return [] }
        let audited = try Catalog(reading: path).read { snapshot in
            let graph = try Graph(try snapshot.parts())
            let target = try options.toward.map { try qualification($0, in: graph) }
            let sample = LearnerSample(
                of: try snapshot.learners().count, drawing: options.sample, seed: options.seed)
            return AuditedSample(
                try learners(sample, in: snapshot), of: sample, toward: target, in: graph,
                terms: AuditTerms(asOf: asOf))
        }
        return statistics.flatMap { $0.tables(of: audited) }
    }

    private func qualification(_ name: String, in graph: Graph) throws -> Int {
        let position = try TargetNames(graph).credential(named: name)
        guard graph.isQualification(position) else {
            throw Failure(
                "\(name) has no completion rule to audit against; name a qualification that has")
        }
        return position
    }

    private func learners(
        _ sample: LearnerSample, in snapshot: CatalogSnapshot
    ) throws -> [Learner] {
        var wanted = sample.positions[...]
        var position = 0
        var found: [Learner] = []
        found.reserveCapacity(sample.count)
        try snapshot.forEachLearner { learner in
            if wanted.first == position {
                wanted.removeFirst()
                found.append(learner)
            }
            position += 1
        }
        return found
    }
}
