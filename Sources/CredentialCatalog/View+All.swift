// SPDX-License-Identifier: Apache-2.0

extension View {
    /// Every view, in the order in which they are best read.
    public static let all =
        [credential, outcome, alignment, relation, rule, requirement, award, learner, exception]
        + [skill, skillRelation, occupation, wording, conversion, pending, log]

    private static let credential = View(
        "credential", "a credential: anything that is awarded", from: "credential_data c",
        [
            Column("id", "the id that files refer to", "c.name"),
            Column(
                "title", "the title in English where there is one",
                shown("title", of: "credential_text", owner: "c.id")),
            Column("kind", "badge, micro-credential, module, course, challenge, …", "c.kind"),
            Column("provider", "who awards it", "c.provider"),
            Column("country", "the provider's country, ISO 3166", "c.country"),
            Column("credits", "how many credits it carries", decimal("c.credits")),
            Column("scheme", "what the credits are counted in", "c.scheme"),
            Column("hours", "the workload in hours", decimal("c.hours")),
            Column("level_framework", "the framework of the level, such as EQF"),
            Column("level", "the level in that framework", "c.level"),
            Column("field", "the field of education, an ISCED-F code", "c.field"),
            Column("languages", "the languages of instruction, one a line", "c.languages"),
            Column("mode", "online, on-site or blended", "c.mode"),
            Column("url", "where it is described", "c.url"),
            Column("status", "whether it can be taken: active, retired", "c.status"),
            Column("tags", "free tags, one a line", "c.tags"),
            Column("assessment", "how it is assessed", "c.assessment"),
            Column("quality", "how its quality is assured", "c.quality"),
            Column("identifiers", "other ids it is known by, one a line", "c.identifiers"),
            Column(
                "is_qualification", "1 where it has a completion rule",
                "EXISTS (SELECT 1 FROM rule_data r WHERE r.credential = c.id "
                    + "AND r.use = 'completion')"),
        ])

    private static let outcome = View(
        "outcome", "a statement of what a learner can do",
        from: "outcome_data o JOIN credential_data c ON c.id = o.credential",
        [
            Column("id", "the id that files refer to", "o.name"),
            Column("credential", "the id of the credential that teaches it", "c.name"),
            Column(
                "text", "the statement in English where there is one",
                shown("text", of: "outcome_text", owner: "o.id")),
        ])

    private static let alignment = View(
        "alignment", "an outcome is about a skill",
        from: """
            alignment_data a JOIN outcome_data o ON o.id = a.outcome
            LEFT JOIN skill_data s ON s.id = a.skill
            """,
        [
            Column("outcome", "the outcome's id", "o.name"),
            Column("skill", "the skill's URI; NULL while it is pending", "s.uri"),
            Column("weight", "how much of the skill it covers, above 0 and at most 1", "a.weight"),
            Column("proficiency_framework", "the framework of the proficiency, such as CEFR"),
            Column("proficiency", "the proficiency reached", "a.proficiency"),
            Column("source", "where the alignment comes from", "a.source"),
            Column("stated_uri", "the URI as the file gave it", "a.uri"),
            Column("stated_label", "the label as the file gave it", "a.label"),
            Column("stated_language", "the label's language as the file gave it", "a.language"),
            Column(
                "resolution",
                "how the skill was found: uri, label or alternative; NULL while "
                    + "pending", "a.resolution"),
        ])

    private static let relation = View(
        "relation", "a relation between two credentials",
        from: """
            credential_credential r JOIN credential_data f ON f.id = r.source
            JOIN credential_data t ON t.id = r.target
            """,
        [
            Column("from", "the id it starts from", "f.name"),
            Column(
                "relation", "part-of, precedes, requires, recommends, equivalent, replaced-by",
                "r.kind"),
            Column("to", "the id it leads to", "t.name"),
        ])

    private static let award = View(
        "award", "a learner holds, takes or failed a credential",
        from: "award_data a JOIN learner_data l ON l.id = a.learner",
        [
            Column("learner", "the learner's pseudonym", "l.name"),
            Column(
                "credential", "the credential's id, whether or not the catalogue defines it",
                "a.credential"),
            Column("date", "when it was awarded, ISO 8601", date("a.day")),
            Column("status", "completed, in-progress, planned, failed, withdrawn", "a.progress"),
            Column("grade", "the grade as written", "a.grade"),
            Column("scale", "the grade's scale", "a.scale"),
            Column(
                "credits", "the credits on the award, where it states any", decimal("a.credits")),
            Column("scheme", "what they are counted in", "a.scheme"),
            Column("level_framework", "the framework of the level on the award"),
            Column("level", "the level on the award", "a.level"),
            Column("field", "the field on the award", "a.field"),
            Column("provider", "the provider on the award", "a.provider"),
            Column("kind", "the kind on the award", "a.kind"),
            Column("expires", "the last day on which it is valid", date("a.expires")),
            Column("verification", "verified, unverified or failed", "a.verification"),
            Column("used", "the ids of credentials it has been used for, one a line", "a.used"),
        ])

    private static let learner = View(
        "learner", "a person known by a pseudonym",
        from: """
            learner_data l
            JOIN (SELECT learner, count(*) AS awards, max(day) AS day FROM award_data
                  GROUP BY learner) n ON n.learner = l.id
            """,
        [
            Column("id", "the pseudonym", "l.name"),
            Column("awards", "how many awards there are", "n.awards"),
            Column("last_date", "the latest date of an award", date("n.day")),
        ])
}
