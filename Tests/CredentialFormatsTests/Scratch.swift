import CredentialFormats
import Foundation
import SkillsGraph
import Testing
import TestSupport
@Test func scratch() throws {
    for folder in ["formats/elm", "formats/nl-edubadges-microcredential", "formats/ob3", "formats/ob3-conformance", "formats/dcc-fixtures-v2", "formats/esco-v1.2.0","data/esco-v1.1.1","formats/clr2"] {
        for f in try FileManager.default.contentsOfDirectory(atPath: ReferenceData.url(folder).path).sorted() where f.contains(".json") || f.hasSuffix("csv") {
            let bytes = try Data(contentsOf: ReferenceData.url(folder + "/" + f))
            let format = Formats.detect(FileOpening(file: f, bytes: bytes))
            print("=====", folder, f, format?.name ?? "-")
            do {
                let r = try Reading(reference: folder + "/" + f)
                print("  skills \(r.skills.count) occ \(r.occupations.count) rel \(r.skillRelations.count) cred \(r.credentials.count) parts \(r.relations.count) out \(r.outcomes.count) al \(r.alignments.count) aw \(r.awards.count)")
                for c in r.credentials.prefix(3) { print("  C", c.id, c.title.entries.map { "\($0.language):\($0.text)" }, c.kind, c.provider ?? "-", c.country ?? "-", c.credits?.description ?? "-", c.hours?.description ?? "-", c.level?.description ?? "-", c.field ?? "-", c.languages, c.mode ?? "-", c.assessment ?? "-", c.identifiers, c.tags, c.url ?? "-", c.quality ?? "-") }
                for c in r.outcomes.prefix(3) { print("  O", c.id, c.text.entries.map { "\($0.language):\($0.text.prefix(90))" }) }
                for c in r.alignments.prefix(3) { print("  A", c.skill.uri ?? "-", c.skill.label ?? "-", c.skill.language ?? "-", c.source ?? "-") }
                for c in r.awards.prefix(3) { print("  W", c.credential, c.date?.description ?? "-", c.progress, c.grade?.text ?? "-", c.grade?.scale ?? "-", c.credits?.description ?? "-", c.expires?.description ?? "-") }
                for c in r.notes.prefix(12) { print("  N", c.action, c) }
            } catch { print("  ERROR", error) }
        }
    }
}
