// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

/// What every member of the list must do.
@Suite struct FormatLawTests {
    @Test func `every format has a name of its own, a title and a summary`() {
        for format in Formats.all {
            #expect(format.name.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(!format.title.isEmpty)
            #expect(format.summary.count > 100)
            #expect(!format.summary.contains("\n"))
            #expect(Formats.named(format.name)?.name == format.name)
        }
        #expect(Set(Formats.all.map(\.name)).count == Formats.all.count)
        #expect(Formats.named("nothing") == nil)
    }

    @Test func `every format is documented`() throws {
        let url = ReferenceData.packageRoot.appending(
            path: "Sources/CredentialFormats/CredentialFormats.docc/CredentialFormats.md")
        let page = try String(contentsOf: url, encoding: .utf8)
        for format in Formats.all { #expect(page.contains("| `\(format.name)` |")) }
    }

    @Test func `every format has a sample, which it alone recognises`() {
        #expect(Set(Samples.all.map(\.format)) == Set(Formats.all.map(\.name)))
        for (name, text) in Samples.all {
            let opening = FileOpening(file: "a", bytes: text.utf8)
            #expect(Formats.all.filter { $0.recognizes(opening) }.map(\.name) == [name])
            let mark = FileOpening(file: "a", bytes: ("\u{FEFF}" + text).utf8)
            #expect(Formats.detect(mark)?.name == name)
        }
    }

    @Test func `no format recognises random bytes, nothing, or what is near`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(Formats.detect(FileOpening(file: "skills_en.csv", bytes: bytes)) == nil)
        }
        for text in [
            "", "\n", "{", "{}", "[]", "[{}]", "null", "id,name\n1,2", "a;b\n",
            "\"EuropeanDigitalCredential\"",
            "{\"type\": {\"OpenBadgeCredential\": 1}}", "{\"schema\": 1}", "<elmo/>",
            "PK\u{3}\u{4}",
        ] {
            #expect(Formats.detect(FileOpening(file: "a.json", bytes: text.utf8)) == nil, "\(text)")
        }
    }

    @Test func `where the chunks end makes no difference`() throws {
        var random = SeededGenerator(seed: 5)
        for (name, text) in Samples.all {
            let format = try #require(Formats.named(name))
            let whole = try Reading(text.utf8, as: format)
            #expect(!whole.records.isEmpty)
            for chunk in [1, 2, 3, 64] {
                #expect(try Reading(text.utf8, as: format, chunk: chunk).events == whole.events)
            }
            for _ in 0..<20 {
                let again = try Reading(text.utf8, as: format, chunk: 0, random: &random)
                #expect(again.events == whole.events)
            }
        }
    }

    @Test func `a wallet has awards, and all of them are of its learner`() throws {
        for (name, text) in Samples.all where Formats.named(name)?.isWallet ?? false {
            let read = try Reading(text, as: name)
            #expect(!read.learners.isEmpty)
            #expect(read.learners.allSatisfy { $0 == nil })
        }
    }

    @Test func `the bundled data is read without a rejection`() throws {
        let data = ReferenceData.packageRoot.appending(path: "Data")
        for folder in ["alliance", "wallets"] {
            let path = data.appending(path: folder).path
            for file in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                let bytes = try Data(contentsOf: data.appending(path: "\(folder)/\(file)"))
                let format = try #require(
                    Formats.detect(FileOpening(file: file, bytes: bytes)), "\(file)")
                let read = try Reading(bytes, as: format, file: file)
                #expect(!read.records.isEmpty, "\(file)")
                #expect(read.rejected.isEmpty, "\(file)")
            }
        }
    }

    @Test func `what is read makes a place in the file`() throws {
        for (name, text) in Samples.all {
            let read = try Reading(text, as: name, file: "f.x")
            for place in read.places {
                #expect(place.file == "f.x")
                #expect(place.line > 0 || place.pointer != nil)
            }
        }
    }

    @Test func `a learner's name, address or id is never yielded`() throws {
        for name in ["open-badges", "elm"] {
            let text = try #require(Samples.all.first { $0.format == name }?.text)
            let read = try Reading(text, as: name)
            for word in ["Ada", "Okafor", "home.example", "did:example:ada", "2001-02-03"] {
                #expect(!read.everything.contains(word), "\(name): \(word)")
            }
            #expect(read.codes.contains("personal-data"))
            #expect(read.learners.allSatisfy { $0 == nil })
        }
    }

    @Test(.enabled(if: ReferenceData.has("formats/elm")))
    func `no reference wallet yields its learner's name or address`() throws {
        for path in try Self.wallets() {
            let data = try Data(contentsOf: ReferenceData.url(path))
            guard Formats.detect(FileOpening(file: path, bytes: data)) != nil else { continue }
            let read = try Reading(reference: path)
            let text = read.everything
            for word in try Self.personal(data) {
                let isThere = text.ranges(of: word).contains { range in
                    let before = text[..<range.lowerBound].last
                    let after = text[range.upperBound...].first
                    return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
                }
                #expect(!isThere, "\(path): \(word)")
            }
        }
    }

    static func wallets() throws -> [String] {
        try ["elm", "ob3", "ob3-conformance", "nl-edubadges-microcredential", "dcc-fixtures-v2"]
            .flatMap { folder in
                try FileManager.default.contentsOfDirectory(
                    atPath: ReferenceData.url("formats/" + folder).path
                ).sorted().filter { $0.contains(".json") }.map { "formats/\(folder)/\($0)" }
            }
    }

    /// The names, addresses and numbers that the document's subject has, found independently.
    private static func personal(_ data: Data) throws -> Set<String> {
        var root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        if let payload = root["payload"] as? String {
            root =
                try JSONSerialization.jsonObject(with: Data(payload.utf8)) as? [String: Any] ?? [:]
        }
        root = root["credential"] as? [String: Any] ?? root
        let subject = root["credentialSubject"] as? [String: Any] ?? [:]
        var words: Set<String> = []
        func gather(_ value: Any) {
            switch value {
            case let text as String: words.insert(text.replacing("mailto:", with: ""))
            case let list as [Any]: list.forEach(gather)
            case let object as [String: Any]:
                for (key, value) in object where !["type", "id"].contains(key) { gather(value) }
                if let id = object["id"] as? String, id.hasPrefix("mailto:") { gather(id) }
            default: break
            }
        }
        for key in ["name", "givenName", "familyName", "fullName", "email"] {
            subject[key].map(gather)
        }
        for identifier in subject["identifier"] as? [[String: Any]] ?? [] {
            identifier["identityHash"].map(gather)
        }
        (subject["contactPoint"] as? [String: Any])?["emailAddress"].map(gather)
        return words.filter { $0.count > 2 }
    }
}
