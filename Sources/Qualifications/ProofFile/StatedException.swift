// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// An exception as a proof file states it; the learner is that of the claim.
struct StatedException: Codable, Hashable, Sendable {
    var id: String
    var rule: String
    var kind: String
    var award: String?
    var requirement: String?
    var credential: String?
    var countsFor: String?
    var limit: String?
    var value: String?
    var who: String
    var why: String
    var date: String
    var until: String?

    init(_ exception: AuditException) {
        id = exception.id
        rule = exception.rule
        kind = exception.kind.name.rawValue
        award = exception.kind.award
        requirement = exception.kind.requirement
        who = exception.decision.who
        why = exception.decision.why
        date = exception.decision.date.description
        until = exception.until?.description
        switch exception.kind {
        case .substitute(let held, let wanted): (credential, countsFor) = (held, wanted)
        case .change(_, let limit, let value): (self.limit, self.value) = (limit.rawValue, value)
        case .insert, .waive, .block: break
        }
    }

    func exception(of learner: String) throws -> AuditException {
        let list = "terms/exceptions"
        var exception = AuditException(
            learner: learner, rule: rule, try stated,
            AuditException.Decision(
                by: who, because: why,
                on: try Stated.value(date, in: list) { CalendarDate($0) }),
            until: try until.map { try Stated.value($0, in: list) { CalendarDate($0) } })
        exception.id = id
        return exception
    }

    private var stated: AuditException.Kind {
        get throws {
            let list = "terms/exceptions"
            switch try Stated.value(kind, in: list, AuditException.Kind.Name.init(rawValue:)) {
            case .insert: return .insert(award: award ?? "", into: requirement ?? "")
            case .substitute: return .substitute(credential ?? "", for: countsFor ?? "")
            case .waive: return .waive(requirement ?? "")
            case .block: return .block(award: award ?? "", in: requirement)
            case .change:
                return .change(
                    requirement ?? "",
                    try Stated.value(limit ?? "", in: list, AuditException.Limit.init(rawValue:)),
                    to: value ?? "")
            }
        }
    }
}
