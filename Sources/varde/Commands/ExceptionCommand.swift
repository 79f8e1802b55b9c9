// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `varde exception`: what was decided for one learner, against what a rule says.
struct ExceptionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exception",
        abstract: "Make, list or revoke exceptions from a rule for one learner.",
        discussion: """
            An exception is an entry of the catalogue's log: who decided it, why, when and until \
            when. It is revoked by another entry, and goes only when its learner is forgotten.

            Examples:

              varde exception add waive english --learner vidda-02 --rule TARGET \
            --who "study board" --why "schooled in English"
              varde exception list --learner vidda-02
              varde exception revoke x1 --who "study board" --why "entered twice"
            """,
        subcommands: [ExceptionAdd.self, ExceptionList.self, ExceptionRevoke.self])
}
