// SPDX-License-Identifier: Apache-2.0

/// A grade as it was written, and the scale it was given on.
public struct Grade: Hashable, Sendable {
    /// The grade as written: `A`, `7.5`, `bestanden`.
    public let text: String
    /// The name of its scale; nil where none is stated, and then nothing compares.
    public let scale: String?

    /// Creates a grade.
    public init(_ text: String, scale: String? = nil) {
        self.text = text
        self.scale = scale
    }
}

/// A declared scale of grades: their order, their points and the pass mark.
///
/// Without one, a comparison or a mean of grades cannot be told.
public struct GradeScale: Hashable, Sendable {
    /// A step of the scale.
    public struct Step: Hashable, Sendable {
        /// The grade as written.
        public let grade: String
        /// Its points, where the scale has any.
        public let points: ExactDecimal?

        /// Creates a step.
        public init(_ grade: String, points: ExactDecimal? = nil) {
            self.grade = grade
            self.points = points
        }
    }

    /// The scale's name, to which a grade refers.
    public let name: String
    /// The steps, from the lowest to the highest.
    public let steps: [Step]
    /// The lowest grade that passes, where one is declared.
    public let passMark: String?

    /// Creates a scale; its grades must differ, and the pass mark must be one of them.
    public init(name: String, steps: [Step], passMark: String? = nil) throws {
        var seen: Set<String> = []
        if let twice = steps.first(where: { !seen.insert($0.grade).inserted }) {
            throw GraphError.duplicate(kind: "grade", id: "\(name)/\(twice.grade)")
        }
        if let passMark, !seen.contains(passMark) {
            throw GraphError.unknown(
                kind: "grade", id: passMark, by: "grade scale \"\(name)\"", nearest: [])
        }
        self.name = name
        self.steps = steps
        self.passMark = passMark
    }

    /// Returns whether `grade` is below (−1), at (0) or above (1) the grade `other`; nil where one
    /// is not on this scale.
    public func order(of grade: Grade, to other: String) -> Int? {
        guard let mine = place(of: grade),
            let theirs = steps.firstIndex(where: { $0.grade == other })
        else { return nil }
        return (mine - theirs).signum()
    }

    /// Whether `grade` is a step of this scale.
    public func has(_ grade: Grade) -> Bool { place(of: grade) != nil }

    /// The greatest points of any step; nil where no step has points.
    public var mostPoints: ExactDecimal? { steps.compactMap(\.points).max() }

    /// Returns whether `grade` is at least `floor`; cannot tell for a grade not on this scale.
    public func isAtLeast(_ grade: Grade, _ floor: String) -> Status {
        guard let mine = place(of: grade),
            let least = steps.firstIndex(where: { $0.grade == floor })
        else { return .cannotTell }
        return mine >= least ? .met : .notMet
    }

    /// Returns whether `grade` passes; cannot tell without a pass mark.
    public func passes(_ grade: Grade) -> Status {
        passMark.map { isAtLeast(grade, $0) } ?? .cannotTell
    }

    /// Returns the points of `grade`, or nil where the scale gives none.
    public func points(of grade: Grade) -> ExactDecimal? {
        place(of: grade).flatMap { steps[$0].points }
    }

    private func place(of grade: Grade) -> Int? {
        guard grade.scale == name else { return nil }
        return steps.firstIndex { $0.grade == grade.text }
    }
}
