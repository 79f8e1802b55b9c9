// SPDX-License-Identifier: Apache-2.0

@testable import PathwayReports

/// What a drawing looks like, measured: its forms, its texts and its open lines.
struct DrawingGeometry {
    typealias Box = Drawing.Box
    typealias Point = Drawing.Point

    struct Form {
        let box: Box
        let outline: [Point]

        /// Whether a point is inside the outline (Jordan: a ray from it crosses it an odd number of
        /// times).
        func holds(_ point: Point) -> Bool {
            zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(false) { isIn, side in
                let (one, other) = side
                guard (one.y > point.y) != (other.y > point.y) else { return isIn }
                let x = one.x + (other.x - one.x) * (point.y - one.y) / (other.y - one.y)
                return x > point.x ? !isIn : isIn
            }
        }

        func holds(_ box: Box) -> Bool {
            [0, box.width].allSatisfy { x in
                [0, box.height].allSatisfy { holds(Point(x: box.x + x, y: box.y + $0)) }
            }
        }
    }

    let drawing: Drawing
    let forms: [Form]
    let texts: [(text: String, box: Box)]
    let lines: [Drawing.Curve]

    init(_ drawing: Drawing) {
        self.drawing = drawing
        forms = drawing.shapes.compactMap { shape in
            guard case .form(let curve, _, _) = shape else { return nil }
            return Form(box: shape.bounds, outline: curve.samples(8))
        }
        texts = drawing.shapes.compactMap { shape in
            guard case .text(let text, _, _, _, _, _) = shape else { return nil }
            return (text, shape.bounds)
        }
        lines = drawing.shapes.compactMap { shape in
            guard case .curve(let curve, _) = shape, curve.start != curve.end else { return nil }
            return curve
        }
    }

    /// What leaves the frame.
    var outside: [String] {
        drawing.shapes.filter { shape in
            let box = shape.bounds
            return box.x < 0 || box.y < 0 || box.x + box.width > drawing.width + 0.01
                || box.y + box.height > drawing.height + 0.01
        }.map { "\($0)" }
    }

    /// The forms that lie on one another.
    var overlappingForms: [String] { Self.overlaps(forms.map(\.box)).map { "\($0) \($1)" } }

    /// The texts that lie on one another.
    var overlappingTexts: [String] {
        Self.overlaps(texts.map(\.box)).map { "\(texts[$0].text) \(texts[$1].text)" }
    }

    /// The texts that are neither inside a form nor apart from all.
    var straddlingTexts: [String] {
        texts.filter { text in
            forms.contains { $0.box.overlaps(text.box) && !$0.holds(text.box) }
        }.map(\.text)
    }

    /// The points of open lines that are inside a form.
    var trespasses: [String] {
        lines.flatMap { line in
            forms.filter { form in
                line.overlaps(form.box)
                    && line.samples(24).contains { form.box.inset(0.05).holds($0) }
            }.map { "\(line) in \($0.box)" }
        }
    }

    /// What is written in each form, without spaces.
    var writing: [String] {
        forms.map { form in
            texts.filter { form.box.overlaps($0.box) }.map(\.text).joined().filter { $0 != " " }
        }
    }

    /// Pairs of overlapping boxes, found from the left to the right.
    private static func overlaps(_ boxes: [Box]) -> [(Int, Int)] {
        let order = boxes.indices.sorted { boxes[$0].x < boxes[$1].x }
        return order.indices.flatMap { place in
            let one = order[place]
            return order[(place + 1)...].prefix { boxes[$0].x < boxes[one].x + boxes[one].width }
                .filter { boxes[one].overlaps(boxes[$0]) }.map { (one, $0) }
        }
    }
}

extension Drawing.Box {
    /// Whether a point is inside.
    func holds(_ point: Drawing.Point) -> Bool {
        point.x > x && point.x < x + width && point.y > y && point.y < y + height
    }
}

extension Drawing.Curve {
    /// Points along the curve, so many for each step.
    func samples(_ count: Int) -> [Drawing.Point] {
        var points = [start]
        for step in steps {
            let start = points[points.count - 1]
            points += (1...count).map { step.point(Double($0) / Double(count), from: start) }
        }
        return points
    }

    /// Whether the box of one of its steps overlaps a box.
    func overlaps(_ box: Drawing.Box) -> Bool {
        zip([start] + steps.map(\.end), steps).contains { start, step in
            let hull = [start] + step.hull
            let (x, y) = (hull.map(\.x), hull.map(\.y))
            return (x.max() ?? 0) > box.x && (x.min() ?? 0) < box.x + box.width
                && (y.max() ?? 0) > box.y && (y.min() ?? 0) < box.y + box.height
        }
    }
}

extension Drawing.Curve.Step {
    /// The point at `share` of the way.
    func point(_ share: Double, from start: Drawing.Point) -> Drawing.Point {
        func mix(_ one: Drawing.Point, _ other: Drawing.Point) -> Drawing.Point {
            .init(x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y))
        }
        switch self {
        case .line(let end): return mix(start, end)
        case .cubic(let first, let second, let end):
            let (one, two, three) = (mix(start, first), mix(first, second), mix(second, end))
            return mix(mix(one, two), mix(two, three))
        }
    }
}
