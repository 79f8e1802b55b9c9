// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import Foundation
import SkillsGraph

/// A catalogue that a command can do without.
struct TitleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A catalogue that knows what the rules name; else $VARDE_CATALOG, else none.",
            valueName: "path"))
    var catalog: String?

    /// Returns what is in the catalogue; nil where none is named.
    ///
    /// - Throws: `CatalogError` and `GraphError`.
    func graph() throws -> Graph? {
        let named = catalog ?? ProcessInfo.processInfo.environment["VARDE_CATALOG"] ?? ""
        guard !named.isEmpty else { return nil }
        return try Catalog(reading: named).read { try Graph(try $0.parts()) }
    }
}
