// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension VardeDecoder {
    func relation(_ row: VardeRow) throws(VardeRow.Problem) -> Record {
        let from = try row.needed(RelationColumn.from)
        let to = try row.needed(RelationColumn.to)
        let word = try row.needed(RelationColumn.relation).lowercased()
        if let kind = CredentialRelation.Kind(rawValue: word) {
            return .credentialRelation(CredentialRelation(from: from, kind: kind, to: to))
        }
        if let kind = SkillRelation.Kind(rawValue: word) {
            return .skillRelation(SkillRelation(from: from, kind: kind, to: to))
        }
        throw row.unknown(
            RelationColumn.relation, word,
            among: CredentialRelation.Kind.allCases.map(\.rawValue)
                + SkillRelation.Kind.allCases.map(\.rawValue))
    }

    func conversion(_ row: VardeRow) throws(VardeRow.Problem) -> CreditConversion {
        let from = try row.needed(ConversionColumn.from)
        let to = try row.needed(ConversionColumn.to)
        _ = try row.needed(ConversionColumn.factor)
        guard let factor = try row.number(ConversionColumn.factor), factor > .zero else {
            throw row.problem(ConversionColumn.factor, "bad-number", "a factor is above 0")
        }
        return CreditConversion(
            from: CreditScheme(rawValue: from), to: CreditScheme(rawValue: to), factor: factor,
            source: try row.needed(ConversionColumn.source))
    }

    func requirement(_ row: VardeRow) throws(VardeRow.Problem) -> RequirementRow {
        let credential = try row.needed(RequirementColumn.credential)
        guard let use = try row.word(RequirementColumn.use, of: Rule.Use.self) else {
            throw row.unknown(RequirementColumn.use, "", among: Rule.Use.allCases.map(\.rawValue))
        }
        var node = RequirementRow(
            credential: credential, use: use, id: try row.needed(RequirementColumn.id),
            parent: row.text(RequirementColumn.parent),
            kind: try row.needed(RequirementColumn.kind).lowercased())
        node.minimum = row.numeral(RequirementColumn.minimum)
        node.maximum = row.numeral(RequirementColumn.maximum)
        node.unit = row.text(RequirementColumn.unit)
        node.of = row.text(RequirementColumn.of)
        node.options = row.text(RequirementColumn.options)
        node.title = row.localized(RequirementColumn.title) ?? ""
        node.version = row.text(RequirementColumn.version)
        node.validFrom = try row.date(RequirementColumn.validFrom)
        node.validUntil = try row.date(RequirementColumn.validUntil)
        node.source = row.text(RequirementColumn.source)
        node.decidedBy = row.text(RequirementColumn.decidedBy)
        try check(node)
        return node
    }

    private func check(_ node: RequirementRow) throws(VardeRow.Problem) {
        do { try node.check() } catch let error as RequirementError {
            let cell = RequirementColumn.allCases.first { "\($0)" == error.column }
            throw VardeRow.Problem(
                cell: cell?.rawValue, code: cell.map { "bad-\($0)" } ?? "bad-requirement",
                message: error.description)
        } catch {
            throw VardeRow.Problem(cell: nil, code: "bad-requirement", message: "\(error)")
        }
    }
}
