// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Table.Cell {
    /// Creates a cell of text, or a missing one.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
    /// Creates a cell of a day, or a missing one.
    public init(_ date: CalendarDate?) { self = date.map { .date($0) } ?? .missing }
    /// Creates a cell of an exact decimal, or a missing one.
    public init(_ number: ExactDecimal?) { self = number.map { .exact($0) } ?? .missing }
}
