// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How many credentials count whole in some qualification.
public enum EmbeddedShare: CatalogueStatistic {
    /// Its name.
    public static let name = "embedded-share"
    /// Its question.
    public static let question = "How many credentials are embedded: do all of their credits count?"
    /// Its definition.
    public static let definition = """
        Credentials all of whose credits count in at least one qualification, divided by the \
        credentials that carry credits. They count where a requirement of its completion rule \
        takes the award, if need be with the grade or age it asks for, and none of the credits is \
        beyond a maximum. What the catalogue does not state is not guessed: such a requirement \
        does not count.
        """
    /// Its source.
    public static let source = """
        RAND, Stackable Credential Pipelines in Ohio (2021): the share of certificate programmes \
        embedded in a longer one.
        """

    /// Its tables.
    public static let contract = [
        StatisticTable(
            "embedded_share",
            Table(
                title: "Credentials all of whose credits count in a qualification",
                columns: [
                    CatalogueSurvey.kindColumn,
                    .init(
                        "credentials", title: "Credentials", kind: .integer, unit: "credentials",
                        meaning: "How many credentials there are that can be taken."),
                    .init(
                        "withCredits", title: "With credits", kind: .integer, unit: "credentials",
                        meaning: "How many of them carry credits."),
                    .init(
                        "embedded", title: "Embedded", kind: .integer, unit: "credentials",
                        meaning: "How many of those count whole in some qualification."),
                    .init(
                        "share", title: "Share", kind: .number, unit: "1",
                        meaning: "Embedded, divided by those with credits."),
                ]), cells: CellStructure())
    ]

    /// Returns its tables with their rows.
    public static func tables(of survey: CatalogueSurvey) -> [StatisticTable] {
        var result = contract[0]
        for (kind, credentials) in survey.kinds {
            let bearing = credentials.filter { survey.bearsCredits($0) }
            let embedded = bearing.count {
                survey.acceptance.uptakes(of: $0).contains(where: \.isWhole)
            }
            result.table.append([
                .text(kind), .integer(credentials.count), .integer(bearing.count),
                .integer(embedded), .share(embedded, of: bearing.count),
            ])
        }
        let without = survey.credentials.count { !survey.bearsCredits($0) }
        survey.describe(&result)
        if without > 0 {
            result.notes.append("Left out of the share: \(without) credentials without credits.")
        }
        return [result]
    }
}

extension CatalogueSurvey {
    /// Whether the credential carries credits.
    func bearsCredits(_ credential: Int) -> Bool {
        graph.credentials[credential].credits.map { $0.amount > .zero } ?? false
    }
}
