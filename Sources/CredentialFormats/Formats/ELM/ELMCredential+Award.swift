// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension ELMCredential {
    /// Returns the award of an achievement.
    ///
    /// A part that states no date was awarded with its whole.
    mutating func award(
        of credential: Credential, _ achievement: JSONNode, within whole: Whole?
    ) -> Award {
        let process = achievement.elements("awardedBy").first.map { nodes.resolve($0) }
        var award = Award(
            credential: credential.id,
            date: document.date(process, "awardingDate") ?? whole?.date
                ?? document.date(root, "issued", "issuanceDate", "validFrom"))
        award.expires = document.date(root, "validUntil", "expirationDate")
        award.grade = grade(achievement)
        let received = credits(achievement.elements("creditReceived"))
        if received != credential.credits { award.credits = received }
        return award
    }

    /// The grade of the first assessment that gives one, on the scale it names.
    private mutating func grade(_ achievement: JSONNode) -> Grade? {
        let used = achievement.elements("awardedBy").map { nodes.resolve($0) }
            .flatMap { $0.elements("used") }
        for proof in (achievement.elements("provenBy") + used).map({ nodes.resolve($0) }) {
            guard let note = proof.elements("grade").first.map({ nodes.resolve($0) }),
                let text = document.localized(note, "noteLiteral")?.text(), !text.isEmpty
            else { continue }
            let scale = proof.elements("specifiedBy").first.map { nodes.resolve($0) }
                .flatMap { $0.elements("gradingScheme").first }.map { nodes.resolve($0) }
            return Grade(text, scale: document.localized(scale, "title")?.text())
        }
        return nil
    }

    // MARK: Outcomes

    /// Reads the learning outcomes of a specification and the skills related to them.
    mutating func readOutcomes(of specification: JSONNode, _ credential: Credential) {
        for (position, node) in specification.elements("learningOutcome").enumerated() {
            let node = nodes.resolve(node)
            let skills = node.elements("relatedESCOSkill") + node.elements("relatedSkill")
            guard let text = document.localized(node, "title") ?? skillLabels(skills) else {
                document.note(
                    .rejected, at: node, "missing-title", "the learning outcome has no title")
                continue
            }
            let local = node.text("id") ?? "outcome-\(position + 1)"
            let isGlobal = local.contains(":") && !local.hasPrefix("urn:epass:")
            let outcome = LearningOutcome(
                id: isGlobal ? local : credential.id + "#" + local, credential: credential.id,
                text: text)
            document.add(.outcome(outcome), from: node)
            for skill in skills { read(skill, of: outcome, source: credential.provider) }
        }
    }

    private func skillLabels(_ skills: [JSONNode]) -> LocalizedText? {
        skills.lazy.compactMap { nodes.resolve($0).localized("prefLabel") }.first
    }

    /// A skill's id counts as a URI only where it means something outside the document.
    private mutating func read(_ skill: JSONNode, of outcome: LearningOutcome, source: String?) {
        let skill = nodes.resolve(skill)
        let id = skill.text ?? skill.text("id")
        let uri = id.flatMap { $0.hasPrefix("http") ? $0 : nil }
        let label = document.localized(skill, "prefLabel")?.entries
        let shown = label?.first { $0.language == "en" } ?? label?.first
        guard uri != nil || shown != nil else {
            return document.note(
                .ignored, at: skill, "empty-alignment", "the related skill has no URI and no label")
        }
        let reference = SkillReference(
            uri: uri, label: shown?.text,
            language: shown.flatMap { $0.language == "und" ? nil : $0.language })
        document.add(
            .alignment(Alignment(outcome: outcome.id, skill: reference, source: source)),
            from: skill)
    }
}
