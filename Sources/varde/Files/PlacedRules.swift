// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import PathwayReports
import Qualifications
import SkillsGraph

/// The rules of files, with where each of their parts stands, and what kept others from being read.
struct PlacedRules {
    /// The rules that could be read, in the order of the files.
    private(set) var rules: [Rule] = []
    /// What could not be read, and why.
    private(set) var faults: [RuleRemark] = []
    /// The files, with how many rules each holds.
    private(set) var files: [(name: String, rules: Int)] = []
    /// For each rule, where a requirement of it and a key stand.
    private var finders: [(_ node: String?, _ key: String?) -> SourcePlace] = []

    /// Reads every file that `paths` name; of a folder, those that hold rules.
    ///
    /// - Throws: `FileError` for what cannot be opened; what cannot be understood is a fault.
    init(_ paths: [String]) throws {
        for file in try InputPaths.files(paths) { try read(file) }
    }

    /// Where a finding stands.
    func place(of finding: RuleFinding) -> SourcePlace {
        finders[finding.ruleIndex](finding.node, finding.key)
    }

    private mutating func read(_ file: InputFile) throws {
        let name = file.path == "-" ? "stdin" : file.path
        let (known, unread) = (rules.count, faults.count)
        do {
            try read(file, as: name)
        } catch let error as RuleFileError {
            add(error.message, error.code, at: error.place)
        } catch let error as FormatError {
            add(error.message, error.code, at: error.place)
        } catch let error as Failure {
            // What no format recognises in a folder need not be there for its rules.
            guard file.isNamed else { return }
            add(error.description, "unreadable", at: SourcePlace(file: name))
        }
        let isEmpty = rules.count == known && faults.count == unread
        guard !isEmpty || file.isNamed else { return }
        if isEmpty {
            add("the file holds no rule", "no-rule", at: SourcePlace(file: name))
        }
        files.append((name, rules.count - known))
    }

    private mutating func read(_ file: InputFile, as name: String) throws {
        var chunks = try FileChunks(file.path)
        let first = try chunks.next() ?? []
        let isRuleFile =
            file.path == "-"
            || (Formats.detect(FileOpening(file: name, bytes: first)) == nil
                && RuleFiles.isOne(file, opening: first))
        guard isRuleFile else { return try readRecords(file) }
        let document = try RuleFiles.read(first, &chunks, name: name).document
        for (index, rule) in document.rules.enumerated() {
            rules.append(rule)
            finders.append { document.places.place(ofRule: index, node: $0, value: $1 ?? "") }
        }
    }

    // MARK: Tables and documents

    private mutating func readRecords(_ file: InputFile) throws {
        var pump = FilePump(isQuiet: true)
        var tree = RowTree()
        var found: [(rule: Rule, place: SourcePlace)] = []
        var notes: [LedgerEntry] = []
        try pump.read([file.path]) { event, _ in
            switch event {
            case .record(.rule(let rule), let place): found.append((rule, place))
            case .record(.requirement(let row), let place): tree.add(row, at: place)
            case .note(let entry) where entry.action == .rejected: notes.append(entry)
            case .record, .note: break
            }
        }
        // What else a catalogue's file rejects is no matter of rules.
        if file.isNamed || !tree.isEmpty || !found.isEmpty {
            for note in notes { add(note.message, note.code, at: note.place) }
        }
        for (rule, place) in found {
            rules.append(rule)
            finders.append { _, _ in place }
        }
        for group in tree.groups { add(group) }
    }

    private mutating func add(_ group: RowTree.Group) {
        do {
            guard let rule = try RequirementRow.rule(from: group.rows.map(\.row)) else { return }
            rules.append(rule)
            finders.append { node, _ in group.place(of: node) }
        } catch let error as RequirementError {
            faults.append(
                RuleRemark(
                    unreadable: error.description, code: "bad-requirement",
                    at: group.place(of: error.node), key: error.column))
        } catch {
            add("\(error)", "unreadable", at: group.place(of: nil))
        }
    }

    private mutating func add(_ message: String, _ code: String, at place: SourcePlace) {
        faults.append(RuleRemark(unreadable: message, code: code, at: place))
    }
}

/// Rows of requirements, by the rule that they are of.
private struct RowTree {
    /// The rows of one rule, with their places.
    struct Group {
        var rows: [(row: RequirementRow, place: SourcePlace)] = []

        /// The place of a row, else that of the root, else that of the first.
        func place(of node: String?) -> SourcePlace {
            let found = rows.first { $0.row.id == node } ?? rows.first { $0.row.parent == nil }
            return (found ?? rows[0]).place
        }
    }

    private var positions: [[String]: Int] = [:]
    private(set) var groups: [Group] = []

    var isEmpty: Bool { groups.isEmpty }

    mutating func add(_ row: RequirementRow, at place: SourcePlace) {
        let key = [row.credential, row.use.rawValue]
        if let position = positions[key] {
            groups[position].rows.append((row, place))
        } else {
            positions[key] = groups.count
            groups.append(Group(rows: [(row, place)]))
        }
    }
}
