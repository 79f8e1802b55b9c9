// SPDX-License-Identifier: Apache-2.0

/// Suggestions for an id that is not there.
public enum Spelling {
    /// Returns up to `limit` of `candidates` that are spelt most like `word`, best first.
    ///
    /// Only those within a third of the word's length in edits, or that contain it, are returned;
    /// ties fall in alphabetical order.
    ///
    /// - Complexity: O(candidates × length²).
    public static func nearest(
        to word: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let wanted = Array(word.lowercased().utf8.prefix(64))
        let reach = max(2, wanted.count / 3)
        var best: [(distance: Int, candidate: String)] = []
        for candidate in candidates {
            let other = Array(candidate.lowercased().utf8.prefix(128))
            let contains = wanted.count >= 3 && candidate.lowercased().contains(word.lowercased())
            guard contains || abs(other.count - wanted.count) <= reach else { continue }
            let distance = contains ? 1 : self.distance(wanted, other)
            guard distance <= reach else { continue }
            best.append((distance, candidate))
        }
        return best.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
            .prefix(limit).map(\.candidate)
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
