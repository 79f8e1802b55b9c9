// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph
public import StackingStatistics

/// The tables of a catalogue as other tools read them: what is exported.
///
/// Their names, columns, kinds and units are a published contract, as those of the statistics are.
public struct CatalogueTables {
    /// Calls its body with each learner, by id.
    public typealias Learners = (_ body: (Learner) throws -> Void) throws -> Void

    private let graph: Graph
    private let language: String
    private let learners: Learners?

    /// Creates the tables of `graph`, texts in `language` where they have it.
    ///
    /// - Parameters:
    ///   - graph: the catalogue.
    ///   - language: the language of titles, statements and labels.
    ///   - learners: gives the learners one at a time; nil where no awards are wanted.
    public init(_ graph: Graph, language: String = "en", learners: Learners? = nil) {
        self.graph = graph
        self.language = language
        self.learners = learners
    }

    /// Every table without rows, in the order of ``streams``.
    public static let contract: [StatisticTable] = [
        credentials, outcomes, alignments, skills, skillRelations, relations, rules, requirements,
        awards,
    ].map { StatisticTable($0.name, $0.table, cells: CellStructure()) }

    /// The tables; the awards only where learners are wanted.
    public var streams: [TableStream] {
        let tables = [
            stream(Self.credentials, graph.credentials.indices, credential),
            stream(Self.outcomes, graph.outcomes, outcome),
            stream(Self.alignments, graph.alignments, alignment),
            stream(Self.skills, graph.skills, skill),
            stream(Self.skillRelations, graph.skillLinks, skillRelation),
            stream(Self.relations, graph.credentialRelations, relation),
            stream(Self.rules, graph.rules, rule),
            stream(
                Self.requirements,
                graph.rules.lazy.flatMap { rule in rule.rows.lazy.map { (rule.id, $0) } },
                requirement),
        ]
        guard let learners else { return tables }
        let awards = TableStream(Self.awards.name, Self.awards.table) { body in
            try learners { learner in
                for award in learner.awards { try body(Self.cells(of: award, learner.id)) }
            }
        }
        return tables + [awards]
    }

    private func stream<Elements: Sequence>(
        _ declared: Declared, _ elements: Elements,
        _ cells: @escaping (Elements.Element) -> [Table.Cell]
    ) -> TableStream {
        TableStream(declared.name, declared.table) { body in
            for element in elements { try body(cells(element)) }
        }
    }

    // MARK: Rows

    private func text(_ text: LocalizedText) -> Table.Cell {
        text.isEmpty ? .missing : .text(text.text(in: language))
    }

    private static func list(_ values: [String]) -> Table.Cell {
        values.isEmpty ? .missing : .text(values.joined(separator: " | "))
    }

    private func credential(_ position: Int) -> [Table.Cell] {
        let it = graph.credentials[position]
        let naming: [Table.Cell] = [
            .text(it.id), text(it.title), .text(it.kind.rawValue), .init(it.provider),
            .init(it.country),
        ]
        let size: [Table.Cell] = [
            .init(it.credits?.amount), .init(it.credits?.scheme.rawValue), .init(it.hours),
            .init(it.level?.framework), .init(it.level?.value), .init(it.field),
        ]
        return naming + size + [
            Self.list(it.languages), .init(it.mode), .init(it.url), .init(it.status),
            Self.list(it.tags), Self.list(it.identifiers), it.description.map(text) ?? .missing,
            .truth(graph.isQualification(position)),
        ]
    }

    private func outcome(_ outcome: LearningOutcome) -> [Table.Cell] {
        [.text(outcome.id), .text(outcome.credential), text(outcome.text)]
    }

    private func alignment(_ link: GraphParts.AlignmentLink) -> [Table.Cell] {
        [
            .text(graph.outcomes[link.outcome].id), .text(graph.skills[link.skill].uri),
            .number(link.weight, decimals: 2), .init(link.proficiency?.framework),
            .init(link.proficiency?.value), .init(link.source),
        ]
    }

    private func skill(_ skill: Skill) -> [Table.Cell] {
        [
            .text(skill.uri), text(skill.label), .text(skill.kind.rawValue),
            .text(skill.framework.name), .text(skill.framework.version),
        ]
    }

    private func skillRelation(_ link: GraphParts.Link) -> [Table.Cell] {
        [
            .text(graph.skills[link.from].uri), .text(link.kind.rawValue),
            .text(graph.skills[link.to].uri),
        ]
    }

    private func relation(_ relation: CredentialRelation) -> [Table.Cell] {
        [.text(relation.from), .text(relation.kind.rawValue), .text(relation.to)]
    }

    private func rule(_ rule: Rule) -> [Table.Cell] {
        let dates = [rule.validFrom, rule.validUntil, rule.startedFrom, rule.startedBefore]
        return [
            .text(rule.id), .text(rule.credential), .text(rule.use.rawValue), text(rule.title),
            .init(rule.version),
        ] + dates.map { .init($0) } + [.init(rule.source), .init(rule.decidedBy)]
    }

    private func requirement(_ rule: String, _ row: RequirementRow) -> [Table.Cell] {
        [
            .text(rule), .text(row.id), .init(row.parent), .text(row.kind), .init(row.minimum),
            .init(row.maximum), .init(row.unit), .init(row.of), .init(row.options),
            text(row.title),
        ]
    }

    private static func cells(of award: Award, _ learner: String) -> [Table.Cell] {
        [
            .text(learner), .text(award.credential), .init(award.date),
            .text(award.progress.rawValue), .init(award.grade?.text), .init(award.grade?.scale),
            .init(award.credits?.amount), .init(award.credits?.scheme.rawValue),
            .init(award.level?.framework), .init(award.level?.value), .init(award.field),
            .init(award.provider), .init(award.kind?.rawValue), .init(award.expires),
            .text(award.verification.rawValue), list(award.usedFor),
        ]
    }
}
