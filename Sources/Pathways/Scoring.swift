// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// All that criteria look at: one learner, one target, and what was worked out about them once.
struct Scoring: Sendable {
    let graph: Graph
    let target: Target
    let gap: Gap
    /// The credentials to score, by position.
    let candidates: [Int]
    /// How near each candidate is to the gap in the skill space, in their order.
    let similarities: [Double]
    /// What each credential of the pool covers of the gap.
    let coverage: GapCoverage
    /// What each credential of the pool would change in the audits.
    let outlook: Outlook
    /// What taking a credential first would make reachable.
    let lookahead: Lookahead

    /// What a credential closes of what the target's rule still asks, as a share.
    func progress(of credential: Int) -> Double { outlook.progress(of: credential) }
}
