// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph
import StackingStatistics

/// What an analyst chooses before anything is counted.
struct StatisticOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A horizon in days, such as 730d; may be repeated. 365d, 730d and 1460d unless given.",
            valueName: "days"))
    var horizon: [Horizon] = []

    @Option(help: ArgumentHelp("The kind of the index award, or any.", valueName: "kind"))
    var index = IndexKind(kind: .microCredential)

    @Option(
        help: ArgumentHelp(
            """
            Break down by provider, field, level, kind or year of the index award, or by a column \
            of --groups.
            """, valueName: "what"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "A CSV of learner and columns of groups, read for this run and never stored.",
            valueName: "file"))
    var groups: String?

    @Option(
        help: ArgumentHelp("The group that others are compared with.", valueName: "group"))
    var reference: String?

    @Option(help: "How many learners a pair or a sequence needs to be listed.")
    var least = 2

    @Option(help: "How many pairs and sequences to list at most.")
    var top = 20

    func validate() throws {
        guard least >= 1 else { throw ValidationError("--least needs a number of at least 1") }
        guard top >= 0 else { throw ValidationError("--top needs a number of at least 0") }
        let names = StatisticTerms.Attribute.allCases.map(\.rawValue)
        if groups != nil, by == nil {
            throw ValidationError("--groups needs --by with one of its columns")
        }
        if reference != nil, by == nil { throw ValidationError("--reference needs --by") }
        guard let by else { return }
        if by == "all" { throw ValidationError("\"all\" stands for everybody; rename the column") }
        if groups == nil, attribute == nil {
            throw ValidationError(
                "\"\(by)\" is not known of an award; use \(names.joined(separator: ", ")), or name "
                    + "a file that has it as a column with --groups")
        }
        if groups != nil, attribute != nil {
            throw ValidationError(
                "--by \(by) is an attribute of the index award; leave --groups out, or rename the "
                    + "column")
        }
    }

    /// The attribute that is broken down by; nil for a column, or nothing.
    var attribute: StatisticTerms.Attribute? {
        by.flatMap { StatisticTerms.Attribute(rawValue: $0) }
    }

    /// Returns the terms, apart from groups that a file says.
    func terms(comparing crosswalk: LevelCrosswalk) -> StatisticTerms {
        var terms = StatisticTerms()
        if !horizon.isEmpty { terms.horizons = Set(horizon.map(\.days)).sorted() }
        terms.indexKind = index.kind
        if let attribute { terms.breakdown = .attribute(attribute) }
        terms.reference = reference
        terms.least = least
        terms.top = top
        terms.crosswalk = crosswalk
        return terms
    }
}

/// A number of days, written `730d`.
struct Horizon: ExpressibleByArgument {
    let days: Int

    init?(argument: String) {
        guard argument.hasSuffix("d"), let days = Int(argument.dropLast()), 1...36_500 ~= days
        else {
            return nil
        }
        self.days = days
    }
}

/// The kind of an index award; nil for any.
struct IndexKind: ExpressibleByArgument, CustomStringConvertible {
    let kind: Credential.Kind?

    init(kind: Credential.Kind?) { self.kind = kind }

    init?(argument: String) {
        guard argument != "any" else {
            kind = nil
            return
        }
        guard let kind = Credential.Kind(rawValue: argument) else { return nil }
        self.kind = kind
    }

    var description: String { kind?.rawValue ?? "any" }
    var defaultValueDescription: String { description }

    static var allValueStrings: [String] { Credential.Kind.allCases.map(\.rawValue) + ["any"] }
}
