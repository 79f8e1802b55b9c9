// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Why a rule file cannot be read.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where reading stopped.
    public let place: SourcePlace
    /// A short stable code, such as `unknown-key`.
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

/// Where in a file something stands.
struct FilePosition: Hashable {
    /// The line, from 1; 0 for the file as a whole.
    var line: Int
    /// The column in characters (Unicode scalars), from 1.
    var column: Int

    /// The file as a whole.
    static let file = FilePosition(line: 0, column: 0)
}

/// What is wrong in a file whose name is not known here.
struct FileProblem: Error {
    let position: FilePosition
    let code: String
    let message: String

    init(_ position: FilePosition, _ code: String, _ message: String) {
        self.position = position
        self.code = code
        self.message = message
    }

    /// The problem as an error of this file.
    func error(in file: String) -> RuleFileError {
        RuleFileError(
            at: SourcePlace(file: file, line: position.line, column: position.column), code: code,
            message)
    }
}
