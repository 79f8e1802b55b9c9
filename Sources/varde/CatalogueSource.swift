// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Qualifications
import SkillsGraph
import StackingStatistics

/// The catalogue that statistics over rules and over audits are about.
struct CatalogueSource {
    /// The tables of statistics over the catalogue.
    private(set) var ofCatalogue: [StatisticTable] = []
    /// The tables of statistics over audits of a sample of the learners.
    private(set) var ofAudits: [StatisticTable] = []

    /// Measures what is selected of a catalogue, as of a day; it is read once, and only where
    /// something is.
    ///
    /// - Throws: `CatalogError`, and `Failure` where nothing says where the catalogue could be, or
    ///   for a target that is none.
    init(
        _ catalog: CatalogOptions, _ selection: StatisticSelection, _ options: SampleOptions,
        asOf: CalendarDate
    ) throws {
        let (rules, audits) = (selection.catalogueStatistics, selection.auditStatistics)
        guard !rules.isEmpty || !audits.isEmpty else { return }
        let (graph, sample) = try Catalog(reading: try catalog.path()).read { snapshot in
            let graph = try Graph(try snapshot.parts())
            let sample =
                audits.isEmpty
                ? nil : try Self.sample(options, of: graph, in: snapshot, asOf: asOf)
            return (graph, sample)
        }
        if !rules.isEmpty {
            let survey = CatalogueSurvey(graph, asOf: asOf)
            ofCatalogue = rules.flatMap { $0.tables(of: survey) }
        }
        if let sample { ofAudits = audits.flatMap { $0.tables(of: sample) } }
    }

    private static func sample(
        _ options: SampleOptions, of graph: Graph, in snapshot: CatalogSnapshot, asOf: CalendarDate
    ) throws -> AuditedSample {
        let target = try options.toward.map { try qualification($0, in: graph) }
        let sample = LearnerSample(
            of: try snapshot.learners().count, drawing: options.sample, seed: options.seed)
        return AuditedSample(
            try learners(sample, in: snapshot), of: sample, toward: target, in: graph,
            terms: AuditTerms(asOf: asOf))
    }

    private static func qualification(_ name: String, in graph: Graph) throws -> Int {
        let position = try TargetNames(graph).credential(named: name)
        guard graph.isQualification(position) else {
            throw Failure(
                "\(name) has no completion rule to audit against; name a qualification that has")
        }
        return position
    }

    private static func learners(
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
