// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A text of several languages as one, for putting aside: each piece after its length in bytes.
enum PackedText {
    static func pack(_ text: LocalizedText) -> String {
        text.entries.reduce(into: "") { packed, entry in
            packed += "\(entry.language.utf8.count):\(entry.language)"
            packed += "\(entry.text.utf8.count):\(entry.text)"
        }
    }

    static func unpack(_ packed: String) -> LocalizedText {
        var rest = Substring(packed).utf8
        var entries: [LocalizedText.Entry] = []
        while let language = piece(&rest), let text = piece(&rest) {
            entries.append(LocalizedText.Entry(language: language, text: text))
        }
        return LocalizedText(entries)
    }

    private static func piece(_ rest: inout Substring.UTF8View) -> String? {
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            let length = Int(Substring(rest[..<colon]))
        else { return nil }
        let start = rest.index(after: colon)
        let end = rest.index(start, offsetBy: length)
        defer { rest = rest[end...] }
        return String(decoding: rest[start..<end], as: UTF8.self)
    }
}
