// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One audit to measure.
struct AuditCase {
    let graph: Graph
    let rule: Rule
    let learner: Learner
    let asOf: CalendarDate
}
