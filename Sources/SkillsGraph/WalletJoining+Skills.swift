// SPDX-License-Identifier: Apache-2.0

extension WalletJoining {
    /// Adds the outcomes of its own credentials and the skills they teach.
    mutating func align(_ records: Records, in parts: inout GraphParts) {
        var taken: Set<String>?
        for case (.outcome(let outcome), let place) in records {
            var ids = taken ?? Set(parts.outcomes.map(\.id))
            add(outcome, at: place, to: &parts, &ids)
            taken = consume ids
        }
        var seen: Set<Alignment> = []
        let alignments = records.compactMap { record, place -> PlacedAlignment? in
            guard case .alignment(let alignment) = record, seen.insert(alignment).inserted else {
                return nil
            }
            return (alignment, place)
        }
        add(alignments, to: &parts)
    }

    private typealias PlacedAlignment = (alignment: Alignment, place: SourcePlace)

    private mutating func add(
        _ outcome: LearningOutcome, at place: SourcePlace, to parts: inout GraphParts,
        _ taken: inout Set<String>
    ) {
        guard outcomes[outcome.id] == nil else { return }
        guard let credential = names[outcome.credential] else {
            note(
                .ignored, place, "unknown-credential",
                "outcome \"\(outcome.id)\" is of \"\(outcome.credential)\", which is not defined")
            return
        }
        guard own.contains(credential) else {
            outcomes[outcome.id] = .some(nil)
            return
        }
        var id = outcome.id
        while !taken.insert(id).inserted { id = "\(credential)#\(id)" }
        outcomes[outcome.id] = parts.outcomes.count
        parts.outcomes.append(LearningOutcome(id: id, credential: credential, text: outcome.text))
    }

    private mutating func add(_ alignments: [PlacedAlignment], to parts: inout GraphParts) {
        guard !alignments.isEmpty else { return }
        let byURI = SkillResolver(parts.skills, for: [])
        let open = alignments.lazy.map(\.alignment.skill).filter {
            $0.label != nil && byURI.resolve($0) == .unknown
        }
        let resolver = open.isEmpty ? byURI : SkillResolver(parts.skills, for: open)
        for (alignment, place) in alignments {
            guard let known = outcomes[alignment.outcome] else {
                note(
                    .ignored, place, "unknown-outcome",
                    "outcome \"\(alignment.outcome)\" is not defined")
                continue
            }
            guard let outcome = known else { continue }
            guard alignment.weight > 0, alignment.weight <= 1 else {
                note(
                    .rejected, place, "impossible-weight",
                    "a weight is above 0 and at most 1, not \(alignment.weight)")
                continue
            }
            let resolution = resolver.resolve(alignment.skill)
            count(resolution, alignment.skill, place, parts.skills)
            guard let skill = resolution.skill else { continue }
            parts.alignments.append(
                GraphParts.AlignmentLink(
                    outcome: outcome, skill: skill, weight: alignment.weight,
                    proficiency: alignment.proficiency, source: alignment.source))
        }
    }

    private mutating func count(
        _ resolution: SkillResolver.Resolution, _ reference: SkillReference,
        _ place: SourcePlace, _ skills: [Skill]
    ) {
        let name = reference.label ?? reference.uri ?? ""
        switch resolution {
        case .byURI: wallet.skillsByURI += 1
        case .byLabel(let skill), .byAlternative(let skill):
            wallet.skillsByLabel += 1
            note(
                .guessed, place, "skill-by-label",
                "\"\(name)\" is taken for \(skills[skill].uri)")
        case .ambiguous(let candidates):
            wallet.skillsUnmatched += 1
            note(
                .ignored, place, "ambiguous-skill",
                "\"\(name)\" may be "
                    + candidates.prefix(5).map { skills[$0].uri }.joined(separator: " or ")
                    + "; give its URI")
        case .unknown:
            wallet.skillsUnmatched += 1
            note(
                .ignored, place, "unknown-skill", "no skill in the catalogue goes by \"\(name)\"")
        }
    }
}
