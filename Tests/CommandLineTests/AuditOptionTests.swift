// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What the options of `varde audit` change.
@Suite struct AuditOptionTests {
    private func audit(_ more: String..., learner: String = "ann") throws -> JSONDocument {
        let run = try Tool.run(
            ["audit", "--learner", learner, "--toward", "diploma", "--json", "--as-of"]
                + ["2026-11-15", "--catalog", StackSample.catalog] + more)
        #expect(run.code == 0, "\(run.errors)")
        return try run.json()
    }

    @Test func `a person reads the tree with its marks, and below it what counts where`() throws {
        let run = try StackSample.run(
            "audit", "--learner", "ann", "--toward", "diploma", "--started", "2025-09-01")
        #expect(
            run.output == """
                Diploma in Systems (diploma): ann does not meet it yet; 25 ECTS missing, 3 requirements open.
                Judged by diploma-2025, version 2025; recognition: declared.

                Requirement                                    Progress  Counted
                ────────────────────────────────────────  ─────────────  ───────────────────────────────────────
                [ ] Diploma in Systems                           0 of 3
                    [~] Courses                           10 of 20 ECTS  devices@2025-01-10, networks@2025-02-10
                        [~] Level 7                        0 of 10 ECTS
                        [~] Core                            0 of 5 ECTS
                    [ ] Certificate in Security                  0 of 1
                    [?] Interview (pending: study board)         0 of 1

                [x] met  [ ] not met  [~] not met, but would be when what is in progress completes  [?] cannot tell

                Counted:
                  devices@2025-01-10: 5 ECTS in Courses (courses)
                  networks@2025-02-10: 5 ECTS in Courses (courses)

                Not counted:
                  cloud@2025-04-10: The rule does not recognise credits of its provider.
                  defence@2025-03-10: Its provider is recognised provisionally; somebody must confirm it.
                  operations@2025-02-10: No requirement takes it.
                  thesis@2026-09-01: It is in progress.

                On the way:
                  Certificate in Operations (operations): held
                  Certificate in Security (security): reached; apply for it

                Automatic: Certificate in Operations (operations@2025-02-10) held by its rule, resting on devices@2025-01-10, networks@2025-02-10.

                As of 2026-11-15. This is advice; study board decides.

                """)
    }

    @Test func `what is in progress or planned counts only where that is supposed, and is marked`()
        throws
    {
        let plain = try audit()
        // The certificate that is asked for by name is as large as 15 ECTS.
        #expect(plain["remaining"]?["credits"]?.double == 25)
        #expect(plain["terms"]?["supposing"]?.string == "nothing")
        let supposed = try audit("--in-progress")
        #expect(supposed["remaining"]?["credits"]?.double == 15)
        let thesis = supposed["assignment"]?.elements.first {
            $0["award"]?.string == "thesis@2026-09-01"
        }
        #expect(thesis?["progress"]?.string == "in-progress")
        #expect(thesis?["unit"]?.string == "ECTS")
        #expect(try audit("--planned")["terms"]?["supposing"]?.string == "planned")
    }

    @Test func `readings of who is recognised stand side by side`() throws {
        let made = try audit("--recognition", "everyone,declared,accord:treaty,own")
        let sides = made["comparison"]?.elements ?? []
        #expect(
            sides.compactMap { $0["recognition"]?.string } == [
                "everyone", "declared", "accord:treaty", "own",
            ])
        #expect(sides.compactMap { $0["remaining"]?["credits"]?.double } == [15, 25, 25, 25])
        #expect(sides[0]["notRecognised"]?.elements.isEmpty == true)
        #expect(sides[1]["notRecognised"]?.elements.count == 2)
        #expect(made["status"] == sides[0]["status"])
        #expect(made["terms"]?["recognition"]?.string == "everyone")
        let provisional = made["assignment"]?.elements.filter {
            $0["provisional"] == .truth(true)
        }
        #expect(provisional?.compactMap { $0["award"]?.string } == ["defence@2025-03-10"])
        #expect(try audit("--recognition", "own")["comparison"]?.elements.isEmpty == true)
        let text = try StackSample.run(
            "audit", "--learner", "ann", "--toward", "diploma", "--recognition", "own,everyone")
        #expect(text.output.contains("By who is recognised:\n  own: not met; 25 ECTS missing"))
    }

    @Test func `a pin is kept, alternatives differ, and both are in the document`() throws {
        let pinned = try audit("--pin", "networks=core", "--alternatives", "5")
        func place(_ award: String, _ list: JSONDocument?) -> String? {
            list?.elements.first { $0["award"]?.string == award }?["requirement"]?.string
        }
        #expect(place("networks@2025-02-10", pinned["assignment"]) == "core")
        let others = pinned["alternatives"]?.elements ?? []
        #expect(others.allSatisfy { place("networks@2025-02-10", $0) == "core" })
        #expect(Set(others).count == others.count)
        #expect(!others.contains(pinned["assignment"] ?? .null))
        #expect(pinned["terms"]?["pins"]?["networks@2025-02-10"]?.string == "core")
        let free = try audit("--alternatives", "5")
        #expect(free["alternatives"]?.elements.isEmpty == false)
        let text = try StackSample.run(
            "audit", "--learner", "ann", "--toward", "diploma", "--alternatives", "1")
        #expect(text.output.contains("Other ways that leave as little:\n  1. "))
    }

    @Test(arguments: [
        ("devises=core", "\"devices\""), ("devices=coree", "\"core\""),
        ("devices=diploma", "takes no awards"), ("zzzzzz=core", "an audit lists all"),
    ])
    func `a pin to what is not there is answered with the nearest`(
        pin: String, says: String
    ) throws {
        let run = try StackSample.run(
            "audit", "--learner", "ann", "--toward", "diploma", "--pin", pin)
        #expect(run.code == 1)
        #expect(run.errors.contains(says), "\(run.errors)")
    }

    @Test func `an accord that the rule does not name is refused, naming those it does`() throws {
        let run = try StackSample.run(
            "audit", "--learner", "ann", "--toward", "diploma", "--recognition", "accord:treat")
        #expect(run.code == 1)
        #expect(run.errors.contains("it names \"treaty\""))
    }

    @Test func `the version is for the learner's start, said or known`() throws {
        let unknown = try audit()
        #expect(unknown["rule"]?["id"]?.string == "diploma-2025")
        #expect(
            unknown["warnings"]?.elements.compactMap { $0["code"]?.string } == ["start-unknown"])
        let said = try audit("--started", "2024-09-01")
        #expect(said["rule"]?["id"]?.string == "diploma-2024")
        #expect(said["rule"]?["version"]?.string == "2024")
        #expect(said["terms"]?["started"]?.string == "2024-09-01")
        #expect(said["status"]?.string == "met")
        #expect(said["warnings"]?.elements.isEmpty == true)
        let known = try audit(learner: "cy")
        #expect(known["rule"]?["id"]?.string == "diploma-2024")
        #expect(known["warnings"]?.elements.isEmpty == true)
    }

    @Test func `other commands judge by the same terms`() throws {
        let run = try StackSample.run(
            "recommend", "--learner", "ann", "--toward", "diploma", "--started", "2024-09-01",
            "--json")
        #expect(try run.json()["gap"]?["closed"] == .truth(true))
        let plain = try StackSample.run(
            "recommend", "--learner", "ann", "--toward", "diploma", "--json")
        #expect(try plain.json()["gap"]?["closed"] == .truth(false))
        let everyone = try StackSample.run(
            "why-not", "security", "--learner", "ann", "--toward", "diploma", "--recognition",
            "everyone", "--json")
        #expect(everyone.code == 0, "\(everyone.errors)")
        let several = try StackSample.run(
            "recommend", "--learner", "ann", "--toward", "diploma", "--recognition", "own,everyone"
        )
        #expect(several.code == 64)
    }

    @Test func `what is not known is named, with what would settle it`() throws {
        let folder = Scratch()
        let rule = try folder.write(
            """
            schema: varde/rule/1
            credential: diploma
            scales: {S: {grades: [{C: 2}, {B: 3}, {A: 4}]}}
            requirement:
              id: courses
              title: Courses
              credits: 15
              from: kind = course
              with: [{id: mean, mean: 3, scale: S}]
            """, to: "draft.yaml")
        let run = try StackSample.run("audit", "--learner", "ann", "--toward", rule, "--json")
        let made = try run.json()
        #expect(made["status"]?.string == "met")
        let less = try StackSample.run(
            "audit", "--learner", "bea", "--held", "defence", "--toward", rule, "--json",
            asOf: "2026-01-01")
        let unsettled = try less.json()["unsettled"]?.elements ?? []
        #expect(try less.json()["status"]?.string == "cannotTell")
        #expect(unsettled.compactMap { $0["fact"]?.string } == ["grade"])
        let text = try StackSample.run(
            "audit", "--learner", "bea", "--held", "defence", "--toward", rule, asOf: "2026-01-01")
        #expect(
            text.output.contains(
                "What would settle it:\n  Courses (courses): the grade of defence@2026-01-01\n"))
    }
}
