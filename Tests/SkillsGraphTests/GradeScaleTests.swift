// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct GradeScaleTests {
    static func letters() throws -> GradeScale {
        try GradeScale(
            name: "no-letters",
            steps: [
                .init("F"), .init("E", points: ExactDecimal(1)),
                .init("D", points: ExactDecimal(2)),
                .init("C", points: ExactDecimal(3)),
            ], passMark: "E")
    }

    @Test(arguments: [("D", Status.met), ("C", .met), ("E", .notMet), ("A", .cannotTell)])
    func `grades compare by the order of their scale`(grade: String, status: Status) throws {
        let scale = try Self.letters()
        #expect(scale.isAtLeast(Grade(grade, scale: "no-letters"), "D") == status)
    }

    @Test func `a grade of another scale or of none cannot be told`() throws {
        let scale = try Self.letters()
        #expect(scale.isAtLeast(Grade("C"), "D") == .cannotTell)
        #expect(scale.passes(Grade("C", scale: "ects-letters")) == .cannotTell)
        #expect(scale.isAtLeast(Grade("C", scale: "no-letters"), "Z") == .cannotTell)
        #expect(scale.points(of: Grade("C")) == nil)
    }

    @Test func `the pass mark decides who passes, and without one nobody can tell`() throws {
        let scale = try Self.letters()
        #expect(scale.passes(Grade("E", scale: "no-letters")) == .met)
        #expect(scale.passes(Grade("F", scale: "no-letters")) == .notMet)
        let open = try GradeScale(name: "open", steps: [.init("A")])
        #expect(open.passes(Grade("A", scale: "open")) == .cannotTell)
    }

    @Test func `points are those the scale declares`() throws {
        let scale = try Self.letters()
        #expect(scale.points(of: Grade("D", scale: "no-letters")) == ExactDecimal(2))
        #expect(scale.points(of: Grade("F", scale: "no-letters")) == nil)
    }

    @Test func `a grade that stands twice is named`() {
        #expect(throws: GraphError.duplicate(kind: "grade", id: "x/A")) {
            try GradeScale(name: "x", steps: [.init("A"), .init("A")])
        }
    }

    @Test func `a pass mark that is no grade is named`() {
        #expect(
            throws: GraphError.unknown(
                kind: "grade", id: "E", by: "grade scale \"x\"", nearest: [])
        ) { try GradeScale(name: "x", steps: [.init("A")], passMark: "E") }
    }
}
