// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde learner list`: the pseudonyms, and how many awards each has.
struct LearnerList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the learners in the catalogue.",
        discussion: """
            Example:

              varde learner list --format csv
            """)

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let learners = try Catalog(reading: try catalog.path()).read { try $0.learners() }
        let table = Table(
            title: "Learners",
            columns: [
                .init("learner", title: "Learner"),
                .init("awards", title: "Awards", kind: .integer),
                .init("lastDate", title: "Latest award"),
            ],
            rows: learners.map { [.text($0.id), .integer($0.awards), Table.Cell($0.lastDate)] })
        var report = Report("learners", table, disclosure: Disclosure())
        if learners.isEmpty { report.above = ["There are no learners in the catalogue."] }
        try output.write(report)
    }
}
