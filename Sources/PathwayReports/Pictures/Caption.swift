// SPDX-License-Identifier: Apache-2.0

/// A title and the note below it, broken into lines.
struct Caption: Hashable, Sendable {
    private struct Line: Hashable, Sendable {
        let text: String
        let size: Double
    }

    /// The size of a title's letters.
    static let titleSize = 11.5
    private static let pitch = 15.25

    private let lines: [Line]

    /// Breaks a title and a note so that no line is wider than `width`; nothing is cut.
    init(_ title: String, _ note: String, width: Double) {
        lines = [(title, Self.titleSize), (note, 10.5)].flatMap { text, size in
            TextFitting.balanced(text, width: width, size: size).map { Line(text: $0, size: size) }
        }
    }

    /// The height of the lines.
    var height: Double { Self.pitch * Double(lines.count) }

    /// Adds the lines in the middle of a box.
    func add(to drawing: inout Drawing, in box: Drawing.Box, tone: Drawing.Tone) {
        let top = box.y + (box.height - height) / 2
        add(to: &drawing, x: box.x + box.width / 2, top: top, .middle, tone: tone)
    }

    /// Adds the lines from `top` down.
    func add(
        to drawing: inout Drawing, x: Double, top: Double, _ anchor: Drawing.Anchor = .start,
        tone: Drawing.Tone = .ink
    ) {
        for (place, line) in lines.enumerated() {
            let base = top + Self.pitch * (Double(place) + 0.5) + 0.32 * line.size
            drawing.add(line.text, x, base, size: line.size, anchor, tone: tone)
        }
    }
}
