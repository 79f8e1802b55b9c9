// SPDX-License-Identifier: Apache-2.0

/// Why parts do not make a graph; each names the offender.
public enum GraphError: Error, Hashable, CustomStringConvertible {
    /// Two things share an id.
    case duplicate(kind: String, id: String)
    /// Something refers to what is not there.
    case unknown(kind: String, id: String, by: String, nearest: [String])
    /// Credits that nobody can award.
    case impossibleCredits(credential: String, credits: String)
    /// Hours that nobody can work.
    case impossibleHours(credential: String, hours: String)
    /// A conversion by a factor that no two schemes can have.
    case impossibleConversion(from: String, to: String, factor: String)
    /// A weight outside (0, 1].
    case impossibleWeight(outcome: String, weight: Double)
    /// A ring in a relation that must have none: the ids of one shortest ring, in order.
    case cycle(relation: String, ids: [String])
    /// A learner's id that is no pseudonym.
    case notAPseudonym(String)
    /// A rule whose rows do not make a tree.
    case badRule(RequirementError)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .duplicate(let kind, let id):
            "the \(kind) \"\(id)\" is defined twice; remove one or give it another id"
        case .unknown(let kind, let id, let by, let nearest):
            "\(by) refers to the \(kind) \"\(id)\", which is not defined"
                + (nearest.isEmpty
                    ? "; add it, or import its framework first"
                    : "; did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: ", "))?")
        case .impossibleCredits(let credential, let credits):
            "the credential \"\(credential)\" cannot carry \(credits); credits are 0 to 100000"
        case .impossibleHours(let credential, let hours):
            "the credential \"\(credential)\" cannot take \(hours) hours; hours are 0 to 1000000"
        case .impossibleConversion(let from, let to, let factor):
            "\(from) cannot convert to \(to) by \(factor); a factor is above 0"
        case .impossibleWeight(let outcome, let weight):
            "outcome \"\(outcome)\" has the weight \(weight); a weight is above 0 and at most 1"
        case .cycle(let relation, let ids):
            "\"\(relation)\" runs in a ring: "
                + (ids + ids.prefix(1)).joined(separator: " → ") + "; remove one of these relations"
        case .notAPseudonym(let id):
            "\"\(id)\" cannot be a learner's id: it must not be empty or hold an @; use a pseudonym"
        case .badRule(let error): error.description
        }
    }
}
