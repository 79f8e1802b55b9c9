// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// The credentials that lead nowhere.
public enum DeadEnds: CatalogueStatistic {
    /// Its name.
    public static let name = "dead-ends"
    /// Its question.
    public static let question = "Which credentials count toward no qualification?"
    /// Its definition.
    public static let definition = """
        One minus the share of credentials that at least one qualification accepts. A \
        qualification accepts a credential if a requirement of its completion rule takes an award \
        of it, if need be with the grade or age it asks for. Where only something that the \
        catalogue does not state could decide, the credential is counted as unknown and is in \
        neither part of the rate. A qualification that is the last of its kind is a dead end by \
        this definition: read the rate by kind.
        """
    /// Its source.
    public static let source = """
        Education Strategy Group, Eliminating Dead Ends: learner-centered approaches to stackable \
        pathways.
        """

    /// Its tables.
    public static let contract = [
        StatisticTable(
            "dead_end_rate",
            Table(
                title: "Credentials that no qualification accepts",
                columns: [
                    CatalogueSurvey.kindColumn,
                    .init(
                        "credentials", title: "Credentials", kind: .integer, unit: "credentials",
                        meaning: "How many credentials there are that can be taken."),
                    .init(
                        "accepted", title: "Accepted", kind: .integer, unit: "credentials",
                        meaning: "How many of them some qualification accepts."),
                    .init(
                        "unknown", title: "Unknown", kind: .integer, unit: "credentials",
                        meaning: "How many more it might, by what the catalogue does not state."),
                    .init(
                        "deadEnds", title: "Dead ends", kind: .integer, unit: "credentials",
                        meaning: "How many of them no qualification accepts."),
                    .init(
                        "rate", title: "Rate", kind: .number, unit: "1",
                        meaning: "Dead ends, divided by dead ends and accepted."),
                ]), cells: CellStructure()),
        StatisticTable(
            "dead_ends",
            Table(title: "The dead ends", columns: CatalogueSurvey.nameColumns),
            cells: CellStructure()),
    ]

    /// Returns its tables with their rows.
    public static func tables(of survey: CatalogueSurvey) -> [StatisticTable] {
        var (rates, list) = (contract[0], contract[1])
        for (kind, credentials) in survey.kinds {
            let best = credentials.map { survey.reception(of: $0) }
            let accepted = best.count { $0 >= .conditional }
            let unknown = best.count { $0 == .unknown }
            let ends = credentials.count - accepted - unknown
            rates.table.append([
                .text(kind), .integer(credentials.count), .integer(accepted), .integer(unknown),
                .integer(ends), .share(ends, of: accepted + ends),
            ])
        }
        for credential in survey.credentials where survey.reception(of: credential) == .refused {
            list.table.append(survey.names(of: credential))
        }
        survey.describe(&rates)
        survey.describe(&list)
        return [rates, list]
    }
}
