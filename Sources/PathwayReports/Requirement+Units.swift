// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Requirement {
    /// For each requirement here and below, by id, the unit in which what fills it is told: its
    /// own where it counts, else that of the count around it.
    var countedUnits: [String: Unit] {
        var units: [String: Unit] = [:]
        func visit(_ requirement: Requirement, _ around: Unit?) {
            var unit = requirement.isShared ? nil : around
            if case .count(let demand) = requirement.kind { unit = demand.unit }
            units[requirement.id] = unit
            for child in requirement.children { visit(child, unit) }
        }
        visit(self, nil)
        return units
    }
}
