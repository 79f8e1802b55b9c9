// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What is held and could be taken, and what it takes to start it.
extension WayMapping {
    mutating func addHeld() {
        for entry in context.counted {
            addAward(entry.award, to: entry.requirement, .held, .counts)
        }
    }

    private mutating func addAward(
        _ award: Award, to requirement: String, _ state: Pile.State, _ kind: PathMap.EdgeKind
    ) {
        let place = add(
            "credential:\(award.credential)", context.title(ofCredential: award.credential),
            context.credits(of: award).map(context.amount) ?? "", .credential(state))
        connect(place, draw(requirement), kind)
    }

    /// What is being taken or planned, where it would count if it were completed.
    mutating func addInProgress() {
        let holder = context.report.holder
        let isOpen = holder.awards.contains {
            $0.progress == .inProgress || $0.progress == .planned
        }
        guard isOpen, let rule = context.report.answer.target.rule,
            var terms = context.audit?.terms
        else { return }
        terms.supposing = .planned
        terms.alternatives = 0
        let supposed = audit(holder, of: rule, in: context.graph, terms: terms)
        for entry in supposed.assignment where entry.progress != .completed {
            addAward(
                holder.awards[entry.awardIndex], to: entry.requirement, .inProgress, .wouldCount)
        }
    }

    mutating func addSteps() {
        for item in context.report.answer.items {
            addStep(item, .credential(.next))
        }
        let unlocked = Set(context.unlocked)
        for blocked in context.report.answer.blocked {
            let isUnlocked = unlocked.contains(blocked.recommendation.credential)
            addStep(blocked.recommendation, isUnlocked ? .credential(.unlocked) : .blocked)
        }
    }

    private mutating func addStep(_ item: Recommendation, _ kind: PathMap.Kind) {
        guard let marginal = item.marginal, !marginal.requirementsClosed.isEmpty else { return }
        let place = add(item.credential, kind)
        let isStage = item.rule?.credential != context.audit?.target
        for closing in marginal.requirementsClosed {
            let goal =
                isStage ? drawStage(item.rule?.credential ?? "") : draw(closing.requirement)
            connect(place, goal, .wouldCount)
        }
    }

    /// What is drawn and needed to start something that is drawn.
    mutating func addAdmissions() {
        for blocked in context.report.answer.blocked {
            guard let to = place(of: blocked.recommendation.credential) else { continue }
            for helper in Set(blocked.unmet.flatMap(\.unblockedBy)).sorted() {
                if let from = place(of: helper) { connect(from, to, .admits) }
            }
        }
        for item in context.report.answer.items {
            guard let to = place(of: item.credential) else { continue }
            let before = context.graph.prerequisites(of: item.credential, asOf: context.asOf)
            for helper in before.needed + before.alternatives {
                if let from = place(of: helper) { connect(from, to, .admits) }
            }
        }
    }

    private func place(of credential: Int) -> Int? {
        places["credential:\(context.graph.credentials[credential].id)"]
    }
}
