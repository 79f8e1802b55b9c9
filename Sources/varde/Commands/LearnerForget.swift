// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog

/// `varde learner forget`: a learner leaves no trace.
struct LearnerForget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove a learner; no byte of the id is left in the file.",
        discussion: """
            The awards, the exceptions and the id go, the file is written anew, and the log keeps only that \
            somebody was forgotten.

            Example:

              varde learner forget vidda-02
            """)

    @Argument(help: "The learner's id.")
    var id: String

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func run() throws {
        let path = try catalog.path()
        // Opening for writing would make a catalogue where there is none.
        let near = try Catalog(reading: path).read { try $0.learners(near: id) }
        guard try Catalog(writing: path).forget(learner: id, date.stamp) else {
            throw Failure.unknown("learner", id, nearest: near)
        }
        if !quiet { Console.say("varde: \(id) is forgotten") }
    }
}
