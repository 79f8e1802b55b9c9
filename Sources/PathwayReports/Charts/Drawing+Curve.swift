// SPDX-License-Identifier: Apache-2.0

extension Drawing {
    /// A run of straight lines and cubic curves.
    struct Curve: Hashable, Sendable {
        /// How it goes on from where it is.
        enum Step: Hashable, Sendable {
            /// Straight to a point.
            case line(Point)
            /// Along a cubic curve with two control points to a third.
            case cubic(Point, Point, Point)

            /// Where it ends.
            var end: Point {
                switch self {
                case .line(let end), .cubic(_, _, let end): end
                }
            }

            /// The points between which it stays.
            var hull: [Point] {
                switch self {
                case .line(let end): [end]
                case .cubic(let first, let second, let end): [first, second, end]
                }
            }
        }

        /// Where it begins.
        var start: Point
        /// How it goes on.
        var steps: [Step] = []

        /// Where it ends.
        var end: Point { steps.last?.end ?? start }

        /// Points between which all of it lies.
        var hull: [Point] { [start] + steps.flatMap(\.hull) }

        /// The same way walked from its end.
        var reversed: Curve {
            var curve = Curve(start: end)
            for (place, step) in steps.enumerated().reversed() {
                let end = place == 0 ? start : steps[place - 1].end
                switch step {
                case .line: curve.steps.append(.line(end))
                case .cubic(let first, let second, _):
                    curve.steps.append(.cubic(second, first, end))
                }
            }
            return curve
        }

        /// The same curve so far to the right and down.
        func moved(_ x: Double, _ y: Double) -> Curve {
            func move(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
            return Curve(
                start: move(start),
                steps: steps.map {
                    switch $0 {
                    case .line(let end): .line(move(end))
                    case .cubic(let first, let second, let end):
                        .cubic(move(first), move(second), move(end))
                    }
                })
        }
    }
}

extension Drawing.Box {
    /// The box without a margin of so much on each side; with one where it is negative.
    func inset(_ margin: Double) -> Drawing.Box { inset(margin, margin) }

    /// The box without a margin at the sides and one above and below.
    func inset(_ sides: Double, _ ends: Double) -> Drawing.Box {
        .init(x: x + sides, y: y + ends, width: width - 2 * sides, height: height - 2 * ends)
    }
}
