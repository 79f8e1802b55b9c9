// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import PathwayReports

/// Forms, their fills, and text in them.
@Suite struct DrawingFormTests {
    private static let materials =
        Set(PathMap.Kind.allCases.map(Material.of) + Pile.State.allCases.map(Material.of))

    /// The contrast of two tones (Web Content Accessibility Guidelines 2.2, relative luminance).
    private static func contrast(_ one: Drawing.Tone, _ other: Drawing.Tone) -> Double {
        let (one, other) = (luminance(one), luminance(other))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private static func luminance(_ tone: Drawing.Tone) -> Double {
        let value = Int(tone.rawValue.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// The 2.4th power: the square times the fifth root of the square, by Newton's method.
    private static func power(_ base: Double) -> Double {
        var root = base
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root -= (fourth * root - base * base) / (5 * fourth)
        }
        return base * base * root
    }

    @Test func `text stands out from every tone of what it is on, seven to one`() {
        #expect(abs(Self.contrast(.ink, .paper) - 17.4) < 0.1)
        for material in Self.materials {
            for tone in material.fill.tones {
                #expect(Self.contrast(material.ink, tone) >= 7, "\(material)")
            }
        }
    }

    @Test func `materials differ in more than tone`() {
        struct Look: Hashable {
            let pattern: Drawing.Pattern?
            let isDark, isDouble: Bool
            let dash: [Double]
            let width: Double
        }
        let looks = Set(
            Self.materials.map { material in
                Look(
                    pattern: material.fill.pattern, isDark: material.ink == .paper,
                    isDouble: material.isDouble,
                    dash: material.outline.dash, width: material.outline.width)
            })
        #expect(looks.count == Self.materials.count)
        #expect(Set(Pile.State.allCases.map(Material.of)).count == Pile.State.allCases.count)
        #expect(Set(PathMap.EdgeKind.allCases.map(\.stroke.dash)).count == 4)
    }

    @Test func `a pattern is defined once, under the name of its drawing`() {
        var drawing = Drawing("Title", "Description", height: 100)
        let box = Drawing.Box(x: 0, y: 0, width: 50, height: 30)
        #expect(!drawing.svg("a").markupText.contains("a-dots"))
        for _ in 0..<2 {
            drawing.shapes.append(.form(Outline.panel(in: box), .pattern(.dots), nil))
        }
        let text = drawing.svg("a").markupText
        #expect(text.split(separator: "id=\"a-dots\"").count == 2)
        #expect(text.split(separator: "fill=\"url(#a-dots)\"").count == 3)
        #expect(!text.contains("a-mesh"))
    }

    @Test func `a stone stays in its box, and text keeps inside it`() {
        for seed in 0..<oracleCases(debug: 200) {
            var random = SeededGenerator(seed: UInt64(seed))
            let box = Drawing.Box(
                x: 10, y: 20, width: .random(in: 90...260, using: &random),
                height: .random(in: 34...300, using: &random))
            for curve in [Outline.stone(in: box, seed: seed), Outline.panel(in: box)] {
                let form = DrawingGeometry.Form(box: box, outline: curve.samples(12))
                #expect(form.holds(box.inset(Outline.sides, Outline.ends)), "\(seed) \(box)")
                #expect(form.outline.allSatisfy { box.inset(-0.01).holds($0) })
            }
            #expect(Outline.stone(in: box, seed: seed) == Outline.stone(in: box, seed: seed))
            #expect(Outline.stone(in: box, seed: seed) != Outline.stone(in: box, seed: seed + 1))
        }
    }

    @Test func `a curve walked back is the same curve`() {
        let curve = Outline.stone(in: .init(x: 0, y: 0, width: 90, height: 40), seed: 1)
        let route = Drawing.Curve(
            start: .init(x: 0, y: 0), steps: [.line(.init(x: 9, y: 3))] + curve.steps.prefix(3))
        #expect(route.reversed.reversed == route)
        #expect(route.reversed.start == route.end && route.reversed.end == route.start)
        #expect(route.moved(3, 4).moved(-3, -4).hull.count == route.hull.count)
    }

    @Test func `wrapped text is whole, and no line is too wide`() {
        for title in PictureSamples.titles {
            for width in [60.0, 100, 300] {
                let lines = TextFitting.wrapped(title, width: width, size: 12)
                #expect(lines.allSatisfy { TextFitting.width($0, size: 12) <= width })
                let balanced = TextFitting.balanced(title, width: width, size: 12)
                #expect(balanced.count == lines.count)
                for broken in [lines, balanced] {
                    #expect(
                        broken.joined().filter { $0 != " " }
                            == DisplayWidth.safe(title).filter { $0 != " " })
                }
            }
        }
    }
}
