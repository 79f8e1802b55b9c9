// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct OpenBadgesTests {
    private static let conformance = "formats/ob3-conformance"
    private static let dutch = "formats/nl-edubadges-microcredential"

    @Test func `a badge is a credential, an outcome, its skills and an award`() throws {
        let read = try Reading(Samples.badge, as: "open-badges")
        let credential = try #require(read.credentials.first)
        #expect(credential.id == "https://nordlys.example/nf-1")
        #expect(credential.title == LocalizedText("Reading the sea", language: "en"))
        #expect(credential.kind == .microCredential)
        #expect(credential.provider == "Nordlys")
        #expect(credential.country == "NO")
        #expect(credential.credits == Credits(ExactDecimal(thousandths: 2500), .unknown))
        #expect(credential.level == Level(framework: "EQF", value: "6"))
        #expect(credential.identifiers == ["NF-1"])
        #expect(read.outcomes.map { $0.text.text() } == ["… (…) reads sea charts."])
        #expect(
            read.alignments.map(\.skill) == [
                SkillReference(
                    uri: "http://data.europa.eu/esco/skill/1", label: "read maps", language: "en")
            ])
        let award = try #require(read.awards.first)
        #expect(award.credential == credential.id)
        #expect(award.date == CalendarDate("2026-06-30"))
        #expect(award.expires == CalendarDate("2031-06-30"))
        #expect(award.grade == Grade("A"))
        #expect(award.credits == Credits(ExactDecimal(3), .unknown))
        #expect(award.verification == .unverified)
        #expect(read.codes.contains("not-a-skill"))
    }

    @Test(arguments: [
        ("Failed", Award.Progress.failed), ("Withdrew", .withdrawn), ("InProgress", .inProgress),
        ("Enrolled", .inProgress), ("OnHold", .inProgress), ("Completed", .completed),
    ])
    func `only what is completed is held`(status: String, progress: Award.Progress) throws {
        let text = Samples.badge.replacing("\"Completed\"", with: "\"\(status)\"")
        #expect(try Reading(text, as: "open-badges").awards.first?.progress == progress)
    }

    @Test func `badges come alone, in a list, or in a presentation`() throws {
        let presentation =
            "{\"type\":[\"VerifiablePresentation\"],\"verifiableCredential\":"
            + "[\(Samples.badge),\"eyJ.eyJ.sig\",{\"type\":\"EndorsementCredential\"}]}"
        for (text, count) in [
            (Samples.badge, 1), ("[\(Samples.badge),\(Samples.badge)]", 2), (presentation, 1),
        ] {
            let format = try #require(Formats.detect(FileOpening(file: "b", bytes: text.utf8)))
            #expect(format.name == "open-badges")
            #expect(try Reading(text.utf8, as: format).awards.count == count)
        }
        let read = try Reading(presentation, as: "open-badges")
        #expect(read.codes.filter { $0 == "not-a-badge" }.count == 2)
    }

    @Test func `a file without a badge is an error`() {
        for text in ["{}", "[]", "{\"type\":\"EndorsementCredential\"}"] {
            let error = #expect(throws: FormatError.self) {
                try Reading(text, as: "open-badges")
            }
            #expect(error?.code == "no-badge")
        }
    }

    @Test func `an achievement without an id or a name is named by what there is`() throws {
        let nameless = Samples.badge.replacing(
            "\"name\": \"Reading the sea\",", with: ""
        ).replacing(
            "\"name\": \"Reading the sea for Ada Okafor\",", with: "")
        #expect(try Reading(nameless, as: "open-badges").rejected.map(\.code) == ["missing-name"])
        let idless = Samples.badge.replacing("\"id\": \"https://nordlys.example/nf-1\",", with: "")
        let read = try Reading(idless, as: "open-badges")
        #expect(read.credentials.first?.id == "https://nordlys.example#Reading the sea")
        #expect(read.codes.contains("missing-id"))
    }

    @Test(.enabled(if: ReferenceData.has(conformance)))
    func `the complete example of the standard is read`() throws {
        let read = try Reading(reference: Self.conformance + "/complete_v1.json")
        let credential = try #require(read.credentials.first)
        #expect(credential.title.text() == "1EdTech University Degree")
        #expect(credential.kind == .degree)
        #expect(credential.credits?.description == "36 unknown")
        #expect(credential.tags == ["research", "computer science"])
        #expect(Set(credential.identifiers) == ["abde", "R1"])
        #expect(read.alignments.map(\.skill.uri) == ["https://1edtech.edu/catalog/degree"])
        #expect(read.awards.first?.credits?.description == "42 unknown")
        #expect(read.awards.first?.date == CalendarDate("2010-01-01"))
        #expect(read.awards.first?.expires == CalendarDate("2020-01-01"))
        #expect(read.awards.first?.grade?.text == "A")
        #expect(!read.everything.contains("@1edtech.edu"))
    }

    @Test(.enabled(if: ReferenceData.has(dutch)))
    func `the Dutch profile states credits or hours, and a level`() throws {
        var schemes: [String] = []
        for name in try Self.badges(in: Self.dutch) {
            let read = try Reading(reference: name)
            let credential = try #require(read.credentials.first)
            #expect(credential.kind == .microCredential)
            #expect(credential.level == Level(framework: "EQF", value: "4"))
            #expect(read.awards.first?.grade != nil)
            schemes.append(
                credential.credits?.description ?? "\(credential.hours?.description ?? "-") h")
        }
        #expect(
            schemes.sorted() == [
                "240 h", "240 h", "240 h", "240 h", "3 ECTS", "3 ECTS", "3 ECTS", "3.5 ECTS",
                "500 h",
            ])
    }

    @Test(.enabled(if: ReferenceData.has("formats/dcc-fixtures-v2")))
    func `good, faulty and foreign fixtures end with an award, a rejection or an error`() throws {
        let names =
            try Self.files(in: "formats/dcc-fixtures-v2")
            + Self.files(in: Self.conformance)
        let format = try #require(Formats.named("open-badges"))
        for name in names {
            let bytes = try Data(contentsOf: ReferenceData.url(name))
            do {
                let read = try Reading(bytes, as: format)
                #expect(read.awards.count == 1 || read.rejected.count == 1, "\(name)")
                #expect(read.awards.allSatisfy { $0.verification == .unverified })
            } catch let error as FormatError { #expect(error.code == "no-badge", "\(name)") }
        }
    }

    private static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: ReferenceData.url(folder).path)
            .sorted().filter { $0.hasSuffix(".json") }.map { folder + "/" + $0 }
    }

    private static func badges(in folder: String) throws -> [String] {
        try files(in: folder).filter { name in
            let data = try Data(contentsOf: ReferenceData.url(name))
            return Formats.detect(FileOpening(file: name, bytes: data)) != nil
        }
    }
}
