// SPDX-License-Identifier: Apache-2.0

/// How far learners cover the skills that their target wants.
public enum OutcomeCoverage: AuditStatistic {
    /// Its name.
    public static let name = "outcome-coverage"
    /// Its question.
    public static let question = """
        How far do learners cover the outcomes of their target, and how large is the gap?
        """
    /// Its definition.
    public static let definition = """
        For each learner, the weights of the skills that the target's outcomes and its rule want, \
        each times how far it is held, added up and divided by all the weights. How far a skill \
        is held: what each award that could count teaches of it, a narrower skill for half of a \
        broader, put together as independent chances are. Mastery counts only the skills that \
        are held in full. The gap is one minus the coverage.
        """
    /// Its source.
    public static let source = "Varde."

    /// Its tables.
    public static let contract = [
        SampleTable.contract(
            "outcome_coverage", title: "Coverage of the target's outcomes",
            measure: "the share of the wanted skills that is covered", unit: "1"),
        SampleTable.contract(
            "outcome_mastery", title: "Outcomes of the target held in full",
            measure: "the share of the wanted skills that are held in full", unit: "1"),
        SampleTable.contract(
            "outcome_gap", title: "Gap to the target's outcomes",
            measure: "the share of the wanted skills that is not covered", unit: "1"),
    ]

    /// Returns its tables with their rows.
    public static func tables(of sample: AuditedSample) -> [StatisticTable] {
        let measures: [(SkillCoverage) -> Double] = [
            { $0.covered / $0.wanted }, { $0.mastered / $0.wanted }, { 1 - $0.covered / $0.wanted },
        ]
        return zip(contract, measures).map { contract, measure in
            SampleTable.table(
                contract, of: sample, without: "have a target that is aligned to no skill"
            ) { $0.coverage.wanted > 0 ? measure($0.coverage) : nil }
        }
    }
}
