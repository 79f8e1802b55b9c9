// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// The real data that tests read from beside the project, where it is there.
///
/// Licences differ between its files, so none is copied into the project: tests that need one are
/// skipped, with a message, on a machine that does not have it.
public enum ReferenceData {
    /// The folder named by `VARDE_REFERENCE_DATA`, else `../shared` beside the checkout.
    public static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["VARDE_REFERENCE_DATA"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return packageRoot.deletingLastPathComponent().appending(path: "shared")
    }()

    /// The root of the checkout these tests were built from.
    public static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Returns whether `path` (relative to the root) is there, saying on stderr when it is not.
    public static func has(_ path: String) -> Bool {
        let url = root.appending(path: path)
        if FileManager.default.fileExists(atPath: url.path) { return true }
        FileHandle.standardError.write(Data("skipped: no reference data at \(path)\n".utf8))
        return false
    }

    /// The location of `path` below the root.
    public static func url(_ path: String) -> URL { root.appending(path: path) }
}

/// How many random cases an oracle test draws: `VARDE_ORACLE_CASES`, else a number fit for debug.
public func oracleCases(debug: Int) -> Int {
    ProcessInfo.processInfo.environment["VARDE_ORACLE_CASES"].flatMap(Int.init) ?? debug
}
