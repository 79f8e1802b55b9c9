// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension VardeDecoder {
    func outcome(_ row: VardeRow) throws(VardeRow.Problem) -> LearningOutcome {
        LearningOutcome(
            id: try row.needed(OutcomeColumn.id),
            credential: try row.needed(OutcomeColumn.credential),
            text: try row.neededText(OutcomeColumn.text))
    }

    func alignment(_ row: VardeRow) throws(VardeRow.Problem) -> Alignment {
        let outcome = try row.needed(AlignmentColumn.outcome)
        let skill = try row.needed(AlignmentColumn.skill)
        return Alignment(
            outcome: outcome,
            skill: Self.isURI(skill) ? SkillReference(uri: skill) : SkillReference(label: skill),
            weight: try weight(row), proficiency: try proficiency(row),
            source: row.text(AlignmentColumn.source))
    }

    private func weight(_ row: VardeRow) throws(VardeRow.Problem) -> Double {
        guard let text = row.numeral(AlignmentColumn.weight) else { return 1 }
        if let weight = Double(text), weight > 0, weight <= 1 { return weight }
        throw row.problem(
            AlignmentColumn.weight, "bad-weight",
            "\"\(row.shown(text))\" is not a weight; it is above 0 and at most 1")
    }

    private func proficiency(_ row: VardeRow) throws(VardeRow.Problem) -> Level? {
        guard let text = row.text(AlignmentColumn.proficiency) else { return nil }
        if text.contains(":"), let level = Level(text) { return level }
        throw row.problem(
            AlignmentColumn.proficiency, "bad-proficiency",
            "\"\(row.shown(text))\" needs its framework, such as CEFR:B2")
    }

    func skill(_ row: VardeRow) throws(VardeRow.Problem) -> Skill {
        let uri = try row.needed(SkillColumn.uri)
        guard Self.isURI(uri) else {
            throw row.problem(
                SkillColumn.uri, "bad-uri",
                "\"\(row.shown(uri))\" is not a URI; write urn:your-college:skill:1 or an address")
        }
        return Skill(
            uri: uri, label: try row.neededText(SkillColumn.label),
            alternatives: row.entries(SkillColumn.alternatives),
            kind: try row.word(SkillColumn.kind, of: Skill.Kind.self) ?? .skill,
            framework: Framework(
                row.text(SkillColumn.framework) ?? "local",
                version: row.text(SkillColumn.version) ?? declaredVersion ?? "unknown"))
    }

    /// Returns whether `text` names a skill by URI: whether it has a scheme.
    static func isURI(_ text: String) -> Bool {
        if text.contains(where: \.isWhitespace) { return false }
        if text.lowercased().hasPrefix("urn:") { return true }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        return text[colon...].hasPrefix("://")
            && text[..<colon].utf8.allSatisfy { Selector.isScheme($0) }
    }
}

extension Selector {
    /// Returns whether `byte` may stand in the scheme of a URI (RFC 3986, section 3.1).
    fileprivate static func isScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }
}
