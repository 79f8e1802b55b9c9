// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let shadowed = LintCheck(
        "shadowed", .warning, "A requirement can never make a difference beside another."
    ) { subject in
        subject.nodes.flatMap { place, node -> [LintIssue] in
            // Beyond so many, comparing each with each is not worth its time.
            guard 2...150 ~= node.children.count, subject.outline.isSmall(place) else { return [] }
            switch node.requirement.kind {
            case .any: return subject.shadowed(in: node, byWhatIsStricter: false)
            case .all, .count: return subject.shadowed(in: node, byWhatIsStricter: true)
            default: return []
            }
        }
    }
}

extension LintSubject {
    /// Alternatives that nobody needs, since who meets them meets another; or, by what is
    /// stricter, tests that another, beside which they must be met, already makes sure of.
    fileprivate func shadowed(
        in node: RuleOutline.Node, byWhatIsStricter: Bool
    ) -> [LintIssue] {
        let implication = Implication(logic: logic)
        let siblings = node.children.map { outline.nodes[$0].requirement.bare }
        return siblings.indices.compactMap { index in
            let mine = siblings[index]
            guard !byWhatIsStricter || mine.isTest else { return nil }
            let other = siblings.indices.first { other in
                let pair = byWhatIsStricter ? (siblings[other], mine) : (mine, siblings[other])
                return other != index && implication.holds(from: pair.0, to: pair.1)
                    && !implication.holds(from: pair.1, to: pair.0)
            }
            return other.map { other in
                issue(node.children[index], beside: node.children[other], byWhatIsStricter)
            }
        }
    }

    private func issue(_ place: Int, beside other: Int, _ isStricter: Bool) -> LintIssue {
        let id = outline.nodes[other].requirement.id
        return isStricter
            ? LintIssue(
                place, nil, "\"\(id)\" beside it already asks for more",
                do: "take it out, or correct the one that is wrong")
            : LintIssue(
                place, nil, "whoever meets it meets \"\(id)\" beside it too, which is enough",
                do: "take it out, or let \"\(id)\" ask for something else")
    }
}

extension Requirement {
    /// Whether it takes no awards from others, so that asking for less beside it asks nothing.
    fileprivate var isTest: Bool {
        switch kind {
        case .share, .mean, .period, .distinct, .outcome, .skill, .order, .absent, .notBefore: true
        case .all, .any, .atLeast, .count, .credential, .decision: false
        }
    }
}

/// Whether meeting one requirement means meeting another; ids and titles are left out of both.
struct Implication {
    let logic: SelectorLogic

    /// Returns whether whoever meets `left` meets `right`; never where that is not certain.
    func holds(from left: Requirement, to right: Requirement) -> Bool {
        guard left.isShared == right.isShared else { return false }
        if left == right { return true }
        switch (left.kind, right.kind) {
        case (.any(let parts), _):
            return !parts.isEmpty && parts.allSatisfy { holds(from: $0, to: right) }
        case (_, .any(let parts)): return parts.contains { holds(from: left, to: $0) }
        // Two slots on the right would need two awards where one on the left may be enough.
        case (_, .all(let parts)) where parts.count { $0.nodes.contains(where: \.isSlot) } <= 1:
            return !parts.isEmpty && parts.allSatisfy { holds(from: left, to: $0) }
        case (.all(let parts), _): return parts.contains { holds(from: $0, to: right) }
        case (.count(let mine), .count(let theirs)): return holds(from: mine, to: theirs)
        case (.share(let mine), .share(let theirs)): return holds(from: mine, to: theirs)
        default: return left.kind.isStricter(than: right.kind, logic)
        }
    }

    private func holds(from left: Requirement.Demand, to right: Requirement.Demand) -> Bool {
        let isSameLimit = left.maximum == right.maximum && left.minimum == right.minimum
        let mine = Set(left.parts)
        let theirs = Set(right.parts)
        return left.unit == right.unit && left.minimum >= right.minimum
            && (right.maximum == nil || isSameLimit) && left.isPartial == right.isPartial
            && theirs.isSubset(of: mine) && mine.subtracting(theirs).allSatisfy(\.isCondition)
            && logic.implies(left.selector, right.selector)
    }

    private func holds(from left: Requirement.Share, to right: Requirement.Share) -> Bool {
        guard left.unit == right.unit, left.basis == right.basis, left.rounding == right.rounding
        else { return false }
        let isFloor = right.minimum.map { bound in
            left.minimum.map { $0.isAtLeast(bound) } ?? false
                && logic.implies(left.selector, right.selector)
        }
        let isCeiling = right.maximum.map { bound in
            left.maximum.map { bound.isAtLeast($0) } ?? false
                && logic.implies(right.selector, left.selector)
        }
        return (isFloor ?? true) && (isCeiling ?? true)
    }
}

extension Requirement.Share.Bound {
    fileprivate func isAtLeast(_ other: Self) -> Bool {
        switch (self, other) {
        case (.amount(let mine), .amount(let theirs)): mine >= theirs
        case (.fraction(let mine), .fraction(let theirs)): mine >= theirs
        case (.amount, .fraction), (.fraction, .amount): false
        }
    }
}

extension Requirement.Kind {
    fileprivate func isStricter(than other: Self, _ logic: SelectorLogic) -> Bool {
        switch (self, other) {
        case (.credential(let mine, let overlap), .credential(let theirs, let asked)):
            mine == theirs && (overlap == nil || asked.map { $0 <= overlap ?? $0 } ?? false)
        case (.skill(let mine, let level), .skill(let theirs, let asked)):
            mine == theirs
                && asked.map { asked in
                    level.flatMap { logic.crosswalk.compare($0, with: asked) }.map { $0 >= 0 }
                        ?? false
                } ?? true
        case (.notBefore(let mine), .notBefore(let theirs)): mine >= theirs
        case (.absent(let mine), .absent(let theirs)): logic.implies(theirs, mine)
        case (.distinct(let mine, let field), .distinct(let theirs, let other)):
            field == other && mine >= theirs
        case (.period(let mine), .period(let theirs)):
            mine.order(to: theirs).map { $0 <= 0 } ?? false
        case (.mean(let mine), .mean(let theirs)):
            mine.scale == theirs.scale && mine.basis == theirs.basis
                && mine.minimum >= theirs.minimum
        case (.order(let mine), .order(let theirs)): theirs.isSubsequence(of: mine)
        default: false
        }
    }
}

extension [String] {
    fileprivate func isSubsequence(of other: [String]) -> Bool {
        var rest = self[...]
        for word in other where word == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
