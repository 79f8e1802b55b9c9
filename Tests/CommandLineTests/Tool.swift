// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The built binary, run as a person runs it.
enum Tool {
    /// What a run ended with.
    struct Run {
        let code: Int32
        let output: String
        let errors: String

        /// The result as a JSON document.
        func json() throws -> JSONDocument { try JSONDocument(output) }
    }

    /// The binary, which the build puts beside the tests.
    static let binary: URL = {
        let starts = [
            Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]),
            Bundle.main.executableURL ?? Bundle.main.bundleURL,
        ]
        for start in starts {
            var folder = start
            for _ in 0..<5 {
                let candidate = folder.appending(path: "varde")
                if FileManager.default.isExecutableFile(atPath: candidate.path),
                    !isFolder(candidate)
                {
                    return candidate
                }
                folder = folder.deletingLastPathComponent()
            }
        }
        fatalError("the binary varde is not beside the tests; build it first")
    }()

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// Runs the binary in the checkout's root, in an environment of its own.
    static func run(
        _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, input: input, environment: environment)
    }

    /// Runs the binary in the checkout's root, in an environment of its own.
    static func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) throws -> Run {
        let folder = Scratch()
        let process = try process(arguments, environment: environment)
        // Through files, since a full pipe would stop the process.
        let (output, errors) = (folder.path("out"), folder.path("err"))
        process.standardOutput = try folder.open("out")
        process.standardError = try folder.open("err")
        if let input {
            try Data(input.utf8).write(to: URL(filePath: folder.path("in")))
            process.standardInput = FileHandle(forReadingAtPath: folder.path("in"))
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus,
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// A process that has not been started.
    static func process(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Process {
        // A tool that ends before it has read all of its input must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = ReferenceData.packageRoot
        var own = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
        for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
            own[name] = ProcessInfo.processInfo.environment[name]
        }
        process.environment = own.merging(environment) { $1 }
        return process
    }
}

/// A folder that is removed with the last reference to it.
final class Scratch: Sendable {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.appending(path: "varde-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Opens an empty file for writing.
    func open(_ name: String) throws -> FileHandle {
        try Data().write(to: url.appending(path: name))
        return try FileHandle(forWritingTo: url.appending(path: name))
    }
}

/// The bundled sample, imported once for all tests that only read it.
enum Sample {
    private static let folder = Scratch()

    /// The path of the catalogue.
    static let catalog: String = {
        atexit { try? FileManager.default.removeItem(at: Sample.folder.url) }
        let path = folder.path("sample.sqlite")
        let run = try? Tool.run("import", "Data/alliance", "--catalog", path, "--as-of", day)
        guard run?.code == 0
        else { fatalError("the bundled sample cannot be imported") }
        return path
    }()

    static let learner = "vidda-02"
    static let target = "ska-certificate-public-data-ai"
    static let day = "2026-11-15"

    /// Runs a command that reads the sample, on a fixed day where it asks for one.
    static func run(_ arguments: String...) throws -> Tool.Run { try run(arguments) }

    /// Runs a command that reads the sample, on a fixed day where it asks for one.
    static func run(_ arguments: [String]) throws -> Tool.Run {
        let isDated = ["recommend", "audit", "report", "why-not", "match", "accepting"]
            .contains(arguments.first)
        return try Tool.run(
            arguments + ["--catalog", catalog] + (isDated ? ["--as-of", day] : []))
    }

    /// The learner and the target that most tests ask about.
    static let question = ["--learner", learner, "--toward", target]
}

/// Whether the tests, and so the binary beside them, are built for speed.
let isOptimized: Bool = {
    #if DEBUG
        return false
    #else
        return true
    #endif
}()
