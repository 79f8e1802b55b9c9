// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A Python interpreter with the tools that analysts open exports with, where there is one.
enum Python {
    /// The interpreter: `VARDE_PYTHON`, else one on the path that has `module`; nil, with a
    /// message, where there is none.
    static func with(_ module: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let candidates =
            [environment["VARDE_PYTHON"]].compactMap { $0 }
            + folders.map { "\($0)/python3" }
        for candidate in candidates
        where FileManager.default.isExecutableFile(atPath: candidate) {
            if let run = try? run(candidate, "import \(module)"), run.code == 0 {
                return candidate
            }
        }
        FileHandle.standardError.write(Data("skipped: no Python with \(module)\n".utf8))
        return nil
    }

    /// Runs a script and returns what it printed.
    static func run(
        _ interpreter: String, _ script: String, _ arguments: String...
    ) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: interpreter)
        process.arguments = ["-c", script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
