// SPDX-License-Identifier: Apache-2.0

/// What somebody holds and could take toward a goal, as stones of a pile.
struct Pile: Hashable, Sendable {
    /// A credential.
    struct Stone: Hashable, Sendable {
        let title: String
        /// What stands below the title: `5 ECTS`, or that the credits are not known.
        let note: String
        /// The credits; nil where they are not known.
        let size: Double?
        let state: State
    }

    /// What a credential is to the learner, the lowest in the pile first.
    enum State: CaseIterable, Hashable, Sendable {
        /// Held, and counts nowhere.
        case unused
        /// Held, and counts.
        case held
        case inProgress
        /// Could be taken next.
        case next
        /// Can be started once the next ones are held.
        case unlocked
    }

    /// What the pile is built for.
    struct Goal: Hashable, Sendable {
        let title: String
        /// What stands below the title: `20 of 30 ECTS`.
        let note: String
        let isReached: Bool
    }

    /// What the picture shows, in one line in the reader's language.
    let title: String
    /// What the picture shows, in sentences.
    let description: String
    let stones: [Stone]
    let goal: Goal
    /// What each state is called.
    let labels: [State: String]
    /// What the goal is called.
    let goalLabel: String
}
