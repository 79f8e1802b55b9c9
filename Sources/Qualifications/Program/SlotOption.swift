// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One way to count one award: in this slot, adding to these tallies.
struct SlotOption: Hashable, Sendable {
    /// What is added to one tally: thousandths of credits, awards or hours; of points, millionths.
    struct Entry: Hashable, Sendable {
        let tally: Int
        let amount: Int
    }

    /// The requirement whose slot it fills.
    let node: Int
    /// The award's place in the learner's list.
    let award: Int
    /// Thousandths in the unit of the slot's account; 0 outside one.
    let credits: Int
    /// What it adds to tallies, before they pass it on.
    let entries: [Entry]
    /// For each condition on different values, by node, the value it has.
    let values: [Value]
    /// When the award was given, where a period around the slot asks for it.
    let date: CalendarDate?

    /// A value of the field that a condition tells awards apart by.
    struct Value: Hashable, Sendable {
        let node: Int
        let text: String
    }

    /// All that tells two options apart, the award itself not included.
    var signature: Signature {
        Signature(node: node, entries: entries, values: values, date: date)
    }

    /// What an option does, whichever award it is of.
    struct Signature: Hashable, Sendable {
        let node: Int
        let entries: [Entry]
        let values: [Value]
        let date: CalendarDate?
    }
}

/// What can be done with the attempts at one credential and its equivalents, of which one counts.
struct Holding: Sendable {
    /// The class of equivalent credentials.
    let group: Int
    var options: [SlotOption] = []
}
