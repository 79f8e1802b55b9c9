// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import SkillsGraph
import StackingStatistics

/// Puts awards into a cohort, numbering learners and what their awards say of credentials.
struct CohortFilling {
    /// The cohort as far as it is gathered.
    private(set) var builder = Cohort.Builder()
    /// The position of each learner, in the order in which they first came.
    private(set) var learners: [String: Int] = [:]
    /// What a catalogue knows of credentials.
    let graph: Graph?

    private var items: [Cohort.Item: UInt32] = [:]

    /// Creates a cohort of nobody; what an award does not say of its credential, `graph` may.
    init(_ graph: Graph?) { self.graph = graph }

    /// Adds an award.
    mutating func add(_ award: Award, of learner: String) {
        let position = position(of: learner)
        guard award.progress == .completed else {
            return builder.leaveOut(learner: position, because: .notCompleted)
        }
        guard let day = award.date else {
            return builder.leaveOut(learner: position, because: .undated)
        }
        builder.add(learner: position, item: number(of: item(award)), day: day)
    }

    private mutating func position(of learner: String) -> Int {
        if let position = learners[learner] { return position }
        learners[learner] = learners.count
        return learners.count - 1
    }

    private mutating func number(of item: Cohort.Item) -> UInt32 {
        if let number = items[item] { return number }
        let number = builder.add(item)
        items[item] = number
        return number
    }

    private func item(_ award: Award) -> Cohort.Item {
        let known = graph.flatMap { graph in
            graph.credential(award.credential).map { graph.credentials[$0] }
        }
        var item = Cohort.Item(credential: award.credential)
        item.kind = award.kind ?? known?.kind
        item.level = award.level ?? known?.level
        item.field = award.field ?? known?.field
        item.provider = award.provider ?? known?.provider
        item.credits = award.credits ?? known?.credits
        return item
    }

    /// Adds the awards of a file and returns what was not simply read.
    ///
    /// - Throws: what reading throws, and `Failure` for a file that holds something else.
    mutating func read(_ file: String, isQuiet: Bool) throws -> Ledger {
        var pump = FilePump(isQuiet: isQuiet)
        var ledger = Ledger()
        var others = 0
        try pump.read([file]) { event, _ in
            switch event {
            case .note(let entry): ledger.add(entry)
            case .record(.award(let award, let learner), _):
                add(award, of: learner ?? Learner.wallet)
            case .record: others += 1
            }
        }
        guard others == 0 || !learners.isEmpty else {
            throw Failure("\(file) holds no awards; statistics need learner, credential and date")
        }
        return ledger
    }
}
