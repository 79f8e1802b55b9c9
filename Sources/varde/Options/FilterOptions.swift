// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Which credentials of the catalogue are considered.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which credentials to consider, such as \"language = en and credits <= 5\".",
            valueName: "selector"),
        transform: Self.selector)
    var `where`: Selector = .everything

    private static func selector(_ text: String) throws -> Selector {
        do { return try Selector(parsing: text) } catch let error as SelectorError {
            throw ValidationError("--where: \(error)")
        }
    }
}
