// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import PathwayReports

/// Piles of no, few and many stones, with short and long titles.
@Suite struct VardePictureTests {
    private static let drawings = PictureSamples.piles.map { VardePicture.drawing(of: $0) }
    private static let geometries = drawings.map(DrawingGeometry.init)

    @Test func `nothing leaves the frame`() {
        for geometry in Self.geometries { #expect(geometry.outside == []) }
    }

    @Test func `no stone lies on another, and no text on another`() {
        for geometry in Self.geometries {
            #expect(geometry.overlappingForms == [])
            #expect(geometry.overlappingTexts == [])
        }
    }

    @Test func `a text is inside one stone or outside all`() {
        for geometry in Self.geometries { #expect(geometry.straddlingTexts == []) }
    }

    @Test func `each stone and the goal show their whole title and note`() {
        for (pile, geometry) in zip(PictureSamples.piles, Self.geometries) {
            let writing = geometry.writing.filter { !$0.isEmpty }.sorted()
            let words = pile.stones.map { $0.title + $0.note }
            let stones =
                VardePicture.isCompact(pile) ? pile.stones.indices.map { "\($0 + 1)" } : words
            let expected = (stones + [pile.goal.title + pile.goal.note])
                .map { DisplayWidth.safe($0).filter { $0 != " " } }.filter { !$0.isEmpty }
            #expect(writing == expected.sorted())
        }
    }

    @Test func `a stone is wider the more credits it has, and smallest where they are unknown`() {
        for size in [
            StoneSize.titled(longestWord: 0), .titled(longestWord: 999), .numbered(to: 41),
            .numbered(to: 12_345),
        ] {
            let widths = [nil, 0.5, 1, 2, 3, 5, 10, 30, 60, 180, 1e4].map { size.width($0) }
            #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 })
            #expect(widths[0] == size.least && size.width(.infinity) == size.least + size.span)
            for strange in [0, -3, .nan] { #expect(size.width(strange) == size.least) }
        }
    }

    @Test func `stones lie in the order of their states, the larger ones lower, on the ground`() {
        for pile in PictureSamples.piles {
            let cairn = Cairn(pile, top: 0)
            let states: [Pile.State?] = [nil] + Cairn.states + [.unused]
            #expect(cairn.stones.map(\.index).sorted() == Array(pile.stones.indices))
            #expect(cairn.bands.map(\.state) == states.filter(cairn.bands.map(\.state).contains))
            for band in cairn.bands {
                let stones = cairn.stones.filter { pile.stones[$0.index].state == band.state }
                #expect(stones.allSatisfy { $0.box.y >= band.top - 0.01 })
                for one in stones where band.state != .unused {
                    let lower = stones.filter { $0.box.y > one.box.y }
                    #expect(lower.allSatisfy { $0.box.width >= one.box.width })
                }
                let isLoose = band.state == .unused
                #expect(isLoose ? band.top > cairn.ground : band.bottom <= cairn.ground)
            }
        }
    }

    @Test func `a course is as wide as those above it, small stones included`() {
        let cairn = Cairn(
            PictureSamples.pile(
                [.next, .next, .next, .held].map { PictureSamples.stone("Data", 5, $0) }), top: 0)
        let courses = Dictionary(grouping: cairn.stones) { $0.box.y }
        #expect(courses.values.map(\.count).sorted() == [1, 3])
        let right = cairn.rubble.map { $0.x + $0.width }.max() ?? 0
        let widest = cairn.stones.map { $0.box.x + $0.box.width }.max() ?? 0
        #expect(!cairn.rubble.isEmpty && abs(right - widest) < 20)
    }

    @Test func `beyond forty stones have numbers, and the key says what they are`() {
        for count in [0, 1, 40, 41, 200] {
            let pile = PictureSamples.pile(of: count)
            let key = VardePicture.key(of: pile)
            #expect(VardePicture.isCompact(pile) == (count > 40))
            #expect(key.map(\.number) == (count > 40 ? Array(1...count) : []))
            #expect(count <= 40 || Set(key.map(\.stone)) == Set(pile.stones))
            let without = VardePicture.drawing(of: pile, hasKey: false)
            #expect((without == VardePicture.drawing(of: pile)) == (count <= 40))
        }
    }

    @Test func `a pile without stones is the goal on the ground`() {
        let geometry = DrawingGeometry(VardePicture.drawing(of: PictureSamples.pile([])))
        #expect(geometry.forms.count == 2, "the goal and its swatch")
        #expect(geometry.lines.count == 1, "the ground")
    }

    @Test func `only states that occur have a label`() {
        let pile = PictureSamples.pile([PictureSamples.stone("Data", 5, .held)])
        let texts = DrawingGeometry(VardePicture.drawing(of: pile)).texts.map(\.text)
        #expect(texts.contains("Goal") && texts.contains("Held and"))
        #expect(!texts.contains("Next") && !texts.contains("In progress"))
    }

    @Test func `a picture is well-formed and the same each time`() {
        for (pile, drawing) in zip(PictureSamples.piles, Self.drawings) {
            let text = drawing.svg("v").markupText
            #expect(drawing == VardePicture.drawing(of: pile))
            #expect(text.contains("role=\"img\"") && text.contains("<desc id=\"v-desc\">"))
            #expect(!text.contains("nan") && !text.contains("inf\""))
            #expect(XMLCheck.isWellFormed(text))
        }
    }
}
