// SPDX-License-Identifier: Apache-2.0

/// A varde: what a learner holds and could take, piled up to the goal.
///
/// Every stone is a credential, as wide as its credits make it; those that are held carry those
/// that come next, and the goal lies on top.
enum VardePicture {
    /// A stone that shows its number only, and what it stands for.
    struct KeyEntry: Hashable, Sendable {
        let number: Int
        let stone: Pile.Stone
    }

    /// Returns whether there are so many stones that they show numbers and need a key.
    static func isCompact(_ pile: Pile) -> Bool { Cairn.isCompact(pile) }

    /// Returns what the numbers on the stones stand for, in their order; nothing where the stones
    /// show their titles.
    static func key(of pile: Pile) -> [KeyEntry] {
        guard isCompact(pile) else { return [] }
        return Cairn(pile, top: 0).stones.map {
            KeyEntry(number: $0.number, stone: pile.stones[$0.index])
        }
    }

    /// Draws a pile.
    ///
    /// - Parameters:
    ///   - pile: the stones and the goal.
    ///   - hasKey: whether a pile of numbered stones has the key below it.
    /// - Returns: the picture.
    static func drawing(of pile: Pile, hasKey: Bool = true) -> Drawing {
        var drawing = Drawing(pile.title, pile.description)
        let cairn = Cairn(pile, top: drawing.addTitle() + 14)
        addGround(cairn, to: &drawing)
        for (place, box) in cairn.rubble.enumerated() {
            drawing.shapes.append(.form(Outline.stone(in: box, seed: -place), .tone(.pale), nil))
        }
        for stone in cairn.stones { add(stone, of: pile, cairn.isCompact, to: &drawing) }
        addGoal(pile.goal, in: cairn.goal, to: &drawing)
        for band in cairn.bands { add(band, pile.goal.isReached, to: &drawing) }
        drawing.height = cairn.bottom + 10
        if hasKey, cairn.isCompact { addKey(key(of: pile), to: &drawing) }
        return drawing
    }

    private static func addGround(_ cairn: Cairn, to drawing: inout Drawing) {
        let y = cairn.ground
        let ground = Drawing.Curve(
            start: .init(x: 10, y: y + 5),
            steps: [
                .cubic(.init(x: 130, y: y + 2), .init(x: 200, y: y), .init(x: 330, y: y)),
                .line(.init(x: 520, y: y)),
                .cubic(.init(x: 600, y: y), .init(x: 660, y: y + 7), .init(x: 710, y: y + 3)),
            ])
        drawing.shapes.append(.curve(ground, .init(tone: .soft, width: 1.5)))
    }

    private static func add(
        _ placed: Cairn.Placed, of pile: Pile, _ isCompact: Bool, to drawing: inout Drawing
    ) {
        let stone = pile.stones[placed.index]
        let material = Material.of(stone.state)
        material.add(to: &drawing, in: placed.box) {
            Outline.stone(in: $0, seed: placed.number, roughness: isCompact ? 0.6 : 1)
        }
        let caption =
            isCompact
            ? Caption("\(placed.number)", "", width: placed.box.width)
            : Caption(stone.title, stone.note, width: placed.box.width - 2 * Outline.sides)
        caption.add(to: &drawing, in: placed.box, tone: material.ink)
    }

    private static func addGoal(
        _ goal: Pile.Goal, in box: Drawing.Box, to drawing: inout Drawing
    ) {
        let material = Material.goal(isReached: goal.isReached)
        material.add(to: &drawing, in: box) { Outline.stone(in: $0, seed: 7) }
        Caption(goal.title, goal.note, width: box.width - 44)
            .add(to: &drawing, in: box, tone: material.ink)
        if goal.isReached { addPennant(on: box, to: &drawing) }
    }

    private static func addPennant(on box: Drawing.Box, to drawing: inout Drawing) {
        let (x, top) = (box.x + box.width / 2, box.y - Cairn.pennant + 2)
        drawing.addLine(x, top, x, box.y + 2, .init(width: 2))
        drawing.shapes.append(
            .area(
                [
                    .init(x: x, y: top), .init(x: x + 24, y: top + 7), .init(x: x, y: top + 14),
                ], .accent))
    }

    private static func add(_ band: Cairn.Band, _ isReached: Bool, to drawing: inout Drawing) {
        guard !band.label.isEmpty else { return }
        let middle = (band.top + band.bottom) / 2
        drawing.addLine(
            148, band.top + 3, 148, band.bottom - 3, .init(tone: .rule, width: 1.5))
        let material = band.state.map(Material.of) ?? .goal(isReached: isReached)
        material.add(
            to: &drawing, in: .init(x: 10, y: middle - 9, width: 25, height: 18)
        ) { Outline.stone(in: $0, seed: 3, roughness: 0.5) }
        let top = middle - 7.5 * Double(band.label.count)
        for (place, line) in band.label.enumerated() {
            drawing.add(line, Cairn.label.x, top + 15 * Double(place) + 11.5)
        }
    }
}
