// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Qualifications

extension ProofFile {
    /// Returns the text of the file, `varde/proof/1`: the same on every run.
    ///
    /// - Parameter disclosure: what the answer rests on.
    /// - Returns: JSON with sorted keys.
    /// - Throws: `EncodingError` for a number that JSON cannot hold, which no checked graph has.
    public func text(_ disclosure: Disclosure) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let page = ProofPage(file: self, disclosure: disclosure.json)
        return String(decoding: try encoder.encode(page), as: UTF8.self) + "\n"
    }
}

/// A proof's file with the disclosure block beside the rest.
private struct ProofPage: Encodable {
    let file: ProofFile
    let disclosure: JSONValue

    private enum Field: String, CodingKey { case disclosure }

    func encode(to encoder: any Encoder) throws {
        try file.encode(to: encoder)
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(disclosure, forKey: .disclosure)
    }
}
