// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Table.Column {
    /// What the row is a part of everybody by; `all` is everybody.
    static let by = Table.Column(
        "by", title: "By",
        meaning: "What learners are broken down by; all is everybody together.")
    /// The group.
    static let group = Table.Column(
        "group", title: "Group",
        meaning: "The group of learners; missing for everybody, and where it is not known.")
    /// The horizon.
    static let horizon = Table.Column(
        "horizon", title: "Horizon", kind: .integer, unit: "days",
        meaning: "Within how many days after the index award.")
    /// Learners followed for the horizon.
    static let eligible = learners(
        "eligible", "Eligible",
        "Learners whose index award lies at least the horizon before the end of the data.")
    /// Those of them who stack.
    static let stackers = learners(
        "stackers", "Stackers", "Eligible learners with a later award within the horizon.")

    /// A column that counts learners.
    static func learners(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
        Table.Column(name, title: title, kind: .integer, unit: "learners", meaning: meaning)
    }

    /// A column of shares between 0 and 1.
    static func share(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
        Table.Column(name, title: title, kind: .number, unit: "share", meaning: meaning)
    }

    /// A column of days that may fall between two.
    static func days(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
        Table.Column(name, title: title, kind: .number, unit: "days", meaning: meaning)
    }

    /// A column of whole days.
    static func wholeDays(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
        Table.Column(name, title: title, kind: .integer, unit: "days", meaning: meaning)
    }

    /// A column of numbers without a unit.
    static func number(_ name: String, _ title: String, _ meaning: String) -> Table.Column {
        Table.Column(name, title: title, kind: .number, meaning: meaning)
    }
}

extension Table.Cell {
    /// A share, with three decimals for a person, or a missing one.
    static func share(_ value: Double?) -> Table.Cell {
        value.map { .number($0, decimals: 3) } ?? .missing
    }

    /// A share of a count, or a missing one of nobody.
    static func share(_ count: Int, of total: Int) -> Table.Cell {
        share(Proportion(count, of: total).value)
    }

    /// Days, with a decimal for a person, or missing ones.
    static func days(_ value: Double?) -> Table.Cell {
        value.map { .number($0, decimals: 1) } ?? .missing
    }

    /// A whole number, or a missing one.
    static func whole(_ value: Int?) -> Table.Cell { value.map { .integer($0) } ?? .missing }

    /// Text, or a missing one.
    static func word(_ value: String?) -> Table.Cell { value.map { .text($0) } ?? .missing }

    /// The ends of an interval, or missing ones.
    static func ends(_ interval: ClosedRange<Double>?) -> [Table.Cell] {
        [share(interval?.lowerBound), share(interval?.upperBound)]
    }
}
