// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Why a command failed: where, what, and what to do.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Varde {
    /// Ends the program as `error` asks: help and versions on standard output, the rest on standard
    /// error, with the exit code that belongs to it.
    static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success {
            try? Console.write(fullMessage(for: error) + "\n")
        } else if error is ExitCode {
            // Everything has been said already.
        } else if code == .validationFailure {
            let message = fullMessage(for: error)
            Console.say("varde: " + message.trimmingPrefix("Error: "))
        } else {
            Console.say("varde: \(error)")
        }
        Foundation.exit(code.rawValue)
    }
}
