// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import StackingStatistics

/// What may be shown of few people.
struct PublishingOptions: ParsableArguments {
    @Flag(help: "Withhold small counts, and what would let them be found, for publication.")
    var publish = false

    @Option(
        help: ArgumentHelp(
            "The least count that is published, with --publish; 10 unless given.", valueName: "k"))
    var suppress: Int?

    func validate() throws {
        if suppress != nil, !publish { throw ValidationError("--suppress needs --publish") }
        guard suppress ?? 1 >= 1 else {
            throw ValidationError("--suppress needs a number of at least 1")
        }
    }

    /// What is withheld; nil where everything is shown.
    var suppression: Suppression? { publish ? Suppression(threshold: suppress ?? 10) : nil }
}
