// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension AuditWriter {
    /// The requirements as a tree, each with its mark.
    func tree(of audit: Audit) -> Table {
        var table = Table(
            title: "Audit of \(audit.target)",
            columns: [
                .init("requirement", title: "Requirement"),
                .init("progress", title: "Progress", kind: .number),
                .init("evidence", title: "Counted"),
            ])
        let labels = labels(of: audit)
        walk(audit.root) { node, _, depth in
            let indent = String(repeating: "    ", count: depth)
            let pending = node.pendingBy.map { " (pending: \($0))" } ?? ""
            table.append([
                .text(
                    "\(indent)\(node.mark) "
                        + node.requirement.name(in: graph, language: language) + pending),
                .text(progress(of: node)),
                .text(Self.short(node.evidence.map { labels[$0] ?? $0 })),
            ])
        }
        return table
    }

    /// The first few of a list, and how many more there are; other forms of the answer name all.
    private static func short(_ names: [String], most: Int = 8) -> String {
        let more = names.count > most ? " and \(names.count - most) more" : ""
        return names.prefix(most).joined(separator: ", ") + more
    }

    /// What the marks mean.
    static let legend =
        "[x] met  [ ] not met  [~] not met, but would be when what is in progress completes  "
        + "[?] cannot tell"

    private func progress(of node: AuditNode) -> String {
        let unit = node.unit.map { " \($0.name)" } ?? ""
        if case .share(let share) = node.requirement.kind, share.minimum == nil {
            return "\(node.used) of at most \(node.needed)\(unit)"
        }
        return "\(node.used) of \(node.needed)\(unit)"
    }

    /// Awards that are not simply held, by id, with what they are.
    private func labels(of audit: Audit) -> [String: String] {
        var labels: [String: String] = [:]
        for entry in audit.assignment {
            let notes = notes(on: entry)
            if !notes.isEmpty { labels[entry.award] = "\(entry.award) (\(notes))" }
        }
        for derived in background.automatic?.derived ?? [] where labels[derived.award.id] == nil {
            labels[derived.award.id] = "\(derived.award.id) (automatic)"
        }
        return labels
    }

    func notes(on entry: Audit.Assignment) -> String {
        var notes: [String] = []
        switch entry.progress {
        case .completed, .failed, .withdrawn: break
        case .inProgress: notes.append("in progress")
        case .planned: notes.append("planned")
        }
        if isAutomatic(entry.award) { notes.append("automatic") }
        if entry.isProvisional { notes.append("recognition provisional") }
        return notes.joined(separator: ", ")
    }

    /// How the learner stands, in a sentence.
    func headline(of audit: Audit, learner: String) -> String {
        let goal = "\(title(ofCredential: audit.target)) (\(audit.target))"
        let name = audit.use == .completion ? goal : "admission to \(goal)"
        let cut = " The search was cut short: at least \(audit.bound) is missing."
        return "\(name): \(verdict(on: audit, learner))." + (audit.proved ? "" : cut)
    }

    private func verdict(on audit: Audit, _ learner: String) -> String {
        let left = remaining(audit.standing, by: audit.rule)
        return switch audit.status {
        case .met: "\(learner) meets every requirement"
        case .notMet: "\(learner) does not meet it yet; \(left)"
        case .cannotTell where !audit.proved:
            "no way to meet it was found, nor that there is none; \(left)"
        case .cannotTell:
            "whether \(learner) meets it depends on what is not known or not decided; \(left)"
        }
    }

    /// By what rule and on which terms, in a sentence.
    func basis(of audit: Audit) -> String {
        let version = audit.rule.version.map { ", version \($0)" } ?? ""
        var parts = ["Judged by \(audit.rule.id)\(version)"]
        switch audit.terms.supposing {
        case .nothing: break
        case .inProgress: parts.append("supposing that what is in progress is completed")
        case .planned: parts.append("supposing that what is in progress or planned is completed")
        }
        if audit.rule.recognition != nil {
            parts.append("recognition: \(audit.terms.recognition)")
        }
        return parts.joined(separator: "; ") + "."
    }

    /// What is still missing, in a few words; `rule` tells what its units are.
    func remaining(_ standing: Audit.Standing, by rule: Rule? = nil) -> String {
        let remaining = standing.remaining
        var parts: [String] = []
        if remaining.credits > .zero {
            parts.append("\(remaining.credits) \(remaining.scheme.rawValue)")
        }
        if remaining.units > .zero {
            parts.append(
                Self.amount(remaining.units, of: rule?.unitsBesideCredits(of: remaining) ?? []))
        }
        let missing = parts.isEmpty ? [] : [parts.joined(separator: " and ") + " missing"]
        let open = "\(remaining.count) requirement\(remaining.count == 1 ? "" : "s") open"
        return (missing + (remaining.count > 0 ? [open] : [])).joined(separator: ", ")
    }

    /// So many awards or hours; units, where it may be either.
    private static func amount(_ amount: ExactDecimal, of units: Set<String>) -> String {
        let name = units.count == 1 ? units.first ?? "units" : "units"
        let isOne = amount == ExactDecimal(1) && name.last == "s"
        return "\(amount) \(isOne ? String(name.dropLast()) : name)"
    }

    /// Status and what is missing, in a few words.
    func words(_ standing: Audit.Standing, by rule: Rule? = nil) -> String {
        let left = remaining(standing, by: rule)
        return standing.status.forReading + (left.isEmpty ? "" : "; \(left)")
    }
}

extension AuditNode {
    /// How it stands, without colour.
    var mark: String {
        switch status {
        case .met: "[x]"
        case .cannotTell: inProgress ? "[~]" : "[?]"
        case .notMet: inProgress ? "[~]" : "[ ]"
        }
    }
}

extension Status {
    /// What a person reads.
    var forReading: String {
        switch self {
        case .met: "met"
        case .notMet: "not met"
        case .cannotTell: "cannot tell"
        }
    }
}

extension Rule {
    /// The names of the units in which its counts ask, apart from the credits of what remains.
    func unitsBesideCredits(of remaining: Audit.Remaining) -> Set<String> {
        var names: Set<String> = []
        for node in requirement.nodes {
            switch node.kind {
            case .count(let demand) where demand.unit.scheme != remaining.scheme:
                names.insert(demand.unit.name)
            case .credential, .distinct: names.insert(Unit.awards.name)
            default: break
            }
        }
        return names
    }
}
