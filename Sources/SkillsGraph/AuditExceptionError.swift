// SPDX-License-Identifier: Apache-2.0

/// Why an exception cannot be made, applied or revoked.
public enum AuditExceptionError: Error, Hashable, CustomStringConvertible {
    /// Nothing says who decided, or why.
    case missing(String)
    /// Who decided is written as an address.
    case notAPseudonym
    /// Its last day, or the day it was revoked, is before the day it was decided.
    case backwards(String, from: CalendarDate, to: CalendarDate)
    /// It names what is not there.
    case unknown(kind: String, id: String, among: String, nearest: [String])
    /// It names what may be several things.
    case ambiguous(kind: String, id: String, candidates: [String])
    /// An award cannot be put into this requirement, because it counts none.
    case takesNoAwards(requirement: String, kind: String)
    /// The requirement has no such value.
    case hasNoLimit(requirement: String, kind: String, AuditException.Limit)
    /// The requirement cannot have this value.
    case badValue(RequirementError)
    /// The rule never asks for the credential that another should count for.
    case notAsked(credential: String, rule: String, asked: [String])
    /// It was revoked before.
    case alreadyRevoked(id: String, CalendarDate)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .missing(let what):
            "an exception needs to say \(what); it is shown with every audit that it changes"
        case .notAPseudonym:
            "who decided must not hold an @; name a role or a pseudonym, such as \"study board\""
        case .backwards(let what, let from, let to):
            "\(what), \(to), is before the day of the decision, \(from)"
        case .unknown(let kind, let id, let place, let nearest):
            "there is no \(kind) \"\(id)\" \(place)"
                + (nearest.isEmpty ? "" : "; did you mean \(Self.quoted(nearest))?")
        case .ambiguous(let kind, let id, let candidates):
            "the \(kind) \"\(id)\" may be \(Self.quoted(candidates)); give one of these"
        case .takesNoAwards(let requirement, let kind):
            "\"\(requirement)\" is a \"\(kind)\", which counts no awards; name a requirement of "
                + "credits, awards, hours or a credential, or waive this one"
        case .hasNoLimit(let requirement, let kind, let limit):
            "\"\(requirement)\" is a \"\(kind)\", which has no \(limit.rawValue) to change"
        case .badValue(let error): error.description
        case .notAsked(let credential, let rule, let asked):
            "the rule \"\(rule)\" does not ask for \"\(credential)\"; "
                + (asked.isEmpty
                    ? "it asks for no credential" : "it asks for \(Self.quoted(asked))")
        case .alreadyRevoked(let id, let date): "\(id) was revoked on \(date) already"
        }
    }

    private static func quoted(_ ids: [String]) -> String {
        ids.prefix(10).map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
