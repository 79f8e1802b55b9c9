// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// What statistics over the catalogue read: the graph on a day, and what its rules would take.
public struct CatalogueSurvey: Sendable {
    /// The catalogue.
    public let graph: Graph
    /// The day asked about: which rules are in force, and which version of each.
    public let asOf: CalendarDate
    /// Which credentials the rules of its qualifications would take.
    public let acceptance: AcceptanceSurvey
    /// The credentials that are counted, by position: those that a learner can take.
    public let credentials: [Int]

    /// Surveys `graph` on the day `asOf`.
    ///
    /// - Complexity: that of `AcceptanceSurvey`.
    public init(_ graph: Graph, asOf: CalendarDate) {
        self.graph = graph
        self.asOf = asOf
        acceptance = AcceptanceSurvey(graph, terms: AuditTerms(asOf: asOf))
        credentials = graph.credentials.indices.filter { graph.credentials[$0].isOffered }
    }
}

extension CatalogueSurvey {
    /// Says in a table what was surveyed, and what was left out.
    func describe(_ table: inout StatisticTable) {
        table.basis.n = credentials.count
        table.basis.unit = "credentials"
        table.notes = notes
    }

    private var notes: [String] {
        let left = graph.credentials.count - credentials.count
        var notes = [
            "\(credentials.count) credentials and \(acceptance.targets.count) qualifications with "
                + "a completion rule in force on \(asOf)."
        ]
        if left > 0 {
            notes.append(
                "Left out: \(left) credentials that cannot be taken now: retired, or prior "
                    + "learning.")
        }
        if acceptance.targets.isEmpty {
            notes.append("No qualification has a completion rule in force, so nothing counts.")
        }
        return notes
    }

    /// The kinds of the counted credentials, each with its credentials, and all of them under
    /// `all`.
    var kinds: [(name: String, credentials: [Int])] {
        let groups = Dictionary(grouping: credentials) { graph.credentials[$0].kind }
        let present = Credential.Kind.allCases.compactMap { kind in
            groups[kind].map { (name: kind.rawValue, credentials: $0) }
        }
        return present + [(name: "all", credentials: credentials)]
    }

    /// The cells that name a credential: its id, title, kind and provider.
    func names(of credential: Int) -> [Table.Cell] {
        let credential = graph.credentials[credential]
        return [
            .text(credential.id), .text(credential.title.text()), .text(credential.kind.rawValue),
            credential.provider.map { .text($0) } ?? .missing,
        ]
    }

    /// The columns of those cells.
    static let nameColumns: [Table.Column] = [
        .init("credential", title: "Credential", meaning: "The id of the credential."),
        .init("title", title: "Title", meaning: "Its title, in English where there is one."),
        .init("kind", title: "Kind", meaning: "What it is: a badge, a micro-credential, …"),
        .init("provider", title: "Provider", meaning: "Who awards it."),
    ]

    /// The column of the kinds of which a row tells.
    static let kindColumn = Table.Column(
        "kind", title: "Kind", meaning: "The kind of the credentials; all for all of them.")
}

extension CatalogueSurvey {
    /// Returns the qualifications toward which the credential counts, each as a pair with it.
    public func targets(counting credential: Int) -> [(credential: Int, toward: Int)] {
        zip(acceptance.targets, acceptance.uptakes(of: credential)).filter { $0.1.isTaken }
            .map { (credential: credential, toward: $0.0) }
    }
}
