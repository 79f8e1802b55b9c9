// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph
import VectorScoring

/// `varde doctor`: whether all is well.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the catalogue and the machine.",
        discussion: """
            Checks the catalogue's integrity, versions and derived data, and says which BLAS \
            library is in use. Exits with 1 if something is bad.

            Example:

              varde doctor
            """)

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let path = try catalog.path()
        var checkup = Checkup()
        checkup.note("varde", .good, Disclosure.engineVersion)
        checkup.note("BLAS", .good, BLAS.library ?? "in use, place not known")
        do {
            try Catalog(reading: path).read { try checkup.examine($0, path: path) }
        } catch let error as CatalogError {
            checkup.note("catalogue", .bad, error.description)
        }
        try output.write(checkup.report)
        if checkup.isBad { throw ExitCode.failure }
    }
}
