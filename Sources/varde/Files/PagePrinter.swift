// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Makes PDF of pages with WeasyPrint, where it is on the machine.
enum PagePrinter {
    private static let mostBytes = 1 << 30

    /// Returns a page as PDF.
    ///
    /// - Throws: `Failure` where WeasyPrint is not there or does not succeed, `FileError`.
    static func pdf(of page: String) throws -> [UInt8] {
        let printer = try printer()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "varde-print-\(UUID().uuidString)")
        guard mkdir(folder.path, 0o700) == 0 else { throw FileError(folder.path) }
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, result) = (
            folder.appending(path: "page.html"), folder.appending(path: "page.pdf")
        )
        try OutputFile.write(page, to: source.path)
        try run(printer, source, result)
        return try FileChunks.contents(of: result.path, limit: mostBytes)
    }

    /// The path of the program, by the places that `$PATH` names.
    private static func printer() throws -> String {
        let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = places.map { "\($0)/weasyprint" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        if let found { return found }
        throw Failure(
            "PDF is printed by WeasyPrint, which is not on the PATH; install it (Debian: apt-get "
                + "install weasyprint; elsewhere: pipx install weasyprint), or write --format html "
                + "and print the page from a browser")
    }

    /// Prints with structure for who cannot see the page; an old printer that knows none prints
    /// without.
    private static func run(_ printer: String, _ source: URL, _ result: URL) throws {
        let plain = ["--quiet", "--encoding", "utf-8", source.path, result.path]
        guard try errors(of: printer, ["--pdf-variant", "pdf/ua-1"] + plain) != nil,
            let errors = try errors(of: printer, plain)
        else { return }
        let last = errors.split(separator: "\n").last ?? ""
        throw Failure("WeasyPrint could not print the page: \(last)")
    }

    /// Runs the printer; returns what it said where it failed.
    private static func errors(of printer: String, _ arguments: [String]) throws -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: printer)
        process.arguments = arguments
        // Fonts are embedded with a date, which is the same for the same page.
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch {
            throw Failure(
                "\(printer) could not be started; check its permissions, or install WeasyPrint anew"
            )
        }
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
    }
}
