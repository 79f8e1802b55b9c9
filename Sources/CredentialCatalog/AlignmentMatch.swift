// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The skill that an alignment was found to mean.
enum AlignmentMatch: Equatable {
    case uri(Int)
    case label(Int, uri: String)
    case alternative(Int, uri: String)
    case ambiguous([String])
    case unknown

    /// The cells it is kept in.
    struct Cells: Equatable {
        let skill: Int?
        let resolution: String?
        let candidates: String?
    }

    var cells: Cells {
        switch self {
        case .uri(let skill): Cells(skill: skill, resolution: "uri", candidates: nil)
        case .label(let skill, _): Cells(skill: skill, resolution: "label", candidates: nil)
        case .alternative(let skill, _):
            Cells(skill: skill, resolution: "alternative", candidates: nil)
        case .ambiguous(let uris):
            Cells(skill: nil, resolution: nil, candidates: uris.joined(separator: "\n"))
        case .unknown: Cells(skill: nil, resolution: nil, candidates: nil)
        }
    }
}

/// The resolver of all skills, made when it is first asked.
final class LazyResolver {
    private let database: Database
    private var made: (resolver: SkillResolver, skills: [Skill], rows: [Int])?

    init(_ database: Database) { self.database = database }

    func match(_ reference: SkillReference) throws -> AlignmentMatch {
        let (resolver, skills, rows) = try resources()
        switch resolver.resolve(reference) {
        case .byURI(let position): return .uri(rows[position])
        case .byLabel(let position):
            return .label(rows[position], uri: skills[position].uri)
        case .byAlternative(let position):
            return .alternative(rows[position], uri: skills[position].uri)
        case .ambiguous(let positions): return .ambiguous(positions.map { skills[$0].uri })
        case .unknown: return .unknown
        }
    }

    private func resources() throws -> (SkillResolver, [Skill], [Int]) {
        if let made { return made }
        let (skills, rows) = try ConceptReader(database).skills()
        let resources = (SkillResolver(skills), skills, rows)
        made = resources
        return resources
    }
}
