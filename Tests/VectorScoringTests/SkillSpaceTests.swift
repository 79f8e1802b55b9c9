// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import VectorScoring

struct SkillSpaceTests {
    /// Skills 0…9 share one set of contexts, 10…19 another, 20 stands in no context.
    static let space: SkillSpace = {
        var random = SeededGenerator(seed: 1)
        let elements = (0..<20).map { skill in
            (0..<12).map { _ in
                (column: skill / 10 * 20 + Int.random(in: 0..<20, using: &random), value: 1.0)
            }
        }
        let contexts = SparseMatrix(elements + [[]], columns: 40)
        return SkillSpace(contexts: contexts, dimension: 2, fingerprint: "twenty skills")
    }()
    let space = SkillSpaceTests.space

    @Test func `Skills of the same contexts are near, others far`() {
        for skill in 0..<20 {
            for other in 0..<20 {
                let similarity = space.similarity(skill, other)
                #expect(skill / 10 == other / 10 ? similarity > 0.8 : similarity < 0.2)
            }
        }
    }

    @Test func `Vectors have unit length, or are zero where nothing is known`() {
        for skill in 0..<20 { #expect(abs(space.similarity(skill, skill) - 1) < 1e-6) }
        #expect(space.vectors[20].allSatisfy { $0 == 0 })
        #expect(space.similarity(3, 20) == 0)
    }

    @Test func `Fewer dimensions come back where the contexts say less`() {
        let contexts = SparseMatrix([[(0, 1.0)], [(0, 1)], [(1, 1)]], columns: 2)
        #expect(SkillSpace(contexts: contexts, dimension: 64, fingerprint: "").dimension == 2)
        let nothing = SkillSpace(
            contexts: SparseMatrix([[], []], columns: 0), dimension: 64, fingerprint: "")
        #expect(nothing.vectors == DenseMatrix([[0], [0]], columns: 1))
    }

    @Test func `The vector of several skills is their weighted mean`() {
        let vector = space.vector(of: [(12, 1), (3, 3)])
        #expect(vector == space.vector(of: [(3, 6), (12, 2)]))
        #expect(
            SkillSpace.similarity(vector, space.vectors[3])
                > SkillSpace.similarity(vector, space.vectors[12]))
        #expect(space.vector(of: []) == [0, 0])
        #expect(space.vector(of: [(20, 1)]) == [0, 0])
    }

    @Test func `The same contexts give the same bytes, whichever BLAS is at work`() {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a.
        for byte in Self.large.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        #expect(hash == 0xF257_108B_C95F_61C9)
    }

    @Test func `The byte form gives back the same space`() throws {
        #expect(try SkillSpace(bytes: space.bytes) == space)
        #expect(try SkillSpace(bytes: space.bytes).bytes == space.bytes)
    }

    @Test func `Bytes cut short anywhere are refused`() {
        let bytes = space.bytes
        for length in 0..<bytes.count {
            #expect(throws: ScoringDataError.self) { try SkillSpace(bytes: bytes.prefix(length)) }
        }
        #expect(throws: ScoringDataError.self) { try SkillSpace(bytes: bytes + [0]) }
    }

    @Test func `Corrupted bytes are refused, or are those of another space`() {
        let bytes = space.bytes
        for place in bytes.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var corrupted = bytes
                corrupted[place] ^= mask
                guard let other = try? SkillSpace(bytes: corrupted) else { continue }
                #expect(other.bytes == corrupted)
                #expect(other.vectors.values.allSatisfy { $0.isFinite })
            }
        }
    }

    /// A space from random contexts, in more dimensions.
    static let large: SkillSpace = {
        var random = SeededGenerator(seed: 8)
        let elements = (0..<400).map { _ in
            (0..<15).map { _ in
                (
                    column: Int.random(in: 0..<300, using: &random),
                    value: Double.random(in: 0...2, using: &random)
                )
            }
        }
        let contexts = SparseMatrix(elements, columns: 300)
        return SkillSpace(contexts: contexts, dimension: 48, fingerprint: "random")
    }()
}
