// SPDX-License-Identifier: Apache-2.0

/// The definitions of a file by their names, once it is known that putting them into one another
/// comes to an end.
struct FireRoadVariables {
    /// The deepest nesting once all names are put in.
    static let deepest = 32
    /// The most parts of a list once all names are put in.
    static let mostParts = 10_000

    private let definitions: [FireRoadDocument.Definition]
    private let positions: [String: Int]

    init(_ document: FireRoadDocument) throws(ForeignRulesError) {
        definitions = document.definitions
        positions = Dictionary(
            definitions.enumerated().map { ($0.element.name, $0.offset) }
        ) { first, _ in first }
        var sizes = [Size?](repeating: nil, count: definitions.count)
        for position in definitions.indices { try measure(position, &sizes) }
        var total = 0
        for section in document.sections {
            total += positions[section.name].flatMap { sizes[$0]?.parts } ?? 0
            guard total <= Self.mostParts else { throw tooLarge(section.place) }
        }
    }

    /// The definition of this name; nil for a subject or an attribute.
    func definition(_ name: String) -> FireRoadDocument.Definition? {
        positions[name].map { definitions[$0] }
    }

    // MARK: Measures

    /// How deep and how large a statement is once all names are put in.
    private struct Size {
        var depth = 1
        var parts = 1
    }

    /// Measures a definition after those that it names, without recursion: a chain of names may be
    /// as long as the file.
    private func measure(_ start: Int, _ sizes: inout [Size?]) throws(ForeignRulesError) {
        var path = [(definition: start, waiting: names(in: start))]
        var onPath: Set<Int> = [start]
        while let last = path.last {
            guard sizes[last.definition] == nil, let next = last.waiting.last else {
                if sizes[last.definition] == nil { try settle(last.definition, &sizes) }
                onPath.remove(last.definition)
                path.removeLast()
                continue
            }
            path[path.count - 1].waiting.removeLast()
            guard sizes[next] == nil else { continue }
            guard onPath.insert(next).inserted else { throw ring(path.map(\.definition), next) }
            path.append((next, names(in: next)))
        }
    }

    private func names(in definition: Int) -> [Int] {
        definitions[definition].statement.names.compactMap { positions[$0] }
    }

    private func settle(_ definition: Int, _ sizes: inout [Size?]) throws(ForeignRulesError) {
        let size = size(of: definitions[definition].statement, sizes)
        let place = definitions[definition].place
        guard size.depth <= Self.deepest else {
            throw ForeignRulesError(
                line: place.line, column: place.column,
                "\"\(definitions[definition].name)\" is nested deeper than \(Self.deepest) levels"
                    + " once all names are put in")
        }
        guard size.parts <= Self.mostParts else { throw tooLarge(place) }
        sizes[definition] = size
    }

    private func size(of statement: FireRoadStatement, _ sizes: [Size?]) -> Size {
        switch statement {
        case .text: return Size()
        case .name(let name, _):
            guard let below = positions[name].flatMap({ sizes[$0] }) else { return Size() }
            return Size(depth: below.depth + 1, parts: below.parts + 1)
        case .list(_, let parts, _):
            return parts.reduce(into: Size()) { size, part in
                let below = self.size(of: part, sizes)
                size.depth = max(size.depth, below.depth + 1)
                size.parts = min(size.parts + below.parts, Self.mostParts + 1)
            }
        }
    }

    private func tooLarge(_ place: FireRoadDocument.Place) -> ForeignRulesError {
        ForeignRulesError(
            line: place.line, column: place.column,
            "more than \(Self.mostParts) parts once all names are put in; this is no list that a"
                + " person could meet")
    }

    private func ring(_ path: [Int], _ next: Int) -> ForeignRulesError {
        let ring = path.drop { $0 != next }
        var names = ring.prefix(8).map { "\"\(definitions[$0].name)\"" }
        if ring.count > names.count { names.append("…") }
        let place = definitions[next].place
        return ForeignRulesError(
            line: place.line, column: place.column,
            "these names are defined by one another: "
                + (names + names.prefix(1)).joined(separator: " → "))
    }
}

extension FireRoadStatement {
    /// Every name in it, in the order written.
    var names: [String] {
        switch self {
        case .name(let name, _): [name]
        case .text: []
        case .list(_, let parts, _): parts.flatMap(\.names)
        }
    }
}
