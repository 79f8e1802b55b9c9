// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Report {
    /// Creates the report of exceptions: `varde/exceptions/1`.
    ///
    /// - Parameters:
    ///   - exceptions: The exceptions, in the order they are shown in.
    ///   - day: The day on which it is asked whether they hold.
    public init(exceptions: [AuditException], asOf day: CalendarDate) {
        let table = Table(
            title: "Exceptions", columns: ExceptionWriter.columns,
            rows: exceptions.map { ExceptionWriter(day: day).row($0) })
        let documents = exceptions.map { ExceptionWriter(day: day).json($0) }
        self.init(
            "exceptions", table, fields: ["exceptions": .list(documents)],
            disclosure: Disclosure(asOf: day))
        lines = documents
        shown = table.keeping([
            "id", "state", "learner", "rule", "text", "who", "why", "when", "until",
        ])
        above = [Self.headline(exceptions, on: day)]
    }

    private static func headline(_ exceptions: [AuditException], on day: CalendarDate) -> String {
        guard !exceptions.isEmpty else { return "There are no exceptions." }
        let count = exceptions.count
        let active = exceptions.filter { $0.state(asOf: day) == .active }.count
        return "\(count) exception\(count == 1 ? "" : "s"), \(active) active on \(day)."
    }
}

/// Writes exceptions as they stand on a day.
private struct ExceptionWriter {
    let day: CalendarDate

    static let columns: [Table.Column] = [
        .init("id", title: "Id"), .init("state", title: "State"),
        .init("learner", title: "Learner"), .init("rule", title: "Rule"),
        .init("kind", title: "Kind"), .init("text", title: "Exception"),
        .init("award", title: "Award"), .init("requirement", title: "Requirement"),
        .init("credential", title: "Credential"), .init("countsFor", title: "Counts for"),
        .init("changed", title: "Changed"), .init("value", title: "Value"),
        .init("who", title: "By"), .init("why", title: "Because"), .init("when", title: "Since"),
        .init("until", title: "Until"), .init("revokedBy", title: "Revoked by"),
        .init("revokedWhy", title: "Revoked because"), .init("revokedOn", title: "Revoked on"),
    ]

    func row(_ exception: AuditException) -> [Table.Cell] {
        let kind = exception.kind
        return [
            .text(exception.id), .text(exception.state(asOf: day).rawValue),
            .text(exception.learner), .text(exception.rule), .text(kind.name.rawValue),
            .text(kind.sentence), Table.Cell(kind.award), Table.Cell(kind.requirement),
            Table.Cell(kind.substitution?.held), Table.Cell(kind.substitution?.wanted),
            Table.Cell(kind.change?.limit.rawValue), Table.Cell(kind.change?.value),
            .text(exception.decision.who), .text(exception.decision.why),
            .date(exception.decision.date), Table.Cell(exception.until),
            Table.Cell(exception.revocation?.who), Table.Cell(exception.revocation?.why),
            Table.Cell(exception.revocation?.date),
        ]
    }

    func json(_ exception: AuditException) -> JSONValue {
        let kind = exception.kind
        return .object([
            "id": .text(exception.id), "state": .text(exception.state(asOf: day).rawValue),
            "learner": .text(exception.learner), "rule": .text(exception.rule),
            "kind": .text(kind.name.rawValue), "text": .text(kind.sentence),
            "award": JSONValue(kind.award), "requirement": JSONValue(kind.requirement),
            "credential": JSONValue(kind.substitution?.held),
            "countsFor": JSONValue(kind.substitution?.wanted),
            "changed": JSONValue(kind.change?.limit.rawValue),
            "value": JSONValue(kind.change?.value), "who": .text(exception.decision.who),
            "why": .text(exception.decision.why), "when": JSONValue(exception.decision.date),
            "until": JSONValue(exception.until),
            "revoked": exception.revocation.map(json) ?? .null,
        ])
    }

    private func json(_ decision: AuditException.Decision) -> JSONValue {
        .object([
            "who": .text(decision.who), "why": .text(decision.why),
            "when": JSONValue(decision.date),
        ])
    }
}

extension AuditException.Kind {
    /// What is decided, in a few words.
    var sentence: String {
        switch self {
        case .insert(let award, let id): "\(award) counts in \(id)"
        case .substitute(let held, let wanted): "\(held) counts for \(wanted)"
        case .waive(let id): "\(id) is waived"
        case .block(let award, nil): "\(award) does not count"
        case .block(let award, let id?): "\(award) does not count in \(id)"
        case .change(let id, let limit, "none"): "\(id) has no \(limit.rawValue)"
        case .change(let id, let limit, let value): "the \(limit.rawValue) of \(id) is \(value)"
        }
    }

    /// Which credential counts for which.
    fileprivate var substitution: (held: String, wanted: String)? {
        if case .substitute(let held, let wanted) = self { return (held, wanted) }
        return nil
    }

    /// Which value is changed to what.
    fileprivate var change: (limit: AuditException.Limit, value: String)? {
        if case .change(_, let limit, let value) = self { return (limit, value) }
        return nil
    }
}
