// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport

/// All that a format has read from a file.
struct Reading {
    var records: [Record] = []
    var places: [SourcePlace] = []
    var notes: [LedgerEntry] = []
    var events: [FormatEvent] = []

    /// Reads `bytes` in chunks of `chunk`, or of random sizes.
    init(
        _ bytes: some Sequence<UInt8>, as format: any Format, file: String = "file",
        folder: String? = nil, version: String? = nil, chunk: Int = 65_536,
        random: inout SeededGenerator
    ) throws {
        let bytes = Array(bytes)
        var reader = format.makeReader(
            for: FormatSource(file: file, folder: folder, frameworkVersion: version))
        var start = 0
        while start < bytes.count {
            let length = chunk > 0 ? chunk : Int.random(in: 1...97, using: &random)
            let end = min(bytes.count, start + length)
            try reader.read(bytes[start..<end]) { add($0) }
            start = end
        }
        try reader.finish { add($0) }
    }

    init(
        _ bytes: some Sequence<UInt8>, as format: any Format, file: String = "file",
        folder: String? = nil, version: String? = nil, chunk: Int = 65_536
    ) throws {
        var random = SeededGenerator(seed: 1)
        try self.init(
            bytes, as: format, file: file, folder: folder, version: version, chunk: chunk,
            random: &random)
    }

    init(
        _ text: String, as name: String, file: String = "file", chunk: Int = 65_536
    ) throws {
        try self.init(
            text.utf8, as: Formats.all.first { $0.name == name } ?? Formats.all[0],
            file: file, chunk: chunk)
    }

    /// Reads a reference file by the format that recognises it.
    init(reference path: String, version: String? = nil) throws {
        let bytes = try Data(contentsOf: ReferenceData.url(path))
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let format = Formats.detect(FileOpening(file: file, bytes: bytes)) else {
            throw FormatError(at: SourcePlace(file: file), code: "unrecognised", "no format")
        }
        try self.init(
            bytes, as: format, file: file,
            folder: path.split(separator: "/").dropLast().joined(separator: "/"), version: version)
    }

    private mutating func add(_ event: FormatEvent) {
        events.append(event)
        switch event {
        case .record(let record, let place):
            records.append(record)
            places.append(place)
        case .note(let entry): notes.append(entry)
        }
    }

    var skills: [Skill] { records.compactMap { if case .skill(let it) = $0 { it } else { nil } } }
    var occupations: [Occupation] {
        records.compactMap { if case .occupation(let it) = $0 { it } else { nil } }
    }
    var skillRelations: [SkillRelation] {
        records.compactMap { if case .skillRelation(let it) = $0 { it } else { nil } }
    }
    var credentials: [Credential] {
        records.compactMap { if case .credential(let it) = $0 { it } else { nil } }
    }
    var relations: [CredentialRelation] {
        records.compactMap { if case .credentialRelation(let it) = $0 { it } else { nil } }
    }
    var outcomes: [LearningOutcome] {
        records.compactMap { if case .outcome(let it) = $0 { it } else { nil } }
    }
    var alignments: [Alignment] {
        records.compactMap { if case .alignment(let it) = $0 { it } else { nil } }
    }
    var requirements: [RequirementRow] {
        records.compactMap { if case .requirement(let it) = $0 { it } else { nil } }
    }
    var conversions: [CreditConversion] {
        records.compactMap { if case .conversion(let it) = $0 { it } else { nil } }
    }
    var awards: [Award] {
        records.compactMap { if case .award(let it, _) = $0 { it } else { nil } }
    }
    var learners: [String?] {
        records.compactMap { if case .award(_, let learner) = $0 { .some(learner) } else { nil } }
    }
    var rejected: [LedgerEntry] { notes.filter { $0.action == .rejected } }

    /// The codes of the notes, in order.
    var codes: [String] { notes.map(\.code) }

    /// Everything as text, for telling whether something must not be in it.
    var everything: String { "\(records)\n\(notes)" }
}
