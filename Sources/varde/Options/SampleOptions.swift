// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Which learners of the catalogue are audited, and toward what.
struct SampleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Audit so many learners of the catalogue, drawn at random; all of them where a statistic \
            over audits is named without it.
            """, valueName: "n"))
    var sample: Int?

    @Option(help: ArgumentHelp("What the drawing begins with.", valueName: "number"))
    var seed: UInt64 = 0

    @Option(
        help: ArgumentHelp(
            "The qualification to audit toward; each learner's own unless given.",
            valueName: "credential"))
    var toward: String?

    func validate() throws {
        guard sample ?? 1 >= 1 else {
            throw ValidationError("--sample needs a number of at least 1")
        }
    }
}
