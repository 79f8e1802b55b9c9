// SPDX-License-Identifier: Apache-2.0

/// What a language must have words for in a report; the English phrases show how each is used.
enum ReportPhrase: String, Hashable, Sendable, CaseIterable {
    // The page, its head and its foot.
    case title, contents, skip, forLearner, asOfDay, walletHolder, named, supposedNotice, noRule
    case ruleVersion, adviceNotDecision, bodyDecides, awardingBody, madeBy

    // What columns and facts are called.
    case credential, qualification, number, requirement, state, status, done, countedHere, counts
    case date, credits, grade, level, age, provider, proof, validUntil, countsUntil, reason
    case stillNeeded, skill, heldShare, workload, quality, profile, outcomes, offer, closes
    case skills, leaves, admission, recognition, whyHere, asksFor, wouldHelp, exceptions
    case exception, decidedBy, withoutIt, rules, rule, version, inForce, source, frameworks, data
    case skillSpace, weights, software, contact

    // States.
    case met, notMet, metInProgress, cannotTell, pendingBy, completed, inProgress, planned
    case failed, withdrawn, automatic, supposed, provisional, isOver, verified, unverified
    case verificationFailed, notStated

    // Kinds of credential, one of them.
    case badge, microCredential, module, course, challenge, certificate, diploma, degree
    case priorLearning

    // Amounts and lists.
    case amountOf, amountOfAtMost, units, more, requirementsOpen, ofRequirementsBelow

    // The summary.
    case summaryTitle, summaryMet, summaryHeld, summaryHoldsNothing, summaryCredits
    case summaryCounted, summarySkills, summaryMissing, summaryMissingCut, summaryMissingSkills
    case summaryNothingMissing, summaryUnknown, summaryCut, summaryAutomatic, summaryApply
    case summaryNext, summarySettle, summaryNotAsked, summaryNextSkills, summaryBlocked
    case summaryNoStep, summaryDone

    // The pictures.
    case pictureTitle, pictureName, pictureIntroduction, pictureSays, stoneUnused, stoneHeld
    case stoneInProgress, stoneNext, stoneUnlocked, stoneGoal, stoneBlocked, noCreditsStated
    case pictureKey, mapTitle, mapName, mapIntroduction, edgeCounts, edgeWouldCount, edgeAdmits
    case edgePartOf, mapCounts, mapWouldCount, requirementMet, requirementNotMet
    case requirementCannotTell, requirementInProgress, mapNothing

    // What is held.
    case heldTitle, heldNothing, heldUnchecked, heldFailed, heldProofs

    // The requirements.
    case requirementsTitle, requirementsIntroduction, statusLegend, noRuleToJudge

    // What counts, and the evidence for it.
    case countedTitle, countedIntroduction, countedNothing, answersIt, isWhatIsAsked
    case thisCredential, evidenceTitle, evidenceIntroduction, assessedBy, fieldOfStudy, taughtIn

    // What counts nowhere.
    case unusedTitle, unusedNothing, unusedExpired, unusedInProgress, unusedPlanned, unusedFailed
    case unusedWithdrawn, unusedVerificationFailed, unusedUnknownCredential, unusedFuture
    case unusedDuplicate, unusedNoMatch, unusedNoCredits, unusedUnconvertible, unusedUnknownFact
    case unusedSurplus, unusedInadmissible, unusedNotRecognised, unusedProvisional, unusedBlocked
    case unusedTarget

    // What is missing.
    case missingTitle, missingNothing, missingLeast, missingCertain, missingAtMost, wouldSettle
    case unsettledDecision, unsettledWhether, unsettledFact, missingSkills, moreSkills

    // What could come next.
    case nextTitle, nextNotNeeded, nextNothing, nextCounts, nextFilter, closesIt, askedForIn
    case creditsAskedForIn, bringsCredits, requirementOf, countsForNothing, closesSkills
    case addsNothing, leavesFor, leavesNothing, admissionOpen, admissionMet, recognitionNoRule
    case recognitionEveryone, recognitionMet, recognitionNotMet, recognitionProvisional
    case expiryNone, expiryDay, rankCounts, rankCountsNot, rankPlanned, rankScore, rankLead
    case criterionCoverage, criterionProgress, criterionUnlocking, criterionSimilarity
    case criterionLevelFit, criterionEffort, blockedTitle, nothingHelps

    // Other ways, and qualifications on the way.
    case alternativesTitle, alternativesIntroduction, alternativesNone, alternativesNotFound
    case countsIn, leftOut, exitsTitle, exitsNone, exitHeld, exitReached, exitLapsed

    // Conflicts.
    case conflictsTitle, conflictsNone, conflictDoubleUse, conflictUsedBefore, conflictDuplicate
    case conflictForbidden

    // Assumptions and exceptions.
    case assumptionsTitle, assumesDay, assumesRecord, assumesStart, assumesProved, assumesCut
    case assumesAutomatic, recognitionDeclared, recognitionOfEveryone, recognitionOwn
    case recognitionAccord, warningExpired, warningNotYet, warningUnsatisfiable, warningStart
    case warningPin, exceptionsNone, exceptionsLeftOut, exceptionNotApplied, exceptionSame
    case exceptionInsert, exceptionWaive, exceptionBlock, exceptionBlockIn, exceptionSubstitute
    case exceptionMinimum, exceptionMaximum

    // Versions.
    case versionsTitle, since, until, secondarySource, importedOn

    // Who decides, and how to question it.
    case decisionTitle, noEntitlement, howMade, howMadeExceptions, howMadeSkills, questionTitle
    case questionFacts, questionRule, questionAgain, escoCredit

    // The list of many reports.
    case indexTitle, indexIntroduction, learner, target, nearest, nextStep, endsFirst, blocked
    case skillsMissing, show, find, showAll, showNotMet, showMet, showCannotTell, showBlocked
    case showExpiring
}
