// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Migration 1: the nouns, the awards, what is pending, derived data and the log.
    ///
    /// Tables are private and may change with any version; people read the views. Amounts are
    /// whole thousandths, dates whole days since 1970-01-01, lists lines of one text.
    static let tables = """
        CREATE TABLE framework_data (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            UNIQUE (name, version)
        ) STRICT;

        CREATE TABLE skill_data (
            id INTEGER PRIMARY KEY,
            uri TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            framework INTEGER NOT NULL REFERENCES framework_data
        ) STRICT;
        CREATE TABLE skill_label (
            owner INTEGER NOT NULL REFERENCES skill_data ON DELETE CASCADE,
            language TEXT NOT NULL,
            label TEXT,
            alternatives TEXT,
            PRIMARY KEY (owner, language)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE occupation_data (
            id INTEGER PRIMARY KEY,
            uri TEXT NOT NULL UNIQUE,
            code TEXT,
            is_group INTEGER NOT NULL,
            framework INTEGER NOT NULL REFERENCES framework_data
        ) STRICT;
        CREATE TABLE occupation_label (
            owner INTEGER NOT NULL REFERENCES occupation_data ON DELETE CASCADE,
            language TEXT NOT NULL,
            label TEXT,
            alternatives TEXT,
            PRIMARY KEY (owner, language)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE skill_skill (
            source INTEGER NOT NULL REFERENCES skill_data,
            kind TEXT NOT NULL,
            target INTEGER NOT NULL REFERENCES skill_data,
            framework INTEGER NOT NULL REFERENCES framework_data,
            PRIMARY KEY (source, kind, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE skill_occupation (
            source INTEGER NOT NULL REFERENCES skill_data,
            kind TEXT NOT NULL,
            target INTEGER NOT NULL REFERENCES occupation_data,
            framework INTEGER NOT NULL REFERENCES framework_data,
            PRIMARY KEY (source, kind, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE occupation_occupation (
            source INTEGER NOT NULL REFERENCES occupation_data,
            kind TEXT NOT NULL,
            target INTEGER NOT NULL REFERENCES occupation_data,
            framework INTEGER NOT NULL REFERENCES framework_data,
            PRIMARY KEY (source, kind, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE pending_relation (
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            target TEXT NOT NULL,
            place TEXT NOT NULL,
            PRIMARY KEY (source, kind, target)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE credential_data (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            provider TEXT,
            country TEXT,
            credits INTEGER,
            scheme TEXT,
            hours INTEGER,
            level_framework TEXT,
            level TEXT,
            field TEXT,
            languages TEXT,
            mode TEXT,
            url TEXT,
            status TEXT,
            tags TEXT,
            assessment TEXT,
            quality TEXT,
            identifiers TEXT
        ) STRICT;
        CREATE TABLE credential_text (
            owner INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE,
            language TEXT NOT NULL,
            title TEXT,
            description TEXT,
            PRIMARY KEY (owner, language)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE credential_credential (
            source INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE,
            kind TEXT NOT NULL,
            target INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE,
            PRIMARY KEY (source, kind, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX credential_of_target ON credential_credential (target);

        CREATE TABLE outcome_data (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            credential INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX outcome_of_credential ON outcome_data (credential);
        CREATE TABLE outcome_text (
            owner INTEGER NOT NULL REFERENCES outcome_data ON DELETE CASCADE,
            language TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (owner, language)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE alignment_data (
            id INTEGER PRIMARY KEY,
            outcome INTEGER NOT NULL REFERENCES outcome_data ON DELETE CASCADE,
            uri TEXT,
            label TEXT,
            language TEXT,
            source TEXT,
            weight REAL NOT NULL,
            proficiency_framework TEXT,
            proficiency TEXT,
            skill INTEGER REFERENCES skill_data,
            resolution TEXT,
            candidates TEXT,
            place TEXT
        ) STRICT;
        CREATE UNIQUE INDEX alignment_key ON alignment_data (
            outcome, ifnull(uri, char(0)), ifnull(label, char(0)), ifnull(language, char(0)),
            ifnull(source, char(0)));

        CREATE TABLE rule_data (
            id INTEGER PRIMARY KEY,
            credential INTEGER NOT NULL REFERENCES credential_data ON DELETE CASCADE,
            use TEXT NOT NULL,
            version TEXT,
            valid_from INTEGER,
            valid_until INTEGER,
            source TEXT,
            decided_by TEXT,
            UNIQUE (credential, use)
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

        CREATE TABLE conversion_data (
            source_scheme TEXT NOT NULL,
            target_scheme TEXT NOT NULL,
            factor INTEGER NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (source_scheme, target_scheme)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE learner_data (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE award_data (
            learner INTEGER NOT NULL REFERENCES learner_data ON DELETE CASCADE,
            credential TEXT NOT NULL,
            day INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            serial INTEGER NOT NULL,
            progress TEXT NOT NULL,
            grade TEXT,
            scale TEXT,
            credits INTEGER,
            scheme TEXT,
            level_framework TEXT,
            level TEXT,
            field TEXT,
            provider TEXT,
            kind TEXT,
            expires INTEGER,
            verification TEXT NOT NULL,
            PRIMARY KEY (learner, credential, day, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE counter (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO counter VALUES ('award', 0);

        CREATE TABLE derived_data (
            name TEXT PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE log_data (
            id INTEGER PRIMARY KEY,
            action TEXT NOT NULL,
            day INTEGER NOT NULL,
            engine TEXT NOT NULL
        ) STRICT;
        CREATE TABLE log_source (
            log INTEGER NOT NULL REFERENCES log_data,
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            format TEXT NOT NULL,
            PRIMARY KEY (log, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE log_count (
            log INTEGER NOT NULL REFERENCES log_data,
            noun TEXT NOT NULL,
            read INTEGER NOT NULL,
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            ignored INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            pending INTEGER NOT NULL,
            guessed INTEGER NOT NULL,
            resolved INTEGER NOT NULL,
            PRIMARY KEY (log, noun)
        ) STRICT, WITHOUT ROWID;
        """ + appendOnly(["log_data", "log_source", "log_count"])

    /// The tables that are only ever added to; forgetting a learner takes out what is about that
    /// learner, with these triggers lifted inside its transaction.
    static let appendOnlyTables = [
        "log_data", "log_source", "log_count", "log_exception", "log_revocation",
    ]

    /// Refuses every change and deletion of these tables.
    static func appendOnly(_ tables: [String]) -> String {
        tables.map { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table) BEGIN
                    SELECT RAISE(ABORT, 'the log is only ever added to');
                END;
                """
            }.joined()
        }.joined()
    }

    /// Lifts what `appendOnly` refuses, inside a transaction that puts it back.
    static let appendOnlyLifted = appendOnlyTables.map {
        "DROP TRIGGER \($0)_no_update; DROP TRIGGER \($0)_no_delete;"
    }.joined()
}
