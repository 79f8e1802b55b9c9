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
    static func credits(
        _ id: String, _ minimum: Int, maximum: Int? = nil, _ selector: String = "any",
        _ scheme: CreditScheme = .ects, parts: [Requirement] = []
    ) -> Requirement {
        Requirement(
            id: id,
            kind: .credits(
                CreditDemand(
                    minimum: Credits(ExactDecimal(minimum), scheme),
                    maximum: maximum.map { ExactDecimal($0) },
                    selector: (try? Selector(parsing: selector)) ?? .everything, parts: parts)))
    }

    static func credential(_ id: String) -> Requirement {
        Requirement(id: "holds-\(id)", kind: .credential(id))
    }
}
