// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct ESCOTests {
    private static let folder = "data/esco-v1.1.1"

    @Test func `a skill has its kind, its language and each other label once`() throws {
        let format = try #require(Formats.named("esco"))
        let read = try Reading(
            Samples.skillsCSV.utf8, as: format, file: "skills_de.csv", folder: "x/ESCO v1.2")
        #expect(read.skills.map(\.kind) == [.knowledge, .language])
        #expect(read.skills[0].label == LocalizedText("sea charts", language: "de"))
        #expect(read.skills[0].alternatives.map(\.text) == ["charts", "nautical maps"])
        #expect(read.skills[1].alternatives.map(\.text) == ["sami"])
        #expect(read.skills[0].framework == Framework("ESCO", version: "1.2"))
        #expect(read.codes == ["framework-version"])
    }

    @Test func `the version is declared, else guessed from the folder, else unknown`() throws {
        let format = try #require(Formats.named("esco"))
        func version(_ folder: String?, declared: String? = nil) throws -> [String] {
            let read = try Reading(
                Samples.skillsCSV.utf8, as: format, file: "skills_en.csv", folder: folder,
                version: declared)
            return [read.skills.first?.framework.version ?? "none"] + read.codes
        }
        #expect(try version("esco-v1.1.1", declared: "1.1.0") == ["1.1.0"])
        #expect(
            try version("ESCO dataset - v1.2.0 - classification - en - csv").first == "1.2.0")
        #expect(try version("a/esco-v1.1.1/csv").first == "1.1.1")
        #expect(try version("backup-2.0/files").first == "unknown")
        #expect(try version(nil) == ["unknown", "framework-version"])
    }

    @Test func `a related skill is essential for the original one`() throws {
        let read = try Reading(
            """
            originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
            urn:o,knowledge,essential,knowledge,urn:r
            urn:o,knowledge,optional,knowledge,urn:q
            urn:o,knowledge,optional,knowledge,urn:o
            urn:o,knowledge,sometimes,knowledge,urn:q
            urn:o,knowledge,optional,knowledge,
            """, as: "esco")
        #expect(
            read.skillRelations == [
                SkillRelation(from: "urn:r", kind: .essentialFor, to: "urn:o"),
                SkillRelation(from: "urn:q", kind: .optionalFor, to: "urn:o"),
            ])
        #expect(
            read.notes.map(\.description).sorted().map { $0.prefix(26) } == [
                "file:4: self-relation: a r", "file:5:3: unknown-relation",
                "file:6:5: missing-uri: a U",
            ])
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `version 1-1-1 has the skills, groups and occupations it is known to have`() throws {
        let skills = try Reading(reference: Self.folder + "/skills_en.csv")
        #expect(skills.skills.count == 13_896)
        #expect(skills.rejected.isEmpty)
        #expect(skills.skills.filter { $0.kind == .language }.count == 346)
        #expect(skills.skills.allSatisfy { $0.framework == Framework("ESCO", version: "1.1.1") })
        let musical = skills.skills[0]
        #expect(
            musical.uri == "http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab")
        #expect(musical.label == LocalizedText("manage musical staff", language: "en"))
        #expect(musical.alternatives.first?.text == "manage staff of music")
        let groups = try Reading(reference: Self.folder + "/skillGroups_en.csv").skills
        #expect(groups.count == 640)
        #expect(groups.allSatisfy { $0.kind == .group })
        let occupations = try Reading(reference: Self.folder + "/occupations_en.csv").occupations
        #expect(occupations.count == 3_007)
        #expect(occupations.first?.code == "2654.1.7")
        let isco = try Reading(reference: Self.folder + "/ISCOGroups_en.csv").occupations
        #expect(isco.count == 619)
        #expect(isco.filter(\.isGroup).count == 619)
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `version 1-1-1 has the relations it is known to have`() throws {
        let needs = try Reading(reference: Self.folder + "/occupationSkillRelations.csv")
        #expect(needs.skillRelations.count == 123_855)
        #expect(needs.skillRelations.filter { $0.kind == .essentialFor }.count == 64_946)
        #expect(needs.skillRelations.first?.to.contains("/occupation/") == true)
        let hierarchy = try Reading(reference: Self.folder + "/skillsHierarchy_en.csv")
        #expect(Set(hierarchy.skillRelations).count == 643)
        #expect(hierarchy.skillRelations.count == 643)
        #expect(hierarchy.notes.map(\.action) == [.adjusted])
        #expect(hierarchy.notes.first?.message.hasPrefix("189 rows") == true)
        let broader = try Reading(reference: Self.folder + "/broaderRelationsSkillPillar.csv")
        #expect(broader.skillRelations.count == 20_656)
        #expect(Set(hierarchy.skillRelations).isSubset(of: broader.skillRelations))
        let related = try Reading(reference: Self.folder + "/skillSkillRelations.csv")
        #expect(related.skillRelations.count == 5_898)
        #expect(related.codes == ["self-relation"])
    }

    @Test(.enabled(if: ReferenceData.has("formats/esco-v1.2.0")))
    func `a collection yields its skills and what stands above them`() throws {
        for (file, count) in [("digComp", 25), ("research", 40), ("transversal", 95)] {
            let read = try Reading(
                reference: "formats/esco-v1.2.0/\(file)SkillsCollection_en.csv")
            #expect(read.skills.count == count)
            #expect(read.skills.allSatisfy { !$0.label.isEmpty })
            #expect(read.skills.contains { !$0.alternatives.isEmpty })
            #expect(
                read.skills.allSatisfy { $0.alternatives.allSatisfy { !$0.text.contains("|") } })
            #expect(read.skillRelations.count >= count)
            #expect(read.skillRelations.allSatisfy { $0.kind == .broader && !$0.to.contains(" ") })
        }
        #expect(Formats.all.first { $0.name == "esco-collection" }?.onlyMentions == true)
        let groups = try Reading(reference: "formats/esco-v1.2.0/skillGroups_en.csv")
        #expect(groups.skills.first?.framework.version == "1.2.0")
    }
}
