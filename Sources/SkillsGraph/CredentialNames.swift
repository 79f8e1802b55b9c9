// SPDX-License-Identifier: Apache-2.0

/// The ids and identifiers that credentials go by.
struct CredentialNames {
    private var ids: Set<String> = []
    private var identifiers: [String: String] = [:]

    init(_ credentials: [Credential]) {
        ids.reserveCapacity(credentials.count)
        for credential in credentials { add(credential) }
    }

    mutating func add(_ credential: Credential) {
        ids.insert(credential.id)
        for identifier in credential.identifiers where identifiers[identifier] == nil {
            identifiers[identifier] = credential.id
        }
    }

    /// The credential with this id, or else one that is also known by it.
    func find(_ id: String) -> (id: String, match: Wallet.Match)? {
        ids.contains(id) ? (id, .id) : identifiers[id].map { ($0, .identifier) }
    }

    /// The credential with the same id, or else one that shares another.
    func find(_ credential: Credential) -> (id: String, match: Wallet.Match)? {
        if let found = find(credential.id) { return found }
        return credential.identifiers.lazy.compactMap { find($0)?.id }.first
            .map { ($0, .identifier) }
    }
}
