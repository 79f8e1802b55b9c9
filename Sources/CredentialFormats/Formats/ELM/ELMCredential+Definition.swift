// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension ELMCredential {
    /// Returns what an achievement is of; nil where nothing has a title.
    mutating func definition(
        id: String, _ specification: JSONNode?, _ achievement: JSONNode, isPart: Bool
    ) -> Credential? {
        let titles = [specification, achievement].flatMap { node in
            document.localized(node, "title")?.entries ?? []
        }
        guard !titles.isEmpty else { return nil }
        var credential = Credential(id: id, title: LocalizedText(titles))
        credential.description =
            document.localized(specification, "description")
            ?? document.localized(achievement, "description")
        let body = awardingBody(achievement)
        credential.provider =
            body.flatMap { name(of: $0) } ?? root["issuer"].flatMap { name(of: $0) }
        credential.country = body.flatMap { country(of: $0) }
        credential.assessment = assessment(achievement)
        if let specification { read(specification, into: &credential) }
        credential.kind = kind(specification, achievement, credential, isPart: isPart)
        return credential
    }

    private mutating func read(_ node: JSONNode, into credential: inout Credential) {
        credential.credits = credits(node.elements("creditPoint"))
        credential.hours = hours(node)
        credential.level = level(node)
        credential.field = field(node)
        credential.languages = node.elements("language").compactMap(ELMConcept.language)
        credential.mode = node.elements("mode").lazy.compactMap(ELMConcept.mode).first
        credential.url = node.elements("homepage").compactMap { $0.text("contentURL") }
            .first { $0.hasPrefix("https://") }
        credential.identifiers =
            (node.elements("identifier") + node.elements("qualificationCode"))
            .compactMap { nodes.resolve($0).text("notation") }
        document.noteUnread(node, known: Self.knownOfSpecification)
    }

    // MARK: Who

    private func awardingBody(_ achievement: JSONNode) -> JSONNode? {
        achievement.elements("awardedBy").map { nodes.resolve($0) }
            .flatMap { $0.elements("awardingBody") }.first.map { nodes.resolve($0) }
    }

    private func name(of organisation: JSONNode) -> String? {
        let organisation = nodes.resolve(organisation)
        return ["legalName", "prefLabel", "altLabel", "name"].lazy
            .compactMap { organisation.localized($0)?.text() }.first
    }

    private func country(of organisation: JSONNode) -> String? {
        organisation.elements("location").map { nodes.resolve($0) }
            .flatMap { $0.elements("address") }.map { nodes.resolve($0) }
            .compactMap { $0["countryCode"]?.elements.first }
            .compactMap(ELMConcept.country).first
    }

    private mutating func assessment(_ achievement: JSONNode) -> String? {
        for proof in achievement.elements("provenBy").map({ nodes.resolve($0) }) {
            guard let specification = proof.elements("specifiedBy").first else { continue }
            let type = nodes.resolve(specification)["dcType"]
            if let label = document.localized(type?.elements.first, "prefLabel") {
                return label.text()
            }
        }
        return nil
    }

    // MARK: How much

    /// The credits in ECTS where there are any, else the first; never a sum.
    mutating func credits(_ points: [JSONNode]) -> Credits? {
        let all = points.compactMap { point -> (node: JSONNode, credits: Credits)? in
            let point = nodes.resolve(point)
            guard let amount = document.number(point["point"]) else { return nil }
            let framework = point.elements("framework").first.map { nodes.resolve($0) }
            return (point, Credits(amount, ELMConcept.scheme(framework)))
        }
        let chosen = all.first { $0.credits.scheme == .ects } ?? all.first
        for other in all where other.node.pointer != chosen?.node.pointer {
            document.note(
                .ignored, at: other.node, "more-credits",
                "\(other.credits) stand beside \(chosen?.credits.description ?? "others")"
                    + " and were left out")
        }
        if let chosen, chosen.credits.scheme == .unknown {
            document.noteOnce(.guessed, at: chosen.node, "unknown-scheme") { count in
                "credits of no framework that is known count as unknown"
                    + (count == 1 ? "" : ", \(count) times")
            }
        }
        return chosen?.credits
    }

    private mutating func hours(_ node: JSONNode) -> ExactDecimal? {
        guard let volume = node["volumeOfLearning"], let text = volume.text else { return nil }
        if let hours = ISODuration.hours(text) { return hours }
        document.note(
            .ignored, at: volume, "bad-duration",
            "\"\(text.prefix(40))\" is not a workload in hours; PT60H would be 60 hours, and months"
                + " (P60M) are not hours")
        return nil
    }

    private mutating func level(_ node: JSONNode) -> Level? {
        let levels = node.elements("eqfLevel").map { nodes.resolve($0) }
        let level = levels.lazy.compactMap { $0.text("id") ?? $0.text }
            .compactMap { ELMConcept.last($0, under: "/snb/eqf/") }
            .first { Int($0).map { 1...8 ~= $0 } ?? false }
        for national in node.elements("nqfLevel") {
            let label = nodes.resolve(national).localized("prefLabel")?.text() ?? "a national level"
            document.note(
                .ignored, at: national, "national-level",
                "\(label.prefix(80)) is left out; levels of the EQF are read")
        }
        return level.map { Level(framework: "EQF", value: String($0)) }
    }

    /// The most particular of the ISCED-F codes.
    private mutating func field(_ node: JSONNode) -> String? {
        let codes = node.elements("thematicArea").compactMap { area -> (JSONNode, String)? in
            (nodes.resolve(area).text("id") ?? area.text)
                .flatMap { ELMConcept.last($0, under: "/snb/isced-f/") }
                .map { (area, $0) }
        }
        let chosen = codes.reduce(nil as (JSONNode, String)?) { best, code in
            code.1.count > best?.1.count ?? 0 ? code : best
        }
        for other in codes where other.0.pointer != chosen?.0.pointer {
            document.note(
                .ignored, at: other.0, "more-fields",
                "the field \(other.1) stands beside \(chosen?.1 ?? "") and was left out")
        }
        return chosen?.1
    }

    // MARK: What

    private mutating func kind(
        _ specification: JSONNode?, _ achievement: JSONNode, _ credential: Credential, isPart: Bool
    ) -> Credential.Kind {
        let types = (specification?.elements("dcType") ?? []).map { nodes.resolve($0) }
        if let kind = types.lazy.compactMap(ELMConcept.kind).first { return kind }
        let profiles = root.elements("credentialProfiles").map { nodes.resolve($0) }
        if !isPart, let kind = profiles.lazy.compactMap(ELMConcept.kind).first { return kind }
        let kind = guess(achievement, credential, isPart: isPart)
        document.noteOnce(
            .guessed, at: specification ?? achievement, "kind", key: kind.rawValue
        ) { count in
            count == 1
                ? "the credential does not say what it is; it is taken as \(kind.rawValue)"
                : "\(count) credentials do not say what they are; they are taken as \(kind.rawValue)"
        }
        return kind
    }

    /// A part is a course; a whole of up to 30 ECTS without parts is a micro-credential.
    private func guess(
        _ achievement: JSONNode, _ credential: Credential, isPart: Bool
    ) -> Credential.Kind {
        if isPart { return .course }
        guard let credits = credential.credits, credits.scheme == .ects,
            achievement["hasPart"] == nil,
            credits.amount > .zero, credits.amount <= ExactDecimal(30)
        else { return .certificate }
        return .microCredential
    }

    private static let knownOfSpecification: Set<String> = [
        "id", "type", "title", "description", "creditPoint", "volumeOfLearning", "eqfLevel",
        "nqfLevel", "thematicArea", "language", "mode", "homepage", "identifier",
        "qualificationCode", "learningOutcome", "dcType",
    ]
}
