// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Draws learners by a model, one at a time.
struct SampleDraw {
    private typealias Catalogue = SampleCatalogue

    let model: SampleModel
    let catalogue: SampleCatalogue
    let seed: UInt64
    private(set) var learner = SampleLearner()
    private var random = SampleRandom(seed: 0, learner: 0)

    private let groupWeights: [Int]
    private let fieldWeights: [Int]
    private let providerWeights: [Int]
    private let furtherWeights: [[Int]]

    init(_ model: SampleModel, seed: UInt64) {
        self.model = model
        self.seed = seed
        catalogue = SampleCatalogue(model)
        groupWeights = model.groups.map(\.weight)
        fieldWeights = model.fields.map(\.weight)
        providerWeights = model.providers.map(\.weight)
        furtherWeights = (0...9).map { ceiling in
            Catalogue.shelves.map { ($0.level ?? 9) <= ceiling ? $0.weight : 0 }
        }
    }

    /// Draws the learner of this number into `learner`.
    mutating func draw(_ number: Int) {
        random = SampleRandom(seed: seed, learner: number)
        learner.clear()
        learner.group = random.pick(groupWeights)
        if random.happens(model.hasIndex) {
            let index = drawIndex()
            learner.index = index
            drawEarlier(before: index.day)
            drawAwards(on: index)
            drawStack(after: index)
        } else {
            drawOthers()
        }
        learner.awards.sort { ($0.day ?? 0, $0.item) < ($1.day ?? 0, $1.item) }
        drawExclusions()
    }

    // MARK: The index award

    private mutating func drawIndex() -> SampleLearner.Index {
        let days = model.firstIndex.dayNumber...model.lastIndex.dayNumber
        let isLevelled = random.happens(model.isLevelled)
        let isHigher = random.happens(model.isHigher)
        return SampleLearner.Index(
            day: random.number(in: days), field: random.pick(fieldWeights),
            provider: random.pick(providerWeights), level: isLevelled ? (isHigher ? 6 : 5) : nil)
    }

    private mutating func drawAwards(on index: SampleLearner.Index) {
        award(.microCredential, index.level, index.field, index.provider, on: index.day)
        if index.level == 6, random.happens(model.hasTwin) {
            award(.microCredential, 5, index.field, index.provider, on: index.day)
        }
    }

    /// Draws what the learner held before: never anything of the index kind.
    private mutating func drawEarlier(before day: Int) {
        for _ in 0..<random.below(5) {
            let isBadge = random.below(2) == 0
            let kind = isBadge ? (Credential.Kind.badge, 4) : (.module, 5)
            award(kind.0, kind.1, on: day - random.number(in: 1...900))
        }
        if random.happens(model.hasDegree) {
            award(.degree, 6, on: day - random.number(in: 30...2000))
        }
    }

    /// Draws the awards of a learner who never comes to an index award.
    private mutating func drawOthers() {
        let days = model.firstIndex.dayNumber...model.dataEnd.dayNumber
        award(.course, 4, on: random.number(in: days))
        for _ in 0..<random.below(4) { award(.module, 5, on: random.number(in: days)) }
        if random.happens(model.hasDegree) { award(.degree, 6, on: random.number(in: days)) }
    }

    // MARK: Stacking

    private mutating func drawStack(after index: SampleLearner.Index) {
        guard let wait = drawWait(index) else { return }
        let direction = drawDirection(index)
        let isSameField = random.happens(model.isSameField)
        let isOtherProvider = random.happens(model.isOtherProvider)
        let field = isSameField ? index.field : another(index.field, fieldWeights)
        let provider = isOtherProvider ? another(index.provider, providerWeights) : index.provider
        var day = index.day + wait
        guard day <= model.dataEnd.dayNumber else { return }
        learner.stack = SampleLearner.Stack(
            wait: wait, direction: direction, isSameField: isSameField,
            isOtherProvider: isOtherProvider)
        let shelf = firstShelf(direction, index.level)
        award(shelf.0, shelf.1, field, provider, on: day)
        let ceiling = direction == .vertical ? 7 : index.level ?? 7
        for _ in 0..<random.number(in: 1...7) {
            day += random.number(in: 20...260)
            guard day <= model.dataEnd.dayNumber else { return }
            let shelf = Catalogue.shelves[random.pick(furtherWeights[ceiling])]
            award(shelf.kind, shelf.level, on: day)
        }
    }

    /// Draws after how many days the first later award comes; nil where none does.
    private mutating func drawWait(_ index: SampleLearner.Index) -> Int? {
        let draw = random.below(1_000_000)
        let group = model.groups[learner.group]
        let field = model.fields[index.field]
        var start = 1
        for (position, horizon) in model.horizons.enumerated() {
            if draw < model.stacking(group, field, position).millionths {
                return random.number(in: start...horizon)
            }
            start = horizon + 1
        }
        return nil
    }

    private mutating func drawDirection(_ index: SampleLearner.Index) -> SampleLearner.Direction {
        let isVertical = random.happens(model.isVertical)
        let isUnlevelled = random.happens(model.isUnlevelled)
        guard index.level != nil else { return .unknown }
        return isVertical ? .vertical : isUnlevelled ? .unknown : .horizontal
    }

    private mutating func firstShelf(
        _ direction: SampleLearner.Direction, _ level: Int?
    ) -> (Credential.Kind, Int?) {
        switch (direction, level) {
        case (.vertical, 5?):
            [(.microCredential, 6), (.certificate, 6), (.diploma, 6)][random.pick([5, 4, 1])]
        case (.vertical, _):
            [(.microCredential, 7), (.diploma, 7), (.degree, 7)][random.pick([5, 3, 2])]
        case (.horizontal, let level): (.microCredential, level)
        case (.unknown, _): (.microCredential, nil)
        }
    }

    /// Returns any position but one.
    private mutating func another(_ position: Int, _ weights: [Int]) -> Int {
        var others = weights
        others[position] = 0
        return random.pick(others)
    }

    // MARK: Rows

    /// Awards one of a kind at a level that the learner does not hold; nothing where all are held.
    private mutating func award(
        _ kind: Credential.Kind, _ level: Int?, _ field: Int, _ provider: Int, on day: Int
    ) {
        let place = Catalogue.Place(
            shelf: Catalogue.shelf(kind, level), field: field, provider: provider)
        let items = catalogue.items(at: place)
        let first = random.below(items.count)
        for step in 0..<items.count {
            let item = items.lowerBound + (first + step) % items.count
            if !learner.holds(item) {
                learner.awards.append(SampleLearner.Row(item: item, day: day))
                return
            }
        }
    }

    /// Awards one in any field and from any provider.
    private mutating func award(_ kind: Credential.Kind, _ level: Int?, on day: Int) {
        let isAtHome = random.below(2) == 0
        let field = random.pick(fieldWeights)
        let provider = random.pick(providerWeights)
        award(
            kind, level, isAtHome ? learner.index?.field ?? field : field,
            isAtHome ? learner.index?.provider ?? provider : provider, on: day)
    }

    /// Draws rows that no statistic may take for an award.
    private mutating func drawExclusions() {
        let days = model.firstIndex.dayNumber...model.dataEnd.dayNumber
        if random.happens(model.isRepeated), let first = learner.awards.first, let day = first.day {
            let again = day + random.number(in: 1...400)
            if again <= model.dataEnd.dayNumber {
                learner.others.append(SampleLearner.Row(item: first.item, day: again))
                learner.repeated += 1
            }
        }
        if random.happens(model.isUnfinished) {
            let status = SampleLearner.Status.allCases[random.number(in: 1...4)]
            let day = random.number(in: days)
            learner.others.append(
                SampleLearner.Row(
                    item: random.below(catalogue.items.count),
                    day: status == .planned ? nil : day, status: status))
        }
        if random.happens(model.isUndated) {
            learner.others.append(
                SampleLearner.Row(item: random.below(catalogue.items.count), day: nil))
            learner.undated += 1
        }
    }
}
