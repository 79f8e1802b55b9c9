// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Credential {
    /// Returns the credential as it is kept: lists hold no empty entry and no line break.
    var kept: Credential {
        var kept = self
        for list in [\Credential.languages, \.tags, \.identifiers]
        where self[keyPath: list].contains(where: { $0.isEmpty || $0.hasLineBreak }) {
            kept[keyPath: list] = self[keyPath: list].map(\.onOneLine).filter { !$0.isEmpty }
        }
        if description?.isEmpty == true { kept.description = nil }
        return kept
    }

    /// Returns this credential with what `other` says and it does not.
    func filled(by other: Credential) -> Credential {
        var filled = succeeding(other)
        filled.provider = provider ?? other.provider
        filled.country = country ?? other.country
        filled.credits = credits ?? other.credits
        filled.hours = hours ?? other.hours
        filled.level = level ?? other.level
        filled.field = field ?? other.field
        filled.languages = languages.isEmpty ? other.languages : languages
        filled.mode = mode ?? other.mode
        filled.url = url ?? other.url
        filled.status = status ?? other.status
        filled.tags = tags.isEmpty ? other.tags : tags
        filled.assessment = assessment ?? other.assessment
        filled.quality = quality ?? other.quality
        filled.identifiers = identifiers.isEmpty ? other.identifiers : identifiers
        return filled
    }

    /// Returns this credential with the languages of `other` that it lacks.
    ///
    /// A description none of whose languages is stated any longer is gone; one that is merely in
    /// other languages stays.
    func succeeding(_ other: Credential) -> Credential {
        var credential = self
        credential.title = title.filled(by: other.title)
        if let older = other.description {
            credential.description = description?.filled(by: older) ?? older
        }
        return credential
    }

    /// Every field as text.
    var fields: [Field] {
        Field.fields("title", title) + [
            Field("kind", kind.rawValue), Field("provider", provider), Field("country", country),
            Field("credits", credits?.amount.description),
            Field("scheme", credits?.scheme.rawValue), Field("hours", hours?.description),
            Field("level", level?.description), Field("field", field),
            Field("languages", Self.listed(languages)), Field("mode", mode), Field("url", url),
            Field("status", status), Field("tags", Self.listed(tags)),
            Field("assessment", assessment), Field("quality", quality),
            Field("identifiers", Self.listed(identifiers)),
        ] + (description.map { Field.fields("description", $0) } ?? [])
    }

    private static func listed(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
