// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The credentials that a generated cohort is awarded.
///
/// Each provider offers the same of every field: some credentials of each shelf, which is a kind
/// at a level.
struct SampleCatalogue {
    /// A kind of credential at a level.
    struct Shelf: Hashable {
        let kind: Credential.Kind
        let level: Int?
        /// The credits of each; a badge has none.
        let credits: ExactDecimal
        /// How many of them a provider offers in a field.
        let count: Int
        /// How many further awards are of it, among the weights of all that are allowed.
        let weight: Int
    }

    /// A place in the catalogue: what a learner is awarded.
    struct Place: Hashable {
        let shelf: Int
        let field: Int
        let provider: Int
    }

    static let shelves = [
        Shelf(kind: .badge, level: 4, credits: ExactDecimal(0), count: 1, weight: 12),
        Shelf(kind: .microCredential, level: 5, credits: ExactDecimal(5), count: 3, weight: 34),
        Shelf(kind: .microCredential, level: 6, credits: ExactDecimal(10), count: 3, weight: 22),
        Shelf(kind: .microCredential, level: 7, credits: half, count: 2, weight: 5),
        Shelf(kind: .microCredential, level: nil, credits: ExactDecimal(5), count: 2, weight: 0),
        Shelf(kind: .certificate, level: 5, credits: ExactDecimal(30), count: 1, weight: 9),
        Shelf(kind: .certificate, level: 6, credits: ExactDecimal(30), count: 1, weight: 6),
        Shelf(kind: .diploma, level: 6, credits: ExactDecimal(60), count: 1, weight: 5),
        Shelf(kind: .diploma, level: 7, credits: ExactDecimal(60), count: 1, weight: 2),
        Shelf(kind: .degree, level: 6, credits: ExactDecimal(180), count: 1, weight: 3),
        Shelf(kind: .degree, level: 7, credits: ExactDecimal(90), count: 1, weight: 2),
        Shelf(kind: .module, level: 5, credits: half, count: 2, weight: 0),
        Shelf(kind: .course, level: 4, credits: ExactDecimal(5), count: 1, weight: 0),
    ]
    private static let half = ExactDecimal(thousandths: 7_500)

    /// The credentials, in the order of their numbers.
    let items: [Cohort.Item]
    private let firsts: [Int]
    private let fieldCount: Int
    private let providerCount: Int

    init(_ model: SampleModel) {
        var items: [Cohort.Item] = []
        var firsts: [Int] = []
        for shelf in Self.shelves {
            for field in model.fields {
                for provider in model.providers {
                    firsts.append(items.count)
                    items += (1...shelf.count).map { Self.item(shelf, field, provider, $0) }
                }
            }
        }
        self.items = items
        self.firsts = firsts
        fieldCount = model.fields.count
        providerCount = model.providers.count
    }

    /// Returns the numbers of the credentials at a place.
    func items(at place: Place) -> Range<Int> {
        let first = firsts[
            (place.shelf * fieldCount + place.field) * providerCount + place.provider]
        return first..<first + Self.shelves[place.shelf].count
    }

    /// Returns the position of the shelf of a kind at a level.
    static func shelf(_ kind: Credential.Kind, _ level: Int?) -> Int {
        shelves.firstIndex { $0.kind == kind && $0.level == level } ?? 0
    }

    private static func item(
        _ shelf: Shelf, _ field: SampleModel.Field, _ provider: SampleModel.Provider, _ number: Int
    ) -> Cohort.Item {
        let level = shelf.level.map(String.init)
        var item = Cohort.Item(
            credential: [
                shelf.kind.rawValue + (level ?? ""), field.name.lowercased(), provider.name,
                String(number),
            ].joined(separator: "-"))
        item.kind = shelf.kind
        item.level = level.map { Level(framework: "EQF", value: $0) }
        item.field = field.name
        item.provider = provider.name
        item.credits = Credits(shelf.credits)
        return item
    }
}
