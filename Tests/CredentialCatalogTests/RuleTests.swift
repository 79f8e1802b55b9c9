// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct RuleTests {
    private static let credentials = ["a", "b", "c", "d"]

    /// A catalogue with the credentials that random rules name.
    private func catalog(_ folder: TemporaryFolder) throws -> Catalog {
        let catalog = try Catalog(writing: folder.path())
        try catalog.take(
            Self.credentials.map { credential($0) } + [outcome("lo", of: "a"), skill("s")])
        return catalog
    }

    private func source(_ seed: UInt64) -> RandomRule {
        RandomRule(
            seed: seed, credentials: Self.credentials, outcomes: ["lo"], skills: [uri("s")])
    }

    private func rules(_ catalog: Catalog) throws -> [Rule] {
        try catalog.read { try $0.parts() }.rules
    }

    private func rule(_ name: String? = nil, _ requirement: Requirement? = nil) -> Rule {
        var rule = Rule(
            credential: "d", use: .completion,
            requirement: requirement
                ?? Requirement(id: "root", kind: .credential("a", overlap: nil)))
        rule.name = name
        return rule
    }

    @Test func `thousands of rules of every kind and term come back as they were`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        let stored = (0..<oracleCases(debug: 1000)).map { number in
            var source = source(UInt64(number))
            return source.rule(
                of: Self.credentials[number % 4], Rule.Use.allCases[number / 4 % 2],
                name: "version \(number)")
        }
        let (summary, ledger) = try catalog.take(stored.map { .rule($0) })
        #expect(ledger.isEmpty)
        #expect(summary.count(.rule).added == stored.count)
        let found = try Catalog(reading: folder.path()).read { try $0.parts() }.rules
        #expect(found.count == stored.count)
        let byName = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        for rule in stored where byName[rule.id] != rule { Issue.record("\(rule.id) differs") }
        let before = try folder.contents()
        let (again, _) = try catalog.take(stored.shuffled().map { .rule($0) })
        #expect(again.count(.rule).unchanged == stored.count)
        #expect(again.logNumber == nil)
        #expect(try folder.contents() == before)
    }

    @Test func `wherever two rules differ at all a difference is listed`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            var source = source(seed)
            let (old, new) = (source.rule(of: "d", .completion), source.rule(of: "d", .completion))
            try catalog.take([.rule(old)])
            let (summary, _) = try catalog.take([.rule(new)])
            #expect(summary.count(.rule).changed == (old == new ? 0 : 1))
            #expect(summary.differenceCount > 0 || old == new, "seed \(seed)")
            #expect(try rules(catalog) == [new])
        }
    }

    @Test func `a changed rule is listed with the fields that changed and no others`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        var changed = rule()
        try catalog.take([.rule(changed)])
        changed.title = LocalizedText("Degree", language: "en")
        changed.startedFrom = CalendarDate("2024-08-01")
        changed.counts = .comparison(.age, .atMost, "5y")
        changed.scales = [
            try GradeScale(name: "s", steps: [.init("F"), .init("A")], passMark: "A")
        ]
        changed.recognition = Recognition(own: ["o"], bodies: [.init("p", isProvisional: true)])
        changed.equivalences = [
            .init("b", countsFor: "a", overlap: Fraction(thousandths: 800))
        ]
        let (summary, _) = try catalog.take([.rule(changed)])
        let lines = summary.differences.map { "\($0.field): \($0.old ?? "-") > \($0.new ?? "-")" }
        #expect(
            lines == [
                "startedFrom: - > 2024-08-01", "counts: any > age <= 5y", "title@en: - > Degree",
                "scale \"s\": - > F, A; pass A", "recognition: - > o",
                "recognition \"p\": - > provisional", "equivalence b → a: - > 80%",
            ])
        #expect(summary.differences.allSatisfy { $0.id == "d/completion" })
    }

    @Test func `children in another order are a change`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        let parts = ["x", "y"].map { Requirement(id: $0, kind: .decision(by: $0)) }
        try catalog.take([.rule(rule(nil, Requirement(id: "root", kind: .all(parts))))])
        let turned = rule(nil, Requirement(id: "root", kind: .all(parts.reversed())))
        let (summary, _) = try catalog.take([.rule(turned)])
        #expect(summary.differences.map(\.field) == ["order"])
        #expect(summary.differences.map(\.new) == ["root, y, x"])
        #expect(try rules(catalog) == [turned])
    }

    @Test func `a credential may have several versions, and each is replaced by itself`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        var (old, new) = (rule("d-2020"), rule("d-2024"))
        old.startedBefore = CalendarDate("2024-08-01")
        new.startedFrom = CalendarDate("2024-08-01")
        try catalog.take([.rule(new), .rule(rule()), .rule(old)])
        #expect(try rules(catalog) == [old, rule(), new].sorted { $0.id < $1.id })
        new.version = "2"
        let (summary, _) = try catalog.take([.rule(new)])
        #expect(summary.count(.rule).changed == 1)
        #expect(summary.differences.map(\.id) == ["d-2024"])
        let graph = try catalog.read { try Graph($0.parts()) }
        #expect(graph.versions(.completion, of: 3).map(\.id).last == "d-2024")
    }

    @Test func `rows and a rule file of one id replace each other, the later import counting`()
        throws
    {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        var row = RequirementRow(
            credential: "d", use: .completion, id: "root", parent: nil, kind: "credits")
        (row.minimum, row.options) = ("60", "partial")
        var whole = rule()
        whole.awarding = .automatic
        try catalog.take([.requirement(row)])
        let (later, _) = try catalog.take([.rule(whole)])
        #expect(later.count(.rule).changed == 1)
        #expect(try rules(catalog) == [whole])
        let (last, _) = try catalog.take([.requirement(row)])
        #expect(last.count(.rule).changed == 1)
        #expect(last.differences.map(\.field).contains("awarding"))
        guard case .count(let demand) = try rules(catalog).first?.requirement.kind else {
            Issue.record("no count")
            return
        }
        #expect(demand.isPartial)
    }

    @Test func `two of one id in a command: a mistake in one file, listed in two`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        var other = rule()
        other.version = "2"
        let (summary, ledger) = try catalog.take([.rule(rule()), .rule(other), .rule(rule())])
        #expect(ledger.count == 1)
        #expect(ledger[0].hasPrefix("test.csv:2:1: duplicate-rule: rule \"d/completion\""))
        #expect(summary.count(.rule).unchanged == 1)
        var notes: [LedgerEntry] = []
        try catalog.importing(today, ledger: { notes.append($0) }) {
            try $0.add(.rule(other), at: place(1, "one.yaml"))
            try $0.add(.rule(rule()), at: place(1, "two.yaml"))
        }
        #expect(notes.map(\.code) == ["differing-rule"])
        #expect(notes.map(\.action) == [.ignored])
        #expect(try rules(catalog) == [other])
    }

    @Test func `what a rule refers to must be there, wherever it does`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        func named(_ name: String, _ kind: Requirement.Kind) -> Record {
            let leaf = Requirement(id: "leaf", kind: kind)
            return .rule(rule(name, Requirement(id: "root", kind: .any([leaf]))))
        }
        var held = rule("held")
        held.equivalences = [.init("nowhere", countsFor: "a")]
        var wanted = rule("wanted")
        wanted.equivalences = [.init("a", countsFor: "nowhere")]
        var owner = rule("owner")
        owner.credential = "nobody"
        let (summary, ledger) = try catalog.take([
            named("1", .credential("aa", overlap: Fraction(thousandths: 800))),
            named("2", .order(["a", "bb"])), named("3", .outcome("lo2")),
            named("4", .skill(uri("t"), atLeast: nil)), .rule(held), .rule(wanted), .rule(owner),
            .rule(rule("good")),
        ])
        #expect(summary.count(.rule).read == 8)
        #expect(summary.count(.rule).rejected == 7)
        let codes = ledger.map { $0.split(separator: ":")[3].trimmingPrefix(" ") }
        #expect(
            codes == [
                "unknown-credential", "unknown-credential", "unknown-outcome", "unknown-skill",
                "unknown-credential", "unknown-credential", "unknown-credential",
            ])
        #expect(ledger.map { $0.prefix(10) } == (1...7).map { "test.csv:\($0)" })
        #expect(ledger[2].contains("(nearest: \"lo\")"))
        #expect(try rules(catalog).map(\.id) == ["good"])
    }

    @Test func `a rule that cannot be is rejected alone`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        let leaf = Requirement(id: "root", kind: .decision(by: "x"))
        var deep = Requirement(id: "n0", kind: .all([]))
        for level in 1..<65 { deep = Requirement(id: "n\(level)", kind: .all([deep])) }
        let share = Requirement(
            id: "s", kind: .share(.init(minimum: .amount(ExactDecimal(1)), of: .everything)))
        let vast = Requirement.Demand(minimum: ExactDecimal(100_001))
        let endless = Requirement.Demand(minimum: ExactDecimal(thousandths: .max))
        let (summary, ledger) = try catalog.take([
            .rule(rule("1", Requirement(id: "root", kind: .all([leaf])))), .rule(rule("2", deep)),
            .rule(rule("3", Requirement(id: "root", kind: .all([share])))),
            .rule(rule("4", Requirement(id: "root", kind: .count(vast)))),
            .rule(rule("5", Requirement(id: "root", kind: .count(endless)))),
            .rule(rule("6", Requirement(id: "", kind: .all([])))), credential("e"),
        ])
        #expect(ledger.count == 6)
        #expect(ledger.allSatisfy { $0.contains(": bad-rule: ") })
        #expect(summary.count(.rule).rejected == 6)
        #expect(summary.count(.credential).added == 1)
        #expect(try rules(catalog).isEmpty)
    }

    @Test func `the views show the terms of a rule and the options of a requirement`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        let share = Requirement(
            id: "s",
            kind: .share(
                .init(
                    maximum: .fraction(Fraction(thousandths: 500)), unit: .awards,
                    of: .comparison(.kind, .equal, "badge"), basis: .counted)))
        var stored = rule(
            "d-2024",
            Requirement(
                id: "root", isShared: true,
                kind: .count(.init(minimum: ExactDecimal(60), parts: [share]))))
        stored.title = LocalizedText([
            .init(language: "de", text: "Abschluss"), .init(language: "en-IE", text: "Degree"),
        ])
        stored.validFrom = CalendarDate("2024-08-01")
        stored.startedBefore = CalendarDate("2027-08-01")
        stored.counts = .comparison(.used, .equal, "no")
        stored.isSecondary = true
        stored.recognition = Recognition(own: ["o", "p"], bodies: [.init("q")])
        stored.equivalences = [.init("b", countsFor: "a"), .init("c", countsFor: "a")]
        stored.scales = [try GradeScale(name: "s", steps: [.init("A")])]
        try catalog.take([.rule(stored), .rule(rule())])
        let raw = try Raw(folder.path())
        #expect(
            try raw.rows(
                """
                SELECT id, name, title, valid_from, started_from, started_before, is_secondary,
                    awarding, counts, scales, own_providers, recognised_providers,
                    equivalent_credentials FROM rule ORDER BY id
                """) == [
                    [
                        "d-2024", "d-2024", "Degree", "2024-08-01", nil, "2027-08-01", "1",
                        "on-application", "used = no", "s", "o\np", "q", "b\nc",
                    ],
                    [
                        "d/completion", nil, nil, nil, nil, nil, "0", "on-application", "any", nil,
                        nil, nil, nil,
                    ],
                ])
        #expect(
            try raw.rows(
                "SELECT id, kind, maximum, unit, options FROM requirement WHERE rule = 'd-2024'")
                == [
                    ["root", "credits", nil, "ECTS", "shared"],
                    ["s", "share", "50%", "awards", "counted"],
                ])
        #expect(
            try raw.rows("SELECT is_qualification FROM credential WHERE id = 'd'") == [["1"]])
    }

    @Test func `a document that a foreign hand changed is named as damage`() throws {
        let folder = try TemporaryFolder()
        let catalog = try catalog(folder)
        try catalog.take([.rule(rule())])
        try Raw(folder.path()).run("UPDATE rule_data SET document = '{}'")
        let error = #expect(throws: CatalogError.self) { try rules(catalog) }
        guard case .damaged(_, let detail) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(detail.contains("a rule cannot be read"))
    }
}
