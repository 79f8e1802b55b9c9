// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Why no assignment meets a rule, in a form that can be checked without searching.
///
/// The rule is read as inequalities over what may be placed and what is meant (see
/// ``Inequality``). A tree of cases covers every assignment; at each end, whole-number weights
/// multiply inequalities into a sum that nothing within the case can reach.
public indirect enum Refutation: Hashable, Sendable {
    /// The weighted inequalities contradict one another within the case.
    case weights([Weight])
    /// Either the award does not stand in the requirement's slot, or it does.
    case placed(award: Int, requirement: String, no: Refutation, yes: Refutation)
    /// Either the requirement is not one of those that are meant, or it is.
    case meant(requirement: String, no: Refutation, yes: Refutation)
    /// Either nothing counted was given on the day or before, or nothing after the last day of
    /// the period that begins on it.
    case period(condition: String, day: CalendarDate, later: Refutation, earlier: Refutation)

    /// An inequality and its weight.
    public struct Weight: Hashable, Sendable {
        /// Which inequality.
        public let inequality: Inequality
        /// How often it is added; above zero.
        public let weight: Int

        /// Creates a weighted inequality.
        public init(_ inequality: Inequality, _ weight: Int) {
            self.inequality = inequality
            self.weight = weight
        }
    }

    /// The inequalities of a rule, each `sum ≥ bound`.
    ///
    /// All but `below`, `value`, `passed` and the `most` of a credential belong to one requirement,
    /// which must be among those that the refutation is of.
    ///
    /// Variables are, from 0 to 1: for each award and slot it fits, whether it stands there, and of
    /// one class of equivalents in one scope at most one does; for each requirement, whether it is
    /// meant, the root for certain and a test that fails never; for each condition on different
    /// values and each value, whether it is present. What a partial count passes on is a variable
    /// from 0 to its maximum. Amounts are thousandths. A count is `S`, a condition's matching part
    /// `P`, in the unit of each; `Z` says whether a requirement is meant.
    public enum Inequality: Hashable, Sendable {
        /// `all`, `any`, `at-least` and the parts of a count: `Σ Z(below) − n Z ≥ 0`.
        case below(String)
        /// A count: `S − minimum Z ≥ 0`; a partial one, and a share of its unit in it, that asks for
        /// more than its maximum: `−Z ≥ 0`. A credential: `Σ placed − Z ≥ 0`.
        case least(String)
        /// A count that is not partial: `−S ≥ −maximum`. A credential: `−Σ placed ≥ −1`.
        case most(String)
        /// A share at least: `P − amount Z ≥ 0`; of what is counted
        /// `1000 P − thousandths S + B (1 − Z) ≥ 0`; a mean `Σ amount (points − mean) + B (1 − Z) ≥
        /// 0`; different values: `Σ present − n Z ≥ 0`. `Z` is that of the count above, `B` the sum
        /// of the negative coefficients.
        case floor(String)
        /// A share at most: `−P ≥ −amount`; of what is counted
        /// `thousandths S − 1000 P + B (1 − Z) ≥ 0`.
        case ceiling(String)
        /// A value of a condition on different values: `Σ placed with it − present ≥ 0`.
        case value(String, String)
        /// What a partial count passes on to a count or to a condition around it: `Σ inside − passed
        /// ≥ 0`.
        case passed(from: String, to: String)
    }
}

/// Why a rule is not met: the least of its requirements that cannot be met together.
public struct Unreachable: Hashable, Sendable {
    /// The ids of the requirements, in the rule's order: not all of them can be met, whatever is
    /// assigned, and without any one of them the others can.
    public let requirements: [String]
    /// The tree that shows it.
    public let refutation: Refutation
    /// For each of the requirements, an assignment that meets the others.
    public let withoutEach: [[Placed]]
    /// What these requirements ask for together, at least.
    public let needed: Audit.Remaining
    /// What of that is left under the best assignment.
    public let lacking: Audit.Remaining

    /// An award in a slot.
    public struct Placed: Hashable, Sendable {
        /// The award's place in the learner's list.
        public let award: Int
        /// The id of the requirement whose slot it fills.
        public let requirement: String

        /// Creates a placement.
        public init(award: Int, requirement: String) {
            self.award = award
            self.requirement = requirement
        }
    }
}
