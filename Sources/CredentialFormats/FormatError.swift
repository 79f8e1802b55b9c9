// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Why a file as a whole cannot be read; a bad row is a rejected ledger entry instead.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where reading stopped.
    public let place: SourcePlace
    /// A short stable code, such as `missing-column`.
    public let code: String
    /// What is wrong and what to do.
    public let message: String

    /// Creates an error.
    public init(at place: SourcePlace, code: String, _ message: String) {
        self.place = place
        self.code = code
        self.message = message
    }

    /// `file:line:column: code: message`.
    public var description: String { "\(place): \(code): \(message)" }
}
