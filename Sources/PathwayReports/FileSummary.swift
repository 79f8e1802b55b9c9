// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// One file that was read, and how many records it held of each noun.
public struct FileSummary: Sendable {
    /// The file as it was named.
    public let file: String
    /// The name of its format; nil where none recognised it.
    public let format: String?
    /// How many bytes it has.
    public var bytes = 0
    /// How many records it held, by noun.
    public private(set) var records: [String: Int] = [:]

    /// Creates a summary of a file of which nothing has been read.
    public init(file: String, format: String?) {
        self.file = file
        self.format = format
    }

    /// Counts a record.
    public mutating func count(_ record: Record) { records[record.noun, default: 0] += 1 }

    /// The file, its format and its counts.
    public var json: JSONValue {
        .object([
            "file": .text(file), "format": JSONValue(format), "bytes": .integer(bytes),
            "records": .object(records.mapValues { .integer($0) }),
        ])
    }

    /// What a person reads: `skills_en.csv (esco): 13896 skills`.
    public var sentence: String {
        guard let format else { return "\(file): not recognised, passed over" }
        let counts = Record.nouns.compactMap { noun in
            records[noun].map { "\($0) \($0 == 1 ? String(noun.dropLast()) : noun)" }
        }
        let list = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
        return "\(file) (\(format)): \(list)"
    }
}

extension Record {
    /// The noun of each kind of record, in the order they are listed in.
    public static let nouns = [
        "skills", "occupations", "skill relations", "credentials", "outcomes", "alignments",
        "credential relations", "requirements", "rules", "conversions", "awards",
    ]

    /// What a person calls several of these; one of them has no `s` at the end.
    public var noun: String {
        switch self {
        case .skill: "skills"
        case .occupation: "occupations"
        case .skillRelation: "skill relations"
        case .credential: "credentials"
        case .outcome: "outcomes"
        case .alignment: "alignments"
        case .credentialRelation: "credential relations"
        case .requirement: "requirements"
        case .rule: "rules"
        case .conversion: "conversions"
        case .award: "awards"
        }
    }
}
