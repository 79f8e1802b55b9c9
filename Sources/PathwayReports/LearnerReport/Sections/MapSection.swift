// SPDX-License-Identifier: Apache-2.0

/// The ways from what is held to the target.
enum MapSection: ReportSection {
    static let name = "map"
    static let title = ReportPhrase.mapTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] { [] }

    static func json(_ context: ReportContext) -> JSONValue { .null }

    static func drawing(_ context: ReportContext) -> Drawing { Drawing("", "") }
}
