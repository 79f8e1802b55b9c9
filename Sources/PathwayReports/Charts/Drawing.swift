// SPDX-License-Identifier: Apache-2.0

/// A picture as shapes in a frame: what is drawn, before it is written.
///
/// Every shape knows the box it takes, so that tests can tell what leaves the frame or lies on
/// something else.
struct Drawing: Hashable, Sendable {
    /// A point; y grows downward.
    struct Point: Hashable, Sendable {
        var x: Double
        var y: Double
    }

    /// A box.
    struct Box: Hashable, Sendable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        /// Whether two boxes share more than an edge.
        func overlaps(_ other: Box) -> Bool {
            x + width > other.x + 0.01 && other.x + other.width > x + 0.01
                && y + height > other.y + 0.01 && other.y + other.height > y + 0.01
        }
    }

    /// A tone; every one is told apart from its neighbours in grey too.
    enum Tone: String, Hashable, Sendable {
        case ink = "#1a1a1a"
        case soft = "#454545"
        case rule = "#c4c4c4"
        case accent = "#0b4a6f"
        case tint = "#d3e0e8"
        case pale = "#edf2f5"
        case middle = "#8fb0c4"
        case deep = "#2b5a7a"
        case paper = "#ffffff"
        /// The marks of a pattern under text.
        case faint = "#d2d2d2"
        /// The marks of a tinted pattern under text.
        case mild = "#bad0dd"
    }

    /// How a line is drawn.
    struct Stroke: Hashable, Sendable {
        var tone = Tone.ink
        var width = 1.0
        /// The lengths of dashes and gaps; empty for a whole line.
        var dash: [Double] = []
    }

    /// Where text stands at its point.
    enum Anchor: String, Hashable, Sendable {
        case start, middle, end
    }

    /// Something drawn.
    enum Shape: Hashable, Sendable {
        /// Text on the line through its point; turned, it runs upward.
        case text(String, at: Point, size: Double, anchor: Anchor, tone: Tone, isTurned: Bool)
        /// A line through points.
        case line([Point], Stroke)
        /// An area between points.
        case area([Point], Tone)
        /// A box; hatched where `tone` is nil.
        case box(Box, Tone?)
        /// A dot.
        case dot(Point, radius: Double, Tone)
        /// A band between two upright edges, of one height at each.
        case ribbon(from: Box, to: Box, Tone)
        /// A half ellipse to the right of two points above one another.
        case arc(from: Point, to: Point, reach: Double, Stroke)
        /// A line along a curve.
        case curve(Curve, Stroke)
        /// The area that a curve goes around, with its outline.
        case form(Curve, Fill, Stroke?)
    }

    /// What it shows, in one line.
    let title: String
    /// What it shows, in sentences, for who cannot see it.
    let description: String
    /// The width of the frame.
    let width: Double
    /// The height of the frame.
    var height: Double
    /// What is drawn, the lowest first.
    var shapes: [Shape] = []

    /// Creates an empty drawing.
    init(_ title: String, _ description: String, width: Double = 720, height: Double = 0) {
        self.title = title
        self.description = description
        self.width = width
        self.height = height
    }

    /// Adds text.
    mutating func add(
        _ text: String, _ x: Double, _ y: Double, size: Double = 12, _ anchor: Anchor = .start,
        tone: Tone = .ink, isTurned: Bool = false
    ) {
        shapes.append(
            .text(
                text, at: Point(x: x, y: y), size: size, anchor: anchor, tone: tone,
                isTurned: isTurned))
    }

    /// Adds a straight line.
    mutating func addLine(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Stroke = Stroke()
    ) {
        shapes.append(.line([Point(x: x1, y: y1), Point(x: x2, y: y2)], stroke))
    }

    /// Adds the title, broken into lines, and returns the height it takes.
    mutating func addTitle() -> Double {
        let lines = TextFitting.lines(title, width: width - 20, size: 15, most: 3)
        for (place, line) in lines.enumerated() {
            add(line, 10, 22 + 19 * Double(place), size: 15)
        }
        return 12 + 19 * Double(lines.count)
    }
}
