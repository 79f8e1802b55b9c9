// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `varde learner`: who is in the catalogue.
struct LearnerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learner", abstract: "List, show or forget the learners in the catalogue.",
        discussion: """
            Learners are pseudonyms; no name, birth date or address is ever stored.

            Examples:

              varde learner list
              varde learner show vidda-02
              varde learner forget vidda-02
            """,
        subcommands: [LearnerList.self, LearnerShow.self, LearnerForget.self])
}
