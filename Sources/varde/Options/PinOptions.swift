// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Where awards must count, whatever else would be as good.
struct PinOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let an award count in this requirement or nowhere; may be repeated.",
            valueName: "award=requirement"))
    var pin: [Pin] = []

    /// One award and one requirement.
    struct Pin: ExpressibleByArgument {
        let award: String
        let requirement: String

        init?(argument: String) {
            guard let place = argument.lastIndex(of: "=") else { return nil }
            award = String(argument[..<place])
            requirement = String(argument[argument.index(after: place)...])
            guard !award.isEmpty, !requirement.isEmpty else { return nil }
        }
    }

    /// Returns the pins, for awards by their id in outputs.
    ///
    /// A credential stands for its award, where the learner has one.
    ///
    /// - Throws: `Failure` naming what is not there, with the nearest that is.
    func pins(of learner: Learner, in rule: Rule) throws -> [String: String] {
        var pins: [String: String] = [:]
        for pin in pin {
            let award = try learner.award(pinned: pin.award)
            try rule.check(pin.requirement)
            if let other = pins[award], other != pin.requirement {
                throw Failure(
                    "\"\(award)\" is pinned to \"\(other)\" and to \"\(pin.requirement)\"; "
                        + "an award counts in one requirement")
            }
            pins[award] = pin.requirement
        }
        return pins
    }
}

extension Learner {
    fileprivate func award(pinned name: String) throws -> String {
        let ids = awards.map(\.id)
        if ids.contains(name) { return name }
        let candidates = Set(awards.filter { $0.credential == name }.map(\.id)).sorted()
        if candidates.count == 1 { return candidates[0] }
        if !candidates.isEmpty {
            throw Failure(
                "the award \"\(name)\" may be \(Failure.list(candidates)); give one of these")
        }
        let near = Spelling.nearest(
            to: name, among: Set(ids + awards.map(\.credential)).sorted())
        throw Failure(
            "the learner has no award \"\(name)\"; "
                + (near.isEmpty
                    ? "an audit lists all there are" : "did you mean \(Failure.list(near))?"))
    }
}

extension Rule {
    /// Refuses a requirement that is not there, or takes no awards.
    fileprivate func check(_ requirement: String) throws {
        let slots = self.requirement.nodes.filter { node in
            switch node.kind {
            case .count, .credential: true
            default: false
            }
        }.map(\.id)
        if slots.contains(requirement) { return }
        let isThere = self.requirement.nodes.contains { $0.id == requirement }
        let near = Spelling.nearest(to: requirement, among: slots)
        let hint =
            near.isEmpty
            ? "those that take awards: \(Failure.list(slots.prefix(10)))"
            : "did you mean \(Failure.list(near))?"
        throw Failure(
            isThere
                ? "the requirement \"\(requirement)\" takes no awards; \(hint)"
                : "the rule \"\(id)\" has no requirement \"\(requirement)\"; \(hint)")
    }
}

extension Failure {
    /// Ids in quotes, with commas between.
    static func list(_ ids: some Sequence<String>) -> String {
        ids.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
