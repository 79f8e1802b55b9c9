// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Report {
    /// Creates the report of all that is known of a learner: `varde/learner/1`.
    ///
    /// - Parameters:
    ///   - learner: the learner.
    ///   - graph: the graph that the credentials are in.
    ///   - language: the language that titles are shown in where they have it.
    public init(learner: Learner, in graph: Graph, language: String) {
        let table = Table(
            title: "Awards of \(learner.id)", columns: Self.awardColumns,
            rows: learner.awards.map { Self.row($0, graph, language) })
        self.init(
            "learner", table,
            fields: ["learner": .text(learner.id), "awards": .list(table.jsonRows)],
            disclosure: Disclosure())
        let names = ["credential", "title", "date", "status", "grade", "credits", "scheme"]
        shown = table.keeping(names)
        let count = learner.awards.count
        above = ["\(learner.id) holds \(count) award\(count == 1 ? "" : "s")."]
    }

    private static let awardColumns: [Table.Column] = [
        .init("credential", title: "Credential"), .init("title", title: "Title"),
        .init("date", title: "Date"), .init("status", title: "Status"),
        .init("grade", title: "Grade"), .init("scale", title: "Scale"),
        .init("credits", title: "Credits", kind: .exact), .init("scheme", title: "Scheme"),
        .init("level", title: "Level"), .init("field", title: "Field"),
        .init("provider", title: "Provider"), .init("kind", title: "Kind"),
        .init("expires", title: "Expires"), .init("verification", title: "Proof"),
        .init("used", title: "Used for"),
    ]

    /// What the award says, else what its credential says.
    private static func row(_ award: Award, _ graph: Graph, _ language: String) -> [Table.Cell] {
        let credential = graph.credential(award.credential).map { graph.credentials[$0] }
        let credits = award.credits ?? credential?.credits
        return [
            .text(award.credential), Table.Cell(credential?.title.text(in: language)),
            Table.Cell(award.date), .text(award.progress.rawValue), Table.Cell(award.grade?.text),
            Table.Cell(award.grade?.scale), Table.Cell(credits?.amount),
            Table.Cell(credits?.scheme.rawValue),
            Table.Cell((award.level ?? credential?.level)?.description),
            Table.Cell(award.field ?? credential?.field),
            Table.Cell(award.provider ?? credential?.provider),
            Table.Cell((award.kind ?? credential?.kind)?.rawValue), Table.Cell(award.expires),
            .text(award.verification.rawValue),
            award.usedFor.isEmpty ? .missing : .text(award.usedFor.joined(separator: " ")),
        ]
    }
}

extension Learner {
    /// What a sentence calls the learner of this id: a wallet's is known by no name.
    static func name(_ id: String) -> String { id == "wallet" ? "the wallet's holder" : id }
}

extension Table {
    /// Returns the table with only the columns of these names, in this order.
    func keeping(_ names: [String]) -> Table {
        let places = names.compactMap { name in columns.firstIndex { $0.name == name } }
        return Table(
            title: title, columns: places.map { columns[$0] },
            rows: rows.map { row in places.map { row[$0] } })
    }
}
