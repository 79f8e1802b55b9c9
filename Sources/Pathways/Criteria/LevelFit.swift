// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Criterion {
    /// How near a credential's level is to the target's.
    public static let levelFit = Criterion(
        name: "levelFit", title: "Level fit",
        summary: """
            1 at the target's level, a third less for each step away from it; one half where \
            either level is not known or the two do not compare.
            """
    ) { scoring in
        scoring.candidates.map { candidate in
            guard let wanted = scoring.target.level, let target = wanted.rank,
                let level = scoring.graph.credentials[candidate].level,
                let rank = scoring.graph.crosswalk.convert(level, to: wanted.framework)?.rank
            else { return 0.5 }
            return max(0, 1 - abs(Double(rank) - Double(target)) / 3)
        }
    }
}
