// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension Store where Value == Skill {
    /// The skills of a catalogue.
    static func skills(_ database: Database, _ frameworks: FrameworkRows) throws -> Self {
        let names = try NameRows(database, "skill_label")
        let find = try Query(
            database,
            """
            SELECT s.id, s.kind, f.name, f.version FROM skill_data s
            JOIN framework_data f ON f.id = s.framework WHERE s.uri = ?
            """)
        let insert = try Query(
            database, "INSERT INTO skill_data (uri, kind, framework) VALUES (?, ?, ?)")
        let update = try Query(
            database, "UPDATE skill_data SET kind = ?, framework = ? WHERE id = ?")
        return Store(
            .skill, id: \.uri,
            find: { uri in
                try find.first(.text(uri)) { columns in
                    let names = try names.read(columns.integer(0))
                    return (
                        columns.integer(0),
                        Skill(
                            uri: uri, label: names.label, alternatives: names.alternatives,
                            kind: Skill.Kind(rawValue: columns.text(1)) ?? .skill,
                            framework: Framework(columns.text(2), version: columns.text(3)))
                    )
                }
            },
            insert: { skill in
                try insert.run(
                    .text(skill.uri), .text(skill.kind.rawValue),
                    .integer(try frameworks.row(skill.framework)))
                let row = Int(database.lastInsertedRowID)
                try names.write(skill.names, row)
                return row
            },
            update: { row, skill in
                try update.run(
                    .text(skill.kind.rawValue), .integer(try frameworks.row(skill.framework)),
                    .integer(row))
                try names.rewrite(skill.names, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}

extension Store where Value == Occupation {
    /// The occupations of a catalogue.
    static func occupations(_ database: Database, _ frameworks: FrameworkRows) throws -> Self {
        let names = try NameRows(database, "occupation_label")
        let find = try Query(
            database,
            """
            SELECT o.id, o.code, o.is_group, f.name, f.version FROM occupation_data o
            JOIN framework_data f ON f.id = o.framework WHERE o.uri = ?
            """)
        let insert = try Query(
            database,
            "INSERT INTO occupation_data (uri, code, is_group, framework) VALUES (?, ?, ?, ?)")
        let update = try Query(
            database,
            "UPDATE occupation_data SET code = ?, is_group = ?, framework = ? WHERE id = ?")
        return Store(
            .occupation, id: \.uri,
            find: { uri in
                try find.first(.text(uri)) { columns in
                    let names = try names.read(columns.integer(0))
                    return (
                        columns.integer(0),
                        Occupation(
                            uri: uri, label: names.label, alternatives: names.alternatives,
                            code: columns.optionalText(1), isGroup: columns.integer(2) == 1,
                            framework: Framework(columns.text(3), version: columns.text(4)))
                    )
                }
            },
            insert: { occupation in
                try insert.run(
                    .text(occupation.uri), .text(occupation.code),
                    .integer(occupation.isGroup ? 1 : 0),
                    .integer(try frameworks.row(occupation.framework)))
                let row = Int(database.lastInsertedRowID)
                try names.write(occupation.names, row)
                return row
            },
            update: { row, occupation in
                try update.run(
                    .text(occupation.code), .integer(occupation.isGroup ? 1 : 0),
                    .integer(try frameworks.row(occupation.framework)), .integer(row))
                try names.rewrite(occupation.names, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}
