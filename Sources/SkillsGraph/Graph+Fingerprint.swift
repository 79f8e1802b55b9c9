// SPDX-License-Identifier: Apache-2.0

extension Graph {
    /// A hash of all that a skill space is made from: skills, labels, occupations and relations.
    ///
    /// Two graphs with the same skills have the same fingerprint on every machine, whatever their
    /// credentials; it tells stale derived data, and is no proof against forgery.
    public func skillFingerprint() -> String {
        var hash = Fingerprint()
        for skill in skills {
            hash.add(skill.uri)
            for entry in skill.label.entries { hash.add(entry.text) }
            for entry in skill.alternatives { hash.add(entry.text) }
        }
        for occupation in occupations { hash.add(occupation.uri) }
        for link in skillLinks + occupationLinks {
            hash.add(link.from)
            hash.add(link.kind.rawValue)
            hash.add(link.to)
        }
        return hash.text
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
