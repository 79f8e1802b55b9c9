// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Whole lines of a file, which can be read beside others of it.
struct FileRange {
    /// Within how many bytes a line must end for a file to be cut: 1 MiB.
    private static let longestLine = 1 << 20

    private let path: String
    private let range: Range<Int>

    /// Returns a range for each processor, cut after line feeds; fewer where they would be shorter
    /// than `least`, and one for what is no ordinary file.
    ///
    /// - Throws: `FileError`.
    static func ranges(of path: String, _ least: Int) throws -> [FileRange] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path) }
        let size = Int(status.st_size)
        let isOrdinary = status.st_mode & S_IFMT == S_IFREG
        let count = isOrdinary ? max(1, min(Processors.count, size / least)) : 1
        var cuts = [0]
        for place in 1..<max(1, count) {
            guard let cut = lineEnd(in: descriptor, from: size / count * place) else { break }
            cuts.append(cut)
        }
        return zip(cuts, cuts.dropFirst() + [size]).map { FileRange(path: path, range: $0..<$1) }
    }

    private static func lineEnd(in descriptor: Int32, from offset: Int) -> Int? {
        var bytes = [UInt8](repeating: 0, count: longestLine)
        let count = bytes.withUnsafeMutableBytes {
            pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
        }
        return bytes.prefix(max(0, count)).firstIndex(of: 0x0A).map { offset + $0 + 1 }
    }

    private init(path: String, range: Range<Int>) {
        self.path = path
        self.range = range
    }

    /// Calls `body` with the bytes from `start` on, a chunk at a time, until it returns false.
    ///
    /// - Throws: `FileError`, also where the file has become shorter, or what `body` throws.
    func forEachChunk(
        from start: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
    ) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: FileChunks.size)
        var offset = range.lowerBound + start
        while offset < range.upperBound {
            let wanted = min(buffer.count, range.upperBound - offset)
            let count = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, wanted, off_t(offset))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileError(path) }
            offset += count
            let goesOn = try buffer.withUnsafeBufferPointer {
                try body(UnsafeBufferPointer(rebasing: $0[..<count]))
            }
            guard goesOn else { return }
        }
    }
}
