// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension ForeignRules {
    /// The lists of requirements of FireRoad, a course planner for MIT.
    public static let fireroad = ForeignRules(
        name: "fireroad", title: "FireRoad requirements (.reql)",
        summary: """
            The requirement lists of FireRoad, the course planner of MIT students: subjects and \
            attributes such as GIR:CAL1 or CI-H, joined by commas for all and slashes for any, \
            named and nested, with amounts of subjects or units and a number of distinct lists. A \
            subject may meet several requirements. Words that no list can say become decisions of \
            the department. The subjects themselves are read by "varde import" from FireRoad's \
            course list.
            """,
        extensions: ["reql"]
    ) { source throws(ForeignRulesError) in
        try FireRoadReading(source).result
    }
}

/// The steps from a file to its rule.
private struct FireRoadReading {
    let document: FireRoadDocument
    let variables: FireRoadVariables
    let file: String

    init(_ source: ForeignRules.Source) throws(ForeignRulesError) {
        document = try FireRoadDocument(parsing: source.bytes)
        variables = try FireRoadVariables(document)
        file = source.file
    }

    var result: ForeignRules.Result {
        get throws(ForeignRulesError) {
            let sections = document.sections.compactMap { variables.definition($0.name) }
                .map(variables.node)
            var converter = FireRoadConverter(decider: decider)
            let requirement = try converter.root(sections, document.amount)
            for section in sections { converter.noteWords(section) }
            noteDefinitions(&converter.notes)
            noteProse(&converter.notes)
            return ForeignRules.Result(
                rules: [rule(requirement)], credentials: [credential],
                diagnostics: converter.notes.diagnostics)
        }
    }

    // MARK: Rule and credential

    private func rule(_ requirement: Requirement) -> Rule {
        var rule = Rule(credential: credential.id, use: .completion, requirement: requirement)
        rule.title = title
        rule.source = document.url
        rule.isSecondary = true
        rule.decidedBy = decider
        return rule
    }

    private var credential: Credential {
        var credential = Credential(id: "fireroad/\(stem)", title: title, kind: kind)
        credential.provider = "MIT"
        credential.url = document.url
        credential.description = prose.isEmpty ? nil : LocalizedText(prose, language: "en")
        return credential
    }

    /// The longest title there is, else the name of the file.
    private var title: LocalizedText {
        LocalizedText(document.titles.last { !$0.isEmpty } ?? stem, language: "en")
    }

    /// FireRoad calls its files by what they are: major6-1, minor9.
    private var kind: Credential.Kind { stem.hasPrefix("major") ? .degree : .certificate }

    private var stem: String {
        let name = file.split(separator: "/").last ?? ""
        let stem = name.hasSuffix(".reql") ? name.dropLast(5) : name
        return stem.isEmpty ? "list" : String(stem)
    }

    private var decider: String {
        let short = document.titles.first ?? ""
        return short.isEmpty ? "the department" : "the department (\(short))"
    }

    /// What the file says in sentences, each section's under its title.
    private var prose: String {
        let sections = document.sections.filter { !$0.description.isEmpty }.map { section in
            let title = variables.definition(section.name)?.title ?? section.name
            return "\(title): \(section.description.replacing("\\n", with: "\n"))"
        }
        return ([document.description] + sections).filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    // MARK: Notes

    private func noteDefinitions(_ notes: inout FireRoadNotes) {
        let used = reachable
        for definition in document.definitions {
            if let place = definition.nestedModifier {
                notes.add(
                    .interpreted, "nested-modifier", at: place,
                    "a modifier in parentheses speaks of the whole definition")
            }
            guard !used.contains(definition.name) else { continue }
            notes.add(
                .ignored, "unused-definition", at: definition.place,
                "no section asks for \"\(definition.name)\", so that it is not required")
        }
    }

    private var reachable: Set<String> {
        var waiting = document.sections.map(\.name)
        var found = Set(waiting)
        while let name = waiting.popLast() {
            for below in variables.definition(name)?.statement.names ?? []
            where found.insert(below).inserted { waiting.append(below) }
        }
        return found
    }

    private func noteProse(_ notes: inout FireRoadNotes) {
        let message = "sentences, kept in the credential's description and asked for by nothing"
        if !document.description.isEmpty {
            let place = FireRoadDocument.Place(line: document.descriptionLine, column: 1)
            notes.add(.ignored, "prose", at: place, message)
        }
        for section in document.sections where !section.description.isEmpty {
            let place = FireRoadDocument.Place(line: section.descriptionLine, column: 1)
            notes.add(.ignored, "prose", at: place, message)
        }
    }
}
