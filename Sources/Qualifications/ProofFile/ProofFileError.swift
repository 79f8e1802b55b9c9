// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Why a proof file cannot be read.
public struct ProofFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where reading stopped.
    public let place: SourcePlace
    /// What is wrong.
    public let message: String

    /// Creates an error at a place.
    init(at place: SourcePlace, _ message: String) {
        self.place = place
        self.message = message
    }

    /// Creates an error at a JSON Pointer into a file, empty for the whole.
    init(_ file: String, _ pointer: String, _ message: String) {
        self.init(
            at: SourcePlace(file: file, pointer: pointer.isEmpty ? nil : pointer), message)
    }

    /// `file#/pointer: message`, or `file:line:column: message` where it is no JSON.
    public var description: String { "\(place): \(message)" }
}

/// A value in a list of facts that cannot be.
struct StatedError: Error {
    /// The list, as a path of names.
    let list: String
    let reason: String
}
