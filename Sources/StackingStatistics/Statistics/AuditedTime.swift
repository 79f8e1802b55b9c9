// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How long learners take from the first award that counts to all requirements met.
public enum AuditedTime: AuditStatistic {
    /// Its name.
    public static let name = "audited-time-to-qualification"
    /// Its question.
    public static let question = """
        How long does it take from the first award that counts until all requirements are met?
        """
    /// Its definition.
    public static let definition = """
        For each learner who meets the rule: the days from the date of the first award that \
        counts in the optimal assignment to the first day on which an audit finds all \
        requirements met. Those who have not met it are left out, so that this is the time of \
        those who got there, not the time to expect.
        """
    /// Its source.
    public static let source = "Varde."

    /// Its tables.
    public static let contract = [
        SampleTable.contract(
            "audited_time_to_qualification", title: "Days from the first award to all met",
            measure: "days from the first award that counts to all requirements met",
            unit: "days")
    ]

    /// Returns its tables with their rows.
    public static func tables(of sample: AuditedSample) -> [StatisticTable] {
        [
            SampleTable.table(
                contract[0], of: sample, decimals: 1,
                without: "have not met the rule, or whose awards that count have no date"
            ) { entry in
                guard let first = entry.attainment.firstCounted,
                    let reached = entry.attainment.reached, first <= reached
                else { return nil }
                return Double(reached.dayNumber - first.dayNumber)
            }
        ]
    }
}
