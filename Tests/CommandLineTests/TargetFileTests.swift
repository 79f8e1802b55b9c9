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

    @Test(
        arguments: [
            ("a,completion,root,,credits,many,ECTS,any\n", "draft.csv:2"),
            ("a,completion,root,,credential,,,nobody\n", "\"nobody\""),
            ("a,completion,root,,all,,,\nb,completion,root,,all,,,\n", "found: a, b"),
            ("a,admission,root,,all,,,\n", "found: none"),
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
