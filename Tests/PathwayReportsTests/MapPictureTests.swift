// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import PathwayReports

/// Maps with rings, loops, double edges and nodes without edges, small and large.
@Suite struct MapPictureTests {
    private static let drawings = PictureSamples.maps.map(MapPicture.drawing)
    private static let geometries = drawings.map(DrawingGeometry.init)

    @Test func `nothing leaves the frame`() {
        for geometry in Self.geometries { #expect(geometry.outside == []) }
    }

    @Test func `no node lies on another, and no text on another`() {
        for geometry in Self.geometries {
            #expect(geometry.overlappingForms == [])
            #expect(geometry.overlappingTexts == [])
        }
    }

    @Test func `a text is inside one node or outside all`() {
        for geometry in Self.geometries { #expect(geometry.straddlingTexts == []) }
    }

    @Test func `no edge runs through a node`() {
        for geometry in Self.geometries { #expect(geometry.trespasses == []) }
    }

    @Test func `each node shows its whole title and note`() {
        for (map, geometry) in zip(PictureSamples.maps, Self.geometries) {
            let expected = map.nodes.map {
                DisplayWidth.safe($0.title + $0.note).filter { $0 != " " }
            }
            #expect(geometry.writing.filter { !$0.isEmpty }.sorted() == expected.sorted())
        }
    }

    @Test func `each edge is drawn, and the kinds of edges that occur and have a name`() {
        for (map, geometry) in zip(PictureSamples.maps, Self.geometries) {
            let named = Set(map.edges.map(\.kind)).filter { map.edgeLabels[$0] != nil }
            #expect(geometry.lines.count == map.edges.count + named.count)
        }
    }

    @Test func `a goal is at the right end`() {
        var nodes = (0..<6).map {
            PathMap.Node(title: "\($0)", note: "", kind: .credential(.next))
        }
        nodes.append(.init(title: "Goal", note: "", kind: .goal(isReached: false)))
        let edges = [(0, 6), (1, 2), (2, 3), (3, 4), (4, 5)]
        let layout = LayeredLayout(
            nodes.map { .init(height: 40, isLast: $0.title == "Goal") },
            edges.map { .init(from: $0, to: $1) })
        #expect(layout.boxes[6].x == layout.boxes.map(\.x).max())
    }

    @Test func `a picture is well-formed and the same each time`() {
        for (map, drawing) in zip(PictureSamples.maps, Self.drawings) {
            let text = drawing.svg("m").markupText
            #expect(drawing == MapPicture.drawing(of: map))
            #expect(text.contains("role=\"img\"") && text.contains("<desc id=\"m-desc\">"))
            #expect(!text.contains("nan") && !text.contains("inf\""))
            #expect(XMLCheck.isWellFormed(text))
        }
    }
}
