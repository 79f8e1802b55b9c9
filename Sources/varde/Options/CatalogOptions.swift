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

    /// The path of the catalogue.
    ///
    /// - Throws: `Failure` where nothing says where it could be.
    func path() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let path = catalog ?? environment["VARDE_CATALOG"], !path.isEmpty { return path }
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
