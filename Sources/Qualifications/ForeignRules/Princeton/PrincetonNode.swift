// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One requirement of a Princeton file, with what it inherits filled in.
///
/// It counts units: a course of its list is one; each requirement below passes up what it counts,
/// and no more than its `maximum`, once that is no less than its `minimum`.
struct PrincetonNode {
    /// What it is made of.
    enum Content {
        /// Requirements whose units are added up.
        case list([PrincetonNode])
        /// Courses, one unit each.
        case courses(PrincetonCourseList, excluding: PrincetonCourseList)
        /// Every course of the learner.
        case everyCourse
        /// What only a person can check.
        case unverifiable
    }

    /// The names from the root to here; a number for one without a name.
    var path: [String]
    /// The last part of its id, unique among its siblings.
    var slug: String
    /// Its name, where it has one.
    var title: LocalizedText
    /// Where it stands.
    var position: FilePosition
    /// What it is made of.
    var content: Content
    /// The least units it must count; what `ALL` and absence mean is worked out.
    var minimum: Int
    /// The most units it passes up; nil for no limit.
    var maximum: Int?
    /// Whether its courses may count anywhere else in the file too.
    var isShared = false
    /// Whether the requirements below may count the same courses, but none outside it may.
    var isLocallyShared: Bool?
    /// Whether a course taken pass/D/fail counts.
    var allowsPassFail = false
    /// How many such courses may count here; stated where `allowsPassFail` is bounded.
    var passFailLimit: Int?
    /// How many courses here may count for the major too.
    var commonLimit: Int?
    /// The semester by whose end it must be complete.
    var semester: Int?
    /// What only a person can say before it is met, beside what it is made of.
    var gates: [String] = []

    var children: [PrincetonNode] {
        if case .list(let children) = content { return children }
        return []
    }

    /// Whether a person decides, and nothing else.
    var isUnverifiable: Bool {
        if case .unverifiable = content { return true }
        return false
    }

    /// The units that `ALL` of it would be, as it passes them up.
    var passableUnits: Int {
        let below =
            switch content {
            case .list(let children): children.reduce(0) { $0 + $1.passableUnits }
            case .courses(let list, _): list.isAreasOnly ? maximum ?? 0 : list.count
            case .everyCourse: maximum ?? 0
            case .unverifiable: maximum == nil ? 0 : 1
            }
        return min(below, maximum ?? below)
    }

    /// The most units it can ever pass up; nil for no bound.
    var mostUnits: Int? {
        let below: Int? =
            switch content {
            case .list(let children):
                children.reduce(0) { sum, child in
                    guard let sum, let most = child.mostUnits else { return nil }
                    return sum + most
                }
            case .courses(let list, _): list.isFinite ? list.count : nil
            case .everyCourse: nil
            case .unverifiable: maximum
            }
        return [below, maximum].compactMap(\.self).min()
    }

    /// The units it must count before it passes `units` up.
    func threshold(toPass units: Int) -> Int { max(minimum, units) }

    /// It and all below it, each before its children.
    var nodes: [PrincetonNode] { [self] + children.flatMap(\.nodes) }
}
