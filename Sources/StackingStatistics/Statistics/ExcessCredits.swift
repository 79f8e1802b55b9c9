// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How many more credits learners hold than their qualification asks for, once they reach it.
public enum ExcessCredits: AuditStatistic {
    /// Its name.
    public static let name = "excess-credits"
    /// Its question.
    public static let question = """
        How many more credits than required do learners hold when they reach their qualification?
        """
    /// Its definition.
    public static let definition = """
        For each learner who meets the rule: the credits held on the first day on which all \
        requirements were met, less the credits that the rule asks for at least, divided by \
        these. Credits held are counted as for the recognition ratio.
        """
    /// Its source.
    public static let source = """
        RAND, Stacking Educational Credentials in Ohio (RBA207-1): stackers earn more hours on \
        the way to an associate degree.
        """

    /// Its tables.
    public static let contract = [
        SampleTable.contract(
            "excess_credits", title: "Credits beyond those required, when all was met",
            measure: "credits held beyond those required, divided by these", unit: "1")
    ]

    /// Returns its tables with their rows.
    public static func tables(of sample: AuditedSample) -> [StatisticTable] {
        [
            SampleTable.table(
                contract[0], of: sample,
                without: "have not met the rule, or whose rule asks for no credits"
            ) { entry in
                let required = entry.attainment.required.approximation
                guard let held = entry.attainment.heldWhenReached?.approximation, required > 0
                else { return nil }
                return (held - required) / required
            }
        ]
    }
}
