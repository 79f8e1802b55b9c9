// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// The pile of stones that leads to the target.
enum PictureSection: ReportSection {
    static let name = "picture"
    static let title = ReportPhrase.pictureTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let pile = pile(context)
        let picture = Document.Block.figure(
            VardePicture.drawing(of: pile, hasKey: false),
            caption: context.words(.pictureIntroduction))
        let key = VardePicture.key(of: pile)
        guard !key.isEmpty else { return [picture] }
        return [
            picture,
            .heading(context.words(.pictureKey)),
            .list(key.map { "\($0.stone.title) (\($0.stone.note))" }, isNumbered: true),
        ]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        let pile = pile(context)
        return .object([
            "title": .text(pile.title), "description": .text(pile.description),
            "stones": .list(
                stones(context).map {
                    .object([
                        "credential": .text($0.credential), "state": .text("\($0.state)"),
                        "title": .text($0.title.text), "credits": JSONValue($0.credits),
                    ])
                }),
        ])
    }

    static func drawing(_ context: ReportContext) -> Drawing {
        VardePicture.drawing(of: pile(context))
    }

    // MARK: The stones

    /// A credential and what it is to the learner.
    struct Stone {
        let credential: String
        let title: Prose
        let credits: Credits?
        let state: Pile.State
    }

    /// What is held, in progress, next, and opened up by that; what failed is no stone.
    static func stones(_ context: ReportContext) -> [Stone] {
        let counted = context.countedAwards
        let held = context.report.holder.awards.compactMap { award -> Stone? in
            state(of: award, counted, context).map { state in
                Stone(
                    credential: award.credential, title: context.name(ofAward: award.id),
                    credits: context.credits(of: award), state: state)
            }
        }
        let known = Set(held.filter { $0.state == .inProgress }.map(\.credential))
        let next = context.report.answer.items.map { stone($0.credential, .next, context) }
            .filter { !known.contains($0.credential) }
        return held + next + context.unlocked.map { stone($0, .unlocked, context) }
    }

    private static func state(
        of award: Award, _ counted: Set<String>, _ context: ReportContext
    ) -> Pile.State? {
        switch award.progress {
        case .failed, .withdrawn: nil
        case .inProgress, .planned: .inProgress
        case .completed: counted.contains(award.id) ? .held : .unused
        }
    }

    private static func stone(
        _ credential: Int, _ state: Pile.State, _ context: ReportContext
    ) -> Stone {
        Stone(
            credential: context.graph.credentials[credential].id,
            title: context.title(of: credential),
            credits: context.graph.credentials[credential].credits, state: state)
    }

    // MARK: The pile

    private static func pile(_ context: ReportContext) -> Pile {
        let stones = stones(context)
        return Pile(
            title: context.words.text(.pictureName, ["target": .prose(context.targetTitle)]),
            description: description(stones, context),
            stones: stones.map {
                Pile.Stone(
                    title: $0.title.text, note: note($0, context),
                    size: $0.credits?.amount.approximation, state: $0.state)
            }, goal: goal(context), labels: labels(context),
            goalLabel: context.words.text(.stoneGoal))
    }

    private static func note(_ stone: Stone, _ context: ReportContext) -> String {
        stone.credits.map(context.amount) ?? context.words.text(.noCreditsStated)
    }

    private static func goal(_ context: ReportContext) -> Pile.Goal {
        Pile.Goal(
            title: context.targetTitle.text,
            note: context.audit.flatMap { context.reached($0) }
                ?? context.audit.map { context.goalNote($0) } ?? "",
            isReached: context.report.answer.gap.isClosed)
    }

    static func labels(_ context: ReportContext) -> [Pile.State: String] {
        let words = context.words
        return [
            .unused: words.text(.stoneUnused), .held: words.text(.stoneHeld),
            .inProgress: words.text(.stoneInProgress), .next: words.text(.stoneNext),
            .unlocked: words.text(.stoneUnlocked),
        ]
    }

    /// What lies in the pile, state by state, for who cannot see it.
    private static func description(_ stones: [Stone], _ context: ReportContext) -> String {
        let labels = labels(context)
        return Pile.State.allCases.compactMap { state in
            let titles = stones.filter { $0.state == state }.map(\.title)
            guard !titles.isEmpty else { return nil }
            return context.words.text(
                .pictureSays,
                [
                    "label": .text(labels[state] ?? ""),
                    "list": .prose(context.words.list(titles)),
                ])
        }.joined(separator: " ")
    }
}

extension ReportContext {
    /// The ids of the awards that count: for the rule, or for skills where there is none.
    fileprivate var countedAwards: Set<String> {
        guard audit == nil else { return Set(counted.map(\.award.id)) }
        let wanted = Set(report.answer.gap.needs.map(\.skill))
        return Set(
            report.holder.awards.filter { award in
                isValid(award)
                    && graph.credential(award.credential).map { credential in
                        graph.teaches(credential).contains { wanted.contains($0.skill) }
                    } ?? false
            }.map(\.id))
    }

    /// What cannot be started now and could be with all the steps that are recommended.
    var unlocked: [Int] {
        report.answer.blocked.map(\.recommendation.credential)
            .filter(report.answer.opened.contains)
    }
}
