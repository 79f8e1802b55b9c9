// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One European Digital Credential: walks its achievements and their parts.
struct ELMCredential {
    let root: JSONNode
    let isSealed: Bool
    let nodes: ELMNodes
    var document: WalletDocument
    /// What makes the ids of this document its own.
    let namespace: String
    private var readAchievements: Set<String> = []
    private var definedCredentials: Set<String> = []

    init(_ root: JSONNode, file: String, isSealed: Bool) {
        self.root = root
        self.isSealed = isSealed
        nodes = ELMNodes(root)
        let members = root.elements("credentialSubject").flatMap(\.value.members)
        let personal = PersonalData(
            subject: JSONNode(JSONValue(content: .object(members), line: 0, column: 0)))
        document = WalletDocument(file: file, personal: personal)
        namespace = root.text("id") ?? Self.fingerprint(root, without: personal)
    }

    /// Reads the credential into the document.
    mutating func read() {
        let claims = root.elements("credentialSubject").flatMap { $0.elements("hasClaim") }
        let achievements = claims.map { nodes.resolve($0) }.filter {
            $0.isA("LearningAchievement")
        }
        noteOtherClaims(claims)
        if achievements.isEmpty {
            document.note(
                .ignored, at: root, "no-achievement",
                "the credential states no learning achievement, so there is nothing to hold")
        }
        for achievement in achievements { read(achievement, within: nil) }
        if isSealed {
            document.note(
                .ignored, at: root, "seal-not-checked",
                "the credential is sealed; whether the seal holds is not checked")
        }
    }

    private mutating func noteOtherClaims(_ claims: [JSONNode]) {
        var counts: [String: Int] = [:]
        for claim in claims.map({ nodes.resolve($0) }) where !claim.isA("LearningAchievement") {
            counts[claim.types.first ?? "untyped", default: 0] += 1
        }
        for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
            document.note(
                .ignored, at: root, "not-an-achievement",
                "\(count) × \(type.prefix(60)): no learning achievement, left out")
        }
    }

    // MARK: Achievements

    /// What an achievement is a part of.
    struct Whole {
        let id: String
        let credits: Credits?
        let date: CalendarDate?
        let depth: Int
    }

    private mutating func read(_ achievement: JSONNode, within whole: Whole?) {
        let specification = achievement.elements("specifiedBy").first.map { nodes.resolve($0) }
        let id = id(of: specification ?? achievement, or: achievement)
        if let whole, whole.id != id {
            document.add(
                .credentialRelation(CredentialRelation(from: id, kind: .partOf, to: whole.id)),
                from: achievement)
        }
        guard readAchievements.insert(achievement.text("id") ?? achievement.pointer).inserted
        else { return }
        guard whole?.depth ?? 0 < JSONScanner.deepest else {
            return document.note(
                .rejected, at: achievement, "too-deep",
                "parts are nested deeper than \(JSONScanner.deepest) levels")
        }
        guard
            var credential = definition(
                id: id, specification, achievement, isPart: whole != nil)
        else {
            return document.note(
                .rejected, at: achievement, "missing-title",
                "the achievement has no title; ask its issuer for a complete credential")
        }
        var award = award(of: credential, achievement, within: whole)
        if let above = whole?.credits { leaveOutCredits(&credential, &award, above, achievement) }
        if definedCredentials.insert(id).inserted {
            document.add(.credential(credential), from: specification ?? achievement)
            if let specification { readOutcomes(of: specification, credential) }
        }
        document.add(.award(award, learner: nil), from: achievement)
        document.noteUnread(achievement, known: Self.knownOfAchievement)
        let here = Whole(
            id: id, credits: credential.credits ?? award.credits ?? whole?.credits,
            date: award.date, depth: (whole?.depth ?? 0) + 1)
        for part in achievement.elements("hasPart").map({ nodes.resolve($0) })
        where part.isA("LearningAchievement") {
            read(part, within: here)
        }
    }

    /// The credits of a part are inside those of the whole.
    private mutating func leaveOutCredits(
        _ credential: inout Credential, _ award: inout Award, _ above: Credits, _ node: JSONNode
    ) {
        guard let own = credential.credits ?? award.credits else { return }
        (credential.credits, award.credits) = (nil, nil)
        document.note(
            .ignored, at: node, "credits-of-part",
            "the whole has credits (\(above)), so those of this part (\(own)) do not count again")
    }

    /// An id that means the same outside this document.
    func id(of node: JSONNode, or other: JSONNode) -> String {
        let local = node.text("id") ?? other.text("id") ?? other.pointer
        let isGlobal =
            local.contains(":") && !local.hasPrefix("urn:epass:") && !local.hasPrefix("_:")
        return isGlobal ? local : namespace + "#" + local
    }

    /// Stands for the id that unsigned documents may lack: the same content, the same name.
    ///
    /// Nothing of it comes from what says who the learner is.
    private static func fingerprint(_ root: JSONNode, without personal: PersonalData) -> String {
        var hash = Fingerprint()
        func add(_ value: JSONValue) {
            if let text = value.text { hash.add(personal.redacted(text) ?? text) }
            for member in value.members where !PersonalData.members.contains(member.key) {
                hash.add(member.key)
                add(member.value)
            }
            if case .list(let elements) = value.content { elements.forEach(add) }
        }
        add(root.value)
        return "urn:varde:elm:" + hash.text
    }

    private static let knownOfAchievement: Set<String> = [
        "id", "type", "title", "description", "specifiedBy", "awardedBy", "provenBy",
        "creditReceived", "hasPart", "isPartOf",
    ]
}
