// SPDX-License-Identifier: Apache-2.0

/// Suggestions for an id that is not there.
public enum Spelling {
    /// Returns up to `limit` of `candidates` that are spelt most like `word`, best first.
    ///
    /// Only those within two edits, or a third of the word's length if that is more, or that
    /// contain it, are returned; ties fall in alphabetical order. Case makes no difference, and of
    /// a long word only the first 64 bytes count.
    ///
    /// - Complexity: O(candidates × length²).
    public static func nearest(
        to word: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let wanted = bytes(of: word, 64)
        let reach = min(max(2, wanted.count / 3), wanted.count - 1)
        var best: [(distance: Int, candidate: String)] = []
        for candidate in candidates {
            let other = bytes(of: candidate, 128)
            let contains = wanted.count >= 3 && self.contains(wanted, in: other)
            guard contains || abs(other.count - wanted.count) <= reach else { continue }
            let distance = other == wanted ? 0 : contains ? 1 : self.distance(wanted, other)
            guard contains || distance <= reach else { continue }
            best.append((distance, candidate))
        }
        return best.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
            .prefix(limit).map(\.candidate)
    }

    /// The first bytes of `text` in lower case; cut first, so that a long text costs no more.
    private static func bytes(of text: String, _ limit: Int) -> [UInt8] {
        let start = String(decoding: text.utf8.prefix(limit), as: UTF8.self)
        return Array(start.lowercased().utf8.prefix(limit))
    }

    private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
        guard word.count <= text.count else { return false }
        return (0...text.count - word.count).contains { start in
            text[start] == word[0] && text[start...].starts(with: word)
        }
    }

    /// The edit distance of Levenshtein (1966).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substitution = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
