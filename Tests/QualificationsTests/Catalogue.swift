// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Small catalogues and rules, written short.
enum Catalogue {
    static let today = CalendarDate(dayNumber: 20_000)

    /// Credentials of so many credits each, at a level of a framework where one is given.
    static func parts(
        _ ids: [String], credits: Int, _ scheme: CreditScheme = .ects, level: String? = nil
    ) -> GraphParts {
        var parts = GraphParts()
        parts.credentials = ids.map { id in
            var credential = Credential(id: id, title: LocalizedText("Title of \(id)"))
            credential.credits = Credits(ExactDecimal(credits), scheme)
            credential.level = level.flatMap { Level($0) }
            return credential
        }
        return parts
    }

    static func learner(_ ids: [String]) throws -> Learner {
        try Learner(id: "pseudonym", awards: ids.map { Award(credential: $0) })
    }
}

extension Requirement {
    /// Credits from what a selector matches.
    static func credits(
        _ id: String, _ minimum: Int, maximum: Int? = nil, _ selector: String = "any",
        _ scheme: CreditScheme = .ects, parts: [Requirement] = [], isPartial: Bool = false
    ) -> Requirement {
        count(
            id, minimum, maximum: maximum, .credits(scheme), selector, parts: parts,
            isPartial: isPartial)
    }

    /// An amount of a unit from what a selector matches.
    static func count(
        _ id: String, _ minimum: Int, maximum: Int? = nil, _ unit: Unit,
        _ selector: String = "any", parts: [Requirement] = [], isPartial: Bool = false
    ) -> Requirement {
        Requirement(
            id: id,
            kind: .count(
                Demand(
                    minimum: ExactDecimal(minimum), maximum: maximum.map { ExactDecimal($0) },
                    unit: unit, selector: matching(selector), parts: parts, isPartial: isPartial))
        )
    }

    /// A condition on a part of what is counted right above.
    static func share(
        _ id: String, minimum: Share.Bound? = nil, maximum: Share.Bound? = nil,
        _ selector: String, basis: Share.Basis = .required, rounding: Share.Rounding? = nil
    ) -> Requirement {
        Requirement(
            id: id,
            kind: .share(
                Share(
                    minimum: minimum, maximum: maximum, of: matching(selector), basis: basis,
                    rounding: rounding)))
    }

    static func credential(_ id: String) -> Requirement {
        Requirement(id: "holds-\(id)", kind: .credential(id, overlap: nil))
    }

    private static func matching(_ selector: String) -> Selector {
        (try? Selector(parsing: selector)) ?? .oneOf(.id, ["no such selector: \(selector)"])
    }
}
