// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `varde rules`: what may be done with rules as files.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Work with rules as files.",
        discussion: """
            A rule file says what a qualification asks, in YAML or JSON; Varde's tables and \
            documents with requirements are taken too.

            Example:

              varde rules show certificate.yaml
            """,
        subcommands: [RulesLint.self, RulesShow.self, RulesImport.self])
}
