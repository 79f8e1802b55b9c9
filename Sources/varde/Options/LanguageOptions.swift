// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The language that titles are shown in.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language to show titles in, where they have it.", valueName: "tag"))
    var language = "en"
}
