// SPDX-License-Identifier: Apache-2.0

extension Drawing {
    /// What a form is filled with.
    enum Fill: Hashable, Sendable {
        case tone(Tone)
        case pattern(Pattern)

        /// Its pattern; nil where it is one tone.
        var pattern: Pattern? { if case .pattern(let pattern) = self { pattern } else { nil } }

        /// Every tone in it; text on it has to stand out from each.
        var tones: [Tone] {
            switch self {
            case .tone(let tone): [tone]
            case .pattern(let pattern): [pattern.ground, pattern.mark]
            }
        }
    }

    /// A pattern pale enough for dark text to be read on its ground and on its marks.
    enum Pattern: String, CaseIterable, Hashable, Sendable {
        case stripes, dots, mesh, bars

        /// The tone between the marks.
        var ground: Tone { self == .stripes ? .pale : .paper }

        /// The tone of the marks.
        var mark: Tone { self == .stripes ? .mild : .faint }

        /// The side of the square that repeats.
        var side: Double { self == .stripes ? 8 : 7 }
    }

    /// The patterns that forms are filled with.
    var patterns: [Pattern] {
        let used = Set(
            shapes.compactMap { shape -> Pattern? in
                if case .form(_, let fill, _) = shape { fill.pattern } else { nil }
            })
        return Pattern.allCases.filter(used.contains)
    }
}

extension Drawing.Fill {
    /// The fill as the value of an attribute, in a drawing whose ids begin with `name`.
    func value(_ name: String) -> String {
        switch self {
        case .tone(let tone): tone.rawValue
        case .pattern(let pattern): "url(#\(name)-\(pattern.rawValue))"
        }
    }
}

extension Drawing.Pattern {
    /// The definition of the pattern, in a drawing whose ids begin with `name`.
    func markup(_ name: String) -> Markup {
        .element(
            .pattern,
            [
                .init(.id, "\(name)-\(rawValue)"), .init(.width, side), .init(.height, side),
                .init(.patternUnits, "userSpaceOnUse"),
            ],
            [
                .element(
                    .rect,
                    [.init(.width, side), .init(.height, side), .init(.fill, ground.rawValue)], []),
                marks,
            ])
    }

    private var marks: Markup {
        switch self {
        case .stripes: path("M0 8L8 0M-2 2L2 -2M6 10L10 6", width: 2.6)
        case .mesh: path("M0 0L7 7M0 7L7 0", width: 0.9)
        case .bars: path("M2 0L2 7", width: 1.2)
        case .dots:
            .element(
                .circle,
                [
                    .init(.cx, 3.5), .init(.cy, 3.5), .init(.r, 1.3), .init(.fill, mark.rawValue),
                ], [])
        }
    }

    private func path(_ way: String, width: Double) -> Markup {
        .element(
            .path,
            [.init(.d, way), .init(.stroke, mark.rawValue), .init(.strokeWidth, width)], [])
    }
}
