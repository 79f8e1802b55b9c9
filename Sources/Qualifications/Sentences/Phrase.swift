// SPDX-License-Identifier: Apache-2.0

/// What a language must have words for, beside comparisons and kinds; the English phrases show how
/// each is used.
enum Phrase: String, Hashable, Sendable, CaseIterable {
    // Lists, names, numbers and dates.
    case listSeparator
    case listAnd
    case listOr
    case listThen
    case listMore
    case quoted
    case percent
    case date
    case level
    case gradeOnScale
    case years
    case months
    case days
    case titled

    // Amounts, and bounds on them.
    case creditsOfScheme
    case credits
    case awards
    case hours
    case creditsNoun
    case awardsNoun
    case hoursNoun
    case amountNoun
    case atLeast
    case atMost
    case exactly
    case between
    case anyAmount

    // Which awards are meant.
    case both
    case either
    case everyAward
    case noAward
    case usedYes
    case usedNo

    // Groups, as a sentence and as the head of what follows.
    case all
    case allHead
    case allOfNone
    case any
    case anyHead
    case anyOfNone
    case some
    case someHead

    // Counts.
    case fromAwards
    case fromAnyAwards
    case fromPartsAlone
    case awardsWhich
    case awardsOfAnyKind
    case countWithParts
    case countHead
    case countHeadConditions
    case partial
    case shared

    // Conditions.
    case ofRequired
    case ofCounted
    case roundedUp
    case roundedDown
    case roundedNearest
    case meanCounted
    case meanHeld
    case within
    case sameDay
    case different

    // Leaves.
    case credential
    case credentialOverlap
    case outcome
    case skill
    case skillLevel
    case order
    case absent
    case absentAny
    case notBefore
    case decision

    // The terms of a rule.
    case toFinish
    case toStart
    case version
    case validFrom
    case validUntil
    case validBetween
    case startedFrom
    case startedBefore
    case startedBetween
    case countsOnly
    case agesOn
    case ownProviders
    case recognised
    case bodyUnderAccord
    case bodyProvisional
    case equivalence
    case equivalenceOverlap
    case scale
    case scalePass
    case gradeWithPoints
    case awardedAutomatically
    case awardedOnApplication
    case decidedBy
    case source
    case sourceSecondary
}
