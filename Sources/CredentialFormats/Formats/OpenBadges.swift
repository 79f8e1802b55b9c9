// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Open Badges 3.0: a learner's badges as JSON.
struct OpenBadgesFormat: Format {
    let name = "open-badges"
    let title = "Open Badges 3.0"
    let summary = """
        Open Badges 3.0 credentials in JSON, in the shapes of Verifiable Credentials 1.1 and 2.0, \
        alone, in a list or in a presentation: the achievement as a credential, its text as an \
        outcome, its skill alignments, and an award of the wallet's learner. Credits have no unit \
        in Open Badges and stay "unknown", except where the Dutch profile states ECTS or hours. \
        Names, addresses, images and endorsements are not read; signatures and revocation are not \
        checked, so that every award is unverified. Signed tokens (JWT), baked pictures and \
        Open Badges 2 are not read.
        """

    let isWallet = true

    func recognizes(_ opening: FileOpening) -> Bool {
        guard let json = opening.json else { return false }
        return json.elements.contains { Self.isBadge(JSONNode($0)) || Self.holdsBadges($0) }
    }

    func makeReader(for source: FormatSource) -> any FormatReader {
        let missing =
            "no Open Badge is in it; an OpenBadgeCredential or AchievementCredential with an"
            + " achievement is needed"
        return WalletReader(source, missing: ("no-badge", missing), take: Self.take)
    }

    /// Returns whether a credential is a badge by its type, or by what it is about.
    static func isBadge(_ node: JSONNode) -> Bool {
        if node.isA("OpenBadgeCredential") || node.isA("AchievementCredential") { return true }
        return node.isA("VerifiableCredential")
            && node.elements("credentialSubject").contains { $0["achievement"] != nil }
            && !node.isA("ClrCredential")
    }

    private static func holdsBadges(_ value: JSONValue) -> Bool {
        JSONNode(value).isA("VerifiablePresentation")
            && JSONNode(value).elements("verifiableCredential").contains { isBadge($0) }
    }
}

extension OpenBadgesFormat {
    /// Reads a badge, or the badges of a presentation, and returns whether there was one.
    fileprivate static func take(
        _ node: JSONNode, file: String, _ yield: (FormatEvent) throws -> Void
    ) throws -> Bool {
        if node.isA("VerifiablePresentation") {
            var found = false
            for inner in node.elements("verifiableCredential") {
                found = try take(inner, file: file, yield) || found
            }
            return found
        }
        guard isBadge(node) else {
            let kind = node.types.last { $0 != "VerifiableCredential" } ?? "this"
            let message =
                node.text == nil
                ? "\(kind) is no badge and was left out"
                : "a signed token (JWT) was left out; hand over the badge as JSON"
            let entry = LedgerEntry(
                .ignored, at: node.place(in: file), code: "not-a-badge", message)
            try yield(.note(entry))
            return false
        }
        var badge = Badge(node, file: file)
        badge.read()
        for event in badge.document.allEvents { try yield(event) }
        return true
    }
}
