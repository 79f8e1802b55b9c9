// SPDX-License-Identifier: Apache-2.0

/// The ways from what is held to the target, through admission and requirements.
enum MapSection: ReportSection {
    static let name = "map"
    static let title = ReportPhrase.mapTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let drawing = WayMapping(context).map.map(MapPicture.drawing)
        guard let drawing else { return [.paragraph(context.words(.mapNothing))] }
        return [.figure(drawing, caption: context.words(.mapIntroduction))]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        let mapping = WayMapping(context)
        return .object([
            "description": JSONValue(mapping.map?.description),
            "nodes": .list(mapping.nodes.map(\.json)),
            "edges": .list(
                mapping.edges.map {
                    .object([
                        "from": .text(mapping.nodes[$0.from].id),
                        "to": .text(mapping.nodes[$0.to].id), "kind": .text("\($0.kind)"),
                    ])
                }),
        ])
    }

    /// The map, or only the goal where no way leads to it.
    static func drawing(_ context: ReportContext) -> Drawing {
        let mapping = WayMapping(context)
        return MapPicture.drawing(of: mapping.map ?? mapping.goalAlone)
    }
}
