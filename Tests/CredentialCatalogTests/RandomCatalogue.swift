// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport

/// Random records of every noun, and the parts and learners they must become.
struct RandomCatalogue {
    private(set) var records: [Record] = []
    private(set) var expected = GraphParts()
    private(set) var learners: [Learner] = []
    private var random: SeededGenerator

    init(seed: UInt64, size: Int = 12) throws {
        random = SeededGenerator(seed: seed)
        addConcepts(size)
        addCredentials(size)
        addOutcomes()
        addRules()
        try addLearners(size)
        records.shuffle(using: &random)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance() -> Bool { Bool.random(using: &random) }

    private mutating func maybe<T>(_ value: T) -> T? { chance() ? value : nil }

    private mutating func pick<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }

    private mutating func word() -> String {
        pick([
            "", "fjell", "Überblick", "données 🙂", "it's \"quoted\"", "a;b,c", "नमस्ते", "tab\there",
            "line\nbreak", "nul\u{0}inside", "zażółć", "x",
        ]) + String(number(0...9999))
    }

    private mutating func text() -> LocalizedText {
        LocalizedText(
            ["de", "en", "fr-CA", "und"].filter { _ in chance() }.map {
                .init(language: $0, text: word())
            })
    }

    private mutating func amount() -> ExactDecimal { ExactDecimal(thousandths: number(0...60_000)) }

    private mutating func level() -> Level {
        Level(framework: pick(["EQF", "NFQ", "local scale"]), value: pick(["5", "6", "B2", ""]))
    }

    private mutating func credits() -> Credits {
        Credits(amount(), CreditScheme(rawValue: pick(["ECTS", "unknown", "UK CATS"])))
    }

    private mutating func date() -> CalendarDate {
        CalendarDate(dayNumber: number(-700_000...2_000_000))
    }

    private mutating func alternatives() -> [LocalizedText.Entry] {
        ["de", "en"].flatMap { language in
            (0..<number(0...3)).map { _ in
                .init(language: language, text: word().replacing("\n", with: " "))
            }
        }
    }

    private mutating func addConcepts(_ size: Int) {
        for index in 0..<size {
            expected.skills.append(
                Skill(
                    uri: "urn:s\(100 + index)", label: text(), alternatives: alternatives(),
                    kind: pick(Skill.Kind.allCases),
                    framework: Framework(pick(["ESCO", "O*NET"]), version: pick(["1", "unknown"]))))
            expected.occupations.append(
                Occupation(
                    uri: "urn:o\(100 + index)", label: text(), alternatives: alternatives(),
                    code: maybe(word()), isGroup: chance(), framework: Framework("ESCO")))
        }
        records += expected.skills.map { .skill($0) }
        records += expected.occupations.map { .occupation($0) }
        expected.skillLinks = links(size, pick: SkillRelation.Kind.allCases)
        expected.occupationLinks = links(size, pick: [.essentialFor, .optionalFor])
        expected.occupationGroups = links(size, pick: [.broader])
        let (skills, occupations) = (expected.skills.map(\.uri), expected.occupations.map(\.uri))
        for (links, from, to) in [
            (expected.skillLinks, skills, skills), (expected.occupationLinks, skills, occupations),
            (expected.occupationGroups, occupations, occupations),
        ] {
            records += links.map {
                .skillRelation(
                    SkillRelation(from: from[$0.from], kind: $0.kind, to: to[$0.to]))
            }
        }
    }

    /// Links that lead to greater positions, so that no ring comes up.
    private mutating func links(
        _ size: Int, pick kinds: [SkillRelation.Kind]
    ) -> [GraphParts.Link] {
        var links: [GraphParts.Link] = []
        for from in 0..<size - 1 {
            for kind in kinds where chance() {
                links.append(.init(from: from, kind: kind, to: number(from + 1...size - 1)))
            }
        }
        return links
    }

    private mutating func addCredentials(_ size: Int) {
        for index in 0..<size {
            var credential = Credential(
                id: "c\(100 + index)", title: text(), kind: pick(Credential.Kind.allCases))
            credential.provider = maybe(word())
            credential.country = maybe("NO")
            credential.credits = maybe(credits())
            credential.hours = maybe(amount())
            credential.level = maybe(level())
            credential.field = maybe("0613")
            credential.languages = ["en", "nb"].filter { _ in chance() }
            credential.mode = maybe("online")
            credential.url = maybe("https://example.org/\(index)")
            credential.status = maybe("active")
            credential.tags = ["b tag", "a", "b tag"].filter { _ in chance() }
            credential.assessment = maybe(word())
            credential.quality = maybe(word())
            credential.identifiers = ["urn:x", "urn:a"].filter { _ in chance() }
            let description = text()
            credential.description = description.isEmpty ? nil : description
            expected.credentials.append(credential)
        }
        records += expected.credentials.map { .credential($0) }
        let kinds = CredentialRelation.Kind.allCases.sorted { $0.rawValue < $1.rawValue }
        for from in 0..<size - 1 {
            for kind in kinds where chance() && kind != .precedes {
                expected.credentialRelations.append(
                    CredentialRelation(
                        from: "c\(100 + from)", kind: kind,
                        to: "c\(100 + number(from + 1...size - 1))"))
            }
        }
        records += expected.credentialRelations.map { .credentialRelation($0) }
        for (from, to) in [("NFQ", "ECTS"), ("UK CATS", "ECTS")] {
            expected.conversions.append(
                CreditConversion(
                    from: CreditScheme(rawValue: from), to: CreditScheme(rawValue: to),
                    factor: ExactDecimal(thousandths: number(1...5000)), source: word()))
        }
        records += expected.conversions.map { .conversion($0) }
    }

    private mutating func addOutcomes() {
        for index in 0..<expected.credentials.count {
            expected.outcomes.append(
                LearningOutcome(
                    id: "lo\(100 + index)", credential: pick(expected.credentials).id, text: text())
            )
        }
        records += expected.outcomes.map { .outcome($0) }
        for outcome in expected.outcomes.indices {
            for skill in expected.skills.indices where number(0...3) == 0 {
                let link = GraphParts.AlignmentLink(
                    outcome: outcome, skill: skill,
                    weight: Double.random(in: 0.001...1, using: &random),
                    proficiency: maybe(level()), source: maybe(word()))
                expected.alignments.append(link)
                records.append(
                    .alignment(
                        Alignment(
                            outcome: expected.outcomes[outcome].id,
                            skill: SkillReference(uri: expected.skills[skill].uri),
                            weight: link.weight, proficiency: link.proficiency,
                            source: link.source)))
            }
        }
    }

    /// Rules as rows, as whole rules, and as several versions.
    private mutating func addRules() {
        var source = RandomRule(
            seed: UInt64(number(0...1_000_000)), credentials: expected.credentials.map(\.id),
            outcomes: expected.outcomes.map(\.id), skills: expected.skills.map(\.uri))
        for credential in expected.credentials {
            for use in Rule.Use.allCases where chance() {
                if chance() {
                    addRows(of: source.plainRule(of: credential.id, use))
                } else {
                    addWhole(source.rule(of: credential.id, use))
                }
                for version in 0..<number(0...2) {
                    addWhole(source.rule(of: credential.id, use, name: "version \(version)"))
                }
            }
        }
    }

    private mutating func addWhole(_ rule: Rule) {
        expected.rules.append(rule)
        records.append(.rule(rule))
    }

    /// A rule's rows keep their order among themselves, as they do in a file.
    private mutating func addRows(of rule: Rule) {
        expected.rules.append(rule)
        let rows = rule.rows.map { Record.requirement($0) }
        if rows.count <= 2 { records += rows } else { trailing += rows }
    }

    /// Records that must come in this order, after the others.
    private(set) var trailing: [Record] = []

    private mutating func addLearners(_ size: Int) throws {
        for index in 0..<size {
            var awards: [Award] = []
            for credential in 0..<number(1...8) {
                var award = Award(credential: "c\(100 + credential * 2)", date: maybe(date()))
                award.progress = pick(Award.Progress.allCases)
                award.grade = maybe(Grade(word(), scale: maybe(word())))
                award.credits = maybe(credits())
                award.level = maybe(level())
                award.field = maybe(word())
                award.provider = maybe(word())
                award.kind = maybe(pick(Credential.Kind.allCases))
                award.expires = maybe(date())
                award.verification = pick(Award.Verification.allCases)
                award.usedFor = ["d 1", "degree"].filter { _ in chance() }
                awards.append(award)
            }
            let learner = try Learner(id: "learner-\(100 + index)", awards: awards)
            learners.append(learner)
            records += learner.awards.map { .award($0, learner: learner.id) }
        }
    }
}
