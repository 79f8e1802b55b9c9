// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The BLAS library that the system chose for this process when it was started.
public enum BLAS {
    /// The file of the library, with links resolved; nothing where the system does not say.
    ///
    /// The directory or name tells an optimised library from the reference one, which takes some
    /// thirty times longer for the same matches.
    public static var library: String? {
        guard let product = unsafe dlsym(nil, "cblas_sgemm"),
            let find = unsafe dlsym(nil, "dladdr")
        else { return nil }
        let place = unsafe unsafeBitCast(find, to: FindPlace.self)
        // A `Dl_info` is four pointers, of which the first is the file's name.
        return unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: 4) {
            unsafe $0.initialize(repeating: nil)
            guard unsafe place(product, $0.baseAddress) != 0, let name = unsafe $0[0],
                let path = unsafe realpath(name, nil)
            else { return nil }
            defer { unsafe free(path) }
            return unsafe String(cString: path)
        }
    }

    /// `dladdr`, which the C library declares as an extension only.
    private typealias FindPlace =
        @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer?) -> Int32

    /// Keeps BLAS on the calling thread: the work is divided among threads of our own.
    static func useOneThread() { _ = oneThread }

    private static let oneThread: Void = {
        guard let symbol = unsafe dlsym(nil, "openblas_set_num_threads") else { return }
        let setThreads = unsafe unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Void).self)
        setThreads(1)
    }()
}
