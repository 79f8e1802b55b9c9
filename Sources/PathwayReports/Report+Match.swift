// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of how near a learner is to the qualifications of a catalogue:
    /// `varde/match/1`.
    ///
    /// - Parameters:
    ///   - matches: the qualifications, the nearest first.
    ///   - limit: how many of them are listed at most; nil for all.
    ///   - awards: what the learner holds.
    ///   - graph: the graph the matches were made in.
    ///   - terms: what every audit took into account.
    ///   - language: the language that titles are shown in where they have it.
    ///   - disclosure: what the answer rests on; counts and rules are filled in.
    public init(
        matches: [QualificationMatch], limit: Int?, for awards: AutomaticAwards, in graph: Graph,
        terms: AuditTerms, language: String, disclosure: Disclosure
    ) {
        let listed = Array(matches.prefix(limit ?? matches.count))
        let writer = MatchWriter(
            matches: listed, audits: AuditWriter(graph: graph, language: language))
        var disclosure = disclosure
        disclosure.rules = listed.map(\.rule)
        disclosure.counts = [
            "catalogue": graph.credentials.count,
            "qualifications": graph.credentials.indices.count(where: graph.isQualification),
            "considered": matches.count, "returned": listed.count,
        ]
        let automatic = AutomaticWriter(awards: awards, graph: graph, language: language)
        self.init(
            "match", writer.rows,
            fields: [
                "learner": .text(awards.recorded.id),
                "counts": .object(disclosure.counts.mapValues { .integer($0) }),
                "terms": .object([
                    "recognition": .text(terms.recognition.description),
                    "supposing": .text(terms.supposing.rawValue),
                    "started": JSONValue(terms.started),
                ]),
                "matches": .list(writer.documents), "automatic": automatic.json,
            ], disclosure: disclosure)
        lines = writer.documents
        shown = writer.list
        above = [writer.headline(Learner.name(awards.recorded.id), of: matches.count)]
        below = automatic.sentences + disclosure.sentences
    }
}

/// Writes how near a learner is to qualifications.
struct MatchWriter {
    let matches: [QualificationMatch]
    let audits: AuditWriter

    private var graph: Graph { audits.graph }

    private func title(_ match: QualificationMatch) -> String {
        graph.credentials[match.credential].title.text(in: audits.language)
    }

    func headline(_ learner: String, of count: Int) -> String {
        guard count > 0 else { return "No qualification is there to match." }
        let met = matches.count { $0.standing.status == .met }
        let some = matches.count < count ? "the nearest \(matches.count) of " : ""
        return "How near \(learner) is to \(some)\(count) qualification"
            + "\(count == 1 ? "" : "s"): \(met) met."
    }

    /// What programs read, an object a qualification.
    var documents: [JSONValue] {
        matches.enumerated().map { place, match in
            let credential = graph.credentials[match.credential]
            return .object([
                "rank": .integer(place + 1), "credential": .text(credential.id),
                "title": .text(title(match)), "provider": JSONValue(credential.provider),
                "rule": .object([
                    "id": .text(match.rule.id), "version": JSONValue(match.rule.version),
                ]),
                "status": .text(match.standing.status.rawValue),
                "remaining": audits.json(match.standing.remaining),
                "needed": audits.json(match.need), "share": .number(match.share),
                "proved": .truth(match.standing.proved), "held": .truth(match.isHeld),
                "reached": .truth(match.isReached),
                "awarding": .text(match.rule.awarding.rawValue),
                "startUnknown": .truth(match.isStartUnknown),
                "nested": .list(match.nested.map(audits.json)),
            ])
        }
    }

    /// One row a qualification.
    var rows: Table {
        var table = Table(
            title: "Qualifications by what is missing",
            columns: [
                .init("rank", title: "Rank", kind: .integer),
                .init("credential", title: "Qualification"), .init("title", title: "Title"),
                .init("provider", title: "Provider"), .init("status", title: "Status"),
                .init("credits", title: "Credits", kind: .exact),
                .init("scheme", title: "Scheme"),
                .init("units", title: "Units", kind: .exact),
                .init("count", title: "Requirements", kind: .integer),
                .init("share", title: "Share missing", kind: .number),
                .init("held", title: "Held"), .init("reached", title: "Reached"),
                .init("awarding", title: "Awarding"), .init("rule", title: "Rule"),
                .init("nestedReached", title: "Reached on the way"),
            ])
        for (place, match) in matches.enumerated() {
            let credential = graph.credentials[match.credential]
            let remaining = match.standing.remaining
            table.append([
                .integer(place + 1), .text(credential.id), .text(title(match)),
                Table.Cell(credential.provider), .text(match.standing.status.rawValue),
                .exact(remaining.credits), .text(remaining.scheme.rawValue),
                .exact(remaining.units), .integer(remaining.count),
                .number(match.share, decimals: 3), .truth(match.isHeld),
                .truth(match.isReached), .text(match.rule.awarding.rawValue),
                .text(match.rule.id),
                .text(
                    match.nested.filter { $0.isReached || $0.isHeld }
                        .map { graph.credentials[$0.credential].id }.joined(separator: " ")),
            ])
        }
        return table
    }

    /// What a person reads.
    var list: Table {
        var table = Table(
            title: "Qualifications by what is missing",
            columns: [
                .init("rank", title: "#", kind: .integer),
                .init("credential", title: "Qualification"), .init("status", title: "Status"),
                .init("share", title: "Missing", kind: .number), .init("left", title: "Left"),
                .init("nested", title: "On the way"),
            ])
        for (place, match) in matches.enumerated() {
            table.append([
                .integer(place + 1),
                .text("\(title(match)) (\(graph.credentials[match.credential].id))"),
                .text(status(match)), .text("\(Int((match.share * 100).rounded(.up)))%"),
                .text(left(match)), .text(way(match)),
            ])
        }
        return table
    }

    private func status(_ match: QualificationMatch) -> String {
        if match.isHeld {
            let isMet = match.standing.status == .met
            return isMet ? "held" : "held; by its rule \(match.standing.status.forReading)"
        }
        return match.isReached ? "reached" : match.standing.status.forReading
    }

    private func left(_ match: QualificationMatch) -> String {
        let caveat = match.standing.proved ? "" : " (at most)"
        let start = match.isStartUnknown ? "; depends on the start" : ""
        return audits.remaining(match.standing, by: match.rule) + caveat + start
    }

    /// What is reached on the way, and else the nearest that is not.
    private func way(_ match: QualificationMatch) -> String {
        let near = match.nested.filter { $0.isHeld || $0.isReached }
        let shown = near.isEmpty ? Array(match.nested.prefix(1)) : near
        return shown.map { nested in
            let id = graph.credentials[nested.credential].id
            if nested.isHeld { return "\(id) held" }
            return nested.isReached
                ? "\(id) reached" : "\(id): \(audits.remaining(nested.standing, by: nested.rule))"
        }.joined(separator: "; ")
    }
}
