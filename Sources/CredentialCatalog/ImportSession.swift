// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

/// One import command while it runs: takes records in any order, across all its files.
///
/// Definitions and awards are written as they come; what refers to something is put aside with its
/// place, and settled when every file has been read, so that references may point forward. Memory
/// stays flat, whatever the number of records. A session lives inside the call to
/// `Catalog.importing` that made it.
public final class ImportSession {
    let database: Database
    let ledger: Ledger
    let staging: Staging
    var skills: Store<Skill>
    var occupations: Store<Occupation>
    var credentials: Store<Credential>
    var outcomes: Store<LearningOutcome>
    var awards: AwardStore
    let frameworks: FrameworkRows
    /// Whether a skill or an occupation is new, or goes by other names.
    var areConceptsChanged = false
    private(set) var sources: [ImportSource] = []
    private(set) var derivations: [Derivation] = []
    /// What was only mentioned, taken when everything that could be defined is.
    var mentions: [Mention] = []

    init(_ database: Database, _ ledger: Ledger) throws {
        self.database = database
        self.ledger = ledger
        staging = try Staging(database)
        frameworks = FrameworkRows(database)
        skills = try .skills(database, frameworks)
        occupations = try .occupations(database, frameworks)
        credentials = try .credentials(database)
        outcomes = try .outcomes(database)
        awards = try AwardStore(database)
    }

    /// Says that a file is read, and as what, for the log.
    public func source(_ path: String, format: String) {
        sources.append(ImportSource(path: path, format: format))
    }

    /// Adds what a format noted beside its records; rejected entries count for a strict import.
    public func note(_ entry: LedgerEntry) { ledger.note(entry) }

    /// Takes a record.
    ///
    /// - Parameters:
    ///   - record: What the file says.
    ///   - place: Where it says so.
    ///   - learner: Whose award it is, where the record itself does not name a learner.
    ///   - standing: Whether the file defines, or, like a wallet, only mentions.
    /// - Throws: Where it cannot be written, an error that is to be passed on. A record that is
    ///   wrong is no error: it is listed in the ledger as rejected, and the import goes on.
    public func add(
        _ record: SkillsGraph.Record, at place: SourcePlace, learner: String? = nil,
        as standing: Standing = .definition
    ) throws {
        switch standing {
        case .definition: try take(record, at: place, learner: learner, as: .definition)
        case .mention: mentions.append(Mention(record: record, place: place, learner: learner))
        }
    }

    /// Takes a record now.
    func take(
        _ record: SkillsGraph.Record, at place: SourcePlace, learner: String?,
        as standing: Standing
    ) throws {
        switch record {
        case .award(let award, let own):
            try add(award, learner: own ?? learner, at: place)
        case .skill(let skill): try add(skill, at: place, standing)
        case .occupation(let occupation): try add(occupation, at: place, standing)
        case .skillRelation(let relation):
            ledger.count(.skillRelation, \.read)
            guard has(relation.from, relation.to, .skillRelation, at: place) else { return }
            try staging.add(relation, at: place)
        case .credential(let credential): try add(credential, at: place, standing)
        case .outcome(let outcome):
            ledger.count(.outcome, \.read)
            guard has(outcome.id, outcome.credential, .outcome, at: place) else { return }
            try staging.add(outcome, standing, at: place)
        case .alignment(let alignment): try add(alignment, at: place)
        case .credentialRelation(let relation):
            ledger.count(.credentialRelation, \.read)
            guard has(relation.from, relation.to, .credentialRelation, at: place) else { return }
            try staging.add(relation, at: place)
        case .requirement(let row): try staging.add(row, at: place)
        case .rule(let rule): try add(rule, at: place)
        case .conversion(let conversion): try add(conversion, at: place)
        }
    }

    /// Asks for derived data of the graph that comes of this import.
    ///
    /// Once the graph is built, `fingerprint` says what the data would be made from; where the
    /// catalogue holds data of another fingerprint, or none, `bytes` makes it anew. Both run
    /// inside the transaction.
    public func derive(
        _ name: String, fingerprint: @escaping (Graph) throws -> String,
        bytes: @escaping (Graph) throws -> [UInt8]
    ) {
        derivations.append(Derivation(name: name, fingerprint: fingerprint, bytes: bytes))
    }
}

/// How derived data is made.
struct Derivation {
    let name: String
    let fingerprint: (Graph) throws -> String
    let bytes: (Graph) throws -> [UInt8]
}

extension ImportSession {
    private func add(_ skill: Skill, at place: SourcePlace, _ standing: Standing) throws {
        ledger.count(.skill, \.read)
        guard has(skill.uri, .skill, at: place) else { return }
        let row = try skills.keep(
            skill.named(skill.names), at: place, file: staging.number(of: place), standing, ledger)
        guard let row else { return }
        areConceptsChanged = true
        try staging.touch(.skill, row)
    }

    private func add(_ occupation: Occupation, at place: SourcePlace, _ standing: Standing) throws {
        ledger.count(.occupation, \.read)
        guard has(occupation.uri, .occupation, at: place) else { return }
        let row = try occupations.keep(
            occupation.named(occupation.names, code: occupation.code), at: place,
            file: staging.number(of: place), standing, ledger)
        guard let row else { return }
        areConceptsChanged = true
        try staging.touch(.occupation, row)
    }

    private func add(_ credential: Credential, at place: SourcePlace, _ standing: Standing) throws {
        ledger.count(.credential, \.read)
        guard has(credential.id, .credential, at: place),
            isPossible(credential.credits, .credential, at: place),
            isPossible(hours: credential.hours, at: place)
        else { return }
        let row = try credentials.keep(
            credential.kept, at: place, file: staging.number(of: place), standing, ledger)
        if let row { try staging.touch(.credential, row) }
    }

    private func add(_ alignment: Alignment, at place: SourcePlace) throws {
        ledger.count(.alignment, \.read)
        let skill = alignment.skill.uri ?? alignment.skill.label ?? ""
        guard has(alignment.outcome, skill, .alignment, at: place) else { return }
        guard alignment.weight > 0, alignment.weight <= 1 else {
            ledger.reject(
                .alignment, at: place, "impossible-weight",
                "the weight is \(alignment.weight); a weight is above 0 and at most 1")
            return
        }
        try staging.add(alignment, at: place)
    }

    private func add(_ rule: Rule, at place: SourcePlace) throws {
        ledger.count(.rule, \.read)
        guard has(rule.credential, rule.id, .rule, at: place) else { return }
        do { try staging.add(rule: try RuleDocument.text(of: rule), at: place) } catch let error
            as RuleDocument.Unstorable
        {
            ledger.reject(
                .rule, at: place, "bad-rule",
                "rule \"\(rule.id)\" cannot be stored without loss: \(error.reason)")
        }
    }

    private func add(_ conversion: CreditConversion, at place: SourcePlace) throws {
        ledger.count(.conversion, \.read)
        guard has(conversion.from.rawValue, conversion.to.rawValue, .conversion, at: place)
        else { return }
        guard conversion.factor > .zero else {
            ledger.reject(
                .conversion, at: place, "impossible-factor",
                "the factor is \(conversion.factor); a factor is above 0")
            return
        }
        try ConversionRows(database).keep(conversion, ledger)
    }

    private func add(_ award: Award, learner: String?, at place: SourcePlace) throws {
        ledger.count(.award, \.read)
        guard let learner else {
            ledger.reject(
                .award, at: place, "no-learner",
                "nothing says whose award this is; name the learner, such as with --learner ID")
            return
        }
        guard !learner.isEmpty, !learner.utf8.contains(UInt8(ascii: "@")) else {
            ledger.reject(
                .award, at: place, "not-a-pseudonym",
                "a learner's id must not be empty or hold an @; use a pseudonym")
            return
        }
        guard has(award.credential, .award, at: place),
            isPossible(award.credits, .award, at: place)
        else { return }
        var kept = award
        kept.usedFor = award.usedFor.filter { !$0.isEmpty }.map(\.onOneLine)
        try awards.keep(kept, learner, at: place, ledger)
    }

    private func has(_ id: String, _ noun: Noun, at place: SourcePlace) -> Bool {
        if !id.isEmpty { return true }
        ledger.reject(
            noun, at: place, "missing-id", "an id is empty; every \(noun.rawValue) needs one")
        return false
    }

    private func has(_ id: String, _ other: String, _ noun: Noun, at place: SourcePlace) -> Bool {
        has(id.isEmpty ? id : other, noun, at: place)
    }

    private func isPossible(_ credits: Credits?, _ noun: Noun, at place: SourcePlace) -> Bool {
        guard let credits, !credits.isPossible else { return true }
        ledger.reject(
            noun, at: place, "impossible-credits",
            "a \(noun.rawValue) cannot carry \(credits); credits are 0 to 100000")
        return false
    }

    private func isPossible(hours: ExactDecimal?, at place: SourcePlace) -> Bool {
        guard let hours, !Credential.possibleHours.contains(hours) else { return true }
        ledger.reject(
            .credential, at: place, "impossible-hours",
            "a credential cannot take \(hours) hours; hours are 0 to 1000000")
        return false
    }
}
