// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialFormats
import Foundation
import PathwayReports

/// What an export writes.
enum ExportForm: ExpressibleByArgument {
    /// A folder with a file for each table.
    case tables(TableText.Form)
    /// A SQLite database.
    case database
    /// The graph.
    case graph(GraphFormat)

    init?(argument: String) {
        if let form = TableText.Form(rawValue: argument) {
            self = .tables(form)
        } else if let format = GraphFormat(rawValue: argument) {
            self = .graph(format)
        } else if argument == "sqlite" {
            self = .database
        } else {
            return nil
        }
    }

    /// What the end of a path says; a folder of CSV where it says nothing.
    init(path: String) {
        let ending = URL(filePath: path).pathExtension
        if let format = GraphFormat(fileExtension: ending) {
            self = .graph(format)
        } else if ["sqlite", "sqlite3", "db"].contains(ending.lowercased()) {
            self = .database
        } else {
            self = .tables(.csv)
        }
    }
}

/// What a graph has beside its credentials.
struct GraphLayers: ExpressibleByArgument {
    let all: Set<GraphDrawing.Layer>

    init?(argument: String) {
        var all: Set<GraphDrawing.Layer> = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let layer = GraphDrawing.Layer(rawValue: String(word)) else { return nil }
            all.insert(layer)
        }
        self.all = all
    }
}
