// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports
import Qualifications
import SkillsGraph
import TestSupport
import Testing

@Suite struct AuditReportTests {
    private func report(_ credentials: String...) throws -> Report {
        let graph = try SmallGraph.graph()
        let learner = try Learner(
            id: "ann", awards: credentials.map { Award(credential: $0, date: SmallGraph.day) })
        var disclosure = Disclosure(asOf: SmallGraph.day)
        disclosure.rules = [SmallGraph.rule]
        disclosure.decisionRestsWith = "the guild"
        return Report(
            audit: audit(learner, of: SmallGraph.rule, in: graph, asOf: SmallGraph.day),
            learner: "ann", in: graph, language: "en", disclosure: disclosure)
    }

    @Test func `a person reads the requirements as a tree`() throws {
        let text = try report("spinning").text(as: .table)
        #expect(
            text
                == """
                Textiles (textiles): ann does not meet it yet; 5 ECTS missing, 2 requirements open.
                Judged by textiles/completion.

                Requirement                                 Progress  Counted
                ──────────────────────────────────────  ────────────  ───────────────────
                [ ] Textiles                                  0 of 2
                    [ ] Ten credits                     5 of 10 ECTS  spinning@2026-11-23
                        [ ] “Weaving” or an equivalent        0 of 1
                    [ ] An award that teaches “dye”           0 of 1

                [x] met  [ ] not met  [~] not met, but would be when what is in progress completes  [?] cannot tell

                Counted:
                  spinning@2026-11-23: 5 ECTS in Ten credits (credits)

                As of 2026-11-23. This is advice; the guild decides.

                """)
    }

    @Test func `the document has the fields that others read`() throws {
        let document = try JSONDocument(try report("spinning", "spinning").text(as: .json))
        #expect(document["schema"]?.string == "varde/audit/1")
        #expect(document["target"]?.string == "textiles")
        #expect(document["status"]?.string == "notMet")
        #expect(document["remaining"]?["credits"]?.double == 5)
        #expect(document["remaining"]?["scheme"]?.string == "ECTS")
        let root = document["requirements"]?.elements.first
        #expect(root?["id"]?.string == "root")
        #expect(
            root?["requirements"]?.elements.compactMap { $0["id"]?.string } == [
                "credits", "colour",
            ])
        #expect(document["assignment"]?.elements.first?["award"]?.string == "spinning@2026-11-23")
        #expect(document["unused"]?.elements.first?["reason"]?.string == "duplicate")
        #expect(document["proved"] == .truth(true))
        #expect(document["bound"]?.double == 5)
        #expect(document["disclosure"]?["decisionRestsWith"]?.string == "the guild")
    }

    @Test func `a spreadsheet gets one row a requirement, under the one above it`() throws {
        let lines = try report("spinning", "weaving", "dyeing").text(as: .csv)
            .components(separatedBy: "\r\n")
        #expect(
            lines[0]
                == "id,parent,title,kind,status,needed,used,scheme,inProgress,pendingBy,evidence,unit"
        )
        #expect(lines[1].hasPrefix("root,,Textiles,all,met,2,2,,false,,"))
        #expect(lines[3].hasPrefix("core,credits,"))
        #expect(lines.count == 6)
    }
}
