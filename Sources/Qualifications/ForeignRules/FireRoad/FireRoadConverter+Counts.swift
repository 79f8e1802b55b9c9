// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension FireRoadConverter {
    /// A demand for some amount.
    struct Amount {
        static let one = Amount(minimum: 1, unit: .subjects)

        var minimum: Int
        var maximum: Int?
        var unit: FireRoadThreshold.Unit
    }

    /// The amount that a node asks for.
    mutating func amount(
        _ node: FireRoadNode, _ id: String, mustHold: Bool
    ) throws(ForeignRulesError) -> [Requirement] {
        let subjects = try gathered(node.counted)
        noteCount(node)
        guard let threshold = node.amount else {
            guard node.distinct == nil else { return [] }
            return [try count(subjects, .one, ids.make("\(id)-count"), at: node.place)]
        }
        var asked = Amount(
            minimum: threshold.minimum ?? 0, maximum: threshold.maximum, unit: threshold.unit)
        guard mustHold, threshold.asksNothing else {
            return [try count(subjects, asked, ids.make("\(id)-count"), at: node.place)]
        }
        if asked.unit == .subjects, asked.maximum ?? 1 > 0, subjects.capped.isEmpty {
            asked.minimum = 1
            return [try count(subjects, asked, ids.make("\(id)-count"), at: node.place)]
        }
        let flat = try gathered(node.counted.map(\.withoutAmounts))
        return [try count(flat, .one, ids.make("\(id)-held"), at: node.place)]
    }

    /// A count of subjects; where words stand among them, a person may find that they do.
    mutating func count(
        _ subjects: FireRoadSubjects, _ amount: Amount, _ id: String,
        at place: FireRoadDocument.Place
    ) throws(ForeignRulesError) -> Requirement {
        if subjects.isOnlyText, amount.minimum > 0 { return decision(subjects.texts, id) }
        let counted = Requirement(
            id: id, isShared: true, kind: .count(try demand(subjects, amount, id, at: place)))
        guard !subjects.texts.isEmpty, amount.minimum > 0 else { return counted }
        let decidedID = ids.make("\(id)-decided")
        let decided = decision(subjects.texts, decidedID)
        return Requirement(id: ids.make("\(id)-or"), kind: .any([counted, decided]))
    }

    func decision(_ texts: [String], _ id: String) -> Requirement {
        let title = texts.prefix(5).joined(separator: "; ")
        return Requirement(
            id: id, title: LocalizedText(title, language: "en"), kind: .decision(by: decider))
    }

    /// Lists with a maximum of their own are parts, so that no more of them counts.
    mutating func demand(
        _ subjects: FireRoadSubjects, _ amount: Amount, _ id: String,
        at place: FireRoadDocument.Place
    ) throws(ForeignRulesError) -> Requirement.Demand {
        let selector = subjects.selector
        guard selector.description.utf8.count <= 65_536 else {
            throw ForeignRulesError(
                line: place.line, column: place.column,
                "more subjects than a list can count (64 KiB of their numbers); split it up")
        }
        var parts: [Requirement] = []
        for (index, list) in subjects.capped.enumerated() {
            let partID = ids.make(list.name ?? "\(id)-\(index + 1)")
            noteCount(list)
            let inner = Amount(
                minimum: 0, maximum: list.amount?.maximum, unit: list.amount?.unit ?? .subjects)
            let below = try gathered(list.counted)
            parts.append(
                Requirement(
                    id: partID, title: LocalizedText(list.title ?? "", language: "en"),
                    kind: .count(try demand(below, inner, partID, at: list.place))))
        }
        return Requirement.Demand(
            minimum: ExactDecimal(amount.minimum), maximum: amount.maximum.map { ExactDecimal($0) },
            unit: amount.unit == .units ? .credits(Self.units) : .awards, selector: selector,
            parts: parts)
    }
}
