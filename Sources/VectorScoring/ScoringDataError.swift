// SPDX-License-Identifier: Apache-2.0

/// Why numbers from outside cannot be used.
public enum ScoringDataError: Error, Equatable, CustomStringConvertible {
    /// The arrays of a sparse matrix contradict each other.
    case malformedMatrix(String)
    /// The bytes are not those of a skill space.
    case malformedSkillSpace(String)

    /// What is wrong, as one line.
    public var description: String {
        switch self {
        case .malformedMatrix(let reason): "the sparse matrix is malformed: \(reason)"
        case .malformedSkillSpace(let reason): "the skill space is malformed: \(reason)"
        }
    }
}
