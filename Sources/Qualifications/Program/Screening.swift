// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// An award of a credential in the graph.
struct Evidence: Sendable {
    let index: Int
    let award: Award
    let credential: Int
    /// Whether it is only thought of, with the grade that is asked for.
    var isThoughtOf = false
}

/// Which awards can count at all on a day, before any requirement is read.
struct Screening {
    /// Completed and valid, or supposed to be.
    private(set) var admissible: [Evidence] = []
    /// Being taken, and nothing else against them.
    private(set) var inProgress: [Evidence] = []
    /// The rest, and those in progress.
    private(set) var unused: [UnusedAward] = []

    init(
        _ awards: [Award], _ graph: Graph, asOf: CalendarDate,
        supposing: AuditTerms.Supposition = .nothing
    ) {
        for (index, award) in awards.enumerated() {
            let position = graph.credential(award.credential)
            let reason = Self.reason(
                against: award, isKnown: position != nil, asOf, supposing)
            if let reason { unused.append(UnusedAward(award, at: index, reason)) }
            guard let position else { continue }
            let evidence = Evidence(index: index, award: award, credential: position)
            if reason == nil { admissible.append(evidence) }
            if reason == .inProgress { inProgress.append(evidence) }
        }
    }

    private static func reason(
        against award: Award, isKnown: Bool, _ asOf: CalendarDate,
        _ supposing: AuditTerms.Supposition
    ) -> UnusedAward.Reason? {
        switch award.progress {
        case .failed: return .failed
        case .withdrawn: return .withdrawn
        case .planned where supposing != .planned: return .planned
        case .inProgress, .completed, .planned: break
        }
        if award.verification == .failed { return .verificationFailed }
        if !isKnown { return .unknownCredential }
        if award.isExpired(on: asOf) { return .expired }
        if award.progress == .inProgress { return supposing == .nothing ? .inProgress : nil }
        if award.progress == .planned { return nil }
        return award.date.map { $0 > asOf } ?? false ? .future : nil
    }
}
