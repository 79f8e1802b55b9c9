// SPDX-License-Identifier: Apache-2.0

public import Qualifications
import SkillsGraph

/// A proof's file, and what came of checking it.
public struct CheckedProof: Sendable {
    /// What came of it.
    public enum Result: Sendable {
        /// Every step holds.
        case confirmed
        /// A step does not hold: where, and why.
        case refuted(place: String, reason: String)
        /// It could not be checked: where, and why.
        case unreadable(place: String, reason: String)
    }

    /// The file as it was named.
    public let file: String
    /// What it claims; nil where that could not be read.
    public let claim: ProofFile.Claim?
    /// What came of checking it.
    public let result: Result

    /// Creates what came of checking a file.
    public init(_ file: String, _ claim: ProofFile.Claim?, _ result: Result) {
        self.file = file
        self.claim = claim
        self.result = result
    }
}

extension Report {
    /// Creates the report of checking proofs: `varde/verification/1`.
    ///
    /// - Parameters:
    ///   - proofs: each file, and what came of it.
    ///   - disclosure: what the answer rests on.
    public init(verification proofs: [CheckedProof], disclosure: Disclosure) {
        let table = Table(
            title: "Proofs",
            columns: [
                .init("file", title: "File"), .init("result", title: "Result"),
                .init("learner", title: "Learner"), .init("target", title: "Target"),
                .init("status", title: "Status"), .init("asOf", title: "As of"),
                .init("place", title: "Where"), .init("reason", title: "Why"),
            ], rows: proofs.map(\.row))
        self.init(
            "verification", table, fields: ["proofs": .list(proofs.map(\.json))],
            disclosure: disclosure)
        shown = Table(title: "", columns: [])
        above = proofs.filter { !$0.isUnreadable }.map(\.sentence)
        below = disclosure.sentences
    }
}

extension CheckedProof {
    fileprivate var name: String {
        switch result {
        case .confirmed: "confirmed"
        case .refuted: "refuted"
        case .unreadable: "unreadable"
        }
    }

    fileprivate var flaw: (place: String, reason: String)? {
        switch result {
        case .confirmed: nil
        case .refuted(let place, let reason), .unreadable(let place, let reason): (place, reason)
        }
    }

    fileprivate var row: [Table.Cell] {
        [
            .text(file), .text(name), Table.Cell(claim?.learner), Table.Cell(claim?.target),
            Table.Cell(claim?.status.rawValue), Table.Cell(claim?.asOf), Table.Cell(flaw?.place),
            Table.Cell(flaw?.reason),
        ]
    }

    fileprivate var json: JSONValue {
        .object([
            "file": .text(file), "result": .text(name), "place": JSONValue(flaw?.place),
            "reason": JSONValue(flaw?.reason),
            "claim": claim.map { claim in
                .object([
                    "learner": .text(claim.learner), "target": .text(claim.target),
                    "use": .text(claim.use.rawValue), "rule": .text(claim.rule),
                    "version": JSONValue(claim.version), "asOf": JSONValue(claim.asOf),
                    "status": .text(claim.status.rawValue),
                ])
            } ?? .null,
        ])
    }

    /// Whether it could not be checked.
    public var isUnreadable: Bool {
        if case .unreadable = result { return true }
        return false
    }

    /// What a person reads: the file, the result, what is claimed, and what is wrong.
    public var sentence: String {
        guard let flaw else {
            return "\(file): confirmed. " + (claim?.sentence ?? "") + (claim?.reserve ?? "")
        }
        let place = flaw.place.isEmpty ? "" : " at \(flaw.place)"
        let stated = claim.map { " It claims: \($0.sentence)" } ?? ""
        return "\(file): \(isUnreadable ? "cannot be checked" : name)\(place): "
            + "\(flaw.reason)\(stated)"
    }
}

extension ProofFile.Claim {
    /// What the file says beside that, and a proof does not show.
    fileprivate var reserve: String {
        status == .met
            ? "" : " How much remains the audit states; the proof shows only that something does."
    }

    /// What is claimed, as a sentence.
    fileprivate var sentence: String {
        let goal = use == .completion ? target : "admission to \(target)"
        let version = version.map { " \($0)" } ?? ""
        let basis = "by the rule \(rule)\(version), as of \(asOf)"
        return switch status {
        case .met: "\(learner) meets \(goal), \(basis)."
        case .notMet: "\(learner) does not meet \(goal), \(basis)."
        case .cannotTell:
            "It cannot be told whether \(learner) meets \(goal), \(basis)."
        }
    }
}
