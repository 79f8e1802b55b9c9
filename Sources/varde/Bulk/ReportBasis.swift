// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// Tells reports that were made from the same things from those that were not.
enum ReportBasis {
    /// Returns a hash of the catalogue's bytes, and of what is not merged into them yet.
    ///
    /// - Throws: `FileError`.
    static func fingerprint(ofCatalogue path: String) throws -> String {
        var hash = Fingerprint()
        for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
            var chunks = try FileChunks(file)
            while let chunk = try chunks.next() {
                chunk.withUnsafeBytes { bytes in
                    for start in stride(from: 0, to: bytes.count - 7, by: 8) {
                        hash.add(bytes.loadUnaligned(fromByteOffset: start, as: Int.self))
                    }
                    for byte in bytes.suffix(bytes.count % 8) { hash.add(Int(byte)) }
                }
            }
        }
        return hash.text
    }

    /// Returns a hash of a text.
    static func hash(_ text: String) -> String {
        var hash = Fingerprint()
        hash.add(text)
        return hash.text
    }

    /// Returns a hash of everything that reports are made from but the learner.
    static func text(
        _ catalogue: String, _ making: ReportMaking, _ terms: AuditTerms, _ targets: BulkTargets,
        _ form: OutputFormat, _ picture: LearnerReport.Picture, withExceptions: Bool
    ) -> String {
        var parts = [
            Disclosure.engineVersion, catalogue, form.rawValue, picture.rawValue,
            "\(making.style)", "\(terms)", "\(withExceptions)", "\(making.request.limit)",
            "\(making.request.filter)", making.request.weights.hash,
        ]
        parts += targets.all.map { "\($0.base)" }
        return hash(parts.joined(separator: "\u{0}"))
    }
}
