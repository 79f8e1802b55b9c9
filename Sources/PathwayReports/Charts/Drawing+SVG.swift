// SPDX-License-Identifier: Apache-2.0

extension Drawing {
    /// The drawing as SVG that needs nothing else.
    ///
    /// - Parameters:
    ///   - name: what its ids begin with, unique in the document.
    ///   - top: how far below the top of another picture it stands.
    /// - Returns: the element.
    func svg(_ name: String, top: Double = 0) -> Markup {
        .element(
            .svg,
            [
                .init(.xmlns, "http://www.w3.org/2000/svg"), .init(.role, "img"),
                .init(.labelledBy, "\(name)-title \(name)-desc"), .init(.y, top),
                .init(.width, width), .init(.height, height),
                .init(.viewBox, "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))"),
                .init(.fontFamily, "system-ui, -apple-system, Segoe UI, sans-serif"),
            ],
            [
                .element(.title, [.init(.id, "\(name)-title")], [.text(title)]),
                .element(.desc, [.init(.id, "\(name)-desc")], [.text(description)]),
                .element(.defs, [], [Self.hatching(name)] + patterns.map { $0.markup(name) }),
                .element(
                    .rect,
                    [.init(.width, width), .init(.height, height), .init(.fill, "#ffffff")], []),
            ] + shapes.map { $0.markup(name) })
    }

    private static func hatching(_ name: String) -> Markup {
        let stripes = Markup.element(
            .path,
            [
                .init(.d, "M0 6L6 0M-1 1L1 -1M5 7L7 5"), .init(.stroke, Tone.soft.rawValue),
                .init(.strokeWidth, 0.8),
            ], [])
        return .element(
            .pattern,
            [
                .init(.id, "\(name)-hatch"), .init(.width, 6), .init(.height, 6),
                .init(.patternUnits, "userSpaceOnUse"),
            ], [stripes])
    }
}

extension Drawing.Shape {
    private typealias Attribute = Markup.Attribute

    fileprivate func markup(_ name: String) -> Markup {
        switch self {
        case .text(let text, let at, let size, let anchor, let tone, let isTurned):
            let turn = "rotate(-90 \(Coordinate.text(at.x)) \(Coordinate.text(at.y)))"
            return .element(
                .text,
                [
                    .init(.x, at.x), .init(.y, at.y), .init(.fontSize, size),
                    .init(.textAnchor, anchor.rawValue), .init(.fill, tone.rawValue),
                ] + (isTurned ? [.init(.transform, turn)] : []), [.text(text)])
        case .line(let points, let stroke):
            return Self.path(Self.polygon(points), stroke)
        case .area(let points, let tone):
            return .element(
                .path, [.init(.d, Self.polygon(points) + "Z"), .init(.fill, tone.rawValue)], [])
        case .box(let box, let tone):
            return .element(
                .rect,
                [
                    .init(.x, box.x), .init(.y, box.y), .init(.width, box.width),
                    .init(.height, box.height),
                    .init(.fill, tone?.rawValue ?? "url(#\(name)-hatch)"),
                ], [])
        case .dot(let center, let radius, let tone):
            return .element(
                .circle,
                [
                    .init(.cx, center.x), .init(.cy, center.y), .init(.r, radius),
                    .init(.fill, tone.rawValue),
                ], [])
        case .ribbon(let from, let to, let tone): return Self.ribbon(from, to, tone)
        case .arc(let from, let to, let reach, let stroke):
            let curve =
                "M\(Self.text(from.x, from.y))A\(Self.text(reach, abs(to.y - from.y) / 2)) 0 0 "
                + "\(to.y > from.y ? 1 : 0) \(Self.text(to.x, to.y))"
            return Self.path(curve, stroke)
        case .curve(let curve, let stroke): return Self.path(Self.way(curve), stroke)
        case .form(let curve, let fill, let stroke):
            return .element(
                .path,
                [.init(.d, Self.way(curve) + "Z"), .init(.fill, fill.value(name))]
                    + (stroke.map(Self.outline) ?? []), [])
        }
    }

    private static func text(_ x: Double, _ y: Double) -> String {
        "\(Coordinate.text(x)) \(Coordinate.text(y))"
    }

    private static func polygon(_ points: [Drawing.Point]) -> String {
        points.enumerated().map { ($0 == 0 ? "M" : "L") + text($1.x, $1.y) }.joined()
    }

    private static func path(_ curve: String, _ stroke: Drawing.Stroke) -> Markup {
        .element(.path, [.init(.d, curve), .init(.fill, "none")] + outline(stroke), [])
    }

    private static func outline(_ stroke: Drawing.Stroke) -> [Attribute] {
        let dash = stroke.dash.map(Coordinate.text).joined(separator: " ")
        return [.init(.stroke, stroke.tone.rawValue), .init(.strokeWidth, stroke.width)]
            + (dash.isEmpty ? [] : [.init(.strokeDash, dash)])
    }

    private static func way(_ curve: Drawing.Curve) -> String {
        "M\(text(curve.start.x, curve.start.y))"
            + curve.steps.map { step in
                let letter = if case .line = step { "L" } else { "C" }
                return letter + step.hull.map { text($0.x, $0.y) }.joined(separator: " ")
            }.joined()
    }

    private static func ribbon(
        _ from: Drawing.Box, _ to: Drawing.Box, _ tone: Drawing.Tone
    ) -> Markup {
        let (left, right) = (from.x + from.width, to.x)
        let middle = (left + right) / 2
        let curve =
            "M\(text(left, from.y))C\(text(middle, from.y)) \(text(middle, to.y)) "
            + "\(text(right, to.y))L\(text(right, to.y + to.height))"
            + "C\(text(middle, to.y + to.height)) \(text(middle, from.y + from.height)) "
            + "\(text(left, from.y + from.height))Z"
        return .element(
            .path,
            [
                .init(.d, curve), .init(.fill, tone.rawValue), .init(.fillOpacity, 0.6),
                .init(.stroke, Drawing.Tone.soft.rawValue), .init(.strokeWidth, 0.4),
            ], [])
    }
}
