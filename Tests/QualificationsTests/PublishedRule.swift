// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// The rules of one file in `PublishedRules`, and a catalogue of what can be held toward them.
struct PublishedRule {
    /// What an audit should say; of what is not given, nothing is asked.
    struct Expectation {
        var status: Status
        var credits = "0"
        var units = "0"
        var count = 0
        /// The requirements that keep the rule from being met, as far down as they are named.
        var open: Set<String>?
        var warnings: Set<String> = []
        /// The reasons for which awards are left out, by the ids of their credentials.
        var unused: [String: UnusedAward.Reason]?

        static var met: Self { Self(status: .met) }

        static func met(unused: [String: UnusedAward.Reason]) -> Self {
            Self(status: .met, unused: unused)
        }

        static func met(warning: String) -> Self { Self(status: .met, warnings: [warning]) }

        static func lacks(
            _ credits: String = "0", units: String = "0", count: Int = 1, _ open: Set<String>? = nil
        ) -> Self {
            Self(status: .notMet, credits: credits, units: units, count: count, open: open)
        }

        static func cannotTell(
            _ credits: String = "0", units: String = "0", count: Int = 1, _ open: Set<String>? = nil
        ) -> Self {
            Self(status: .cannotTell, credits: credits, units: units, count: count, open: open)
        }
    }

    let file: String
    var rules: [Rule]
    let graph: Graph

    /// Reads `file` and checks its rules against a catalogue of these credentials.
    init(
        _ file: String, _ credentials: [Credential], relations: [CredentialRelation] = []
    ) throws {
        self.file = file
        rules = try Self.read(file).rules
        var parts = GraphParts()
        let targets = Set(rules.map(\.credential)).subtracting(credentials.map(\.id)).sorted()
        parts.credentials =
            credentials + targets.map { Credential(id: $0, title: "Target", kind: .degree) }
        parts.credentialRelations = relations
        parts.rules = rules
        graph = try Graph(parts)
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "PublishedRules")

    static func read(_ file: String) throws -> RuleDocument {
        let url = folder.appending(path: file + ".yaml")
        return try RuleFile.read(Array(try Data(contentsOf: url)), file: file + ".yaml")
    }

    /// Every file there is, by name.
    static func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The rule of this id; the first where none is named.
    func rule(_ id: String?) throws -> Rule {
        try #require(id.map { id in rules.first { $0.id == id } } ?? rules.first, "\(file)")
    }

    func audited(of id: String? = nil, _ awards: [Award], on day: String) throws -> Audit {
        audit(
            try Learner(id: "pseudonym", awards: awards), of: try rule(id), in: graph,
            asOf: try #require(CalendarDate(day)))
    }

    /// Audits a portfolio and compares; so does the oracle, where it can try every assignment.
    func expect(
        _ portfolio: Comment, of id: String? = nil, _ awards: [Award],
        on day: String = "2026-01-15",
        _ expected: Expectation, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let made = try audited(of: id, awards, on: day)
        func same<T: Equatable>(_ left: T, _ right: T) {
            #expect(left == right, portfolio, sourceLocation: sourceLocation)
        }
        same(made.status, expected.status)
        same(made.remaining.credits.description, expected.credits)
        same(made.remaining.units.description, expected.units)
        same(made.remaining.count, expected.count)
        same(made.proved, true)
        if let open = expected.open { same(made.innermostOpen, open) }
        same(Set(made.warnings.map(\.code)), expected.warnings)
        if let unused = expected.unused {
            let found = made.unused.map { (awards: $0.award.prefix { $0 != "@" }, $0.reason) }
            same(
                Dictionary(found.map { (String($0.awards), $0.1) }, uniquingKeysWith: { $1 }),
                unused)
        }
        let learner = try Learner(id: "pseudonym", awards: awards)
        let oracle = BruteForce(
            learner.awards, try rule(id), graph, asOf: try #require(CalendarDate(day)))
        guard oracle.placementCount <= 2000 else { return }
        same(oracle.status, made.status)
        same(oracle.certain.credits, made.remaining.credits.thousandths)
        same(oracle.certain.units, made.remaining.units.thousandths)
        same(oracle.certain.count, made.remaining.count)
    }
}

extension Audit {
    /// What is open and has nothing below it that is.
    fileprivate var innermostOpen: Set<String> {
        let open = Set(root.open.map(\.id))
        return Set(
            root.open.filter { node in
                !node.nodes.dropFirst().contains { open.contains($0.id) }
            }.map(\.id))
    }
}

/// Credentials of one sort: `15 NFQ` each, at a level, of a provider, with tags.
func courses(
    _ ids: [String], _ credits: String? = nil, level: String? = nil, by provider: String? = nil,
    kind: Credential.Kind = .module, tags: [String] = [], hours: Int? = nil
) -> [Credential] {
    ids.map { id in
        var credential = Credential(id: id, title: "Title", kind: kind)
        if let words = credits?.split(separator: " ", maxSplits: 1), words.count == 2,
            let amount = ExactDecimal(String(words[0]))
        {
            credential.credits = Credits(amount, CreditScheme(rawValue: String(words[1])))
        }
        credential.level = level.flatMap { Level($0) }
        credential.provider = provider
        credential.tags = tags
        credential.hours = hours.map { ExactDecimal($0) }
        return credential
    }
}

/// Returns so many ids that differ in their number.
func numbered(_ prefix: String, _ count: Int) -> [String] {
    (0..<count).map { "\(prefix)-\($0 + 1)" }
}

/// Awards of these credentials, all alike; a grade is `SCALE:GRADE`.
func held(
    _ ids: [String], on day: String? = nil, grade: String? = nil, until last: String? = nil,
    usedFor: [String] = []
) -> [Award] {
    ids.map { id in
        var award = Award(credential: id, date: day.flatMap { CalendarDate($0) })
        if let words = grade?.split(separator: ":"), words.count == 2 {
            award.grade = Grade(String(words[1]), scale: String(words[0]))
        }
        award.expires = last.flatMap { CalendarDate($0) }
        award.usedFor = usedFor
        return award
    }
}
