// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Dispatch
import Foundation
import PathwayReports
import SkillsGraph
import Synchronization

/// A table of awards, read into columns: on all processors where it is long and can be cut.
struct AwardFile {
    /// The least length of a part that is worth a thread: 8 MiB.
    private static let leastPart = 8 << 20

    /// The file.
    let file: InputFile
    /// Its beginning.
    let first: ArraySlice<UInt8>

    /// Reads the file, the rest of which is in `chunks`.
    ///
    /// - Throws: `FileError` and `FormatError`.
    func read(
        _ chunks: inout FileChunks, into ledger: inout Ledger, progress: inout Progress
    ) throws -> AwardColumns {
        if let whole = try readInParts() {
            for entry in whole.notes { ledger.add(entry) }
            return whole.columns
        }
        var reader = AwardColumnsReader(FormatSource(file: file.name))
        var chunk: ArraySlice<UInt8>? = first
        var bytes = 0
        while let next = chunk {
            try next.withUnsafeBufferPointer { try reader.read($0) { ledger.add($0) } }
            bytes += next.count
            progress.update("\(file.name): \(bytes >> 20) MiB")
            chunk = try chunks.next()
        }
        try reader.finish { ledger.add($0) }
        return reader.columns
    }

    // MARK: Parts

    /// Reads the parts of the file side by side; nil where it is short or cannot be cut.
    private func readInParts() throws -> AwardPart? {
        guard file.path != "-", let ranges = try? FileRange.ranges(of: file.path, Self.leastPart),
            ranges.count > 1
        else { return nil }
        var head = AwardPart(FormatSource(file: file.name))
        do {
            try first.withUnsafeBufferPointer { try head.read($0) }
        } catch { return nil }
        let parts = Mutex<[AwardPart?]>([head] + ranges.dropFirst().map { _ in head.following() })
        head = AwardPart(FormatSource(file: file.name))
        DispatchQueue.concurrentPerform(iterations: ranges.count) { place in
            let part = parts.withLock { $0[place].take() }
            let read = part.flatMap {
                Self.read($0, ranges[place], from: place == 0 ? first.count : 0)
            }
            parts.withLock { $0[place] = read }
        }
        return joined(parts.withLock { $0 })
    }

    /// Reads a part to its end; nil where it cannot be relied on.
    private static func read(_ part: AwardPart, _ range: FileRange, from start: Int) -> AwardPart? {
        var part = part
        do {
            try range.forEachChunk(from: start) { bytes in
                try part.read(bytes)
                return part.isSound
            }
            try part.finishRows()
        } catch { return nil }
        return part.isSound ? part : nil
    }

    private func joined(_ parts: [AwardPart?]) -> AwardPart? {
        let sound = parts.compactMap(\.self)
        guard sound.count == parts.count, var whole = sound.first else { return nil }
        for part in sound.dropFirst() { whole.append(part) }
        do { try whole.finish() } catch { return nil }
        return whole
    }
}
