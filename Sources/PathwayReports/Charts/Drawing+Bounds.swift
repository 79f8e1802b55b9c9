// SPDX-License-Identifier: Apache-2.0

extension Drawing.Shape {
    /// The box that the shape takes.
    var bounds: Drawing.Box {
        switch self {
        case .text(let text, let at, let size, let anchor, _, let isTurned):
            let width = TextFitting.width(text, size: size)
            let shift: Double =
                switch anchor {
                case .start: 0
                case .middle: width / 2
                case .end: width
                }
            return isTurned
                ? .init(x: at.x - 0.8 * size, y: at.y - width + shift, width: size, height: width)
                : .init(x: at.x - shift, y: at.y - 0.8 * size, width: width, height: size)
        case .line(let points, _), .area(let points, _): return Self.bounds(points)
        case .box(let box, _): return box
        case .dot(let center, let radius, _):
            return .init(
                x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
        case .ribbon(let from, let to, _):
            return Self.bounds(
                [from, to].flatMap {
                    [
                        Drawing.Point(x: $0.x, y: $0.y),
                        Drawing.Point(x: $0.x + $0.width, y: $0.y + $0.height),
                    ]
                })
        case .arc(let from, let to, let reach, _):
            return .init(
                x: from.x, y: min(from.y, to.y), width: reach, height: abs(to.y - from.y))
        case .curve(let curve, _), .form(let curve, _, _): return Self.bounds(curve.hull)
        }
    }

    private static func bounds(_ points: [Drawing.Point]) -> Drawing.Box {
        let x = points.map(\.x).min() ?? 0
        let y = points.map(\.y).min() ?? 0
        return .init(
            x: x, y: y, width: (points.map(\.x).max() ?? 0) - x,
            height: (points.map(\.y).max() ?? 0) - y)
    }
}
