// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What an alignment of a badge points to; only some are skills.
enum BadgeAlignment: Hashable {
    case skill
    case level
    case quality
    /// Something else, and what.
    case other(String)

    init(_ alignment: JSONNode) {
        let type = alignment.text("targetType") ?? ""
        let url = alignment.text("targetUrl") ?? ""
        let framework = (alignment.text("targetFramework") ?? "").lowercased()
        let isESCO = ["http://", "https://"].contains {
            url.hasPrefix($0 + "data.europa.eu/esco/skill/")
        }
        switch type {
        case _ where isESCO: self = .skill
        case "ext:EQF", "ext:EQFLevel": self = .level
        case "ext:QualityAssurance": self = .quality
        case "ceasn:Competency", "CFItem", "Competency", "ext:ESCO", "ext:Skill": self = .skill
        case "" where framework.contains("esco"): self = .skill
        case "ceterms:Credential", "CTDL": self = .other("a credential of a registry")
        case "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel": self = .other("a rubric")
        case "": self = .other("something that is not said")
        default: self = .other("\"\(type.prefix(40))\"")
        }
    }
}

extension Badge {
    /// Reads the achievement's text as an outcome, and the skills it is aligned to.
    mutating func readOutcome(of achievement: JSONNode, _ credential: Credential) {
        let language = achievement.text("@language") ?? achievement.text("inLanguage") ?? "und"
        let text =
            credential.description
            ?? achievement["criteria"].flatMap {
                document.localized($0, "narrative", language: language)
            }
            ?? credential.title
        let outcome = LearningOutcome(
            id: credential.id + "#outcome", credential: credential.id, text: text)
        document.add(.outcome(outcome), from: achievement)
        for alignment in achievement.elements("alignment") {
            read(alignment, of: outcome, language: language, source: credential.provider)
        }
        noteOtherAlignments(achievement)
    }

    private mutating func read(
        _ alignment: JSONNode, of outcome: LearningOutcome, language: String, source: String?
    ) {
        switch BadgeAlignment(alignment) {
        case .level, .quality: return
        case .other(let what):
            document.note(
                .ignored, at: alignment, "not-a-skill",
                "the alignment points to \(what), not to a skill")
        case .skill:
            let uri = alignment.text("targetUrl")
            let label = document.text(alignment["targetName"])
            guard uri != nil || label != nil else {
                return document.note(
                    .ignored, at: alignment, "empty-alignment", "the alignment names no skill")
            }
            let skill = SkillReference(
                uri: uri, label: label, language: language == "und" ? nil : language)
            document.add(
                .alignment(Alignment(outcome: outcome.id, skill: skill, source: source)),
                from: alignment)
        }
    }

    /// Alignments of grades and rubrics are about how well, not about what.
    private mutating func noteOtherAlignments(_ achievement: JSONNode) {
        let results = achievement.elements("resultDescription")
        let count = results.reduce(0) { $0 + $1.elements("alignment").count }
        guard count > 0, let first = results.first else { return }
        document.note(
            .ignored, at: first, "result-alignments",
            "\(count) alignments of results were left out; they grade skills and do not add any")
    }
}
