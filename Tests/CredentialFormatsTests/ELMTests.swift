// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import CredentialFormats

@Suite struct ELMTests {
    private static let folder = "formats/elm"

    @Test func `a credential has its text in all languages, its credits, level and hours`() throws {
        let read = try Reading(Samples.elm, as: "elm")
        let whole = try #require(read.credentials.first)
        #expect(whole.id == "urn:credential:1#urn:epass:qualification:1")
        #expect(whole.title.entries.map(\.text) == ["Seefahrt", "Seafaring"])
        #expect(whole.provider == "Nordlys")
        #expect(whole.country == "NO")
        #expect(whole.credits?.description == "15 ECTS")
        #expect(whole.hours == ExactDecimal(375))
        #expect(whole.level?.description == "EQF:5")
        #expect(whole.description?.text() == "… has sailed.")
        #expect(read.outcomes.map(\.id) == [whole.id + "#urn:epass:learningOutcome:1"])
        #expect(read.alignments.map(\.skill.uri) == ["http://data.europa.eu/esco/skill/1", nil])
        #expect(read.alignments.map(\.skill.label) == ["read maps", "sail"])
        let award = try #require(read.awards.first)
        #expect(award.date == CalendarDate("2026-06-30"))
        #expect(award.expires == CalendarDate("2030-01-01"))
        #expect(award.credits == nil)
    }

    @Test func `an id made for want of one says nothing of the learner`() throws {
        let nameless = Samples.elm.replacing("\"id\": \"urn:credential:1\", ", with: "")
        let other = nameless.replacing("Ada", with: "Bo").replacing("Okafor", with: "Dahl")
            .replacing("2001-02-03", with: "1999-12-31")
        let ids = try Reading(nameless, as: "elm").credentials.map(\.id)
        #expect(ids.allSatisfy { $0.hasPrefix("urn:varde:elm:") })
        #expect(try Reading(other, as: "elm").credentials.map(\.id) == ids)
    }

    @Test func `no credits count twice, and activities are no achievements`() throws {
        let read = try Reading(Samples.elm, as: "elm")
        let part = try #require(read.credentials.last)
        #expect(part.title.text() == "Knots")
        #expect(part.credits == nil)
        #expect(part.hours == nil)
        #expect(read.relations.map(\.kind) == [.partOf])
        #expect(read.relations.first?.from == part.id)
        #expect(read.awards.last?.date == CalendarDate("2026-06-30"))
        for code in ["credits-of-part", "bad-duration", "not-an-achievement", "personal-data"] {
            #expect(read.codes.contains(code), "\(code)")
        }
        let bare = Samples.elm.replacing("\"point\": \"15\"", with: "\"point\": \"x\"")
            .replacing("\"point\": \"15.0\"", with: "\"point\": \"x\"")
        let parts = try Reading(bare, as: "elm").credentials
        #expect(parts.map { $0.credits?.description } == [nil, "2.5 ECTS"])
    }

    @Test(arguments: [
        ("PT60H", "60"), ("P2DT12H", "60"), ("PT90M", "1.5"), ("P1W", "168"), ("PT7.5H", "7.5"),
    ])
    func `durations are hours`(text: String, hours: String) {
        #expect(ISODuration.hours(text)?.description == hours)
    }

    @Test(arguments: [
        "P60M", "P1Y", "PT0H", "60H", "", "P", "PT", "PT5", "PT1S", "P1H", "PTH", "PT1e5H",
        "PT99999999999999H", "PT20M",
    ])
    func `months, nothing and nonsense are no hours`(text: String) {
        #expect(ISODuration.hours(text) == nil)
    }

    @Test(
        .enabled(if: ReferenceData.has(folder)),
        arguments: [
            "Sample-MC-Annex1-unsigned.jsonld", "Sample-MC-Annex1-unsigned-uploadable.json",
            "Sample-MC-Annex1-signed.jsonld", "MC.json",
        ])
    func `the Commission's micro-credential is read in all its forms`(file: String) throws {
        let read = try Reading(reference: "\(Self.folder)/\(file)")
        let credential = try #require(read.credentials.first)
        #expect(credential.title.text() == "Digital micro-credential creation")
        #expect(credential.kind == .microCredential)
        #expect(credential.credits?.description == "2 ECTS")
        #expect(credential.hours == ExactDecimal(60))
        #expect(credential.level?.description == "EQF:6")
        #expect(credential.field == (file == "MC.json" ? "068" : "0688"))
        #expect(credential.languages == ["en"])
        #expect(read.outcomes.count == 2)
        #expect(
            read.alignments.compactMap(\.skill.uri).contains(
                "http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9"))
        #expect(read.awards.map { $0.grade?.text } == ["Pass"])
        #expect(read.awards.allSatisfy { $0.verification == .unverified })
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `the other samples have the achievements and parts they are known to have`() throws {
        for (file, awards, parts) in [
            ("Sample-CertOfPart-signed.jsonld", 0, 0), ("Sample-CertOfPart-unsigned.jsonld", 0, 0),
            ("microcredential.json", 1, 0), ("transcript-of-records.json", 3, 2),
            ("bengales-highschool-diploma.json", 6, 5), ("diploma-rntuo-credential.json", 1, 0),
        ] {
            let read = try Reading(reference: "\(Self.folder)/\(file)")
            #expect(read.awards.count == awards, "\(file)")
            #expect(read.relations.count == parts, "\(file)")
            #expect(read.rejected.isEmpty, "\(file)")
            #expect(Set(read.credentials.map(\.id)).count == read.credentials.count)
        }
        let arrays = try Reading(reference: Self.folder + "/microcredential.json")
        #expect(arrays.credentials.first?.title.text() == "Data and software business")
        #expect(arrays.credentials.first?.credits?.description == "5 ECTS")
        #expect(arrays.alignments.count == 7)
        #expect(
            arrays.awards.first?.grade
                == Grade("Excellent (5)", scale: "General grading scheme in Finland"))
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `converted transcripts are read, grades and national languages included`() throws {
        for file in try FileManager.default.contentsOfDirectory(
            atPath: ReferenceData.url(Self.folder).path
        ).sorted() where file.hasSuffix(".xml.json") {
            let read = try Reading(reference: "\(Self.folder)/\(file)")
            #expect(!read.awards.isEmpty)
            #expect(read.rejected.isEmpty)
        }
        let dutch = try Reading(
            reference: Self.folder
                + "/HE-diploma-d1f071a2-7999-4950-910f-8edbebdcd336-degreeandcourses_Multi-Diploma.xml.json"
        )
        #expect(dutch.awards.count == 43)
        #expect(dutch.awards.contains { $0.grade?.text == "voldoende" })
        #expect(dutch.credentials.contains { $0.title.text(in: "nl") == "HAVO" })
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `schemas and contexts are not taken for credentials`() throws {
        for file in ["edc_schema.json", "schema.json", "edc-ap-context.jsonld"] {
            let data = try Data(contentsOf: ReferenceData.url("\(Self.folder)/\(file)"))
            #expect(Formats.detect(FileOpening(file: file, bytes: data)) == nil)
        }
    }
}
