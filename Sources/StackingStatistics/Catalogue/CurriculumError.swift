// SPDX-License-Identifier: Apache-2.0

/// Why a curriculum cannot be measured.
public enum CurriculumError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Courses that each come before the next, and the last before the first.
    case ring([String])

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .ring(let ids):
            "\((ids + ids.prefix(1)).joined(separator: " → ")) is a ring: each must come before "
                + "the next; take out one of these requirements"
        }
    }
}
