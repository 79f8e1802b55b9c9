// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct WalletTests {
    @Test(arguments: ["Data/wallets/open-badge.json", "Data/wallets/europass.json"])
    func `a bundled wallet is read, matched and counted, and not stored`(path: String) throws {
        let before = try Data(contentsOf: URL(filePath: Sample.catalog))
        let run = try Sample.run("audit", "--wallet", path, "--toward", Sample.target, "--json")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.contains("varde: wallet: 4 awards"))
        #expect(run.errors.contains("matched by URI"))
        #expect(try run.json()["learner"]?.string == "wallet")
        #expect(try Data(contentsOf: URL(filePath: Sample.catalog)) == before)
    }

    @Test func `a wallet may have a pseudonym, and be imported under it`() throws {
        let folder = Scratch()
        let catalog = folder.path("c.sqlite")
        #expect(
            try Tool.run(
                "import", "Data/wallets/open-badge.json", "--learner", "somebody", "--catalog",
                catalog
            ).code == 0)
        let learners = try Tool.run("learner", "list", "--format", "csv", "--catalog", catalog)
        #expect(learners.output.contains("somebody,4"))
        #expect(try Tool.run("learner", "forget", "somebody", "--catalog", catalog).code == 0)
        let bytes = try Data(contentsOf: URL(filePath: catalog))
        #expect(bytes.range(of: Data("somebody".utf8)) == nil)
        #expect(try Tool.run("learner", "forget", "somebody", "--catalog", catalog).code == 1)
    }

    @Test(arguments: [
        ("Data/wallets/open-badge.json", "val-certificate-challenge-innovation"),
        ("Data/wallets/europass.json", "lin-certificate-urban-energy"),
    ])
    func `an imported wallet counts for as much as one that is only read`(
        wallet: String, target: String
    ) throws {
        let folder = Scratch()
        let catalog = folder.path("c.sqlite")
        let imported = try Tool.run(
            "import", "Data/alliance", wallet, "--learner", "somebody", "--catalog", catalog)
        #expect(imported.output.contains("3 adjusted: known-credential"))
        let arguments = ["audit", "--toward", target, "--catalog", catalog, "--json"]
        let stored = try Tool.run(arguments + ["--learner", "somebody"]).json()
        let read = try Tool.run(arguments + ["--wallet", wallet]).json()
        #expect(stored["assignment"]?.elements.count == 3)
        #expect(stored["assignment"] == read["assignment"])
        #expect(stored["requirements"] == read["requirements"])
        let again = try Tool.run("import", wallet, "--learner", "somebody", "--catalog", catalog)
        #expect(again.output.contains("Nothing changed"))
    }

    @Test func `a wallet's credential is from the provider that the catalogue names`() throws {
        let run = try Sample.run(
            "audit", "--wallet", "Data/wallets/europass.json", "--toward",
            "lin-certificate-urban-energy")
        let line = run.output.split(separator: "\n").first { $0.contains("from Lindenfurt") }
        #expect(line?.contains("12 of 9 ECTS") == true)
    }

    @Test func `a file with several learners needs a choice`() throws {
        let arguments = [
            "audit", "--toward", Sample.target, "--wallet", "Data/alliance/awards.csv",
        ]
        let run = try Sample.run(arguments)
        #expect(run.code == 1)
        #expect(run.errors.contains("choose one with --learner"))
        #expect(try Sample.run(arguments + ["--learner", "vidda-02"]).code == 0)
    }

    @Test(arguments: [
        "formats/ob3-conformance/complete_v1.json", "formats/nl-edubadges-microcredential",
        "formats/elm/Sample-MC-Annex1-unsigned.jsonld",
    ])
    func `real wallets are understood, and hold no personal data afterwards`(path: String) throws {
        guard ReferenceData.has(path) else { return }
        let run = try Tool.run("inspect", ReferenceData.url(path).path, "--json", "--top", "1000")
        #expect(run.code == 0, "\(run.errors)")
        let files = try run.json()["files"]?.elements ?? []
        let awards = files.compactMap { $0["records"]?["awards"]?.double }.reduce(0, +)
        #expect(awards > 0)
        let records = try run.json()["records"]?.elements ?? []
        for text in records.compactMap({ $0["detail"]?.string }) { #expect(!text.contains("@")) }
    }
}
