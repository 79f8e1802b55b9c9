// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import Testing

/// The rows of a generated cohort, read back as anybody would.
struct SampleRows {
    /// One row of the awards.
    struct Award {
        let learner: String
        let credential: String
        let day: Int?
        let status: String
        let level: Int?
        let field: String
        let provider: String
        let kind: String

        var isEvent: Bool { status == "completed" && day != nil }
    }

    let tally: SampleTally
    let awards: [[Award]]
    let groups: [String]
    let bytes: [UInt8]

    init(_ sample: CohortSample) throws {
        var awardBytes: [UInt8] = []
        var groupBytes: [UInt8] = []
        tally = sample.write(groups: { groupBytes += $0 }) { awardBytes += $0 }
        bytes = awardBytes
        let rows = Self.rows(awardBytes)
        #expect(
            rows.first == [
                "learner", "credential", "date", "status", "credits", "scheme", "level", "field",
                "provider", "kind",
            ])
        var awards: [[Award]] = []
        for row in rows.dropFirst() {
            let award = try Self.award(row)
            if awards.last?.last?.learner == award.learner {
                awards[awards.count - 1].append(award)
            } else {
                awards.append([award])
            }
        }
        self.awards = awards
        groups = Self.rows(groupBytes).dropFirst().map { $0[1] }
    }

    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func award(_ cells: [String]) throws -> Award {
        try #require(cells.count == 10)
        return Award(
            learner: cells[0], credential: cells[1], day: CalendarDate(cells[2])?.dayNumber,
            status: cells[3], level: Int(cells[6]), field: cells[7], provider: cells[8],
            kind: cells[9])
    }
}
