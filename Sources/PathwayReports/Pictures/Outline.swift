// SPDX-License-Identifier: Apache-2.0

/// Closed outlines inside a box.
enum Outline {
    /// How far text stays from the sides of the box.
    static let sides = 12.0
    /// How far text stays from the upper and the lower end of the box.
    static let ends = 10.0

    /// Draws the outline of a stone: rounded, and no two of different seeds alike.
    ///
    /// A quadratic B-spline of eight points, two near each corner. It stays between its points, so
    /// it stays in the box; and these are so near the corners that what is `sides` from the sides
    /// and `ends` from the ends of the box lies inside.
    ///
    /// - Parameters:
    ///   - box: what it stays in.
    ///   - seed: which stone; the same seed gives the same outline on every machine.
    ///   - roughness: how uneven it is, from 0 to 1.
    /// - Returns: the closed outline.
    static func stone(in box: Drawing.Box, seed: Int, roughness: Double = 1) -> Drawing.Curve {
        var grain = Grain(seed: seed)
        let (along, down) = (min(20, box.width / 4), min(16, box.height / 3))
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        func dent() -> Double { roughness * 3 * grain.next() }
        func far(_ most: Double) -> Double { most * (1 - roughness * 0.55 * grain.next()) }
        return rounded([
            .init(x: box.x + far(along), y: box.y + dent()),
            .init(x: right - far(along), y: box.y + dent()),
            .init(x: right - dent(), y: box.y + far(down)),
            .init(x: right - dent(), y: bottom - far(down)),
            .init(x: right - far(along), y: bottom - dent()),
            .init(x: box.x + far(along), y: bottom - dent()),
            .init(x: box.x + dent(), y: bottom - far(down)),
            .init(x: box.x + dent(), y: box.y + far(down)),
        ])
    }

    /// Returns a box with rounded corners.
    static func panel(in box: Drawing.Box) -> Drawing.Curve {
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        let round = min(5, box.height / 4)
        func corner(_ x: Double, _ y: Double, _ dx: Double, _ dy: Double) -> Drawing.Curve.Step {
            let corner = Drawing.Point(x: x, y: y)
            return .cubic(corner, corner, .init(x: x + dx, y: y + dy))
        }
        return Drawing.Curve(
            start: .init(x: box.x + round, y: box.y),
            steps: [
                .line(.init(x: right - round, y: box.y)), corner(right, box.y, 0, round),
                .line(.init(x: right, y: bottom - round)), corner(right, bottom, -round, 0),
                .line(.init(x: box.x + round, y: bottom)), corner(box.x, bottom, 0, -round),
                .line(.init(x: box.x, y: box.y + round)), corner(box.x, box.y, round, 0),
            ])
    }

    /// The closed quadratic B-spline of `points`, as cubic curves.
    private static func rounded(_ points: [Drawing.Point]) -> Drawing.Curve {
        func mix(_ one: Drawing.Point, _ other: Drawing.Point, _ share: Double) -> Drawing.Point {
            .init(
                x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y))
        }
        let middles = points.indices.map { mix(points[$0], points[($0 + 1) % points.count], 0.5) }
        let steps = points.indices.map { place -> Drawing.Curve.Step in
            let next = (place + 1) % points.count
            return .cubic(
                mix(middles[place], points[next], 2 / 3), mix(middles[next], points[next], 2 / 3),
                middles[next])
        }
        return Drawing.Curve(start: middles[0], steps: steps)
    }
}

/// Unevenness that is the same on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct Grain: Hashable, Sendable {
    private var state: UInt64

    /// Creates the unevenness of one stone.
    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    /// Returns the next number from 0 up to 1.
    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
}
