// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What statistics over the catalogue read: the graph on a day.
public struct CatalogueSurvey: Sendable {
    /// The catalogue.
    public let graph: Graph
    /// The day asked about: which rules are in force, and which version of each.
    public let asOf: CalendarDate

    /// Surveys `graph` on the day `asOf`.
    public init(_ graph: Graph, asOf: CalendarDate) {
        self.graph = graph
        self.asOf = asOf
    }
}
