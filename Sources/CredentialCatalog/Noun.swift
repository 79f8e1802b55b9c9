// SPDX-License-Identifier: Apache-2.0

/// The things a catalogue holds and counts.
public enum Noun: String, Hashable, Sendable, CaseIterable {
    /// A skill.
    case skill
    /// An occupation, or a group of them.
    case occupation
    /// A relation between skills or occupations.
    case skillRelation = "skill-relation"
    /// A credential.
    case credential
    /// A learning outcome.
    case outcome
    /// An alignment of an outcome to a skill.
    case alignment
    /// A relation between credentials.
    case credentialRelation = "credential-relation"
    /// A rule; each is counted once, however many requirements it has.
    case rule
    /// A declared conversion between credit schemes.
    case conversion
    /// An award.
    case award
}
