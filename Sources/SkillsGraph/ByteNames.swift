// SPDX-License-Identifier: Apache-2.0

/// Numbers for strings of bytes, in the order in which they first appear.
///
/// The bytes stand in one array and are found by open addressing (linear probing), so that no name
/// is an allocation of its own. The hash folds 128-bit products, after Wang Yi's wyhash, from a
/// seed that nobody who writes a file can know; no output depends on it.
public struct ByteNames: Sendable {
    private static let factor: UInt64 = 0xA076_1D64_78BD_642F
    private static let seed = UInt64.random(in: 1...(.max))

    private var bytes: [UInt8] = []
    private var starts = [0]
    private var hashes: [UInt32] = []
    /// One more than the number of a name; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 16)

    /// Creates a list without names.
    public init() {}

    /// How many names there are.
    public var count: Int { hashes.count }

    /// Returns a name as text.
    public func text(_ number: Int) -> String {
        String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
    }

    /// Returns whether the name with this number is `name`.
    public func isName(_ number: Int, _ name: UnsafeRawBufferPointer) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == name.count else { return false }
        return bytes.withUnsafeBytes { Self.areEqual($0, start, name) }
    }

    /// Returns the number of a name with this hash; nil where it is new.
    public func find(_ name: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
        let mask = slots.count - 1
        let short = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == short, isName(number, name) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Gives a new name with this hash the next number, and returns it.
    public mutating func add(_ name: UnsafeRawBufferPointer, hash: UInt64) -> Int {
        bytes.append(contentsOf: name)
        starts.append(bytes.count)
        hashes.append(UInt32(truncatingIfNeeded: hash >> 32))
        if count * 2 > slots.count { grow() } else { place(count - 1, hash) }
        return count - 1
    }

    /// Returns the number of a name, a new one where it is new.
    public mutating func number(of name: UnsafeRawBufferPointer) -> Int {
        let hash = Self.hash(name)
        return find(name, hash: hash) ?? add(name, hash: hash)
    }

    /// Returns the number of a name, a new one where it is new.
    public mutating func number(of name: String) -> Int {
        var name = name
        return name.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
    }

    /// Returns the number of a name; nil where it is new.
    public func find(_ name: String) -> Int? {
        var name = name
        return name.withUTF8 {
            let bytes = UnsafeRawBufferPointer($0)
            return find(bytes, hash: Self.hash(bytes))
        }
    }

    /// Returns the number in this of each name of `others`, which it takes over where they are new.
    public mutating func numbers(of others: ByteNames) -> [UInt32] {
        (0..<others.count).map { number in
            others.bytes.withUnsafeBytes { bytes in
                let range = others.starts[number]..<others.starts[number + 1]
                return UInt32(self.number(of: UnsafeRawBufferPointer(rebasing: bytes[range])))
            }
        }
    }

    /// Returns the hash of a name.
    public static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
        var hash = seed ^ UInt64(name.count)
        var offset = 0
        while offset + 8 <= name.count {
            hash = fold(hash ^ name.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < name.count {
            rest = rest << 8 | UInt64(name[offset])
            offset += 1
        }
        return fold(fold(hash ^ rest) ^ seed)
    }

    private static func fold(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }

    private static func areEqual(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ name: UnsafeRawBufferPointer
    ) -> Bool {
        var offset = 0
        while offset + 8 <= name.count {
            guard
                bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
                    == name.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset += 8
        }
        while offset < name.count {
            guard bytes[start + offset] == name[offset] else { return false }
            offset += 1
        }
        return true
    }

    private mutating func place(_ number: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        bytes.withUnsafeBytes { bytes in
            for number in 0..<count {
                let range = starts[number]..<starts[number + 1]
                place(number, Self.hash(UnsafeRawBufferPointer(rebasing: bytes[range])))
            }
        }
    }
}
