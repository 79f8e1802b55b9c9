// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import SkillsGraph

/// A folder that goes when the test ends.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(
        path: "varde-\(UUID().uuidString)", directoryHint: .isDirectory)

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in it.
    func path(_ name: String = "catalog.sqlite") -> String { url.appending(path: name).path }

    /// The bytes of every file in it, by name.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
            contents[name] = try Data(contentsOf: url.appending(path: name))
        }
        return contents
    }
}

let today = ImportStamp(date: CalendarDate(dayNumber: 20_780), engine: "varde test")

/// Where the record of this number is said to stand.
func place(_ line: Int, _ file: String = "test.csv") -> SourcePlace {
    SourcePlace(file: file, line: line, column: 1)
}

extension Catalog {
    /// Imports records, the first of them at line 1.
    @discardableResult
    func take(
        _ records: [Record], learner: String? = nil, strict: Bool = false,
        as standing: Standing = .definition, from file: String = "test.csv"
    ) throws -> (summary: ImportSummary, ledger: [String]) {
        var ledger: [String] = []
        let summary = try importing(today, strict: strict, ledger: { ledger.append("\($0)") }) {
            $0.source(file, format: "test")
            for (index, record) in records.enumerated() {
                try $0.add(record, at: place(index + 1, file), learner: learner, as: standing)
            }
        }
        return (summary, ledger)
    }

    /// The learners, by id.
    func allLearners() throws -> [Learner] {
        try read { snapshot in
            var learners: [Learner] = []
            try snapshot.forEachLearner { learners.append($0) }
            return learners
        }
    }
}

let esco = Framework("ESCO", version: "1.1.1")

func skill(_ name: String, _ label: String? = nil, _ others: [String] = []) -> Record {
    .skill(
        Skill(
            uri: "http://example.org/skill/\(name)",
            label: LocalizedText(label ?? name, language: "en"),
            alternatives: others.map { .init(language: "en", text: $0) }, framework: esco))
}

func uri(_ name: String) -> String { "http://example.org/skill/\(name)" }

func credential(_ id: String, credits: Int? = nil) -> Record {
    var credential = Credential(id: id, title: LocalizedText("Title of \(id)", language: "en"))
    credential.credits = credits.map { Credits(ExactDecimal($0)) }
    return .credential(credential)
}

func outcome(_ id: String, of credential: String) -> Record {
    .outcome(LearningOutcome(id: id, credential: credential, text: LocalizedText("Can \(id)")))
}

func award(_ credential: String, _ learner: String?, _ day: Int? = 20_000) -> Record {
    .award(
        Award(credential: credential, date: day.map { CalendarDate(dayNumber: $0) }),
        learner: learner)
}
