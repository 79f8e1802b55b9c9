// SPDX-License-Identifier: Apache-2.0

extension View {
    static let skill = View(
        "skill", "an ability in a framework",
        from: "skill_data s JOIN framework_data f ON f.id = s.framework",
        [
            Column("uri", "the URI that identifies it", "s.uri"),
            Column(
                "label", "the preferred label in English where there is one",
                shown("label", of: "skill_label", owner: "s.id")),
            Column("kind", "skill, knowledge, language, attitude or group", "s.kind"),
            Column("framework", "the framework's name", "f.name"),
            Column("version", "the framework's version", "f.version"),
        ])

    static let occupation = View(
        "occupation", "an occupation, or a group of occupations",
        from: "occupation_data o JOIN framework_data f ON f.id = o.framework",
        [
            Column("uri", "the URI that identifies it", "o.uri"),
            Column(
                "label", "the preferred label in English where there is one",
                shown("label", of: "occupation_label", owner: "o.id")),
            Column("code", "its code, such as ISCO-08", "o.code"),
            Column("is_group", "1 for a group of occupations", "o.is_group"),
            Column("framework", "the framework's name", "f.name"),
            Column("version", "the framework's version", "f.version"),
        ])

    static let skillRelation = View(
        "skill_relation", "a relation between skills or occupations",
        from: """
            (SELECT f.uri AS "from", r.kind, t.uri AS "to", r.framework FROM skill_skill r
               JOIN skill_data f ON f.id = r.source JOIN skill_data t ON t.id = r.target
             UNION ALL
             SELECT f.uri, r.kind, t.uri, r.framework FROM skill_occupation r
               JOIN skill_data f ON f.id = r.source JOIN occupation_data t ON t.id = r.target
             UNION ALL
             SELECT f.uri, r.kind, t.uri, r.framework FROM occupation_occupation r
               JOIN occupation_data f ON f.id = r.source
               JOIN occupation_data t ON t.id = r.target) r
            JOIN framework_data w ON w.id = r.framework
            """,
        [
            Column("from", "the URI it starts from", "r.\"from\""),
            Column(
                "relation",
                "broader, essential-for, optional-for, related, exact-match, close-match, …",
                "r.kind"),
            Column("to", "the URI it leads to", "r.\"to\""),
            Column("framework", "the framework that says so", "w.name"),
            Column("version", "the framework's version", "w.version"),
        ])

    static let wording = View(
        "wording", "one wording, in one language, of anything that has several",
        from: """
            (SELECT 'credential' AS noun, d.name AS id, 'title' AS field, w.language,
                    w.title AS text
               FROM credential_text w JOIN credential_data d ON d.id = w.owner
             UNION ALL
             SELECT 'credential', d.name, 'description', w.language, w.description
               FROM credential_text w JOIN credential_data d ON d.id = w.owner
             UNION ALL
             SELECT 'outcome', d.name, 'text', w.language, w.text
               FROM outcome_text w JOIN outcome_data d ON d.id = w.owner
             UNION ALL
             SELECT 'skill', d.uri, 'label', w.language, w.label
               FROM skill_label w JOIN skill_data d ON d.id = w.owner
             UNION ALL
             SELECT 'skill', d.uri, 'alternatives', w.language, w.alternatives
               FROM skill_label w JOIN skill_data d ON d.id = w.owner
             UNION ALL
             SELECT 'occupation', d.uri, 'label', w.language, w.label
               FROM occupation_label w JOIN occupation_data d ON d.id = w.owner
             UNION ALL
             SELECT 'occupation', d.uri, 'alternatives', w.language, w.alternatives
               FROM occupation_label w JOIN occupation_data d ON d.id = w.owner) x
            WHERE x.text IS NOT NULL
            """,
        [
            Column("noun", "credential, outcome, skill or occupation", "x.noun"),
            Column("id", "the id or URI", "x.id"),
            Column("field", "title, description, text, label or alternatives", "x.field"),
            Column("language", "the language tag, und where none was given", "x.language"),
            Column("text", "the wording; alternatives stand one a line", "x.text"),
        ])

    static let conversion = View(
        "conversion", "a declared factor between two credit schemes", from: "conversion_data c",
        [
            Column("from", "the scheme converted from", "c.source_scheme"),
            Column("to", "the scheme converted to", "c.target_scheme"),
            Column("factor", "how many `to` credits one `from` credit is", decimal("c.factor")),
            Column("source", "where the factor is published", "c.source"),
        ])

    static let pending = View(
        "pending", "a reference kept until what it refers to is imported",
        from: """
            (SELECT 'skill-relation' AS noun, source AS "from", kind AS relation, target AS "to",
                    NULL AS candidates, place FROM pending_relation
             UNION ALL
             SELECT 'alignment', o.name, 'aligned-to', ifnull(a.uri, a.label), a.candidates, a.place
               FROM alignment_data a JOIN outcome_data o ON o.id = a.outcome
               WHERE a.skill IS NULL) p
            """,
        [
            Column("noun", "skill-relation or alignment", "p.noun"),
            Column("from", "the URI or id it starts from", "p.\"from\""),
            Column("relation", "what it says", "p.relation"),
            Column("to", "the URI or label it leads to", "p.\"to\""),
            Column("candidates", "the URIs a label may mean, one a line", "p.candidates"),
            Column("place", "the file and line that say so", "p.place"),
        ])

    static let log = View(
        "import_log",
        "what was imported, excepted, revoked or forgotten, and when; only ever added to",
        from: "log_data d LEFT JOIN log_count c ON c.log = d.id",
        [
            Column("number", "counts the commands, from 1", "d.id"),
            Column("action", "import, exception, revocation or forget", "d.action"),
            Column("date", "the day, ISO 8601", date("d.day")),
            Column("engine", "the version of Varde", "d.engine"),
            Column(
                "paths", "what was read, one a line",
                """
                (SELECT group_concat(path, char(10)) FROM
                 (SELECT path FROM log_source s WHERE s.log = d.id ORDER BY s.position))
                """),
            Column("noun", "what the counts are of; NULL where nothing was read", "c.noun"),
            Column("read", "how many were read", "c.read"),
            Column("added", "how many were new", "c.added"),
            Column("changed", "how many were changed", "c.changed"),
            Column("rejected", "how many were left out as wrong", "c.rejected"),
            Column("pending", "how many refer to what is not there yet", "c.pending"),
        ])
}
