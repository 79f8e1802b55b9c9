// SPDX-License-Identifier: Apache-2.0

import TestSupport

@testable import PathwayReports

/// Piles and maps to draw: ordinary ones, extremes, and random ones from seeds.
enum PictureSamples {
    static let titles = [
        "", " ", "R", "Databases and SQL", "Responsible AI in Government",
        "Challenge: A Municipality that Learns from its Data",
        String(repeating: "Applied data science ", count: 10),
        String(repeating: "x", count: 200), String(repeating: "W", count: 200),
        "Datenschutzgrundverordnungsbeauftragtenweiterbildung/Fortgeschrittenen-Kurs",
        "<Applied> & \"Advanced\" \u{202E}esrever\u{0} 'it'",
        String(repeating: "情報処理技術者試験", count: 12),
        "شهادة في البيانات العامة والذكاء الاصطناعي للخدمات الحكومية",
        "e\u{301}a\u{308}\u{323}\u{331} n\u{303}o\u{308}e\u{301} z\u{300}\u{301}\u{302}",
        "👩‍👩‍👧‍👦🇳🇴 👍🏽 emoji", "\u{200B}\u{200D}\u{FEFF}",
    ]
    static let sizes: [Double?] = [nil, 0, 0.5, 1, 3, 5, 10, 30, 60, 1e9, .infinity, -4, .nan]

    static func stone(
        _ title: String, _ size: Double?, _ state: Pile.State, note: String = "5 ECTS"
    ) -> Pile.Stone {
        .init(title: title, note: note, size: size, state: state)
    }

    static func pile(_ stones: [Pile.Stone], isReached: Bool = false, goal: String? = nil) -> Pile {
        Pile(
            title: "Toward Certificate in Public Data and AI", description: "A pile of stones.",
            stones: stones,
            goal: .init(
                title: goal ?? "Certificate in Public Data and AI", note: "20 of 30 ECTS",
                isReached: isReached),
            labels: [
                .held: "Held and counted", .inProgress: "In progress", .next: "Next",
                .unlocked: "Opened by the next ones: Folgezertifikatsvoraussetzungen",
                .unused: "Held, counts nowhere here",
            ], goalLabel: "Goal")
    }

    /// So many stones, in all states.
    static func pile(of count: Int) -> Pile {
        pile(
            (0..<count).map {
                stone(
                    titles[3 + $0 % 3], [1, 2, 5, 10, nil][$0 % 5],
                    Pile.State.allCases[$0 * 7 / 3 % 5])
            })
    }

    static func randomPile(_ seed: Int) -> Pile {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 0...(seed % 9 == 0 ? 90 : 14), using: &random)
        let states = Array(Pile.State.allCases.shuffled(using: &random).prefix(seed % 5 + 1))
        return pile(
            (0..<count).map { _ in
                stone(
                    titles.randomElement(using: &random) ?? "",
                    sizes.randomElement(using: &random) ?? nil,
                    states.randomElement(using: &random) ?? .held,
                    note: titles.prefix(5).randomElement(using: &random) ?? "")
            }, isReached: seed.isMultiple(of: 2), goal: titles.randomElement(using: &random))
    }

    static let piles =
        [0, 1, 2, 11, 39, 40, 41, 200].map { pile(of: $0) }
        + Pile.State.allCases.map { state in pile(titles.map { stone($0, 3, state) }) }
        + titles.map { pile([stone($0, nil, .next), stone("Held", 5, .held)], goal: $0) }
        + [pile(sizes.map { stone("Data", $0, .held) }, isReached: true)]
        + (0..<oracleCases(debug: 40)).map(randomPile)
}

extension PictureSamples {
    static let kinds = PathMap.Kind.allCases

    static func map(
        _ count: Int, _ edges: [(Int, Int)], title: (Int) -> String = { titles[3 + $0 % 3] }
    ) -> PathMap {
        PathMap(
            title: "The way to Certificate in Public Data and AI", description: "A graph.",
            nodes: (0..<count).map {
                .init(title: title($0), note: "\($0) ECTS", kind: kinds[$0 * 5 % kinds.count])
            },
            edges: edges.enumerated().map { place, edge in
                .init(from: edge.0, to: edge.1, kind: PathMap.EdgeKind.allCases[place % 4])
            },
            nodeLabels: Dictionary(uniqueKeysWithValues: kinds.map { ($0, "\($0)") }),
            edgeLabels: [.counts: "counts here", .admits: titles[6], .partOf: "is part of"])
    }

    static func randomEdges(
        _ count: Int, of nodes: Int, _ random: inout SeededGenerator
    ) -> [(Int, Int)] {
        (0..<count).map { _ in
            (Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random))
        }
    }

    /// A graph of which most edges lead to a later node.
    static func largeMap(_ nodes: Int, _ edges: Int) -> PathMap {
        var random = SeededGenerator(seed: 1)
        return map(
            nodes,
            randomEdges(edges, of: nodes, &random).enumerated().map { place, edge in
                let first = min(edge.0, edge.1)
                return place % 50 == 0 ? edge : (first, min(nodes - 1, first + edge.1 % 60))
            })
    }

    static func randomMap(_ seed: Int) -> PathMap {
        var random = SeededGenerator(seed: UInt64(seed))
        let nodes = Int.random(in: 1...18, using: &random)
        let edges = randomEdges(Int.random(in: 0...40, using: &random), of: nodes, &random)
        let isAcyclic = seed.isMultiple(of: 2)
        return map(nodes, isAcyclic ? edges.map { (min($0, $1), max($0, $1)) } : edges) {
            seed.isMultiple(of: 3) ? titles[($0 + seed) % titles.count] : titles[3 + $0 % 3]
        }
    }

    static let maps: [PathMap] =
        [
            map(0, []), map(1, []), map(1, [(0, 0), (0, 0)]), map(2, [(0, 1), (1, 0), (0, 1)]),
            map(9, []), map(30, (0..<29).map { ($0, $0 + 1) }),
            map(30, (0..<30).map { ($0, ($0 + 1) % 30) }), map(40, (1..<40).map { ($0, 0) }),
            map(40, (1..<40).map { (0, $0) }), map(12, [(0, 1), (2, 3), (3, 4), (4, 2), (5, 5)]),
            map(12, (0..<12).flatMap { one in (0..<12).map { (one, $0) } }),
            map(titles.count, (1..<titles.count).map { ($0 - 1, $0) }) { titles[$0] },
            largeMap(300, 600),
        ] + (0..<oracleCases(debug: 40)).map(randomMap)
}
