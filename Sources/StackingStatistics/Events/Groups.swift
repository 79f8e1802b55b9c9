// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The groups that learners are broken down into, as numbers from 1; 0 is a group not known.
struct Groups: Sendable {
    /// Where the group of a learner is read.
    private enum Source: Sendable {
        case nowhere
        case kind, field, provider, level
        case year(first: Int)
        case learner([UInt32])
    }

    /// What they are groups by: `provider`; nil where nothing is broken down.
    let name: String?
    /// The names of the groups, from number 1.
    let labels: [String]
    private let source: Source

    init(
        _ breakdown: StatisticTerms.Breakdown, kinds: Codes, fields: Codes, providers: Codes,
        levels: LevelOrder, cohort: Cohort
    ) {
        switch breakdown {
        case .none: (name, labels, source) = (nil, [], .nowhere)
        case .groups(let groups):
            precondition(groups.groups.count == cohort.learnerCount, "groups of another cohort")
            (name, labels, source) = (groups.name, groups.labels, .learner(groups.groups))
        case .attribute(let attribute):
            name = attribute.rawValue
            switch attribute {
            case .kind: (labels, source) = (kinds.texts, .kind)
            case .field: (labels, source) = (fields.texts, .field)
            case .provider: (labels, source) = (providers.texts, .provider)
            case .level: (labels, source) = (levels.levels.map(\.description), .level)
            case .year:
                let years = Self.years(of: cohort)
                (labels, source) = (years.map(String.init), .year(first: years.lowerBound))
            }
        }
    }

    /// How many numbers there are, that of the group not known included.
    var count: Int { labels.count + 1 }

    /// Returns the number of a learner's group, by their index award where they have one.
    func number(of learner: Int, _ index: IndexAward?, _ context: EventContext) -> Int {
        switch source {
        case .nowhere: return 0
        case .learner(let groups): return Int(groups[learner])
        default: break
        }
        guard let index else { return 0 }
        let facts = context.facts[Int(index.item)]
        switch source {
        case .nowhere, .learner: return 0
        case .kind: return Int(facts.kind)
        case .field: return Int(facts.field)
        case .provider: return Int(facts.provider)
        case .level: return Int(index.level)
        case .year(let first):
            return CalendarDate(dayNumber: Int(index.day)).components.year - first + 1
        }
    }

    private static func years(of cohort: Cohort) -> Range<Int> {
        let days = cohort.events.lazy.map(\.day)
        guard let first = days.min(), let last = days.max() else { return 0..<0 }
        let year = { (day: Int32) in CalendarDate(dayNumber: Int(day)).components.year }
        return year(first)..<year(last) + 1
    }
}
