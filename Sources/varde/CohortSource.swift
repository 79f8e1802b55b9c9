// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import CredentialFormats
import Foundation
import PathwayReports
import SkillsGraph
import StackingStatistics

/// The awards that statistics are about: of a file, or of the catalogue.
struct CohortSource {
    /// The awards, in columns.
    let cohort: Cohort
    /// The learners, numbered by their positions.
    let learners: ByteNames
    /// How levels of different frameworks compare.
    let crosswalk: LevelCrosswalk
    /// How many rows of a file could not be used.
    private(set) var rejected = 0

    /// Reads the awards that the options name.
    ///
    /// - Throws: `CatalogError`, what reading a file throws, and `Failure` for a bad row where none
    ///   is allowed.
    init(_ options: CohortOptions, _ catalog: CatalogOptions, isQuiet: Bool) throws {
        guard let file = options.awards else {
            self = try Self.catalogue(try catalog.path(), until: options.dataEnd)
            return
        }
        let graph = try Self.graph(catalog, isQuiet: isQuiet)
        var filling = CohortFilling(graph)
        let ledger = try filling.read(file, isQuiet: isQuiet)
        if !isQuiet { for line in ledger.lines() { Console.say("varde: \(line)") } }
        let rejected = ledger.count(.rejected)
        if options.strict, rejected > 0 {
            throw Failure(
                "\(rejected) rows of \(file) are bad; correct them, or leave out --strict")
        }
        self.init(filling, until: options.dataEnd)
        self.rejected = rejected
    }

    private init(_ filling: CohortFilling, until dataEnd: CalendarDate?) {
        cohort = filling.cohort(until: dataEnd)
        learners = filling.learners
        crosswalk = filling.graph?.crosswalk ?? .standard
    }

    private static func catalogue(_ path: String, until dataEnd: CalendarDate?) throws -> Self {
        try Catalog(reading: path).read { snapshot in
            let filling = CohortFilling(
                try Graph(try snapshot.parts()), try snapshot.awardColumns())
            return Self(filling, until: dataEnd)
        }
    }

    /// What a catalogue knows of the credentials in a file; nil where there is none.
    private static func graph(_ catalog: CatalogOptions, isQuiet: Bool) throws -> Graph? {
        let isNamed = catalog.namedPath != nil
        guard isNamed || (try? catalog.path()).map(FileManager.default.fileExists) ?? false else {
            return nil
        }
        let path = try catalog.path()
        if !isQuiet {
            Console.say("varde: what the awards do not say of a credential is read from \(path)")
        }
        return try Catalog(reading: path).read { try Graph(try $0.parts()) }
    }

    /// Returns the groups that a column of a file puts the learners into.
    ///
    /// - Throws: `FileError` and `FormatError`.
    func groups(in file: String, column: String, isQuiet: Bool) throws -> LearnerGroups {
        let name = file == "-" ? "stdin" : file
        var chunks = try FileChunks(file)
        var groups = GroupFile(name, column: column)
        while let chunk = try chunks.next() { try groups.read(chunk) }
        try groups.finish()
        var labels = [String?](repeating: nil, count: cohort.learnerCount)
        var unknown = 0
        for (learner, group) in groups.groups {
            if let position = learners.find(learner) {
                labels[position] = group
            } else {
                unknown += 1
            }
        }
        if !isQuiet { say(groups, labels, unknown, name) }
        return LearnerGroups(column, of: labels)
    }

    private func say(_ groups: GroupFile, _ labels: [String?], _ unknown: Int, _ name: String) {
        for entry in groups.rejected.prefix(3) { Console.say("varde: \(entry)") }
        if groups.rejectedCount > 0 {
            Console.say("varde: \(groups.rejectedCount) rows of \(name) rejected and left out")
        }
        let missing = labels.count { $0 == nil }
        if missing > 0 { Console.say("varde: \(missing) learners have no group in \(name)") }
        if unknown > 0 { Console.say("varde: \(unknown) learners of \(name) have no awards") }
    }
}
