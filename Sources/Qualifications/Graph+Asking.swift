// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Graph {
    /// Returns the skills that `rule` asks for by name, by position, each once.
    public func skills(askedBy rule: Rule) -> [Int] {
        Set(
            rule.requirement.nodes.compactMap { node in
                if case .skill(let uri, _) = node.kind { skill(uri) } else { nil }
            }
        ).sorted()
    }

    /// Returns the outcomes that `rule` asks for by name, by position, each once.
    public func outcomes(askedBy rule: Rule) -> [Int] {
        Set(
            rule.requirement.nodes.compactMap { node in
                if case .outcome(let id) = node.kind { outcome(id) } else { nil }
            }
        ).sorted()
    }

    /// What must be held before a credential can be started.
    public struct Prerequisites: Hashable, Sendable {
        /// The credentials without which it cannot be started, by position.
        public internal(set) var needed: [Int] = []
        /// The credentials of which some choice must be held, by position; those that are needed
        /// anyway are not among them.
        public internal(set) var alternatives: [Int] = []
    }

    /// Returns what must be held before `credential`: what it `requires`, what `precedes` it, and
    /// what the admission rule of one who starts on the day asks for by name.
    ///
    /// What a rule asks for in an "any", or in an "at least" that leaves a choice, is an
    /// alternative; an equivalent that would do as well is not listed.
    public func prerequisites(of credential: Int, asOf: CalendarDate) -> Prerequisites {
        var needed = Set(
            related(from: credential, by: .requires) + related(to: credential, by: .precedes))
        var alternatives: Set<Int> = []
        let rule = rule(.admission, of: credential, asOf: asOf, started: nil)
        if let rule, rule.isInForce(on: asOf) {
            gather(rule.requirement, isChoice: false, &needed, &alternatives)
        }
        needed.remove(credential)
        alternatives.remove(credential)
        return Prerequisites(
            needed: needed.sorted(), alternatives: alternatives.subtracting(needed).sorted())
    }

    private func gather(
        _ requirement: Requirement, isChoice: Bool, _ needed: inout Set<Int>,
        _ alternatives: inout Set<Int>
    ) {
        var leavesChoice = isChoice
        switch requirement.kind {
        case .credential(let id, _):
            guard let position = self.credential(id) else { return }
            if isChoice { alternatives.insert(position) } else { needed.insert(position) }
        case .any(let below): leavesChoice = isChoice || below.count > 1
        case .atLeast(let count, let below): leavesChoice = isChoice || count < below.count
        case .order(let ids) where !isChoice: needed.formUnion(ids.compactMap(self.credential))
        case .order(let ids): alternatives.formUnion(ids.compactMap(self.credential))
        default: break
        }
        for child in requirement.children {
            gather(child, isChoice: leavesChoice, &needed, &alternatives)
        }
    }
}
