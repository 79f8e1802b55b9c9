// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// What the learner wants to reach.
struct TargetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What to reach: a credential's id or title, occupation:URI, or skills:FILE.",
            valueName: "target"))
    var toward: String
}
