// SPDX-License-Identifier: Apache-2.0

/// A list of requirements in FireRoad's language, as it is written: nothing resolved, nothing
/// judged.
///
/// ```
/// 9#,#9 Minor#,#Brain Sciences#,#Minor in Brain Sciences
/// Six subjects in two levels.
///
/// core
/// Taken first.
///
/// core, "Core Subjects" := 9.00, 9.01/9.40
/// ```
struct FireRoadDocument: Hashable, Sendable {
    /// A line and a column, both from 1.
    struct Place: Hashable, Sendable {
        var line: Int
        var column: Int
    }

    /// A section at the top: the name of what it asks, and what is said about it.
    struct Section: Hashable, Sendable {
        var name: String
        var description: String
        var descriptionLine = 0
        var place: Place
    }

    /// A name, its title where it has one, and what it stands for.
    struct Definition: Hashable, Sendable {
        var name: String
        var title: String?
        var statement: FireRoadStatement
        /// How much of the whole statement; all or any of it where nil.
        var amount: FireRoadThreshold?
        /// From how many of the lists that the statement joins; nil for no matter.
        var distinct: FireRoadThreshold?
        var place: Place
        /// Where a modifier stands inside parentheses, though it speaks of the whole.
        var nestedModifier: Place?
    }

    /// Up to four titles, from the shortest to the longest; any may be empty.
    var titles: [String] = []
    /// How much the whole list asks, beside its sections.
    var amount: FireRoadThreshold?
    /// Where it is published.
    var url: String?
    /// What is said about the whole, with line breaks as they are to be shown.
    var description = ""
    var descriptionLine = 2
    var sections: [Section] = []
    var definitions: [Definition] = []
}

/// What a definition stands for: a name, words, or a list of these.
indirect enum FireRoadStatement: Hashable, Sendable {
    /// How the parts of a list are joined.
    enum Joiner: String, Hashable, Sendable {
        /// All of them.
        case comma = ","
        /// Any of them.
        case slash = "/"
    }

    /// A subject, an attribute or a defined name.
    case name(String, FireRoadDocument.Place)
    /// Words that no list of subjects can say.
    case text(String, FireRoadDocument.Place)
    /// Two or more parts.
    case list(Joiner, [FireRoadStatement], FireRoadDocument.Place)

    /// Where it begins.
    var place: FireRoadDocument.Place {
        switch self {
        case .name(_, let place), .text(_, let place), .list(_, _, let place): place
        }
    }
}

/// A number of subjects, units or lists that is asked for at least or at most.
struct FireRoadThreshold: Hashable, Sendable {
    /// What is counted.
    enum Unit: Hashable, Sendable {
        /// Subjects; in a distinct threshold, lists.
        case subjects
        /// Units of credit.
        case units
    }

    var comparator: FireRoadComparator
    var number: Int
    var unit = Unit.subjects

    /// The least that meets it; nil for at most.
    var minimum: Int? {
        switch comparator {
        case .atLeast: number
        case .more: number + 1
        case .atMost, .less: nil
        }
    }

    /// The most that may count; nil for at least.
    var maximum: Int? {
        switch comparator {
        case .atMost: number
        case .less: number - 1
        case .atLeast, .more: nil
        }
    }
}

/// How a threshold compares.
enum FireRoadComparator: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
}
