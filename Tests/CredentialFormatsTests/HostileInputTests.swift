// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

/// Whatever the bytes, reading ends with records, notes or one `FormatError`.
@Suite struct HostileInputTests {
    /// Reads and returns whether it came to the end; anything but a `FormatError` is a failure.
    @discardableResult
    private func survives(_ bytes: [UInt8], as format: any Format) -> Bool {
        do {
            _ = try Reading(bytes, as: format, chunk: 4096)
            return true
        } catch {
            #expect(error is FormatError, "\(format.name): \(error)")
            if let error = error as? FormatError {
                #expect(!error.message.isEmpty && !error.code.isEmpty)
            }
            return false
        }
    }

    @Test func `samples with flipped bytes end well`() {
        var random = SeededGenerator(seed: 17)
        for (_, text) in Samples.all {
            for _ in 0..<oracleCases(debug: 400) {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                for format in Formats.all { survives(bytes, as: format) }
            }
        }
    }

    @Test func `samples cut off anywhere end well`() {
        for (name, text) in Samples.all {
            let bytes = Array(text.utf8)
            for end in stride(from: 0, to: bytes.count, by: 7) {
                guard let format = Formats.named(name) else { continue }
                survives(Array(bytes[..<end]), as: format)
            }
        }
    }

    @Test(.enabled(if: ReferenceData.has("formats/elm")))
    func `reference wallets cut off at every 997th byte end well`() throws {
        for path in try FormatLawTests.wallets() {
            let bytes = try [UInt8](Data(contentsOf: ReferenceData.url(path)))
            guard bytes.count < 120_000 || path.contains("signed"),
                let format = Formats.detect(FileOpening(file: path, bytes: bytes))
            else { continue }
            for end in stride(from: 0, to: min(bytes.count, 60_000), by: 997) {
                #expect(!survives(Array(bytes[..<end]), as: format) || end > bytes.count - 3)
            }
        }
    }

    @Test func `every format meets the worst files with an error of its own`() {
        let worst: [[UInt8]] = [
            [], [0], Array(repeating: 0, count: 100_000), Array(repeating: 0xFF, count: 100_000),
            Array(repeating: UInt8(ascii: "["), count: 200_000),
            Array(String(repeating: "{\"credentialSubject\":", count: 20_000).utf8),
            Array(repeating: UInt8(ascii: "\""), count: 100_001),
            Array(repeating: UInt8(ascii: ","), count: 300_000), Array("{}".utf8), Array("[]".utf8),
            Array("null".utf8), Array("{\"type\":[]}".utf8), Array("\u{FEFF}".utf8),
            Array("PK\u{3}\u{4}".utf8), Array(repeating: 0x0A, count: 100_000),
        ]
        for bytes in worst {
            for format in Formats.all { #expect(!survives(bytes, as: format), "\(format.name)") }
        }
    }

    @Test func `shared and circular parts of a credential are read once`() throws {
        var parts = ""
        for index in 0..<60 {
            let next = (0..<4).map { _ in "\"urn:epass:a:\(index + 1)\"" }.joined(separator: ",")
            parts +=
                "{\"id\":\"urn:epass:a:\(index)\",\"type\":\"LearningAchievement\","
                + "\"title\":{\"en\":\"A \(index)\"},\"hasPart\":[\(next),\"urn:epass:a:0\"]},"
        }
        let text =
            "{\"id\":\"urn:c\",\"type\":\"EuropeanDigitalCredential\",\"credentialSubject\":"
            + "{\"hasClaim\":[\(parts){\"id\":\"urn:epass:x\",\"type\":\"Other\"}]}}"
        let read = try Reading(text, as: "elm")
        #expect(read.awards.count == 60)
        #expect(read.relations.count < 400)
    }

    @Test func `a million ignored columns and keys are not said a million times`() throws {
        let keys = (0..<60_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let text = "{\"schema\":\"varde/catalogue/1\",\"outcomes\":[{\(keys)}]}"
        let read = try Reading(text, as: "varde-json")
        #expect(read.notes.count <= 10_002)
    }
}
