// SPDX-License-Identifier: Apache-2.0

/// What became of a wallet's records when they joined the parts of a graph.
public struct Wallet: Sendable {
    /// How a credential in the wallet was found in the catalogue.
    public enum Match: String, Hashable, Sendable, CaseIterable {
        /// It has the same id.
        case id
        /// One of the two knows the other's id, or they share another.
        case identifier
        /// It is declared equivalent to one that is there; it joins as the issuer's own.
        case equivalent
        /// It is not there: it joins as the issuer's own.
        case own
    }

    /// The awards, each naming a credential of the parts.
    public internal(set) var awards: [Award] = []
    /// How many credentials were found in which way.
    public internal(set) var credentials: [Match: Int] = [:]
    /// How many alignments of its own credentials were found by URI.
    public internal(set) var skillsByURI = 0
    /// How many alignments of its own credentials were found by a label.
    public internal(set) var skillsByLabel = 0
    /// How many alignments of its own credentials mean no skill that is known.
    public internal(set) var skillsUnmatched = 0
    /// What was guessed, ignored or left out.
    public internal(set) var ledger: [LedgerEntry] = []

    init() {}
}

extension GraphParts {
    /// Adds what a wallet defines, as its issuers' own, and returns its awards.
    ///
    /// A credential is matched to the catalogue by its id, then by other identifiers, never by its
    /// title: equal titles are listed as guesses. One that is matched is what the catalogue says;
    /// a wallet adds nothing to it, no outcome and no relation, only to what is its own. A skill is
    /// matched by URI, then by label.
    ///
    /// What joins comes after what is there, so that positions in the catalogue stay as they are.
    ///
    /// - Complexity: O(parts + records); labels are read only where a URI does not settle it.
    public mutating func join(wallet records: [(record: Record, place: SourcePlace)]) -> Wallet {
        var joining = WalletJoining(credentials)
        joining.define(records, in: &self)
        joining.relate(records, in: &self)
        joining.align(records, in: &self)
        joining.award(records)
        return joining.wallet
    }
}
