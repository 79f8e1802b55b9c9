// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One Open Badge: reads its achievements and what they were awarded for.
struct Badge {
    let root: JSONNode
    var document: WalletDocument

    init(_ root: JSONNode, file: String) {
        self.root = root
        let members = root.elements("credentialSubject").flatMap(\.value.members)
        let subject = JSONNode(JSONValue(content: .object(members), line: 0, column: 0))
        document = WalletDocument(file: file, personal: PersonalData(subject: subject))
    }

    /// Reads the badge into the document.
    mutating func read() {
        let subjects = root.elements("credentialSubject")
        let achievements = subjects.flatMap { subject in
            subject.elements("achievement").map { (subject, $0) }
        }
        guard !achievements.isEmpty else {
            document.note(
                .rejected, at: subjects.first ?? root, "missing-achievement",
                "the badge does not say what was achieved; ask its issuer for a complete one")
            return
        }
        for (subject, achievement) in achievements { read(achievement, of: subject) }
        if let status = root["credentialStatus"] {
            document.note(
                .ignored, at: status, "status-not-checked",
                "whether the badge was revoked or suspended is not checked")
        }
    }

    private mutating func read(_ achievement: JSONNode, of subject: JSONNode) {
        guard let credential = definition(of: achievement) else {
            document.note(
                .rejected, at: achievement, "missing-name",
                "the achievement has no name; ask its issuer for a complete badge")
            return
        }
        document.add(.credential(credential), from: achievement)
        readOutcome(of: achievement, credential)
        document.add(
            .award(award(of: credential, achievement, subject), learner: nil), from: subject)
        document.noteUnread(achievement, known: Self.knownOfAchievement)
        document.noteUnread(subject, known: Self.knownOfSubject)
    }

    /// The issuer's name, else its id.
    var issuer: String? {
        guard let issuer = root["issuer"] else { return nil }
        if let id = issuer.text { return id }
        return issuer.localized("name")?.text() ?? issuer.text("id")
    }

    // MARK: Award

    private mutating func award(
        of credential: Credential, _ achievement: JSONNode, _ subject: JSONNode
    ) -> Award {
        var award = Award(
            credential: credential.id,
            date: document.date(root, "awardedDate", "validFrom", "issuanceDate")
                ?? document.date(subject, "activityEndDate"))
        award.expires = document.date(root, "validUntil", "expirationDate")
        award.progress = progress(subject)
        award.grade = grade(subject, achievement)
        if let earned = document.number(subject["creditsEarned"]),
            earned != credential.credits?.amount
        {
            award.credits = Credits(earned, .unknown)
        }
        return award
    }

    /// Anything but "Completed" means that it is not held.
    private mutating func progress(_ subject: JSONNode) -> Award.Progress {
        var progress = Award.Progress.completed
        for result in subject.elements("result") {
            guard let status = result["status"], let word = status.text else { continue }
            switch word {
            case "Completed": continue
            case "Enrolled", "InProgress", "OnHold": progress = .inProgress
            case "Failed": return .failed
            case "Withdrew": return .withdrawn
            default:
                document.note(
                    .ignored, at: status, "unknown-status", "\"\(word.prefix(40))\" is no status")
            }
        }
        return progress
    }

    /// The value of the first result, or the name of the level it reached.
    private mutating func grade(_ subject: JSONNode, _ achievement: JSONNode) -> Grade? {
        let levels = Self.levelNames(in: achievement)
        var grades: [(node: JSONNode, text: String)] = []
        for result in subject.elements("result") {
            if let value = document.text(result["value"]) {
                grades.append((result, value))
            } else if let name = result.text("achievedLevel").flatMap({ levels[$0] }) {
                grades.append((result, name))
            }
        }
        for extra in grades.dropFirst() {
            document.note(
                .ignored, at: extra.node, "more-grades",
                "only the first result is kept as the grade")
        }
        return grades.first.map { Grade($0.text) }
    }

    /// What the levels of an achievement's rubrics are called, by their ids.
    private static func levelNames(in achievement: JSONNode) -> [String: String] {
        let levels = achievement.elements("resultDescription")
            .flatMap { $0.elements("rubricCriterionLevel") }
        let named = levels.compactMap { level in
            level.text("id").flatMap { id in
                (level.text("name") ?? level.text("level")).map { (id, $0) }
            }
        }
        return Dictionary(named) { first, _ in first }
    }

    private static let knownOfAchievement: Set<String> = [
        "id", "type", "name", "description", "criteria", "alignment", "achievementType", "creator",
        "creditsAvailable", "humanCode", "otherIdentifier", "inLanguage", "tag", "ECTS", "SBU",
        "timeInvestment", "resultDescription", "assessmentType", "participationType",
        "educationProgramIdentifier", "fieldOfStudy", "image", "endorsement", "endorsementJwt",
    ]

    private static let knownOfSubject: Set<String> = [
        "id", "type", "achievement", "result", "creditsEarned", "activityEndDate",
        "activityStartDate", "name", "email", "identifier", "image", "givenName", "familyName",
        "fullName", "address", "dateOfBirth", "licenseNumber", "contactPoint", "phone",
    ]
}
