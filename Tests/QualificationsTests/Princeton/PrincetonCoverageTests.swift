// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// The files of one folder of the reference data, read for learners of one year.
private struct PrincetonFiles {
    static let root = "data/qualification-rules/princeton"

    let results: [(file: String, result: ForeignRules.Result)]

    init(_ folders: [String], startYear: Int?) throws {
        results = try folders.flatMap { folder in
            let url = ReferenceData.url("\(Self.root)/\(folder)")
            let files = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
            return try files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.map { file in
                let bytes = try Data(contentsOf: url.appending(path: file))
                let source = ForeignRules.Source(
                    bytes: Array(bytes), file: file, startYear: startYear)
                return ("\(folder)/\(file)", try ForeignRules.princeton.read(source))
            }
        }
    }

    static func current(startYear: Int? = 2022) throws -> PrincetonFiles {
        try PrincetonFiles(
            ["majors", "minors", "certificates", "degrees"], startYear: startYear)
    }
}

@Suite(.enabled(if: ReferenceData.has(PrincetonFiles.root)))
struct PrincetonCoverageTests {
    @Test func `all but four of the 110 programmes are fully expressed`() throws {
        let files = try PrincetonFiles.current().results
        let lacking = files.filter { !$0.result.isFullyExpressed }
        print("Princeton: \(files.count - lacking.count) of \(files.count) fully expressed")
        for (file, result) in lacking {
            for note in result.diagnostics where note.weight == .inexpressible {
                print("  \(file):\(note.line): \(note.construct): \(note.message)")
            }
        }
        #expect(files.count == 110)
        #expect(
            lacking.map(\.file) == [
                "majors/ART-HIS.yaml", "minors/creative_writing.yaml",
                "certificates/applied_and_computational_mathematics.yaml",
                "certificates/engineering_biology.yaml",
            ])
    }

    @Test func `without a year of start, only what depends on it is lacking`() throws {
        let files = try PrincetonFiles.current(startYear: nil).results
        let constructs = Set(
            files.flatMap(\.result.diagnostics).filter { $0.weight == .inexpressible }
                .map(\.construct))
        #expect(constructs == ["completed_by_semester", "min_needed"])
    }

    @Test func `what cannot be said is left to a person`() throws {
        for (file, result) in try PrincetonFiles.current().results
        where !result.isFullyExpressed {
            let asks = result.rules.flatMap(\.requirement.nodes).contains {
                if case .decision = $0.kind { true } else { false }
            }
            #expect(asks, "\(file)")
        }
    }

    @Test func `every rule fits a graph with its credential, and is the same read back`() throws {
        let results = try PrincetonFiles.current().results + golden()
        for (file, result) in results {
            var parts = GraphParts()
            parts.credentials = result.credentials
            parts.rules = result.rules
            #expect(throws: Never.self, "\(file)") { try Graph(parts) }
            let text = RuleFile.yaml(result.rules)
            let back = try RuleFile.read(Array(text.utf8), file: "\(file).yaml")
            #expect(back.rules == result.rules, "\(file)")
        }
    }

    @Test func `every rule of 2018 is read, and most are fully expressed`() throws {
        let files = try golden()
        let full = files.count { $0.result.isFullyExpressed }
        print("Princeton 2018: \(full) of \(files.count) fully expressed")
        #expect(files.count == 26)
        #expect(full >= 23)
    }

    @Test func `no name or address of a person is in any value`() throws {
        for (file, result) in try PrincetonFiles.current().results + golden() {
            let values = "\(result)"
            #expect(!values.contains("@"), "\(file)")
            let url = ReferenceData.url("\(PrincetonFiles.root)/\(file)")
            for name in try contacts(of: String(contentsOf: url, encoding: .utf8)) {
                #expect(!values.contains(name), "\(file)")
            }
        }
    }

    private func golden() throws -> [(file: String, result: ForeignRules.Result)] {
        try PrincetonFiles(["golden-2018/majors", "golden-2018/degrees"], startYear: 2014).results
    }

    /// The names that stand right above an address.
    private func contacts(of text: String) -> [String] {
        text.matches(of: /name"?: *"?([^"\n]+?)"? *,?\n *"?email/).map { String($0.1) }
    }
}
