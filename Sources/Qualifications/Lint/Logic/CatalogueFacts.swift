// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What the credentials of a catalogue have been seen to be.
struct CatalogueFacts {
    /// The position of each credential by its id and by the other ids it goes by.
    let positions: [String: Int]
    let providers: Set<String>
    let tags: Set<String>
    let modes: Set<String>
    let languages: Set<String>
    let fields: Set<String>
    let levels: Set<Level>
    let proficiencies: Set<Level>
    let schemes: Set<CreditScheme>
    /// The skills that something teaches, by position.
    let taught: Set<Int>

    init(_ graph: Graph) {
        positions = Self.positions(graph)
        let credentials = graph.credentials
        providers = Set(credentials.lazy.compactMap(\.provider))
        tags = Set(credentials.lazy.flatMap(\.tags))
        modes = Set(credentials.lazy.compactMap(\.mode))
        languages = Set(credentials.lazy.flatMap(\.languages).map { $0.lowercased() })
        fields = Set(credentials.lazy.compactMap(\.field))
        levels = Set(credentials.lazy.compactMap(\.level))
        proficiencies = Set(graph.alignments.lazy.compactMap(\.proficiency))
        taught = Set(graph.alignments.lazy.map(\.skill))
        schemes = Set(credentials.lazy.compactMap(\.credits?.scheme))
    }

    private static func positions(_ graph: Graph) -> [String: Int] {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(graph.credentials.count)
        for (position, credential) in graph.credentials.enumerated() {
            positions[credential.id] = position
        }
        for (position, credential) in graph.credentials.enumerated() {
            for identifier in credential.identifiers where positions[identifier] == nil {
                positions[identifier] = position
            }
        }
        return positions
    }

    /// The id that a credential goes by whatever it is called; `id` itself for one not known.
    func name(_ id: String, in graph: Graph) -> String {
        positions[id].map { graph.credentials[$0].id } ?? id
    }
}
