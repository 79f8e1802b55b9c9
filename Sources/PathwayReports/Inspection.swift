// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What was understood of files: the first records of each noun and file, and the ledger.
public struct Inspection: Sendable {
    private let limit: Int
    private var table = Table(
        title: "Records",
        columns: [
            .init("file", title: "File"), .init("line", title: "Line", kind: .integer),
            .init("noun", title: "Noun"), .init("id", title: "Id"),
            .init("detail", title: "Detail"),
        ])
    private var ledger = Ledger()
    private var counts: [Key: Int] = [:]

    private struct Key: Hashable {
        let file: String
        let noun: String
    }

    /// Creates an inspection that keeps so many records of each noun and file.
    public init(limit: Int) { self.limit = limit }

    /// Adds a record, or counts it where enough of its kind are kept.
    public mutating func add(_ record: Record, at place: SourcePlace) {
        let key = Key(file: place.file, noun: record.noun)
        counts[key, default: 0] += 1
        guard counts[key, default: 0] <= limit else { return }
        table.append([
            .text(place.file), place.line > 0 ? .integer(place.line) : .missing,
            .text(String(record.noun.dropLast())), .text(record.id), .text(record.detail),
        ])
    }

    /// Adds an entry of the ledger.
    public mutating func add(_ entry: LedgerEntry) { ledger.add(entry) }

    /// Returns the report: `varde/inspect/1`.
    public func report(on files: [FileSummary]) -> Report {
        var report = Report(
            "inspect", table,
            fields: [
                "files": .list(files.map(\.json)), "actions": ledger.jsonCounts,
                "ledger": ledger.json, "records": .list(table.jsonRows),
            ], disclosure: Disclosure())
        report.above = files.map(\.sentence)
        report.below = ledger.lines()
        return report
    }
}

extension Record {
    /// The id of what is said, or of what it is said about.
    fileprivate var id: String {
        switch self {
        case .skill(let skill): skill.uri
        case .occupation(let occupation): occupation.uri
        case .skillRelation(let relation): relation.from
        case .credential(let credential): credential.id
        case .outcome(let outcome): outcome.id
        case .alignment(let alignment): alignment.outcome
        case .credentialRelation(let relation): relation.from
        case .requirement(let row): "\(row.credential)/\(row.use.rawValue)/\(row.id)"
        case .rule(let rule): rule.id
        case .conversion(let conversion): conversion.from.rawValue
        case .award(let award, _): award.credential
        }
    }

    /// What is said, in a few words.
    fileprivate var detail: String {
        switch self {
        case .skill(let skill): "\(skill.label.text()) (\(skill.framework))"
        case .occupation(let occupation): "\(occupation.label.text()) (\(occupation.framework))"
        case .skillRelation(let relation): "\(relation.kind.rawValue) \(relation.to)"
        case .credential(let credential):
            Self.join(
                credential.title.text(), credential.kind.rawValue, credential.provider,
                credential.credits?.description, credential.level?.description)
        case .outcome(let outcome): outcome.text.text()
        case .alignment(let alignment):
            Self.join(
                alignment.skill.label, alignment.skill.uri, alignment.proficiency?.description)
        case .credentialRelation(let relation): "\(relation.kind.rawValue) \(relation.to)"
        case .requirement(let row): Self.join(row.kind, row.minimum, row.unit, row.of)
        case .rule(let rule):
            Self.join(
                rule.credential, rule.use.rawValue, rule.version,
                "\(rule.requirement.nodes.count) requirements")
        case .conversion(let conversion):
            "× \(conversion.factor) to \(conversion.to.rawValue) (\(conversion.source))"
        case .award(let award, let learner):
            Self.join(
                learner, award.progress.rawValue, award.date?.description, award.grade?.text,
                award.credits?.description)
        }
    }

    private static func join(_ parts: String?...) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
