// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

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

    func validate() throws {
        if let learner, learner.isEmpty || learner.contains("@") {
            throw ValidationError(
                "\"\(learner)\" cannot be a learner's id: it must not be empty or hold an @; "
                    + "use a pseudonym")
        }
    }
}
