// SPDX-License-Identifier: Apache-2.0

/// What a document says of its learner, so that it can be kept out of everything that is read.
///
/// Issuers write a learner's name into descriptions ("Ada Okafor has completed …"). The names,
/// addresses and numbers the document gives for its subject are replaced by an ellipsis wherever
/// they stand as whole words, and then forgotten with the reader.
struct PersonalData {
    /// The members of a subject that say who it is.
    static let members: Set<String> = [
        "name", "givenName", "familyName", "fullName", "additionalName", "patronymicName",
        "birthName", "email", "phone", "sourcedId", "studentId",
        "identityHash", "nationalID", "identifier", "contactPoint", "address", "dateOfBirth",
        "birthDate", "placeOfBirth", "notation", "emailAddress", "noteLiteral", "fullAddress",
        "streetAddress", "licenseNumber",
    ]
    private static let mostWords = 200

    /// The texts to keep out, the longest first.
    private(set) var words: [String] = []
    /// The same as bytes, by their first byte.
    private var byFirst: [UInt8: [[UInt8]]] = [:]

    /// Creates the personal data of a document's subject.
    init(subject: JSONNode) {
        for member in subject.value.members where Self.members.contains(member.key) {
            gather(member.value)
        }
        words = Array(Set(words)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        for word in words.map({ Array($0.utf8) }) { byFirst[word[0], default: []].append(word) }
    }

    /// Returns `text` with every personal word replaced, or nil if it holds none.
    ///
    /// - Complexity: O(*n*) in the length of the text, for a few words.
    func redacted(_ text: String) -> String? {
        guard !words.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard let length = length(at: index, in: bytes) else {
                index += 1
                continue
            }
            kept += bytes[start..<index]
            kept += Array("…".utf8)
            index += length
            start = index
        }
        guard start > 0 else { return nil }
        return String(decoding: kept + bytes[start...], as: UTF8.self)
    }

    /// Returns the length of the personal word that stands at `index` as a whole word.
    private func length(at index: Int, in bytes: [UInt8]) -> Int? {
        byFirst[bytes[index]]?.first { word in
            let end = index + word.count
            return end <= bytes.count && bytes[index..<end].elementsEqual(word)
                && !Self.isWord(
                    String(decoding: bytes[max(0, index - 4)..<index], as: UTF8.self).last)
                && !Self.isWord(
                    String(decoding: bytes[end..<min(bytes.count, end + 4)], as: UTF8.self).first)
        }?.count
    }

    private static func isWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }

    private mutating func gather(_ value: JSONValue) {
        switch value.content {
        case .text(let text):
            let text = text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
            if 2...200 ~= text.count, words.count < Self.mostWords { words.append(text) }
        case .list(let elements): for element in elements { gather(element) }
        case .object(let members):
            for member in members where isPersonal(member.key) { gather(member.value) }
        case .null, .truth, .number: break
        }
    }

    /// A language's wording, an address's id and the like; not types, schemes and labels.
    private func isPersonal(_ key: String) -> Bool {
        Self.members.contains(key) || key.count <= 3 || key.contains("-") || key == "@value"
    }
}
