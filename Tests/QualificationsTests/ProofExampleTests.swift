// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// The worked example of the article on proofs is what Varde writes, and holds.
struct ProofExampleTests {
    private static let rule = """
        schema: varde/rule/1
        credential: short-course
        requirement:
          id: total
          credits: 20
          with:
            - id: elsewhere
              share: at most 5
              from: provider = elsewhere
        """

    private static func file() throws -> ProofFile {
        var parts = GraphParts()
        parts.credentials = [("a", "here", 10), ("b", "elsewhere", 5), ("c", "elsewhere", 5)].map {
            var credential = Credential(id: $0.0, title: "", kind: .course)
            credential.provider = $0.1
            credential.credits = Credits(ExactDecimal($0.2))
            return credential
        }
        parts.credentials.append(Credential(id: "short-course", title: "", kind: .certificate))
        let graph = try Graph(parts)
        let rule = try #require(
            RuleFile.read(Array(rule.utf8), file: "rule.yaml").rules.first)
        let learner = try Learner(
            id: "learner", awards: ["a", "b", "c"].map { Award(credential: $0) })
        var terms = AuditTerms(asOf: CalendarDate(dayNumber: 20_000))
        terms.explains = true
        let made = audit(learner, of: rule, in: graph, terms: terms)
        let found = proof(of: learner, toward: rule, in: graph, terms: terms)
        return ProofFile(try #require(found), of: made, learner, in: graph, terms: terms)
    }

    /// The blocks of code of a language in the article.
    private static func blocks(_ language: String) throws -> [String] {
        let article = try String(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Sources/Qualifications/Qualifications.docc/Proofs.md"), encoding: .utf8)
        return article.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    @Test func `the rule and the evidence stand in the article`() throws {
        let file = try Self.file()
        #expect(try file.verification(file: "") == .confirmed)
        #expect(try Self.blocks("yaml").first == Self.rule + "\n")
        let text = try file.text
        let written = try JSONDocument(text)["evidence"]
        let shown = try JSONDocument(try #require(Self.blocks("json").first))["evidence"]
        #expect(shown == written, "\(text)")
    }
}
