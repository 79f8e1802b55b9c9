// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Which catalogue is meant.
struct CatalogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The catalogue; else $VARDE_CATALOG, else $XDG_DATA_HOME/varde/catalog.sqlite.",
            valueName: "path"))
    var catalog: String?

    /// The path that the command or the environment names; nil where the usual place is meant.
    var namedPath: String? {
        let named = catalog ?? ProcessInfo.processInfo.environment["VARDE_CATALOG"]
        return named.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The path of the catalogue.
    ///
    /// - Throws: `Failure` where nothing says where it could be.
    func path() throws -> String {
        if let namedPath { return namedPath }
        let environment = ProcessInfo.processInfo.environment
        // The XDG specification has relative paths ignored.
        if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") {
            return home + "/varde/catalog.sqlite"
        }
        if let home = environment["HOME"], !home.isEmpty {
            return home + "/.local/share/varde/catalog.sqlite"
        }
        throw Failure("there is no home folder to keep a catalogue in; name one with --catalog")
    }
}
