// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct StatusTests {
    /// Kleene's strong tables, rows and columns in the order met, notMet, cannotTell.
    static let conjunction: [[Status]] = [
        [.met, .notMet, .cannotTell], [.notMet, .notMet, .notMet],
        [.cannotTell, .notMet, .cannotTell],
    ]
    static let disjunction: [[Status]] = [
        [.met, .met, .met], [.met, .notMet, .cannotTell], [.met, .cannotTell, .cannotTell],
    ]

    @Test func `both and either follow the tables of Kleene`() {
        for (row, left) in Status.allCases.enumerated() {
            for (column, right) in Status.allCases.enumerated() {
                #expect(left.and(right) == Self.conjunction[row][column])
                #expect(left.or(right) == Self.disjunction[row][column])
            }
        }
    }

    @Test func `the opposite of both is either of the opposites`() {
        for left in Status.allCases {
            #expect(left.negated.negated == left)
            for right in Status.allCases {
                #expect(left.and(right).negated == left.negated.or(right.negated))
            }
        }
    }

    @Test func `a settled side is not asked again`() {
        func asked() -> Status {
            Issue.record("asked")
            return .met
        }
        #expect(Status.notMet.and(asked()) == .notMet)
        #expect(Status.met.or(asked()) == .met)
    }

    @Test func `a known truth is a status`() {
        #expect(Status(true) == .met)
        #expect(Status(false) == .notMet)
    }
}
