// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The pictures there are of tables.
enum Pictures {
    /// Whether there is a picture of such a table, once it has rows.
    static func serve(_ table: Table) -> Bool {
        [
            ["time", "atRisk", "survival", "low", "high"], ["rate", "low", "high"],
            ["row", "from", "to", "transitions"], ["first", "second", "learners", "lift"],
        ].contains { TableReader(table, $0) != nil }
    }

    /// Returns the pictures that serve a table; none where figures are best read.
    static func drawings(of table: Table) -> [Drawing] {
        [
            SurvivalChart.drawing(of:), RateChart.drawing(of:), FlowChart.drawing(of:),
            HeatMap.drawing(of:), PairChart.drawing(of:),
        ].compactMap { $0(table) }
    }
}
