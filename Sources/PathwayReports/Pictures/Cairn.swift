// SPDX-License-Identifier: Apache-2.0

/// Where the stones of a pile lie.
///
/// From the top: the goal; what would be unlocked; what is next; what is in progress; what is held.
/// Each begins a course of its own, with the larger stones lower. What is held and counts nowhere
/// lies loose below the ground.
struct Cairn: Hashable, Sendable {
    /// A stone in its box.
    struct Placed: Hashable, Sendable {
        /// Which stone of the pile.
        let index: Int
        /// Its number in the key, from 1, in reading order.
        let number: Int
        let box: Drawing.Box
    }

    /// What lies between two heights; nil for the goal.
    struct Band: Hashable, Sendable {
        let state: Pile.State?
        let label: [String]
        let top, bottom: Double
    }

    /// The state of each band, the highest first; what lies loose comes last.
    static let states: [Pile.State] = [.unlocked, .next, .inProgress, .held]
    /// Where labels begin, and how much room they have.
    static let label = (x: 42.0, width: 104.0)
    /// The room for the pennant above a goal that is reached.
    static let pennant = 26.0
    private static let left = 152.0
    private static let room = 558.0
    private static let middle = left + room / 2
    private static let goalWidth = 216.0
    private static let gap = 4.0

    let isCompact: Bool
    private(set) var goal = Drawing.Box(x: 0, y: 0, width: 0, height: 0)
    private(set) var stones: [Placed] = []
    /// Stones without a name that fill the courses that are narrower than the ones above.
    private(set) var rubble: [Drawing.Box] = []
    private(set) var bands: [Band] = []
    private(set) var ground = 0.0
    private(set) var bottom = 0.0

    private let sizes: StoneSize
    private let pile: Pile
    private var widest = 0.0

    /// Lays a pile from `top` down.
    init(_ pile: Pile, top: Double) {
        self.pile = pile
        isCompact = Self.isCompact(pile)
        sizes =
            isCompact
            ? .numbered(to: pile.stones.count)
            : .titled(
                longestWord: pile.stones.lazy
                    .map { TextFitting.longestWord(of: $0.title, size: Caption.titleSize) }
                    .max() ?? 0)
        bottom = pile.goal.isReached ? top + Self.pennant : top
        layGoal()
        for (band, courses) in courses() { lay(courses, of: band) }
        ground = bottom
        bottom += 10
        layLoose(sorted(.unused))
    }

    /// Returns whether there are so many stones that each shows a number only.
    static func isCompact(_ pile: Pile) -> Bool { pile.stones.count > 40 }

    // MARK: The pile

    private mutating func layGoal() {
        let caption = Caption(pile.goal.title, pile.goal.note, width: Self.goalWidth - 44)
        let label = Self.lines(pile.goalLabel)
        let height = max(58, caption.height + 26, Self.height(label))
        goal = Drawing.Box(
            x: Self.middle - Self.goalWidth / 2, y: bottom, width: Self.goalWidth, height: height)
        bands.append(Band(state: nil, label: label, top: bottom, bottom: bottom + height))
        widest = goal.width
        bottom += height + Self.gap
    }

    /// The stones of a state, the smallest first.
    private func sorted(_ state: Pile.State) -> [Int] {
        pile.stones.indices.filter { pile.stones[$0].state == state }
            .sorted { (width($0), $0) < (width($1), $1) }
    }

    private func width(_ stone: Int) -> Double { sizes.width(pile.stones[stone].size) }

    private func height(_ stone: Int) -> Double {
        let stone = pile.stones[stone]
        let least = sizes.height(stone.size)
        guard !isCompact else { return least }
        let room = sizes.width(stone.size) - 2 * Outline.sides
        let caption = Caption(stone.title, stone.note, width: room)
        return max(least, caption.height + 2 * Outline.ends)
    }

    private func courses() -> [(Pile.State, [[Int]])] {
        let groups = Self.states.map(sorted)
        let row = groups.flatMap(\.self)
        let widths = row.map(width)
        let rows = widths.reduce(0, +) / 400 + 1
        let breaking = Courses(
            gap: Self.gap, most: Self.room, step: max(16, min(50, 350 / rows)))
        let bands = groups.enumerated().flatMap { Array(repeating: $0, count: $1.count) }
        let courses = breaking.broken(widths, bands: bands, top: goal.width)
        return Self.states.enumerated().compactMap { band, state in
            let own = courses.filter { bands[$0.lowerBound] == band }.map { row[$0].map(\.self) }
            return own.isEmpty ? nil : (state, own)
        }
    }

    private mutating func lay(_ courses: [[Int]], of state: Pile.State) {
        let top = bottom
        let label = Self.lines(pile.labels[state] ?? "")
        for (place, course) in courses.enumerated() {
            let natural = course.map(height).max() ?? 0
            let missing = place == courses.count - 1 ? Self.height(label) - (bottom - top) : 0
            lay(course, height: max(natural, missing))
        }
        bands.append(Band(state: state, label: label, top: top, bottom: bottom - Self.gap))
    }

    private mutating func lay(_ course: [Int], height: Double) {
        let width = course.map(width).reduce(0, +) + Self.gap * Double(course.count - 1)
        widest = max(widest, width)
        let slack = min(8, (Self.room - widest) / 2)
        var grain = Grain(seed: stones.count)
        var x = Self.middle - width / 2 + slack * (2 * grain.next() - 1)
        fill(from: Self.middle - widest / 2, to: x - Self.gap, height, &grain)
        // The large ones lie to the right and to the left in turn.
        for stone in course.count.isMultiple(of: 2) ? course : course.reversed() {
            place(stone, .init(x: x, y: bottom, width: self.width(stone), height: height))
            x += self.width(stone) + Self.gap
        }
        fill(from: x, to: Self.middle + widest / 2, height, &grain)
        bottom += height + Self.gap
    }

    private mutating func fill(
        from left: Double, to right: Double, _ height: Double, _ grain: inout Grain
    ) {
        let box = Drawing.Box(x: left, y: bottom, width: right - left, height: height)
        rubble += Rubble.filling(box, gap: Self.gap, &grain)
    }

    private mutating func place(_ stone: Int, _ box: Drawing.Box) {
        stones.append(Placed(index: stone, number: stones.count + 1, box: box))
    }

    // MARK: What lies loose

    private mutating func layLoose(_ loose: [Int]) {
        guard !loose.isEmpty else { return }
        bottom += 8
        let top = bottom
        let label = Self.lines(pile.labels[.unused] ?? "")
        var rest = loose[...]
        while !rest.isEmpty {
            let row = rest.prefix(looseCount(rest))
            rest = rest.dropFirst(row.count)
            layRow(Array(row))
        }
        bottom = max(bottom, top + Self.height(label))
        bands.append(Band(state: .unused, label: label, top: top, bottom: bottom))
        bottom += 6
    }

    private func looseCount(_ stones: ArraySlice<Int>) -> Int {
        var used = 0.0
        return stones.prefix {
            used += width($0) + 20
            return used <= Self.room
        }.count
    }

    private mutating func layRow(_ row: [Int]) {
        let height = row.map(height).max() ?? 0
        var grain = Grain(seed: stones.count)
        var x = Self.left
        for stone in row {
            x += 6 + 14 * grain.next()
            let own = self.height(stone)
            let y = bottom + (height - own) / 2 + 5 * grain.next()
            place(stone, .init(x: x, y: y, width: width(stone), height: own))
            x += width(stone)
        }
        bottom += height + 11
    }

    // MARK: Labels

    private static func lines(_ label: String) -> [String] {
        TextFitting.wrapped(label, width: Self.label.width, size: 12)
    }

    private static func height(_ label: [String]) -> Double { max(20, 15 * Double(label.count)) }
}
