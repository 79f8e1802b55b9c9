// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

/// Rules of real awarding bodies as facts (codes and numbers), each with the page it restates.
struct PublishedRuleTests {
    // MARK: QQI 5M2009, https://qsearch.qqi.ie/WebPart/AwardDetails?awardCode=5M2009

    private static let core = ["5N1764", "5N1765", "5N1770", "5N1773"]

    private static func earlyChildhoodGraph() throws -> Graph {
        let levelFive =
            core + [
                "5N1356", "5N1433", "5N0690", "5N0972", "5N1367", "5N1390", "5N1279", "5N1370",
                "5N1394", "5N1763", "5N1766", "5X0001",
            ]
        var parts = Catalogue.parts(levelFive, credits: 15, "NFQ", level: "NFQ:5")
        parts.credentials +=
            Catalogue.parts(["6X0001"], credits: 15, "NFQ", level: "NFQ:6")
            .credentials
        parts.credentials +=
            Catalogue.parts(["5N1207"], credits: 5, "NFQ", level: "NFQ:5")
            .credentials
        parts.credentials.append(Credential(id: "5M2009", title: "The award"))
        var rule = Rule(
            credential: "5M2009", use: .completion,
            requirement: .credits(
                "total", 120, maximum: 120, "id = nothing", "NFQ",
                parts: core.map { .credential($0) } + [
                    .credits("work", 15, "id in (5N1356, 5N1433)", "NFQ"),
                    .credits(
                        "communication", 15, "id in (5N0690, 5N0972, 5N1367, 5N1390)", "NFQ"),
                    .credits(
                        "general", 15,
                        "id in (5N1279, 5N1370, 5N1394, 5N1763, 5N1766, 5N1207)", "NFQ"),
                    .credits(
                        "rest", 15, "level = NFQ:5", "NFQ",
                        parts: [
                            .credits(
                                "other levels", 0, maximum: 15, "level = NFQ:4 or level = NFQ:6",
                                "NFQ")
                        ]),
                ]))
        rule.validUntil = CalendarDate(year: 2023, month: 12, day: 31)
        rule.source = "https://qsearch.qqi.ie/WebPart/AwardDetails?awardCode=5M2009"
        parts.rules = [rule]
        return try Graph(parts)
    }

    private static func earlyChildhood(
        _ more: [String], on day: CalendarDate? = CalendarDate(year: 2023, month: 6, day: 1)
    ) throws -> Audit {
        let graph = try earlyChildhoodGraph()
        return audit(
            try Catalogue.learner(core + more), of: graph.rules[0], in: graph,
            asOf: try #require(day))
    }

    @Test(arguments: [
        ["5N1356", "5N0690", "5N1279", "5X0001"], ["5N1356", "5N0690", "5N1279", "6X0001"],
        ["5N1356", "5N0690", "5N1279", "5N1433"],
    ])
    func `R1 a to c are met, the last unit from level 5, level 6 or a second work unit`(
        last: [String]
    ) throws {
        let made = try Self.earlyChildhood(last)
        #expect(made.status == .met)
        #expect(made.assignment.count == 8)
        #expect(made.unused.isEmpty)
        #expect(made.warnings.isEmpty)
    }

    @Test func `R1 d lacks fifteen credits in the third group`() throws {
        let made = try Self.earlyChildhood(["5N1356", "5N1279", "5X0001"])
        #expect(made.status == .notMet)
        #expect(made.remaining.credits == ExactDecimal(15))
        #expect(made.remaining.scheme == "NFQ")
        #expect(made.remaining.count == 1)
        #expect(made.root.open.contains { $0.id == "communication" })
    }

    @Test func `R1 e warns that the rule has expired`() throws {
        let made = try Self.earlyChildhood(
            ["5N1356", "5N0690", "5N1279", "5X0001"],
            on: CalendarDate(year: 2024, month: 6, day: 1))
        #expect(made.status == .met)
        #expect(made.warnings.map(\.code) == ["rule-expired"])
    }

    @Test func `R1 five credits do not make fifteen`() throws {
        let made = try Self.earlyChildhood(["5N1356", "5N0690", "5N1207", "5X0001"])
        #expect(made.status == .notMet)
        #expect(made.remaining.credits == ExactDecimal(10))
    }

    // MARK: QQI 6M2007, https://qsearch.qqi.ie/WebPart/AwardDetails?awardCode=6M2007

    @Test func `R2 a unit held twice over fills no other group silently`() throws {
        let groups = ["6N1946", "6N1947", "6N1948", "6N1949", "6N1950", "6N1932", "6N1933"]
        let graph = try Graph(Catalogue.parts(groups, credits: 15, "NFQ", level: "NFQ:6"))
        let rule = Rule(
            credential: "6N1946", use: .completion,
            requirement: Requirement(
                id: "all",
                kind: .all([
                    .credits("second", 15, "id in (6N1948, 6N1949, 6N1950)", "NFQ"),
                    .credits("third", 30, "id in (6N1932, 6N1933)", "NFQ"),
                ])))
        let made = audit(
            try Catalogue.learner(["6N1948", "6N1949", "6N1932"]), of: rule, in: graph,
            asOf: Catalogue.today)
        #expect(made.status == .notMet)
        #expect(made.remaining.credits == ExactDecimal(15))
        #expect(made.root.open.map(\.id) == ["third"])
    }

    // MARK: Hairdressing's bundles (secondary copy; check the package on training.gov.au)

    @Test func `R3 one bundle is spent and the other's units are electives`() throws {
        let first = ["CUT006", "CUT007", "DES004"]
        let second = ["CUT007", "CUT011", "CUT012"]
        let others = ["OTH001", "OTH002", "OTH003", "OTH004"]
        let electives = ["CUT006", "CUT011", "CUT012", "DES004"] + others
        let graph = try Graph(
            Catalogue.parts(Set(first + second + others).sorted(), credits: 1, "unit"))
        func bundle(_ id: String, _ units: [String]) -> Requirement {
            Requirement(
                id: id,
                kind: .all(
                    units.map { Requirement(id: "\(id)-\($0)", kind: .credential($0)) }))
        }
        let rule = Rule(
            credential: "CUT006", use: .completion,
            requirement: .credits(
                "total", 7, maximum: 7, "id = nothing", "unit",
                parts: [
                    Requirement(
                        id: "bundle", kind: .any([bundle("A", first), bundle("B", second)])),
                    .credits(
                        "electives", 4, "id in (\(electives.joined(separator: ", ")))", "unit"),
                ]))
        func status(_ units: [String]) throws -> Status {
            audit(
                try Catalogue.learner(units), of: rule, in: graph, asOf: Catalogue.today
            ).status
        }
        let both = Set(first + second).sorted()
        #expect(try status(both + ["OTH001", "OTH002"]) == .met)
        #expect(try status(both + ["OTH001"]) == .notMet)
        #expect(try status(first + ["OTH001", "OTH002", "OTH003"]) == .notMet)
        #expect(try status(first + others) == .met)
    }

    // MARK: UCD award structures, Higher Diploma (2016/17; its levels are a local framework)

    @Test func `R16 floors nest and a ceiling holds`() throws {
        var parts = Catalogue.parts(["l0a", "l0b", "l0c"], credits: 5, level: "UCD:0")
        parts.credentials +=
            Catalogue.parts(
                ["l2a", "l2b", "l2c", "l2d"], credits: 5, level: "UCD:2"
            ).credentials
        parts.credentials +=
            Catalogue.parts(
                ["l3a", "l3b", "l3c", "l3d", "l3e", "l3f"], credits: 5, level: "UCD:3"
            ).credentials
        let graph = try Graph(parts)
        let rule = Rule(
            credential: "l3a", use: .completion,
            requirement: .credits(
                "total", 60, maximum: 120, "level >= UCD:1",
                parts: [
                    .credits("introductory", 0, maximum: 10, "level = UCD:0"),
                    .credits("advanced", 30, "level >= UCD:3"),
                ]))
        let upper = parts.credentials.map(\.id).filter { !$0.hasPrefix("l0") }
        func made(_ ids: [String]) throws -> Audit {
            audit(try Catalogue.learner(ids), of: rule, in: graph, asOf: Catalogue.today)
        }
        let met = try made(upper + ["l0a", "l0b"])
        #expect(met.status == .met)
        let capped = try made(upper.filter { $0 != "l2a" } + ["l0a", "l0b", "l0c"])
        #expect(capped.status == .notMet)
        #expect(capped.remaining.credits == ExactDecimal(5))
        #expect(capped.unused.map(\.reason) == [.surplus])
        let shallow = try made(upper.filter { $0 != "l3a" } + ["l0a", "l0b"])
        #expect(shallow.root.open.contains { $0.id == "advanced" })
    }

    // MARK: CompTIA stackables, https://course.careers/certifications/stackable-certs-comptia

    @Test func `R24 a lapsed member is named and the award no longer held`() throws {
        let graph = try Graph(Catalogue.parts(["a-plus", "network-plus"], credits: 0))
        let rule = Rule(
            credential: "a-plus", use: .completion,
            requirement: Requirement(
                id: "both", kind: .all([.credential("a-plus"), .credential("network-plus")])))
        var lapsing = Award(credential: "network-plus", date: CalendarDate("2020-03-01"))
        lapsing.expires = CalendarDate("2023-03-01")
        let learner = try Learner(
            id: "pseudonym", awards: [Award(credential: "a-plus"), lapsing])
        let last = try #require(lapsing.expires)
        #expect(audit(learner, of: rule, in: graph, asOf: last).status == .met)
        let after = audit(
            learner, of: rule, in: graph, asOf: CalendarDate(dayNumber: last.dayNumber + 1))
        #expect(after.status == .notMet)
        #expect(after.unused.map(\.award) == ["network-plus@2020-03-01"])
        #expect(after.unused.first?.text == "It expired on 2023-03-01.")
    }
}
