// SPDX-License-Identifier: Apache-2.0

import TestSupport

@testable import Qualifications

/// Draws lists of requirements that use every construct of FireRoad's language.
struct FireRoadRandom {
    /// What may be drawn.
    struct Choice {
        var subjects = ["1.1", "1.2", "1.3", "2.1", "2.2", "3.X"]
        var attributes = ["HASS", "CI-H", "GIR:LAB"]
        var hasTexts = true
        var largestNumber = 4
        var mostParts = 3
    }

    private var random: SeededGenerator
    private let choice: Choice
    private static let nowhere = FireRoadDocument.Place(line: 0, column: 0)

    init(seed: UInt64, _ choice: Choice = Choice()) {
        random = SeededGenerator(seed: seed)
        self.choice = choice
    }

    mutating func document() -> FireRoadDocument {
        let names = ["a", "b", "c", "d"]
        var document = FireRoadDocument()
        document.titles = ["1", "One"]
        if chance(20) { document.amount = threshold() }
        if chance(20) { document.url = "https://far.example" }
        if chance(50) { document.description = "One.\nTwo." }
        for (index, name) in names.enumerated() {
            document.definitions.append(definition(name, below: Array(names[..<index])))
        }
        document.sections = [section("d")] + (chance(50) ? [section("c")] : [])
        document.definitions.shuffle(using: &random)
        return document
    }

    private mutating func section(_ name: String) -> FireRoadDocument.Section {
        FireRoadDocument.Section(
            name: name, description: chance(50) ? "Says what." : "", place: Self.nowhere)
    }

    private mutating func definition(
        _ name: String, below: [String]
    ) -> FireRoadDocument.Definition {
        let statement = statement(below, depth: 0)
        var definition = FireRoadDocument.Definition(
            name: name, title: chance(40) ? "Title of \(name)" : nil, statement: statement,
            place: Self.nowhere)
        if chance(60) { definition.amount = threshold() }
        let isCommas = if case .list(.comma, _, _) = statement { true } else { false }
        let isText = if case .text = statement { true } else { false }
        if chance(30), !isCommas, !isText { definition.distinct = distinct() }
        return definition
    }

    private mutating func statement(_ names: [String], depth: Int) -> FireRoadStatement {
        guard depth == 0 || (depth < 3 && chance(30)) else { return atom(names) }
        let count = Int.random(in: 1...choice.mostParts, using: &random)
        guard count > 1 else { return atom(names) }
        var parts: [FireRoadStatement] = []
        for _ in 0..<count { parts.append(statement(names, depth: depth + 1)) }
        return .list(chance(60) ? .slash : .comma, parts, Self.nowhere)
    }

    private mutating func atom(_ names: [String]) -> FireRoadStatement {
        if chance(35), let name = names.randomElement(using: &random) {
            return .name(name, Self.nowhere)
        }
        if choice.hasTexts, chance(8) { return .text("words, they say", Self.nowhere) }
        let words = chance(20) ? choice.attributes : choice.subjects
        return .name(words.randomElement(using: &random) ?? "1.1", Self.nowhere)
    }

    private mutating func threshold() -> FireRoadThreshold {
        var threshold = distinct()
        if chance(30) {
            threshold.unit = .units
            threshold.number *= 6
        }
        if chance(25), threshold.comparator == .atLeast { threshold.number = 0 }
        return threshold
    }

    private mutating func distinct() -> FireRoadThreshold {
        let comparator =
            chance(70) ? .atLeast : FireRoadComparator.allCases.randomElement(using: &random)
        let least = comparator == .less ? 2 : 1
        return FireRoadThreshold(
            comparator: comparator ?? .atLeast,
            number: Int.random(in: least...max(least, choice.largestNumber), using: &random))
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func subset(of values: [String]) -> [String] {
        let percent = Int.random(in: 20...90, using: &random)
        return values.filter { _ in chance(percent) }
    }
}
