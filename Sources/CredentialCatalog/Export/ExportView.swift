// SPDX-License-Identifier: Apache-2.0

/// A view of exported tables that analysts would else write themselves.
public struct ExportView: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What one row of it is.
    public let meaning: String
    /// The tables it is made from; without one of them there is no view.
    let tables: [String]
    let sql: String

    /// Every view, in the order in which they are made.
    public static let all = [
        ExportView(
            name: "credential_skill",
            meaning: "A skill that a credential teaches, with the weight of its strongest path.",
            tables: ["outcomes", "alignments", "skills"],
            sql: """
                SELECT o.credential, a.skill, s.label, max(a.weight) AS weight
                FROM outcomes o JOIN alignments a ON a.outcome = o.id
                JOIN skills s ON s.uri = a.skill GROUP BY o.credential, a.skill, s.label
                """),
        ExportView(
            name: "completed_award",
            meaning: """
                A completed award with a date, and what is known of its credential; what the \
                award itself states stands before that.
                """,
            tables: ["awards", "credentials"],
            sql: """
                SELECT a.learner, a.date, a.credential, c.title,
                    coalesce(a.kind, c.kind) AS kind,
                    coalesce(a.credits, c.credits) AS credits,
                    CASE WHEN a.credits IS NULL THEN c.scheme ELSE a.scheme END AS scheme,
                    CASE WHEN a.level IS NULL THEN c."levelFramework" ELSE a."levelFramework" END
                        AS "levelFramework",
                    coalesce(a.level, c.level) AS level, coalesce(a.field, c.field) AS field,
                    coalesce(a.provider, c.provider) AS provider
                FROM awards a LEFT JOIN credentials c ON c.id = a.credential
                WHERE a.status = 'completed' AND a.date IS NOT NULL
                """),
        ExportView(
            name: "next_award",
            meaning: """
                Two award days of a learner, one right after the other, with a credential of each.
                """,
            tables: ["awards", "credentials"],
            sql: """
                SELECT a.learner, a.credential AS "from", b.credential AS "to",
                    a.date AS "fromDate", b.date AS "toDate",
                    CAST(julianday(b.date) - julianday(a.date) AS INTEGER) AS days
                FROM completed_award a JOIN completed_award b ON b.learner = a.learner
                AND b.date = (SELECT min(n.date) FROM awards n WHERE n.learner = a.learner
                    AND n.status = 'completed' AND n.date > a.date)
                """),
    ]
}
