// SPDX-License-Identifier: Apache-2.0

extension View {
    static let rule = View(
        "rule", "what is needed to start or to finish a credential",
        from: "rule_data r JOIN credential_data c ON c.id = r.credential",
        [
            Column("credential", "the credential's id", "c.name"),
            Column("use", "admission or completion", "r.use"),
            stated("version", "the version of the text it restates"),
            stated("valid_from", "the first day it is in force", "validFrom"),
            stated("valid_until", "the last day it is in force", "validUntil"),
            stated("source", "where it is published"),
            stated("decided_by", "who decides", "decidedBy"),
            Column("id", "its name, or the credential and the use", "r.name"),
            stated("name", "the name of this version, where it has one"),
            Column(
                "title", "what its author calls it, in English where there is such a wording",
                """
                (SELECT w.value FROM json_each(r.document, '$.title') w
                 ORDER BY w.key <> 'en', w.key NOT LIKE 'en-%', w.key <> 'und', w.key LIMIT 1)
                """),
            stated(
                "started_from", "it is for those who started on this day or later", "startedFrom"),
            stated(
                "started_before", "it is for those who started before this day", "startedBefore"),
            stated("is_secondary", "1 where the source is another's copy", "secondary", else: "0"),
            stated("awarding", "automatic or on-application", else: "'on-application'"),
            stated("counts", "the selector that every award must match", else: "'any'"),
            stated("ages_on", "the day on which ages are taken, where it is fixed", "agesOn"),
            listed("scales", "the names of its grade scales, one a line", "$.scales", "$.name"),
            listed(
                "own_providers",
                "the providers it belongs to, one a line", "$.recognition.own", "$"),
            listed(
                "recognised_providers", "the other providers it recognises, one a line",
                "$.recognition.bodies", "$.provider"),
            listed(
                "equivalent_credentials", "what counts for another credential here, one a line",
                "$.equivalences", "$.credential"),
        ])

    /// A field of a rule's document.
    private static func stated(
        _ name: String, _ meaning: String, _ field: String? = nil, else usual: String = "NULL"
    ) -> Column {
        Column(name, meaning, "ifnull(r.document ->> '\(field ?? name)', \(usual))")
    }

    /// One text of each element of a list in a rule's document.
    private static func listed(
        _ name: String, _ meaning: String, _ list: String, _ path: String
    ) -> Column {
        let text = path == "$" ? "e.value" : "e.value ->> '\(path)'"
        return Column(
            name, meaning,
            "(SELECT group_concat(\(text), char(10)) FROM json_each(r.document, '\(list)') e)")
    }

    static let requirement = View(
        "requirement", "one node of a rule",
        from: """
            requirement_data q JOIN rule_data r ON r.id = q.rule
            JOIN credential_data c ON c.id = r.credential
            """,
        [
            Column("credential", "the credential's id", "c.name"),
            Column("use", "admission or completion", "r.use"),
            Column(
                "position", "its place in the rule, each node before its children", "q.position"),
            Column("id", "the node's id", "q.name"),
            Column("parent", "the id of the node above; NULL for the root", "q.parent"),
            Column("kind", "all, any, at-least, share, credits, credential, outcome, …", "q.kind"),
            Column("minimum", "the least that meets it", "q.minimum"),
            Column("maximum", "the most that is counted", "q.maximum"),
            Column(
                "unit",
                "the credit scheme; of a share also awards or hours, of a mean the grade "
                    + "scale", "q.unit"),
            Column(
                "of", "what it is about: an id, a URI, a date, a field, a body or a selector",
                "q.subject"),
            Column(
                "title", "what the author calls it, in English where there is such a wording",
                """
                (SELECT w.title FROM requirement_text w WHERE w.rule = q.rule
                 AND w.position = q.position ORDER BY w.language <> 'en', w.language LIMIT 1)
                """),
            Column(
                "options", "what else is so, parted by semicolons: shared, partial, counted, …",
                "q.options"),
            Column("rule", "the id of the rule it is in", "r.name"),
        ])

    static let exception = View(
        "exception", "a decision for one learner, against what a rule says",
        from: """
            log_exception e JOIN learner_data l ON l.id = e.learner
            LEFT JOIN log_revocation v ON v.exception = e.number
            """,
        [
            Column("id", "the id that commands show", "'x' || e.number"),
            Column("learner", "the learner's pseudonym", "l.name"),
            Column("rule", "the rule's name, or its credential and use", "e.rule"),
            Column("kind", "insert, substitute, waive, block or change", "e.kind"),
            Column("award", "the award that is inserted or blocked", "e.award"),
            Column("requirement", "the id of the requirement", "e.requirement"),
            Column("credential", "the credential that counts for another", "e.credential"),
            Column("counts_for", "the credential that it counts for", "e.counts_for"),
            Column("changed", "which value is changed: minimum or maximum", "e.field"),
            Column("value", "the new value", "e.value"),
            Column("who", "who decided, a role or a pseudonym", "e.who"),
            Column("why", "the reason", "e.why"),
            Column("date", "the day of the decision, ISO 8601", date("e.day")),
            Column("until", "the last day on which it holds; NULL for ever", date("e.until")),
            Column("revoked", "the day it was revoked; NULL where it was not", date("v.day")),
            Column("revoked_by", "who revoked it", "v.who"),
            Column("revoked_why", "the reason", "v.why"),
        ])
}
