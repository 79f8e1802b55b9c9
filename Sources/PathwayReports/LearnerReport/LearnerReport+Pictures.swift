// SPDX-License-Identifier: Apache-2.0

extension LearnerReport {
    /// A picture of a learner's way.
    public enum Picture: String, Hashable, Sendable, CaseIterable {
        /// The pile of stones.
        case varde
        /// The ways to the target.
        case map
    }

    /// Returns a picture as an SVG file that needs nothing else.
    public func svg(_ picture: Picture) -> String {
        let context = ReportContext(self)
        let drawing =
            switch picture {
            case .varde: PictureSection.drawing(context)
            case .map: MapSection.drawing(context)
            }
        return drawing.svg(picture.rawValue).markupText
    }
}
