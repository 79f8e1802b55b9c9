// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Makes records of the rows of Varde's tables, the same way for CSV and JSON.
struct VardeDecoder {
    /// A remark on a cell of a row that was read all the same.
    struct Remark {
        let action: LedgerEntry.Action
        let problem: VardeRow.Problem
    }

    /// The version that skills are of where their row does not say.
    let declaredVersion: String?
    /// Whether an award may be of nobody: the learner whose wallet the file is.
    let allowsWallet: Bool
    /// Remarks on the row last decoded.
    private(set) var remarks: [Remark] = []
    /// How many rows had credits without a scheme.
    private(set) var rowsWithoutScheme = 0

    init(declaredVersion: String?, allowsWallet: Bool) {
        self.declaredVersion = declaredVersion
        self.allowsWallet = allowsWallet
    }

    /// Returns what a row says.
    ///
    /// - Throws: the first problem of the row, naming the cell.
    mutating func record(
        from row: VardeRow, of table: VardeTable
    ) throws(VardeRow.Problem) -> Record {
        if !remarks.isEmpty { remarks.removeAll() }
        switch table {
        case .skills: return .skill(try skill(row))
        case .credentials: return .credential(try credential(row))
        case .outcomes: return .outcome(try outcome(row))
        case .alignments: return .alignment(try alignment(row))
        case .relations: return try relation(row)
        case .requirements: return .requirement(try requirement(row))
        case .awards: return try award(row)
        case .conversions: return .conversion(try conversion(row))
        }
    }

    // MARK: Credentials

    private mutating func credential(_ row: VardeRow) throws(VardeRow.Problem) -> Credential {
        let id = try row.needed(CredentialColumn.id)
        let title = try row.neededText(CredentialColumn.title)
        guard let kind = try row.word(CredentialColumn.kind, of: Credential.Kind.self) else {
            throw row.unknown(
                CredentialColumn.kind, "", among: Credential.Kind.allCases.map(\.rawValue))
        }
        var credential = Credential(id: id, title: title, kind: kind)
        credential.provider = row.text(CredentialColumn.provider)
        credential.country = row.text(CredentialColumn.country)
        credential.credits = try row.credits(CredentialColumn.credits, CredentialColumn.scheme)
        countScheme(credential.credits)
        credential.hours = try row.number(CredentialColumn.hours)
        credential.level = try row.level(
            CredentialColumn.level, framework: row.text(CredentialColumn.framework) ?? "EQF")
        credential.field = row.text(CredentialColumn.field)
        credential.languages = row.list(CredentialColumn.language)
        credential.mode = row.text(CredentialColumn.mode)
        credential.url = address(row)
        credential.status = row.text(CredentialColumn.status)
        credential.tags = row.list(CredentialColumn.tags)
        credential.assessment = row.text(CredentialColumn.assessment)
        credential.quality = row.text(CredentialColumn.quality)
        credential.identifiers = row.list(CredentialColumn.identifiers)
        credential.description = row.localized(CredentialColumn.description)
        return credential
    }

    private mutating func address(_ row: VardeRow) -> String? {
        guard let url = row.text(CredentialColumn.url) else { return nil }
        if url.hasPrefix("https://"), !url.contains(where: \.isWhitespace) { return url }
        remarks.append(
            Remark(
                action: .ignored,
                problem: row.problem(
                    CredentialColumn.url, "bad-url",
                    "\"\(row.shown(url))\" is not an https address and was left out")))
        return nil
    }

    /// Counts credits whose scheme is not stated.
    mutating func countScheme(_ credits: Credits?) {
        if credits?.scheme == .unknown { rowsWithoutScheme += 1 }
    }

    /// Counts rows that somebody else has read, with credits whose scheme is not stated.
    mutating func countWithoutScheme(_ rows: Int) { rowsWithoutScheme += rows }

    /// What is to be said of all rows together.
    func closingNotes(in file: String) -> [LedgerEntry] {
        guard rowsWithoutScheme > 0 else { return [] }
        return [
            LedgerEntry(
                .guessed, at: SourcePlace(file: file), code: "unknown-scheme",
                "\(rowsWithoutScheme) rows have credits without a scheme, which count as unknown;"
                    + " fill in \"scheme\", such as ECTS")
        ]
    }
}
