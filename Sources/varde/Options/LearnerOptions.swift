// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Whose awards are meant.
struct LearnerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A learner in the catalogue, or the pseudonym for a wallet.", valueName: "id"))
    var learner: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files or folders of credentials, read without being stored.", valueName: "path"))
    var wallet: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Credentials to be taken as held as well: what if?", valueName: "credential"))
    var held: [String] = []

    func validate() throws { try Self.check(learner) }

    /// Refuses an id that is no pseudonym.
    static func check(_ learner: String?) throws {
        guard let learner, learner.isEmpty || learner.contains("@") else { return }
        throw ValidationError("\(GraphError.notAPseudonym(learner))")
    }
}

extension Learner {
    /// The id of a wallet's learner where nobody names one.
    static let wallet = "wallet"
}
