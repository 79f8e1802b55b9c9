// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension CatalogueTables {
    /// A table and the name it is exported under.
    struct Declared: Sendable {
        let name: String
        let table: Table

        init(_ name: String, _ title: String, _ columns: [Table.Column]) {
            self.name = name
            table = Table(title: title, columns: columns)
        }
    }

    static let credentials = Declared(
        "credentials", "Credentials",
        [
            .init("id", title: "Id", meaning: "The id that other tables refer to."),
            .init("title", title: "Title", meaning: "Its title, in the language asked for."),
            .init("kind", title: "Kind", meaning: "badge, micro-credential, module, course, …"),
            .init("provider", title: "Provider", meaning: "Who awards it."),
            .init("country", title: "Country", meaning: "The provider's country, ISO 3166."),
            .init(
                "credits", title: "Credits", kind: .exact, unit: "credits of the scheme",
                meaning: "How many credits it carries."),
            .init("scheme", title: "Scheme", meaning: "What the credits are counted in."),
            .init(
                "hours", title: "Hours", kind: .exact, unit: "hours",
                meaning: "The workload, beside the credits."),
            .init("levelFramework", title: "Framework", meaning: "The level's framework: EQF, …"),
            .init("level", title: "Level", meaning: "The level in that framework."),
            .init("field", title: "Field", meaning: "The field of education, an ISCED-F code."),
            .init("languages", title: "Languages", meaning: "The languages of instruction."),
            .init("mode", title: "Mode", meaning: "online, on-site or blended."),
            .init("url", title: "Address", meaning: "Where it is described."),
            .init("status", title: "Status", meaning: "active or retired."),
            .init("tags", title: "Tags", meaning: "Free tags, parted by \" | \"."),
            .init("identifiers", title: "Other ids", meaning: "Other ids, parted by \" | \"."),
            .init("description", title: "Description", meaning: "What it is about."),
            .init(
                "isQualification", title: "Qualification", kind: .truth,
                meaning: "Whether it has a completion rule."),
        ])

    static let outcomes = Declared(
        "outcomes", "Learning outcomes",
        [
            .init("id", title: "Id", meaning: "The id that other tables refer to."),
            .init("credential", title: "Credential", meaning: "The credential that teaches it."),
            .init("text", title: "Statement", meaning: "What a learner can do."),
        ])

    static let alignments = Declared(
        "alignments", "Alignments of outcomes to skills",
        [
            .init("outcome", title: "Outcome", meaning: "The outcome's id."),
            .init("skill", title: "Skill", meaning: "The skill's URI."),
            .init(
                "weight", title: "Weight", kind: .number, unit: "1",
                meaning: "How much of the skill the outcome covers: above 0, at most 1."),
            .init("proficiencyFramework", title: "Framework", meaning: "That of the proficiency."),
            .init("proficiency", title: "Proficiency", meaning: "The proficiency reached."),
            .init("source", title: "Source", meaning: "Where the alignment comes from."),
        ])

    static let skills = Declared(
        "skills", "Skills",
        [
            .init("uri", title: "URI", meaning: "The URI that identifies it."),
            .init("label", title: "Label", meaning: "Its preferred label."),
            .init("kind", title: "Kind", meaning: "skill, knowledge, language, attitude, group."),
            .init("framework", title: "Framework", meaning: "Where it is defined: ESCO, …"),
            .init("version", title: "Version", meaning: "The framework's version."),
        ])

    static let skillRelations = Declared(
        "skill_relations", "Relations between skills",
        [
            .init("from", title: "From", meaning: "The URI it starts from."),
            .init("relation", title: "Relation", meaning: "broader, related, exact-match, …"),
            .init("to", title: "To", meaning: "The URI it leads to."),
        ])

    static let relations = Declared(
        "relations", "Relations between credentials",
        [
            .init("from", title: "From", meaning: "The id it starts from."),
            .init("relation", title: "Relation", meaning: "part-of, precedes, requires, …"),
            .init("to", title: "To", meaning: "The id it leads to."),
        ])

    static let rules = Declared(
        "rules", "Rules",
        [
            .init("id", title: "Id", meaning: "The id of this version of the rule."),
            .init("credential", title: "Credential", meaning: "The credential it belongs to."),
            .init("use", title: "Use", meaning: "admission or completion."),
            .init("title", title: "Title", meaning: "What its author calls it."),
            .init("version", title: "Version", meaning: "The version of the text it restates."),
            .init("validFrom", title: "From", kind: .date, meaning: "The first day in force."),
            .init("validUntil", title: "Until", kind: .date, meaning: "The last day in force."),
            .init(
                "startedFrom", title: "Started from", kind: .date,
                meaning: "It is for those who started on this day or later."),
            .init(
                "startedBefore", title: "Started before", kind: .date,
                meaning: "It is for those who started before this day."),
            .init("source", title: "Source", meaning: "Where it is published."),
            .init("decidedBy", title: "Decided by", meaning: "The body that decides."),
        ])

    static let requirements = Declared(
        "requirements", "Requirements of the rules",
        [
            .init("rule", title: "Rule", meaning: "The id of the rule."),
            .init("id", title: "Id", meaning: "The id of the requirement in its rule."),
            .init("parent", title: "Above", meaning: "The id of the requirement above it."),
            .init("kind", title: "Kind", meaning: "all, any, at-least, credits, credential, …"),
            .init("minimum", title: "Least", meaning: "The least that meets it, as it is written."),
            .init("maximum", title: "Most", meaning: "The most that counts, as it is written."),
            .init("unit", title: "Unit", meaning: "What is counted."),
            .init("of", title: "Of", meaning: "What it is about: an id, a URI, a selector."),
            .init("options", title: "Options", meaning: "What else is so, parted by \"; \"."),
            .init("title", title: "Title", meaning: "Its title."),
        ])

    static let awards = Declared(
        "awards", "Awards",
        [
            .init("learner", title: "Learner", meaning: "The learner's pseudonym."),
            .init("credential", title: "Credential", meaning: "The credential's id."),
            .init("date", title: "Date", kind: .date, meaning: "When it was awarded."),
            .init("status", title: "Status", meaning: "completed, in-progress, planned, …"),
            .init("grade", title: "Grade", meaning: "The grade as it is written."),
            .init("scale", title: "Scale", meaning: "The grade's scale."),
            .init(
                "credits", title: "Credits", kind: .exact, unit: "credits of the scheme",
                meaning: "The credits on the award, where it states any."),
            .init("scheme", title: "Scheme", meaning: "What the credits are counted in."),
            .init("levelFramework", title: "Framework", meaning: "The level's framework."),
            .init("level", title: "Level", meaning: "The level on the award."),
            .init("field", title: "Field", meaning: "The field on the award."),
            .init("provider", title: "Provider", meaning: "The provider on the award."),
            .init("kind", title: "Kind", meaning: "The kind on the award."),
            .init("expires", title: "Expires", kind: .date, meaning: "The last valid day."),
            .init("verification", title: "Proof", meaning: "verified, unverified or failed."),
            .init("used", title: "Used for", meaning: "What it was used for, parted by \" | \"."),
        ])
}
