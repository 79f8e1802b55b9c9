// SPDX-License-Identifier: Apache-2.0

/// How a thing looks: solid is done, striped is under way, white is still to come.
///
/// No two materials differ in tone only, and text on each has a contrast of at least 7 to 1.
struct Material: Hashable, Sendable {
    let fill: Drawing.Fill
    let outline: Drawing.Stroke
    /// The tone of text on it, and of the second outline.
    let ink: Drawing.Tone
    /// Whether a second line runs inside the outline.
    let isDouble: Bool

    /// How far inside the outline its second line runs.
    var inset: Double { isDouble ? 5 : 0 }

    /// Creates a material.
    init(
        _ fill: Drawing.Fill, _ outline: Drawing.Stroke, ink: Drawing.Tone = .ink,
        isDouble: Bool = false
    ) {
        self.fill = fill
        self.outline = outline
        self.ink = ink
        self.isDouble = isDouble
    }

    /// The material of a credential.
    static func of(_ state: Pile.State) -> Material {
        switch state {
        case .held: Material(.tone(.accent), .init(tone: .accent, width: 1.5), ink: .paper)
        case .inProgress: Material(.pattern(.stripes), .init(tone: .accent, width: 1.5))
        case .next: Material(.pattern(.dots), .init(width: 2.5))
        case .unlocked: Material(.tone(.paper), .init(tone: .soft, width: 1.5, dash: [6, 4]))
        case .unused: Material(.tone(.pale), .init(tone: .soft, width: 0.8))
        }
    }

    /// The material of a goal.
    static func goal(isReached: Bool) -> Material {
        isReached
            ? Material(.tone(.accent), .init(width: 3), ink: .paper, isDouble: true)
            : Material(.tone(.paper), .init(width: 3), isDouble: true)
    }

    /// Adds a form of the material; `outline` makes its outline inside a box.
    func add(
        to drawing: inout Drawing, in box: Drawing.Box,
        outline form: (Drawing.Box) -> Drawing.Curve
    ) {
        drawing.shapes.append(.form(form(box), fill, outline))
        guard isDouble else { return }
        let inner = form(box.inset(min(inset, box.height / 5)))
        drawing.shapes.append(.curve(inner, .init(tone: ink, width: 1)))
    }
}
