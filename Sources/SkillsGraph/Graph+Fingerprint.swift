// SPDX-License-Identifier: Apache-2.0

extension Graph {
    /// A hash of all that a skill space is made from: skills, labels, occupations and relations.
    ///
    /// Two graphs with the same skills, occupations and relations in the same order have the same
    /// fingerprint on every machine, whatever their credentials: positions are a part of what a
    /// space is made from, so order counts. It tells stale derived data, and is no proof against
    /// forgery.
    public func skillFingerprint() -> String {
        var hash = Fingerprint()
        hash.add(skills.count)
        for skill in skills {
            hash.add(skill.uri)
            hash.add(skill.kind.rawValue)
            hash.add(skill.label.entries)
            hash.add(skill.alternatives)
        }
        hash.add(occupations.count)
        for occupation in occupations { hash.add(occupation.uri) }
        for links in [skillLinks, occupationLinks, occupationGroups] { hash.add(links) }
        return hash.text
    }
}

extension Fingerprint {
    fileprivate mutating func add(_ entries: [LocalizedText.Entry]) {
        add(entries.count)
        for entry in entries {
            add(entry.language)
            add(entry.text)
        }
    }

    fileprivate mutating func add(_ links: [GraphParts.Link]) {
        add(links.count)
        for link in links {
            add(link.from)
            add(link.kind.rawValue)
            add(link.to)
        }
    }
}

/// A running 64-bit hash (FNV-1a, Fowler, Noll and Vo, eight bytes a step), the same on every run.
public struct Fingerprint: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Creates the hash of nothing.
    public init() {}

    /// Adds a number.
    public mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

    /// Adds a text, and that it ended here.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                var word: UInt64 = 0
                for offset in 0..<min(8, bytes.count - start) {
                    word |= UInt64(bytes[start + offset]) << UInt64(8 * offset)
                }
                mix(word)
                start += 8
            }
        }
        mix(UInt64(text.utf8.count))
    }

    /// The hash as sixteen hexadecimal digits.
    public var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state ^= state >> 29
    }
}
