// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A rule file as a target, judged as if it were in force.
struct TargetFileTests {
    private static let header = "credential,use,id,parent,kind,minimum,unit,of\n"

    @Test func `a draft of another rule is judged in place of the catalogue's`() throws {
        let folder = Scratch()
        let draft = try folder.write(
            Self.header + "\(Sample.target),completion,root,,credits,3,ECTS,field = 0612\n",
            to: "draft.csv")
        let audit = try Sample.run(
            "audit", "--learner", Sample.learner, "--toward", draft, "--json")
        #expect(audit.code == 0, "\(audit.errors)")
        #expect(try JSONDocument(audit.output)["status"]?.string == "met")
        let stored = try Sample.run(
            "audit", "--learner", Sample.learner, "--toward", Sample.target, "--json")
        #expect(try JSONDocument(stored.output)["status"]?.string == "notMet")
    }

    @Test func `a rule of a credential that is not there yet is a target too`() throws {
        let folder = Scratch()
        let draft = try folder.write(
            Self.header + "new-certificate,completion,root,,credits,10,ECTS,tag = ai\n",
            to: "draft.csv")
        let run = try Sample.run(
            "recommend", "--learner", Sample.learner, "--toward", draft, "--json", "--top", "2")
        #expect(run.code == 0, "\(run.errors)")
        let answer = try JSONDocument(run.output)
        #expect(answer["counts"]?["returned"] == .number(2))
    }

    @Test func `of several rules in a file one is named, and of its versions one is taken`() throws
    {
        let folder = Scratch()
        let file = try folder.write(
            """
            schema: varde/rule/1
            rules:
              - {credential: first, requirement: {credits: 10}}
              - {credential: second, id: old, for-those-who-started: {before: 2024-08-01},
                 requirement: {credits: 5}}
              - {credential: second, id: new, for-those-who-started: {from: 2024-08-01},
                 requirement: {credits: 900}}
            """, to: "two.yaml")
        let run = try Sample.run("audit", "--learner", Sample.learner, "--toward", "\(file)#second")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.contains("2 versions"))
        let old = try Sample.run(
            "audit", "--learner", Sample.learner, "--toward", "\(file)#second", "--started",
            "2024-01-01", "--json")
        #expect(try JSONDocument(old.output)["status"]?.string == "met")
    }

    @Test(
        arguments: [
            ("a,completion,root,,credits,many,ECTS,any\n", "draft.csv:2"),
            ("a,completion,root,,credential,,,nobody\n", "\"nobody\""),
            (
                "a,completion,root,,all,,,\nb,completion,root,,all,,,\n",
                "the completion rules of a, b; name one"
            ),
            ("a,admission,root,,all,,,\n", "no completion rule"),
        ])
    func `a rule file that is wrong is an error that says where`(rows: String, says: String) throws
    {
        let folder = Scratch()
        let draft = try folder.write(Self.header + rows, to: "draft.csv")
        let run = try Sample.run("recommend", "--toward", draft)
        #expect(run.code == 1)
        #expect(run.errors.contains(says), "\(run.errors)")
    }
}
