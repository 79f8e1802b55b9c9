// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Gives ids to requirements that state none.
///
/// An id comes from what the requirement is about, not from where it stands, so that it stays when
/// others are added around it: the credential's own id, else the words of the title, else the id
/// of the requirement above and the kind. A second of the same id gets a number.
struct RequirementNames {
    private var used: Set<String> = []
    /// For each id that was taken, the first number that may still be free.
    private var next: [String: Int] = [:]

    /// Takes an id; returns whether it was free.
    mutating func take(_ id: String) -> Bool { used.insert(id).inserted }

    /// Returns the id of a requirement that states none, without taking it.
    ///
    /// It depends only on what is given here and on which ids were taken before.
    mutating func name(
        kind: String, credential: String?, title: LocalizedText, below parent: String?
    ) -> String {
        let slug = Self.slug(title)
        let base =
            credential ?? (slug.isEmpty ? parent.map { "\($0).\(kind)" } ?? "root" : slug)
        guard used.contains(base) else { return base }
        var number = next[base] ?? 2
        while used.contains("\(base)-\(number)") { number += 1 }
        next[base] = number
        return "\(base)-\(number)"
    }

    /// The letters and digits of the title in lower case, with hyphens between the words.
    private static func slug(_ title: LocalizedText) -> String {
        let words = title.text(in: "en").lowercased().split { !$0.isLetter && !$0.isNumber }
        var slug = ""
        for word in words where slug.isEmpty || slug.count + word.count < 48 {
            slug += (slug.isEmpty ? "" : "-") + word.prefix(48)
        }
        return slug
    }
}
