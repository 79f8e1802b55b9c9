// SPDX-License-Identifier: Apache-2.0

import Foundation
import StackingStatistics
import TestSupport
import Testing

/// Every statistic is explained where people look for it, in the words the tool uses.
///
/// `VARDE_WRITE_DOCS=1 swift test --filter StatisticDocumentationTests` writes the sections anew.
struct StatisticDocumentationTests {
    private static let file = ReferenceData.packageRoot.appending(
        path: "Sources/StackingStatistics/StackingStatistics.docc/DefinitionsOfStatistics.md")
    private static let heading = "## The statistics\n\n"

    @Test func `the article has each statistic's question, definition, source and tables`() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let start = try #require(text.range(of: Self.heading))
        let expected = text[..<start.upperBound] + Self.sections
        if text == expected { return }
        guard ProcessInfo.processInfo.environment["VARDE_WRITE_DOCS"] != nil else {
            Issue.record("the article is not that of the statistics; write it anew, as said above")
            return
        }
        try Data(expected.utf8).write(to: Self.file)
    }

    private static var sections: String {
        Statistics.all.map { statistic in
            let tables = statistic.contract.map { "`\($0.name)`" }.joined(separator: ", ")
            return """
                ### \(statistic.name)

                **\(statistic.question)**

                \(wrapped(statistic.definition))

                \(wrapped("Source: " + statistic.source))

                \(wrapped("Tables: " + tables))

                """
        }.joined(separator: "\n")
    }

    private static func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + word.count < 110 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
