// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The library that does the linear algebra in this process.
enum LinearAlgebraLibrary {
    /// The file it was loaded from; nil where the system does not say.
    ///
    /// The kernel lists the files that are mapped into a process; one of them is BLAS.
    static var path: String? {
        guard let bytes = try? FileChunks.contents(of: "/proc/self/maps", limit: 1 << 24) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .lazy.compactMap { $0.firstIndex(of: "/").map($0.suffix(from:)) }
            .first { $0.split(separator: "/").last?.contains("blas") ?? false }
            .map(String.init)
    }
}
