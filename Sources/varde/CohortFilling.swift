// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import SkillsGraph
import StackingStatistics

/// Puts awards into a cohort, with what a catalogue knows of their credentials.
struct CohortFilling {
    /// The awards as far as they are gathered.
    private var awards: AwardColumns
    /// What a catalogue knows of credentials.
    let graph: Graph?

    /// Creates a cohort of `awards`; what an award does not say of its credential, `graph` may.
    init(_ graph: Graph?, _ awards: AwardColumns = AwardColumns()) {
        self.graph = graph
        self.awards = awards
    }

    /// The learners, numbered as in the cohort.
    var learners: ByteNames { awards.names }

    /// Returns the cohort of the awards that count.
    func cohort(until dataEnd: CalendarDate?) -> Cohort {
        var builder = Cohort.Builder()
        for item in awards.items { _ = builder.add(described(item)) }
        builder.setLearnerCount(awards.names.count)
        builder.reserveCapacity(awards.count)
        let (learners, items) = (awards.learners, awards.itemNumbers)
        let (days, progress) = (awards.days, awards.progress)
        for place in learners.indices {
            let learner = Int(learners[place])
            if progress[place] != .completed {
                builder.leaveOut(learner: learner, because: .notCompleted)
            } else if days[place] == AwardColumns.noDay {
                builder.leaveOut(learner: learner, because: .undated)
            } else {
                builder.add(
                    learner: learner, item: items[place],
                    day: CalendarDate(dayNumber: Int(days[place])))
            }
        }
        return builder.cohort(until: dataEnd)
    }

    private func described(_ said: AwardColumns.Item) -> Cohort.Item {
        let known = graph.flatMap { graph in
            graph.credential(said.credential).map { graph.credentials[$0] }
        }
        var item = Cohort.Item(credential: said.credential)
        item.kind = said.kind ?? known?.kind
        item.level = said.level ?? known?.level
        item.field = said.field ?? known?.field
        item.provider = said.provider ?? known?.provider
        item.credits = said.credits ?? known?.credits
        return item
    }

    /// Adds the awards of files and returns what was not simply read.
    ///
    /// - Throws: what reading throws, and `Failure` for a file that holds something else.
    mutating func read(_ path: String, isQuiet: Bool) throws -> Ledger {
        var ledger = Ledger()
        var others = 0
        for file in try InputPaths.files([path]) {
            try read(file, isQuiet: isQuiet, into: &ledger, &others)
        }
        guard others == 0 || awards.count > 0 else {
            throw Failure("\(path) holds no awards; statistics need learner, credential and date")
        }
        return ledger
    }

    private mutating func read(
        _ file: InputFile, isQuiet: Bool, into ledger: inout Ledger, _ others: inout Int
    ) throws {
        var chunks = try FileChunks(file.path)
        let first = try chunks.next() ?? []
        guard AwardColumnsReader.recognizes(FileOpening(file: file.name, bytes: first)) else {
            var pump = FilePump(isQuiet: isQuiet)
            return try pump.read(file, first, &chunks) { event, _ in
                switch event {
                case .note(let entry): ledger.add(entry)
                case .record(.award(let award, let learner), _):
                    awards.append(award, of: learner ?? Learner.wallet)
                case .record: others += 1
                }
            }
        }
        var progress = Progress(isQuiet: isQuiet)
        defer { progress.end() }
        let read = try AwardFile(file: file, first: first)
            .read(&chunks, into: &ledger, progress: &progress)
        if awards.count == 0 { awards = read } else { awards.append(read) }
    }
}
