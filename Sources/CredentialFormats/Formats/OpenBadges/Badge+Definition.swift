// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Badge {
    /// Returns the achievement as a credential; nil where it has no name.
    mutating func definition(of achievement: JSONNode) -> Credential? {
        let language = achievement.text("@language") ?? achievement.text("inLanguage") ?? "und"
        let title =
            document.localized(achievement, "name", language: language)
            ?? document.localized(root, "name", language: language)
        guard let title else { return nil }
        var credential = Credential(id: id(of: achievement, title), title: title)
        credential.provider = issuer
        credential.country = country
        credential.description = document.localized(
            achievement, "description", language: language)
        credential.languages = achievement.elements("inLanguage").compactMap(\.text)
        credential.tags = achievement.elements("tag").compactMap(\.text)
        credential.identifiers = identifiers(of: achievement)
        credential.assessment = document.text(achievement["assessmentType"])
        credential.mode = document.text(achievement["participationType"])
        readField(of: achievement, into: &credential)
        readWorkload(of: achievement, into: &credential)
        readLevel(of: achievement, into: &credential)
        credential.kind = kind(of: achievement, credential)
        if credential.id.hasPrefix("https://") { credential.url = credential.id }
        return credential
    }

    /// The achievement's own id; without one, its issuer and title stand for it.
    private mutating func id(of achievement: JSONNode, _ title: LocalizedText) -> String {
        if let id = achievement.text("id"), !id.hasPrefix("_:") { return id }
        let made = (root["issuer"]?.text("id") ?? issuer ?? "issuer") + "#" + title.text()
        document.note(
            .guessed, at: achievement, "missing-id",
            "the achievement has no id; its issuer and name stand for it")
        return made
    }

    private var country: String? {
        root["issuer"]?["address"]?.text("addressCountryCode")
    }

    private func identifiers(of achievement: JSONNode) -> [String] {
        var identifiers = achievement.elements("otherIdentifier").compactMap {
            $0.text("identifier")
        }
        identifiers += [achievement.text("humanCode")].compactMap { $0 }
        identifiers += achievement.elements("educationProgramIdentifier").compactMap(\.text)
        return identifiers
    }

    /// A field of study counts where it is an ISCED-F code.
    private mutating func readField(of achievement: JSONNode, into credential: inout Credential) {
        guard let node = achievement["fieldOfStudy"], let field = node.text else { return }
        if 2...4 ~= field.utf8.count, field.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            credential.field = field
        } else {
            document.note(
                .ignored, at: node, "not-a-field-code",
                "the field of study is no ISCED-F code and was left out")
        }
    }

    // MARK: Workload and level

    /// The Dutch profile states ECTS or hours ("SBU"); the standard's credits have no unit.
    private mutating func readWorkload(
        of achievement: JSONNode, into credential: inout Credential
    ) {
        credential.hours =
            document.number(achievement["SBU"]) ?? document.number(achievement["timeInvestment"])
        if let ects = document.number(achievement["ECTS"]) {
            credential.credits = Credits(ects, .ects)
        } else if let node = achievement["creditsAvailable"], let amount = document.number(node) {
            credential.credits = Credits(amount, .unknown)
            document.note(
                .guessed, at: node, "unknown-scheme",
                "Open Badges give credits without a unit; \(amount) are kept as unknown, not as ECTS"
            )
        }
    }

    private mutating func readLevel(of achievement: JSONNode, into credential: inout Credential) {
        for alignment in achievement.elements("alignment") {
            guard BadgeAlignment(alignment) == .level else {
                if BadgeAlignment(alignment) == .quality {
                    credential.quality = document.text(alignment["targetName"])
                }
                continue
            }
            let text = alignment.text("targetCode") ?? alignment.text("targetName") ?? ""
            let digits = text.filter { $0.isASCII && $0.isNumber }
            if let level = Int(digits), 1...8 ~= level {
                credential.level = Level(framework: "EQF", value: String(level))
            } else {
                document.note(
                    .ignored, at: alignment, "bad-level",
                    "\"\(text.prefix(40))\" is not a level of the EQF, 1 to 8")
            }
        }
    }

    // MARK: Kind

    private mutating func kind(
        of achievement: JSONNode, _ credential: Credential
    ) -> Credential.Kind {
        let stated = achievement["achievementType"]
        if let word = stated?.text, let kind = Self.kinds[Self.bare(word)] { return kind }
        let profiles = root.elements("credentialSchema").compactMap { $0.text("id") }
        let isMicro = profiles.contains { $0.contains("microcredential") }
        let kind: Credential.Kind = isMicro || credential.credits != nil ? .microCredential : .badge
        document.note(
            .guessed, at: stated ?? achievement, "kind",
            "the achievement's type is \(stated?.text.map { "\"\($0)\"" } ?? "not stated");"
                + " it is taken as \(kind.rawValue)")
        return kind
    }

    private static func bare(_ word: String) -> String {
        word.lowercased().replacing("ext:", with: "").filter { $0.isLetter }
    }

    /// Achievement types of Open Badges 3.0, and those seen as extensions.
    private static let kinds: [String: Credential.Kind] = [
        "badge": .badge, "achievement": .badge, "award": .badge, "communityservice": .badge,
        "microcredential": .microCredential, "course": .course, "module": .module,
        "certificate": .certificate, "certificateofcompletion": .certificate,
        "certification": .certificate, "license": .certificate,
        "apprenticeshipcertificate": .certificate, "journeymancertificate": .certificate,
        "mastercertificate": .certificate, "diploma": .diploma,
        "secondaryschooldiploma": .diploma, "generaleducationdevelopment": .diploma,
        "degree": .degree, "associatedegree": .degree, "bachelordegree": .degree,
        "masterdegree": .degree, "doctoraldegree": .degree, "professionaldoctorate": .degree,
        "researchdoctorate": .degree, "challenge": .challenge,
    ]
}
