// SPDX-License-Identifier: Apache-2.0

/// What is known of a file besides its bytes.
public struct FormatSource: Hashable, Sendable {
    /// The file's name as the user should see it in messages.
    public let file: String
    /// The path or name of the folder it stands in, from which a version may be guessed.
    public let folder: String?
    /// The framework version the user has declared, which wins over every guess.
    public let frameworkVersion: String?

    /// Creates a source; `folder` defaults to what `file` says before its last slash.
    public init(file: String, folder: String? = nil, frameworkVersion: String? = nil) {
        self.file = file
        self.folder = folder ?? file.lastIndex(of: "/").map { String(file[..<$0]) }
        self.frameworkVersion = frameworkVersion
    }

    /// The last part of the file's name.
    var lastComponent: Substring { file.split(separator: "/").last ?? Substring(file) }
}
