// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The slots that credentials of the catalogue would fit, if they were awarded.
///
/// Credentials that no selector of the rule tells apart, with the same credits, in the same leaves
/// and with the same values where different ones are asked for, form a class; what one of them
/// could do is worked out once.
struct CandidateFits {
    private let reading: RuleReading
    private let award: Int
    private let asOf: CalendarDate
    private var tables: [SelectorTable] = []
    private var values: [ValueNumbers] = []
    private var known: [Key: [SlotOption]] = [:]
    private let overlapLeaves: Bool

    private struct Key: Hashable {
        let truths: [UInt64]
        let values: [Int32]
        /// The class of equivalents, where leaves ask for it; else −1.
        let group: Int
    }

    /// Prepares the selectors of the rule for a whole catalogue.
    ///
    /// - Complexity: O(catalogue × fields + selectors × different values).
    init(_ reading: RuleReading, award: Int, asOf: CalendarDate) {
        self.reading = reading
        self.award = award
        self.asOf = asOf
        let program = reading.program
        overlapLeaves = !program.overlapLeaves.isEmpty
        var columns = CatalogueColumns(reading.graph)
        var selectors = [program.rule.counts] + program.accounts.map(\.demand.selector)
        selectors += program.readers.flatMap { $0.map(\.selector) }
        for selector in selectors where selector != .everything {
            tables.append(SelectorTable(selector, &columns, reading, asOf: asOf))
        }
        for field in Self.fields(of: program) {
            if let numbers = columns.values(of: field) { values.append(numbers) }
        }
    }

    /// What is read of a credential beside the selectors: its amounts, its provider where it must
    /// be recognised, and the fields by which different values are told.
    private static func fields(of program: RuleProgram) -> [Selector.Field] {
        var fields: Set<Selector.Field> = [.credits, .hours]
        if program.rule.recognition != nil { fields.insert(.provider) }
        for condition in program.accounts.flatMap(\.conditions) {
            if case .distinct(_, let field) = condition.kind { fields.insert(field) }
        }
        return fields.sorted { $0.rawValue < $1.rawValue }
    }

    /// An award of the credential on the day asked about.
    func evidence(of candidate: Int) -> Evidence {
        Evidence(
            index: award, award: reading.thoughtOf(candidate, asOf: asOf), credential: candidate,
            isThoughtOf: true)
    }

    /// What an award of the credential could do.
    mutating func options(of candidate: Int) -> [SlotOption] {
        guard !overlapLeaves, !needsOwnID else { return fit(candidate) }
        let key = key(of: candidate)
        if let options = known[key] { return options }
        let options = fit(candidate)
        known[key] = options
        return options
    }

    /// Whether awards are told apart by the credential itself.
    private var needsOwnID: Bool {
        reading.program.accounts.contains { account in
            account.conditions.contains {
                if case .distinct(_, .id) = $0.kind { true } else { false }
            }
        }
    }

    private func fit(_ candidate: Int) -> [SlotOption] {
        SlotFit(evidence(of: candidate), reading).options
    }

    private func key(of candidate: Int) -> Key {
        var truths = [UInt64](repeating: 0, count: tables.count / 32 + 1)
        for (place, table) in tables.enumerated() {
            let bits: UInt64 =
                switch table.status(of: candidate) {
                case .met: 1
                case .cannotTell: 2
                case .notMet: 0
                }
            truths[place / 32] |= bits << UInt64(place % 32 * 2)
        }
        let group = reading.graph.equivalenceClass(of: candidate)
        return Key(
            truths: truths, values: values.map { $0.numbers[candidate] },
            group: reading.program.leavesOfClass[group] == nil ? -1 : group)
    }
}
