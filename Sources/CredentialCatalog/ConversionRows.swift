// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The declared conversions between credit schemes.
struct ConversionRows {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Keeps a conversion; of two between the same schemes the later counts.
    func keep(_ conversion: CreditConversion, _ ledger: Ledger) throws {
        let select = try Query(
            database,
            """
            SELECT factor, source FROM conversion_data
            WHERE source_scheme = ? AND target_scheme = ?
            """)
        let from = conversion.from
        let to = conversion.to
        let old = try select.first(.text(from.rawValue), .text(to.rawValue)) {
            CreditConversion(
                from: from, to: to, factor: ExactDecimal(thousandths: $0.integer(0)),
                source: $0.text(1))
        }
        guard old != conversion else { return ledger.count(.conversion, \.unchanged) }
        try database.run(
            "INSERT OR REPLACE INTO conversion_data VALUES (?, ?, ?, ?)", .text(from.rawValue),
            .text(to.rawValue), .integer(conversion.factor.thousandths), .text(conversion.source))
        guard let old else { return ledger.added(.conversion) }
        let id = "\(from.rawValue)/\(to.rawValue)"
        ledger.changed(.conversion, id, from: old.fields, to: conversion.fields)
    }
}
