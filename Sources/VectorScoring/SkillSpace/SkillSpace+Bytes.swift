// SPDX-License-Identifier: Apache-2.0

extension SkillSpace {
    static let longestFingerprint = 4096
    private static let magic: [UInt8] = Array("VRDSPAC1".utf8)

    /// The exact byte form: the same space gives the same bytes, on any machine.
    ///
    /// Little-endian: `VRDSPAC1`, skills, dimension and the fingerprint's length as 32-bit
    /// integers, the fingerprint in UTF-8, then the vectors row after row as 32-bit floats.
    public var bytes: [UInt8] {
        var result = Self.magic
        let text = Array(fingerprint.utf8)
        let header = [skills, dimension, text.count].map { UInt32($0).littleEndian }
        result.reserveCapacity(magicAndHeader + text.count + vectors.values.count * 4)
        unsafe header.withUnsafeBytes { unsafe result.append(contentsOf: $0) }
        result += text
        let elements = vectors.values.map { $0.bitPattern.littleEndian }
        unsafe elements.withUnsafeBytes { unsafe result.append(contentsOf: $0) }
        return result
    }

    /// Reads a space from its byte form.
    ///
    /// - Throws: `ScoringDataError` where the bytes are not exactly those of a space: another
    ///   version, another length, or a vector that is neither of unit length nor zero.
    public init(bytes: some Collection<UInt8>) throws {
        var reader = ByteReader(bytes: Array(bytes))
        guard try reader.take(Self.magic.count).elementsEqual(Self.magic) else {
            throw ScoringDataError.malformedSkillSpace("it does not begin with VRDSPAC1")
        }
        let skills = try reader.integer()
        let dimension = try reader.integer()
        let length = try reader.integer()
        guard dimension > 0, length <= Self.longestFingerprint else {
            throw ScoringDataError.malformedSkillSpace("its header is out of range")
        }
        guard let fingerprint = String(validating: try reader.take(length), as: UTF8.self) else {
            throw ScoringDataError.malformedSkillSpace("its fingerprint is not UTF-8")
        }
        let values = try reader.floats(skills, dimension)
        let vectors = DenseMatrix(rows: skills, columns: dimension, values: values)
        try Self.checkLengths(vectors)
        self.init(vectors: vectors, fingerprint: fingerprint)
    }

    private var magicAndHeader: Int { Self.magic.count + 12 }

    private static func checkLengths(_ vectors: DenseMatrix) throws {
        for row in 0..<vectors.rows {
            let square = vectors[row].reduce(0) { $0 + Double($1) * Double($1) }
            guard square == 0 || abs(square - 1) < 1e-3 else {
                throw ScoringDataError.malformedSkillSpace("vector \(row) has no unit length")
            }
        }
    }
}

/// Takes little-endian values from bytes, in order.
private struct ByteReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else {
            throw ScoringDataError.malformedSkillSpace("it ends after \(bytes.count) bytes")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func integer() throws -> Int {
        try take(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Takes the rest, which must be `rows` × `columns` floats.
    mutating func floats(_ rows: Int, _ columns: Int) throws -> [Float] {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        let (size, tooLarge) = count.multipliedReportingOverflow(by: 4)
        guard !overflow, !tooLarge, size == bytes.count - position else {
            throw ScoringDataError.malformedSkillSpace("its length is not that of its vectors")
        }
        let start = position
        position = bytes.count
        return unsafe bytes.withUnsafeBytes { bytes in
            (0..<count).map { element in
                let bits = unsafe bytes.loadUnaligned(
                    fromByteOffset: start + element * 4, as: UInt32.self)
                return Float(bitPattern: UInt32(littleEndian: bits))
            }
        }
    }
}
