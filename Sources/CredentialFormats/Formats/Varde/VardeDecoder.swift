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

    private mutating func countScheme(_ credits: Credits?) {
        if credits?.scheme == .unknown { rowsWithoutScheme += 1 }
    }

    // MARK: Outcomes and skills

    private func outcome(_ row: VardeRow) throws(VardeRow.Problem) -> LearningOutcome {
        LearningOutcome(
            id: try row.needed(OutcomeColumn.id),
            credential: try row.needed(OutcomeColumn.credential),
            text: try row.neededText(OutcomeColumn.text))
    }

    private func alignment(_ row: VardeRow) throws(VardeRow.Problem) -> Alignment {
        let outcome = try row.needed(AlignmentColumn.outcome)
        let skill = try row.needed(AlignmentColumn.skill)
        return Alignment(
            outcome: outcome,
            skill: Self.isURI(skill) ? SkillReference(uri: skill) : SkillReference(label: skill),
            weight: try weight(row), proficiency: try proficiency(row),
            source: row.text(AlignmentColumn.source))
    }

    private func weight(_ row: VardeRow) throws(VardeRow.Problem) -> Double {
        guard let text = row.numeral(AlignmentColumn.weight) else { return 1 }
        if let weight = Double(text), weight > 0, weight <= 1 { return weight }
        throw row.problem(
            AlignmentColumn.weight, "bad-weight",
            "\"\(row.shown(text))\" is not a weight; it is above 0 and at most 1")
    }

    private func proficiency(_ row: VardeRow) throws(VardeRow.Problem) -> Level? {
        guard let text = row.text(AlignmentColumn.proficiency) else { return nil }
        if text.contains(":"), let level = Level(text) { return level }
        throw row.problem(
            AlignmentColumn.proficiency, "bad-proficiency",
            "\"\(row.shown(text))\" needs its framework, such as CEFR:B2")
    }

    private func skill(_ row: VardeRow) throws(VardeRow.Problem) -> Skill {
        let uri = try row.needed(SkillColumn.uri)
        guard Self.isURI(uri) else {
            throw row.problem(
                SkillColumn.uri, "bad-uri",
                "\"\(row.shown(uri))\" is not a URI; write urn:your-college:skill:1 or an address")
        }
        return Skill(
            uri: uri, label: try row.neededText(SkillColumn.label),
            alternatives: row.entries(SkillColumn.alternatives),
            kind: try row.word(SkillColumn.kind, of: Skill.Kind.self) ?? .skill,
            framework: Framework(
                row.text(SkillColumn.framework) ?? "local",
                version: row.text(SkillColumn.version) ?? declaredVersion ?? "unknown"))
    }

    /// Returns whether `text` names a skill by URI: whether it has a scheme.
    static func isURI(_ text: String) -> Bool {
        if text.contains(where: \.isWhitespace) { return false }
        if text.lowercased().hasPrefix("urn:") { return true }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        return text[colon...].hasPrefix("://")
            && text[..<colon].utf8.allSatisfy { Selector.isScheme($0) }
    }
}

extension Selector {
    /// Returns whether `byte` may stand in the scheme of a URI (RFC 3986, section 3.1).
    fileprivate static func isScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }
}

extension VardeDecoder {
    // MARK: Relations, rules and conversions

    private func relation(_ row: VardeRow) throws(VardeRow.Problem) -> Record {
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

    private func conversion(_ row: VardeRow) throws(VardeRow.Problem) -> CreditConversion {
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

    private func requirement(_ row: VardeRow) throws(VardeRow.Problem) -> RequirementRow {
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

    // MARK: Awards

    private mutating func award(_ row: VardeRow) throws(VardeRow.Problem) -> Record {
        let learner = try learner(row)
        var award = Award(
            credential: try row.needed(AwardColumn.credential), date: try row.date(AwardColumn.date))
        award.progress = try row.word(AwardColumn.status, of: Award.Progress.self) ?? .completed
        award.grade = row.text(AwardColumn.grade).map {
            Grade($0, scale: row.text(AwardColumn.scale))
        }
        award.credits = try row.credits(AwardColumn.credits, AwardColumn.scheme)
        countScheme(award.credits)
        award.level = try row.level(AwardColumn.level)
        award.field = row.text(AwardColumn.field)
        award.provider = row.text(AwardColumn.provider)
        award.kind = try row.word(AwardColumn.kind, of: Credential.Kind.self)
        award.expires = try row.date(AwardColumn.expires)
        award.verification =
            try row.word(AwardColumn.verification, of: Award.Verification.self) ?? .unverified
        return .award(award, learner: learner)
    }

    private func learner(_ row: VardeRow) throws(VardeRow.Problem) -> String? {
        guard let learner = row.text(AwardColumn.learner) else {
            if allowsWallet { return nil }
            throw row.problem(
                AwardColumn.learner, "missing-learner", "\"learner\" is empty; use a pseudonym")
        }
        // The address itself is not repeated: a ledger is kept and passed on.
        guard !learner.utf8.contains(UInt8(ascii: "@")) else {
            throw row.problem(
                AwardColumn.learner, "not-a-pseudonym",
                "a learner's id must not hold an @; use a pseudonym")
        }
        return learner
    }

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
