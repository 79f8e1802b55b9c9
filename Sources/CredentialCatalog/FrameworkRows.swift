// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The frameworks of a catalogue, and their rows.
final class FrameworkRows {
    private let database: Database
    private var rows: [Framework: Int] = [:]

    init(_ database: Database) { self.database = database }

    /// Returns the row of a framework, which is made if it is new.
    func row(_ framework: Framework) throws -> Int {
        if let row = rows[framework] { return row }
        try database.run(
            "INSERT OR IGNORE INTO framework_data (name, version) VALUES (?, ?)",
            .text(framework.name), .text(framework.version))
        let row = try database.number(
            "SELECT id FROM framework_data WHERE name = ? AND version = ?",
            .text(framework.name), .text(framework.version))
        rows[framework] = row
        return row
    }
}
