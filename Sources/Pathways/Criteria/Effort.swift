// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Criterion {
    /// How small a credential is: a stone that is easily laid.
    public static let effort = Criterion(
        name: "effort", title: "Effort",
        summary: """
            The square root of ten hours as a share of the workload, at most 1: its hours, \
            else 25 hours for each ECTS credit (ECTS Users' Guide 2015: 25 to 30); one half where \
            neither is known.
            """
    ) { scoring in
        scoring.candidates.map { candidate in
            // One that is admitted is earned by its parts already: it only has to be claimed.
            if scoring.graph.isQualification(candidate) { return 1 }
            guard let hours = scoring.graph.workload(of: candidate), hours > 0 else { return 0.5 }
            return (10 / max(10, hours)).squareRoot()
        }
    }
}

extension Graph {
    /// The hours a credential takes, where its hours or its credits in ECTS are known.
    fileprivate func workload(of position: Int) -> Double? {
        let credential = credentials[position]
        if let hours = credential.hours { return hours.approximation }
        return credential.credits.flatMap { convert($0, to: .ects) }
            .map { $0.amount.approximation * 25 }
    }
}
