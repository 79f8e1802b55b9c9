// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct VerifyTests {
    private let folder = Scratch()

    /// Audits the sample's learner, with a proof; returns its path.
    private func proof(_ arguments: String...) throws -> String {
        let path = folder.path("proof.json")
        let run = try Sample.run(["audit", "--proof", path] + Sample.question + arguments)
        #expect(run.code == 0, "\(run.errors)")
        return path
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func `a proof is the same on every run, and confirmed`() throws {
        let path = try proof()
        let first = try text(path)
        let run = try Tool.run("verify", path)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("confirmed. vidda-02 does not meet \(Sample.target)"))
        _ = try proof()
        #expect(try text(path) == first)
    }

    @Test func `what is met is proved too`() throws {
        let path = folder.path("met.json")
        let run = try Sample.run([
            "audit", "--admission", "--toward", "mar-health-analytics", "--proof", path,
        ])
        #expect(run.code == 0, "\(run.errors)")
        let checked = try Tool.run("verify", path, "--json")
        #expect(checked.code == 0)
        let found = try checked.json()["proofs"]?.elements.first
        #expect(found?["result"]?.string == "confirmed")
        let audit = try Sample.run([
            "audit", "--admission", "--toward", "mar-health-analytics", "--json",
        ]).json()
        #expect(found?["claim"]?["status"] == audit["status"])
    }

    @Test func `a proof that was changed is refuted, with the place`() throws {
        let path = try proof()
        let original = try text(path)
        for (old, new, place) in [
            (#""status" : "notMet""#, #""status" : "cannotTell""#, "/evidence/certain"),
            (#""weight" : "#, #""weight" : -"#, "/evidence/assuming/notMet/refutation"),
            (#""version" : "2025-2""#, #""version" : "2031-1""#, "/claim/version"),
            (#""count" : 3"#, #""count" : 0"#, "/claim/remaining"),
        ] {
            let changed = original.replacingFirst(old, with: new)
            #expect(changed != original)
            let run = try Tool.run("verify", try folder.write(changed, to: "changed.json"))
            #expect(run.code == 2, "\(old)")
            #expect(run.output.contains("refuted at \(place)"), "\(run.output)")
        }
    }

    @Test func `what is no proof is refused, with the place, and the others are checked`() throws {
        let good = try proof()
        let original = try text(good)
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for (content, words) in [
            ("", "the file is empty"), ("{\"schema\": \"varde/proof/1\",\n  oops", ":"),
            ("{}", "\"schema\" is missing"), ("{\"schema\": \"varde/audit/1\"}", "/schema"),
            (deep, "deep"), ("{\"schema\": \"varde/proof/1\", \"claim\": \(deep)}", "deep"),
            (original.replacingFirst("\"award\" : ", with: "\"a\" : "), "/evidence"),
            (original.replacingFirst("\"ECTS\"", with: "7"), "/scheme"),
            (original.replacingFirst("\"vidda-02\"", with: "1e999"), "/claim/learner"),
        ] where content != original {
            let bad = try folder.write(content, to: "bad.json")
            let run = try Tool.run("verify", bad, good)
            #expect(run.code == 1)
            #expect(run.errors.hasPrefix("varde: \(bad): cannot be checked"), "\(run.errors)")
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(run.output.contains("confirmed"))
        }
    }

    @Test func `a file that is not there, a folder and one too long are refused`() throws {
        let long = try folder.write("[", to: "long.json")
        let file = try FileHandle(forWritingTo: URL(filePath: long))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        for path in [folder.path("missing.json"), folder.url.path, long] {
            let run = try Tool.run("verify", path)
            #expect(run.code == 1)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("varde: \(path): cannot be checked: "), "\(run.errors)")
        }
    }

    @Test func `a proof goes to a file, and a reason into the audit`() throws {
        let refused = try Sample.run(["audit", "--proof", "-"] + Sample.question)
        #expect(refused.code == 64)
        let explained = try Sample.run(["audit", "--explain", "--json"] + Sample.question).json()
        #expect(explained["reason"]?["requirements"]?.elements.isEmpty == false)
        #expect(explained["reason"]?["text"]?.string?.hasSuffix(".") == true)
        let plain = try Sample.run(["audit", "--json"] + Sample.question).json()
        #expect(plain["reason"] == .null)
    }
}

extension String {
    /// The text with the first occurrence of `old` replaced.
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = range(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }
}
