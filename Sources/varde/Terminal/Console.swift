// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports

/// Standard output and standard error.
///
/// Results go to standard output, everything else to standard error.
enum Console {
    /// Makes a write to a closed pipe an error that can be met, instead of a signal that kills.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Writes a result to standard output; a reader that has gone away ends the program quietly.
    static func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes a piece of a result to standard output, in the same way.
    static func write(_ bytes: UnsafeRawBufferPointer) throws {
        do {
            try FileBytes.write(bytes, to: STDOUT_FILENO, name: "standard output")
        } catch let error as FileError where error.code == EPIPE {
            exit(EXIT_SUCCESS)
        }
    }

    /// Writes a line to standard error; that nobody reads it is no reason to fail.
    static func say(_ line: String) {
        try? FileBytes.write(line + "\n", to: STDERR_FILENO, name: "standard error")
    }

    /// How text for standard output is laid out: to the terminal's width, or plainly.
    static var style: TextStyle {
        guard isatty(STDOUT_FILENO) == 1 else { return TextStyle() }
        let environment = ProcessInfo.processInfo.environment
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return TextStyle(width: width, isStyled: !isPlain)
    }

    private static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(40, Int(size.ws_col))
    }
}
