// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Holdings {
    /// The credentials of the awards that count, by position, in the learner's order.
    public var heldCredentials: [Int] { awards.map(\.credential) }

    /// The first valid award of the credential, or of one that counts for it.
    public func award(equivalentTo credential: Int, in graph: Graph) -> Award? {
        let matching = awards.filter { graph.areEquivalent($0.credential, credential) }
        return (matching.first { $0.credential == credential } ?? matching.first)?.award
    }
}
