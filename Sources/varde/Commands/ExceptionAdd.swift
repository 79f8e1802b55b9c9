// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde exception add`: what was decided for one learner.
struct ExceptionAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an exception from a rule for one learner.",
        discussion: """
            insert AWARD --into REQUIREMENT   the award counts there, though it would not fit
            substitute CREDENTIAL --for CREDENTIAL   the first counts for the second
            waive REQUIREMENT                 the requirement is met
            block AWARD [--in REQUIREMENT]    the award does not count, there or anywhere
            change REQUIREMENT --minimum VALUE | --maximum VALUE   none takes a value away

            An award is named by its id, such as ska-data-basics@2025-10-30, or by its credential \
            where there is one of it. Everything is checked against the learner and the rule.

            Examples:

              varde exception add waive english --learner vidda-02 --rule TARGET \
            --who "study board" --why "schooled in English" --until 2027-07-31
              varde exception add change total --minimum 20 --learner vidda-02 --rule TARGET \
            --who dean --why "transition to the new rule"
            """)

    @Argument(
        help: ArgumentHelp("insert, substitute, waive, block or change.", valueName: "kind"),
        transform: Self.kind)
    var kind: AuditException.Kind.Name

    @Argument(
        help: ArgumentHelp("The award, credential or requirement.", valueName: "subject"))
    var subject: String

    @Option(help: ArgumentHelp("For whom: a learner in the catalogue.", valueName: "id"))
    var learner: String

    @Option(
        help: ArgumentHelp(
            "From which rule: its name, or a credential and use such as diploma/completion.",
            valueName: "rule"))
    var rule: String

    @Option(help: ArgumentHelp("Where an inserted award counts.", valueName: "requirement"))
    var into: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The credential that the first counts for.", valueName: "credential"))
    var wanted: String?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Where a blocked award does not count.", valueName: "requirement"))
    var place: String?

    @Option(help: ArgumentHelp("The new least, or none.", valueName: "value"))
    var minimum: String?

    @Option(help: ArgumentHelp("The new most, or none.", valueName: "value"))
    var maximum: String?

    @OptionGroup var decision: DecisionOptions

    @Option(
        help: ArgumentHelp("The last day it holds; for ever unless given.", valueName: "date"),
        transform: DateOptions.date)
    var until: CalendarDate?

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        try LearnerOptions.check(learner)
        _ = try exceptionKind()
    }

    func run() throws {
        let path = try catalog.path()
        // Opening for writing would make a catalogue where there is none.
        _ = try Catalog(reading: path)
        let stored = try Catalog(writing: path).add(
            AuditException(
                learner: learner, rule: rule, try exceptionKind(), decision.decision(on: date.day),
                until: until), date.stamp)
        try output.write(Report(exceptions: [stored], asOf: date.day))
    }

    private static func kind(_ text: String) throws -> AuditException.Kind.Name {
        if let kind = AuditException.Kind.Name(rawValue: text) { return kind }
        let names = AuditException.Kind.Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(text)\" is not a kind of exception; use one of \(names)")
    }

    // MARK: What is decided

    private func exceptionKind() throws -> AuditException.Kind {
        switch kind {
        case .insert: .insert(award: subject, into: try needed("into", into))
        case .substitute: .substitute(subject, for: try needed("for", wanted))
        case .waive: try only([], .waive(subject))
        case .block: try only(["in"], .block(award: subject, in: place))
        case .change: try change()
        }
    }

    private func change() throws -> AuditException.Kind {
        switch (minimum, maximum) {
        case (let value?, nil): try only(["minimum"], .change(subject, .minimum, to: value))
        case (nil, let value?): try only(["maximum"], .change(subject, .maximum, to: value))
        case (nil, nil), (.some, .some):
            throw ValidationError("change needs one of --minimum and --maximum; make one a time")
        }
    }

    private func needed(_ option: String, _ value: String?) throws -> String {
        guard let value else {
            throw ValidationError("\(kind.rawValue) needs --\(option)")
        }
        return try only([option], value)
    }

    /// Returns `value` if no option is given that does not go with the kind.
    private func only<T>(_ names: [String], _ value: T) throws -> T {
        let given = [
            ("into", into), ("for", wanted), ("in", place), ("minimum", minimum),
            ("maximum", maximum),
        ].filter { $0.1 != nil }.map(\.0)
        if let odd = given.first(where: { !names.contains($0) }) {
            throw ValidationError("--\(odd) does not go with \(kind.rawValue)")
        }
        return value
    }
}
