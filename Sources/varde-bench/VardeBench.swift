// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The command-line tool: arguments, files, environment, clock and terminal are met only here.
@main
struct VardeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "varde-bench", abstract: "Which small credential to take next, and why.")
}
