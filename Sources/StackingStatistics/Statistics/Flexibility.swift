// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// In how many qualifications each credential counts.
public enum Flexibility: CatalogueStatistic {
    /// Its name.
    public static let name = "flexibility"
    /// Its question.
    public static let question = "Toward how many qualifications does each credential count?"
    /// Its definition.
    public static let definition = """
        The number of qualifications whose completion rule has a requirement that takes an award \
        of the credential: always, or with a grade, an age, a date or a use that it asks for. \
        Those that might, by something that the catalogue does not state, are counted beside it. \
        A qualification does not count toward itself.
        """
    /// Its source.
    public static let source = "Varde."

    /// Its tables.
    public static let contract = [
        StatisticTable(
            "flexibility",
            Table(
                title: "Qualifications that count each credential",
                columns: CatalogueSurvey.nameColumns + [
                    .init(
                        "targets", title: "Count it", kind: .integer, unit: "qualifications",
                        meaning: "How many qualifications count it: the flexibility index."),
                    .init(
                        "always", title: "Always", kind: .integer, unit: "qualifications",
                        meaning: "How many of these count every award of it."),
                    .init(
                        "conditional", title: "If", kind: .integer, unit: "qualifications",
                        meaning: "How many count awards with a grade, an age, a date or a use."),
                    .init(
                        "whole", title: "Whole", kind: .integer, unit: "qualifications",
                        meaning: "How many of these could count all of it."),
                    .init(
                        "unknown", title: "Unknown", kind: .integer, unit: "qualifications",
                        meaning: "How many more might, by what the catalogue does not state."),
                ]), cells: CellStructure())
    ]

    /// Returns its tables with their rows, the most flexible credential first.
    public static func tables(of survey: CatalogueSurvey) -> [StatisticTable] {
        var result = contract[0]
        let counted = survey.credentials.map { credential in
            let uptakes = survey.acceptance.uptakes(of: credential)
            return (credential: credential, targets: uptakes.count(where: \.isTaken), uptakes)
        }
        let sorted = counted.sorted { ($1.targets, $0.credential) < ($0.targets, $1.credential) }
        for (credential, targets, uptakes) in sorted {
            let counts = [
                targets, uptakes.count { $0.certainty == .always },
                uptakes.count { $0.certainty == .conditional }, uptakes.count(where: \.isWhole),
                uptakes.count { $0.certainty == .unknown },
            ]
            result.table.append(survey.names(of: credential) + counts.map { .integer($0) })
        }
        survey.describe(&result)
        return [result]
    }
}

extension CatalogueSurvey {
    /// How any qualification takes the credential, the best there is.
    func reception(of credential: Int) -> Uptake.Certainty {
        acceptance.uptakes(of: credential).map(\.certainty).max() ?? .refused
    }
}
