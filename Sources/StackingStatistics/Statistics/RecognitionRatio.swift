// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How much of what learners hold counts toward their qualification.
public enum RecognitionRatio: AuditStatistic {
    /// Its name.
    public static let name = "recognition-ratio"
    /// Its question.
    public static let question = """
        How much of the credits that learners hold counts toward their qualification?
        """
    /// Its definition.
    public static let definition = """
        For each learner, the credits that count in the optimal assignment of the audit, divided \
        by the credits of the awards that could count on the day: completed, valid, dated no \
        later, and of a credential in the catalogue. Of attempts at one credential or its \
        equivalents those of one are held; a qualification that counts nowhere brings no credits \
        of its own, since it is made of others. Credits of a scheme from which no factor is \
        declared are not part of it.
        """
    /// Its source.
    public static let source = "The transfer ratio of studies of credit mobility; Varde."

    /// Its tables.
    public static let contract = [
        SampleTable.contract(
            "recognition_ratio", title: "Credits counted, of credits held",
            measure: "credits counted divided by credits held", unit: "1")
    ]

    /// Returns its tables with their rows.
    public static func tables(of sample: AuditedSample) -> [StatisticTable] {
        [
            SampleTable.table(
                contract[0], of: sample, without: "hold nothing that carries credits"
            ) { entry in
                let held = entry.attainment.held.approximation
                return held > 0 ? entry.attainment.counted.approximation / held : nil
            }
        ]
    }
}
