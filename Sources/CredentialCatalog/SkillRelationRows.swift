// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes relations between skills and occupations to the table their ends call for.
struct SkillRelationRows {
    /// What became of a relation.
    enum Outcome {
        case kept(Change)
        case missing(String)
        case unfit(String)
    }

    /// How a kept relation compares with what was there.
    enum Change {
        case added
        case unchanged
        case changed(old: String, new: String)
    }

    private struct Statements {
        let insert: Query
        let framework: Query
        let update: Query

        init(_ database: Database, _ table: String) throws {
            insert = try Query(database, "INSERT OR IGNORE INTO \(table) VALUES (?, ?, ?, ?)")
            framework = try Query(
                database,
                """
                SELECT r.framework, f.name || ' ' || f.version, n.name || ' ' || n.version
                FROM \(table) r JOIN framework_data f ON f.id = r.framework
                JOIN framework_data n ON n.id = ?4
                WHERE r.source = ?1 AND r.kind = ?2 AND r.target = ?3 AND r.framework <> ?4
                """)
            update = try Query(
                database,
                """
                UPDATE \(table) SET framework = ?4
                WHERE source = ?1 AND kind = ?2 AND target = ?3
                """)
        }
    }

    private let betweenSkills: Statements
    private let ofOccupations: Statements
    private let betweenOccupations: Statements

    init(_ database: Database) throws {
        betweenSkills = try Statements(database, "skill_skill")
        ofOccupations = try Statements(database, "skill_occupation")
        betweenOccupations = try Statements(database, "occupation_occupation")
    }

    /// Keeps the relation of a row of the resolving query, with the framework of its start.
    func keep(_ columns: Columns) throws -> Outcome {
        let kind = columns.text(1)
        let skill = columns.optionalInteger(3)
        let occupation = columns.optionalInteger(4)
        guard skill != nil || occupation != nil else { return .missing(columns.text(0)) }
        if let skill, let target = columns.optionalInteger(5) {
            return try keep(betweenSkills, skill, kind, target, columns.integer(7))
        }
        if let skill, let target = columns.optionalInteger(6) {
            guard kind == "essential-for" || kind == "optional-for" else {
                return .unfit("a skill is essential or optional for an occupation, nothing else")
            }
            return try keep(ofOccupations, skill, kind, target, columns.integer(7))
        }
        if let occupation, let target = columns.optionalInteger(6) {
            guard kind == "broader" else { return .unfit("occupations only have broader ones") }
            return try keep(betweenOccupations, occupation, kind, target, columns.integer(8))
        }
        return columns.isNull(5)
            ? .missing(columns.text(2)) : .unfit("an occupation cannot stand before a skill")
    }

    private func keep(
        _ statements: Statements, _ source: Int, _ kind: String, _ target: Int, _ framework: Int
    ) throws -> Outcome {
        let values: (Query.Value, Query.Value, Query.Value, Query.Value) = (
            .integer(source), .text(kind), .integer(target), .integer(framework)
        )
        if try statements.insert.run(values.0, values.1, values.2, values.3) == 1 {
            return .kept(.added)
        }
        let names = try statements.framework.first(values.0, values.1, values.2, values.3) {
            ($0.text(1), $0.text(2))
        }
        guard let names else { return .kept(.unchanged) }
        try statements.update.run(values.0, values.1, values.2, values.3)
        return .kept(.changed(old: names.0, new: names.1))
    }
}
