// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics

/// The statistics, and the tables of them, that names ask for.
struct StatisticSelection {
    /// The statistics, in the order of the list.
    let statistics: [any Statistic.Type]
    /// The names of the tables, in the order of the list.
    let tableNames: [String]

    /// Creates a selection; without a name everything is selected that can be computed.
    ///
    /// - Throws: `Failure` for a name that nothing has, with the three nearest.
    init(_ names: [String], hasReference: Bool) throws {
        for name in names where Statistics.named(name) == nil { throw Self.unknown(name) }
        var statistics: [any Statistic.Type] = []
        var tables: [String] = []
        for statistic in Statistics.all {
            let isWhole =
                names.isEmpty
                ? hasReference || !statistic.needsReference
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

    /// Returns those of `tables` that are selected.
    func tables(of tables: [StatisticTable]) -> [StatisticTable] {
        tables.filter { tableNames.contains($0.name) }
    }
}
