// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics

extension Report {
    private var drawings: [Drawing] {
        (sections.isEmpty ? [table] : sections.map(\.table)).flatMap(Pictures.drawings(of:))
    }

    /// Whether there is a picture of it.
    public var hasPicture: Bool { !drawings.isEmpty }

    /// The names of the tables of statistics of which there are pictures.
    public static var pictured: [String] {
        Statistics.all.flatMap { $0.contract }.filter { Pictures.serve($0.table) }.map(\.name)
    }

    /// The pictures, one below another, as one SVG; an empty one where there are none.
    var svg: String {
        let drawings = drawings
        let width = drawings.map(\.width).max() ?? 1
        let height = drawings.map(\.height).reduce(0, +)
        var pictures: [Markup] = []
        var top = 0.0
        for (place, drawing) in drawings.enumerated() {
            pictures.append(drawing.svg("p\(place)", top: top))
            top += drawing.height
        }
        guard pictures.count != 1 else { return pictures[0].markupText }
        return Markup.element(
            .svg,
            [
                .init(.xmlns, "http://www.w3.org/2000/svg"), .init(.width, width),
                .init(.height, max(height, 1)),
            ], [.element(.title, [], [.text(table.title)])] + pictures
        ).markupText
    }
}
