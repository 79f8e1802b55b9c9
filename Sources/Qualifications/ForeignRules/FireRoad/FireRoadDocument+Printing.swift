// SPDX-License-Identifier: Apache-2.0

extension FireRoadDocument {
    /// The file as it would be written; reading it gives the same document, but for places.
    var written: String {
        var lines = [header, description.replacing("\n", with: "\\n"), ""]
        for section in sections { lines += [section.name, section.description] }
        lines.append("")
        lines += definitions.map(\.written)
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: String {
        var parts = titles
        if let amount {
            let comparator = amount.comparator == .atLeast ? "" : amount.comparator.rawValue
            parts.append("threshold=\(comparator)\(amount.quantity)")
        }
        if let url { parts.append("url=\(url)") }
        return parts.joined(separator: "#,#")
    }
}

extension FireRoadDocument.Definition {
    /// The definition as it would be written, its modifier at the end.
    var written: String {
        let titled = title.map { ", \"\($0)\"" } ?? ""
        return "\(name)\(titled) := \(statement.written)\(modifier)"
    }

    private var modifier: String {
        guard amount != nil || distinct != nil else { return "" }
        let lists = distinct.map { "|\($0.written)" } ?? ""
        return "{\(amount?.written ?? "")\(lists)}"
    }
}

extension FireRoadStatement {
    /// The statement as it would be written, lists inside it in parentheses.
    var written: String {
        switch self {
        case .name(let name, _): name.unicodeScalars.allSatisfy(Self.isBare) ? name : "\"\(name)\""
        case .text(let text, _): "\"\"\(text)\"\""
        case .list(let joiner, let parts, _):
            parts.map { part in
                if case .list = part { "(\(part.written))" } else { part.written }
            }.joined(separator: joiner == .comma ? ", " : "/")
        }
    }

    private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        FireRoadTokens.isPartOfName(scalar)
    }
}

extension FireRoadThreshold {
    /// The threshold as it would be written: `>=54u`.
    var written: String { comparator.rawValue + quantity }

    /// The number and its unit: `54u`.
    var quantity: String { unit == .units ? "\(number)u" : "\(number)" }
}
