// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph
public import VectorScoring

/// What of a graph says that two skills are near: what they are seen with.
///
/// A row for each skill, a column for each context: the occupations that need it, the words of its
/// names, its broader skills, and the skills it is related to. The skill space is made from it.
public enum SkillContexts {
    /// How much each kind of context says, beside an occupation for which a skill is essential.
    private enum Strength {
        static let optional = 0.5
        static let labelWord = 2.0
        static let alternativeWord = 0.5
        static let broader = [2.0, 1.0, 0.5]
        static let related = 1.0
    }

    /// Returns how strongly each skill is seen in each context: skills × contexts.
    ///
    /// - Complexity: O(relations + words).
    public static func matrix(of graph: Graph) -> SparseMatrix<Double> {
        var rows = [[(column: Int, value: Double)]](repeating: [], count: graph.skills.count)
        for link in graph.occupationLinks {
            let strength = link.kind == .essentialFor ? 1 : Strength.optional
            rows[link.from].append((column: link.to, value: strength))
        }
        let skills = graph.occupations.count
        for skill in graph.skills.indices {
            rows[skill].append((column: skills + skill, value: Strength.broader[0]))
            var paths = [skill: 1.0]
            for strength in Strength.broader {
                paths = steps(from: paths, graph.broader)
                rows[skill] += paths.map { (column: skills + $0.key, value: $0.value * strength) }
            }
        }
        for link in graph.skillLinks where link.kind != .broader {
            rows[link.from].append((column: skills + link.to, value: Strength.related))
            rows[link.to].append((column: skills + link.from, value: Strength.related))
        }
        let words = addWords(of: graph.skills, from: skills + graph.skills.count, to: &rows)
        return SparseMatrix(rows, columns: skills + graph.skills.count + words)
    }

    /// How many paths lead to each skill a step broader, of those that lead to each of `paths`.
    ///
    /// Paths are counted, not walked, as they multiply where skills have several broader ones.
    private static func steps(from paths: [Int: Double], _ broader: Adjacency) -> [Int: Double] {
        var found: [Int: Double] = [:]
        for (skill, count) in paths {
            for above in broader[skill] { found[Int(above), default: 0] += count }
        }
        return found
    }

    /// Adds a column for each word that two skills or more have; returns how many.
    private static func addWords(
        of skills: [Skill], from start: Int, to rows: inout [[(column: Int, value: Double)]]
    ) -> Int {
        var columns: [Substring: Int] = [:]
        for (position, skill) in skills.enumerated() {
            for (entries, strength) in [
                (skill.label.entries, Strength.labelWord),
                (skill.alternatives, Strength.alternativeWord),
            ] {
                var seen: Set<Int> = []
                for word in entries.lazy.flatMap({ words(of: $0.text) }) {
                    let column = columns[word] ?? columns.count
                    columns[word] = column
                    guard seen.insert(column).inserted else { continue }
                    rows[position].append((column: start + column, value: strength))
                }
            }
        }
        return columns.count
    }

    /// The words of a name, in lower case, of three letters or more.
    private static func words(of text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count > 2 }
    }
}
