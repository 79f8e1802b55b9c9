// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Selector {
    /// A random selector that can be written and read again, with up to `depth` joints in a path.
    public static func random(
        depth: Int, using random: inout some RandomNumberGenerator
    ) -> Selector {
        switch depth == 0
            ? Int.random(in: 0..<3, using: &random) : .random(in: 0..<8, using: &random)
        {
        case 0: return .everything
        case 1:
            let field = Field.allCases.randomElement(using: &random) ?? .id
            let allowed: [Comparator] = field.isOrdered ? Comparator.allCases : [.equal, .notEqual]
            return .comparison(
                field, allowed.randomElement(using: &random) ?? .equal,
                value(of: field, using: &random))
        case 2:
            let field = Field.allCases.randomElement(using: &random) ?? .id
            return .oneOf(
                field,
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    value(of: field, using: &random)
                })
        case 3: return .not(.random(depth: depth - 1, using: &random))
        case 4, 5:
            return .and(
                .random(depth: depth - 1, using: &random), .random(depth: depth - 1, using: &random)
            )
        default:
            return .or(
                .random(depth: depth - 1, using: &random), .random(depth: depth - 1, using: &random)
            )
        }
    }

    /// A random value that the field may be compared with.
    public static func value(
        of field: Field, using random: inout some RandomNumberGenerator
    ) -> String {
        switch field {
        case .kind: Credential.Kind.allCases.randomElement(using: &random)?.rawValue ?? "badge"
        case .level:
            ["6", "NFQ:8", "CEFR:B2", "QF-EHEA:first cycle"].randomElement(using: &random) ?? "6"
        case .credits: ["7.5", "60 UK CATS", "0", "3 unknown"].randomElement(using: &random) ?? "1"
        case .hours: ["0", "30", "62.5", "1000"].randomElement(using: &random) ?? "1"
        case .date: CalendarDate(dayNumber: .random(in: 0...30_000, using: &random)).description
        case .age: ["5y", "18m", "90d", "0 days"].randomElement(using: &random) ?? "1y"
        case .grade: ["B", "NTU:C+", "4.5", ":"].randomElement(using: &random) ?? "B"
        case .id, .provider, .field, .tag, .language, .mode, .used, .outcome, .skill:
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        Array("ab0-/:# \"\\(),=<!é“\u{301}\u{0}\n\u{A0}ø日🏔".unicodeScalars)
                            .randomElement(using: &random) ?? "a"
                    }))
        }
    }
}
