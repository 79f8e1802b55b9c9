// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics

/// The statistics, and the tables of them, that names ask for.
struct StatisticSelection {
    /// The statistics, in the order of the list.
    let statistics: [any Statistic.Type]
    /// The names of the tables, in the order of the list.
    let tableNames: [String]

    /// What there is to compute statistics from.
    struct Ground {
        /// Whether groups are compared with one of them.
        var hasReference = false
        /// Whether there is a catalogue.
        var hasCatalogue = true
        /// Whether learners of it are to be audited.
        var hasSample = false

        /// Whether a statistic can be computed without being asked for by name.
        func carries(_ statistic: any Statistic.Type) -> Bool {
            if statistic is any CatalogueStatistic.Type { return hasCatalogue }
            if statistic is any AuditStatistic.Type { return hasCatalogue && hasSample }
            return hasReference || !statistic.needsReference
        }
    }

    /// Creates a selection; without a name everything is selected that can be computed.
    ///
    /// - Throws: `Failure` for a name that nothing has, with the three nearest.
    init(_ names: [String], on ground: Ground) throws {
        for name in names where Statistics.named(name) == nil { throw Self.unknown(name) }
        var statistics: [any Statistic.Type] = []
        var tables: [String] = []
        for statistic in Statistics.all {
            let isWhole =
                names.isEmpty
                ? ground.carries(statistic)
                : names.contains(statistic.name)
            let chosen = statistic.contract.map(\.name).filter { isWhole || names.contains($0) }
            guard !chosen.isEmpty else { continue }
            statistics.append(statistic)
            tables += chosen
        }
        self.statistics = statistics
        tableNames = tables
    }

    private static func unknown(_ name: String) -> Failure {
        let known = Statistics.all.flatMap { [$0.name] + $0.contract.map(\.name) }
        let near = Spelling.nearest(to: name, among: Set(known).sorted())
        let hint =
            near.isEmpty
            ? "\"varde stats --list\" shows those there are"
            : "did you mean \(near.map { "\"\($0)\"" }.joined(separator: ", "))?"
        return Failure("there is no statistic \"\(name)\"; \(hint)")
    }

    /// Those over events.
    var eventStatistics: [any EventStatistic.Type] {
        statistics.compactMap { $0 as? any EventStatistic.Type }
    }

    /// Those over the catalogue.
    var catalogueStatistics: [any CatalogueStatistic.Type] {
        statistics.compactMap { $0 as? any CatalogueStatistic.Type }
    }

    /// Those over audits.
    var auditStatistics: [any AuditStatistic.Type] {
        statistics.compactMap { $0 as? any AuditStatistic.Type }
    }

    /// Returns those of `tables` that are selected, in the order of the list.
    func tables(of tables: [StatisticTable]) -> [StatisticTable] {
        tableNames.compactMap { name in tables.first { $0.name == name } }
    }
}
