// SPDX-License-Identifier: Apache-2.0

extension Material {
    /// The material of a node of a map; credentials and goals look as they do in a pile.
    static func of(_ kind: PathMap.Kind) -> Material {
        switch kind {
        case .credential(let state): of(state)
        case .blocked: Material(.pattern(.mesh), .init(tone: .soft, width: 1.2, dash: [2, 3]))
        case .requirement(.met): Material(.tone(.accent), .init(width: 1.2), ink: .paper)
        case .requirement(.inProgress):
            Material(.pattern(.stripes), .init(tone: .accent, width: 1.5))
        case .requirement(.notMet): Material(.tone(.paper), .init(width: 1.2))
        case .requirement(.cannotTell):
            Material(.pattern(.bars), .init(tone: .soft, width: 1.5, dash: [6, 4]))
        case .goal(let isReached): goal(isReached: isReached)
        }
    }
}

extension PathMap.Kind {
    /// The outline of a node in a box: requirements have corners, all else is a stone.
    func outline(in box: Drawing.Box, seed: Int) -> Drawing.Curve {
        if case .requirement = self { return Outline.panel(in: box) }
        return Outline.stone(in: box, seed: seed, roughness: 0.45)
    }
}

extension PathMap.EdgeKind {
    /// How its line is drawn; no two are dashed alike.
    var stroke: Drawing.Stroke {
        switch self {
        case .counts: .init(tone: .accent, width: 2)
        case .wouldCount: .init(tone: .accent, width: 1.6, dash: [7, 4])
        case .admits: .init(tone: .ink, width: 1.5, dash: [1.5, 3])
        case .partOf: .init(tone: .soft, width: 1.2, dash: [14, 3, 3, 3])
        }
    }
}
