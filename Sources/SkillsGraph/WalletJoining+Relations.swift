// SPDX-License-Identifier: Apache-2.0

extension WalletJoining {
    /// Adds the relations of its own credentials; what else a wallet says is not for it to say.
    mutating func relate(_ records: Records, in parts: inout GraphParts) {
        for (record, place) in records {
            switch record {
            case .credentialRelation(let relation): relate(relation, at: place, in: &parts)
            case .requirement(let row):
                if row.above == nil { ignoreRule(at: place) }
            case .rule: ignoreRule(at: place)
            case .occupation, .skillRelation, .conversion:
                note(
                    .ignored, place, "wallet-framework",
                    "a wallet defines no occupations, relations of skills or conversions; import "
                        + "the file instead")
            case .skill, .credential, .outcome, .alignment, .award: break
            }
        }
    }

    private mutating func ignoreRule(at place: SourcePlace) {
        note(.ignored, place, "wallet-rule", "a wallet sets no rules; import the file instead")
    }

    private mutating func relate(
        _ relation: CredentialRelation, at place: SourcePlace, in parts: inout GraphParts
    ) {
        guard let from = names[relation.from] ?? known.find(relation.from)?.id,
            let to = names[relation.to] ?? known.find(relation.to)?.id, from != to
        else {
            note(
                .ignored, place, "unknown-credential",
                "the relation leads to nothing that is known")
            return
        }
        let isMutual = relation.kind == .equivalent
        guard own.contains(from) || (isMutual && own.contains(to)) else {
            note(
                .ignored, place, "catalogue-relation",
                "\"\(from)\" is the catalogue's, and a wallet adds nothing to it; import the file "
                    + "instead")
            return
        }
        if isMutual, own.contains(from) != own.contains(to) {
            countEquivalent(own.contains(from) ? from : to)
        }
        parts.credentialRelations.append(
            CredentialRelation(from: from, kind: relation.kind, to: to))
    }

    private mutating func countEquivalent(_ id: String) {
        guard equivalents.insert(id).inserted else { return }
        wallet.credentials[.own, default: 0] -= 1
        wallet.credentials[.equivalent, default: 0] += 1
        if wallet.credentials[.own] == 0 { wallet.credentials[.own] = nil }
    }
}
