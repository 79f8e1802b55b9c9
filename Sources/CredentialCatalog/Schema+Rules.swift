// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Migration 3: whole rules, in several versions; what awards were used for; exceptions.
    ///
    /// A rule is its document. The rows of its requirements are there for the views. Rules of
    /// older files get a document of format 0, which holds what no row does, until `RuleUpgrade`
    /// has made it whole.
    static let wholeRules =
        """
        ALTER TABLE requirement_text RENAME TO old_requirement_text;
        ALTER TABLE requirement_data RENAME TO old_requirement_data;
        ALTER TABLE rule_data RENAME TO old_rule_data;

        CREATE TABLE rule_data (
            id INTEGER PRIMARY KEY,
            credential INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE,
            use TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            UNIQUE (credential, use, name)
        ) STRICT;
        CREATE TABLE requirement_data (
            rule INTEGER NOT NULL REFERENCES rule_data ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            parent TEXT,
            kind TEXT NOT NULL,
            minimum TEXT,
            maximum TEXT,
            unit TEXT,
            subject TEXT,
            options TEXT,
            PRIMARY KEY (rule, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE requirement_text (
            rule INTEGER NOT NULL,
            position INTEGER NOT NULL,
            language TEXT NOT NULL,
            title TEXT NOT NULL,
            PRIMARY KEY (rule, position, language),
            FOREIGN KEY (rule, position) REFERENCES requirement_data ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        INSERT INTO rule_data SELECT r.id, r.credential, r.use, c.name || '/' || r.use,
            json_object(
                'format', 0, 'version', r.version,
                'validFrom', date(r.valid_from * 86400, 'unixepoch'),
                'validUntil', date(r.valid_until * 86400, 'unixepoch'),
                'source', r.source, 'decidedBy', r.decided_by)
            FROM old_rule_data r JOIN credential_data c ON c.id = r.credential;
        INSERT INTO requirement_data SELECT
            rule, position, name, parent, kind, minimum, maximum, unit, subject, NULL
            FROM old_requirement_data;
        INSERT INTO requirement_text SELECT rule, position, language, title
            FROM old_requirement_text;
        DROP TABLE old_requirement_text;
        DROP TABLE old_requirement_data;
        DROP TABLE old_rule_data;

        ALTER TABLE award_data ADD COLUMN used TEXT;

        CREATE TABLE log_exception (
            number INTEGER PRIMARY KEY,
            log INTEGER NOT NULL REFERENCES log_data,
            learner INTEGER NOT NULL REFERENCES learner_data,
            rule TEXT NOT NULL,
            kind TEXT NOT NULL,
            award TEXT,
            requirement TEXT,
            credential TEXT,
            counts_for TEXT,
            field TEXT,
            value TEXT,
            who TEXT NOT NULL,
            why TEXT NOT NULL,
            day INTEGER NOT NULL,
            until INTEGER
        ) STRICT;
        CREATE INDEX exception_of_learner ON log_exception (learner);
        CREATE TABLE log_revocation (
            exception INTEGER PRIMARY KEY REFERENCES log_exception,
            log INTEGER NOT NULL REFERENCES log_data,
            who TEXT NOT NULL,
            why TEXT NOT NULL,
            day INTEGER NOT NULL
        ) STRICT;
        INSERT INTO counter VALUES ('exception', 0);
        """ + appendOnly(["log_exception", "log_revocation"])
}
