// SPDX-License-Identifier: Apache-2.0

import Qualifications

extension ReportWords {
    /// English.
    static let english = ReportWords(
        book: Phrasebook.of("en"),
        phrases: [
            .title: "Report: {target}", .contents: "Contents", .skip: "Skip to the report",
            .forLearner: "For", .asOfDay: "As of", .walletHolder: "no pseudonym given",
            .named: "{name} ({learner})",
            .supposedNotice: "What if: this report supposes that you also hold {list}.",
            .noRule: "none for this target", .ruleVersion: "{rule}, version {version}",
            .adviceNotDecision: "This is advice, not a decision.",
            .bodyDecides: "The decision rests with: {body}.",
            .awardingBody: "the awarding body",
            .madeBy: "Made by Varde {version}, offline, from the data named above. Not sponsored.",

            .credential: "Credential", .qualification: "Qualification", .number: "No.",
            .requirement: "Requirement", .state: "State", .status: "Status", .done: "Done",
            .countedHere: "Counted", .counts: "Counts", .date: "Date", .credits: "Credits",
            .grade: "Grade", .level: "Level", .age: "Age", .provider: "Provider", .proof: "Proof",
            .validUntil: "Valid until", .countsUntil: "Counts until", .reason: "Reason",
            .stillNeeded: "Still needed", .skill: "Skill", .heldShare: "Held",
            .workload: "Workload", .quality: "Quality", .profile: "Profile",
            .outcomes: "Learning outcomes", .offer: "Offer", .closes: "What it adds",
            .skills: "Skills", .leaves: "Then still needed", .admission: "Admission",
            .recognition: "Recognition", .whyHere: "Why it stands here", .asksFor: "Asks for",
            .wouldHelp: "What would help", .exceptions: "Exceptions", .exception: "Exception",
            .decidedBy: "Decided by", .withoutIt: "Without it", .rules: "Rules", .rule: "Rule",
            .version: "Version", .inForce: "In force", .source: "Source",
            .frameworks: "Frameworks", .data: "Data", .skillSpace: "Skill data, hash",
            .weights: "Weights", .software: "Software", .contact: "Whom to ask",

            .met: "met", .notMet: "not met", .metInProgress: "in progress",
            .cannotTell: "cannot tell", .pendingBy: "decides: {body}", .completed: "completed",
            .inProgress: "in progress", .planned: "planned", .failed: "failed",
            .withdrawn: "withdrawn", .automatic: "by its rule, not on record",
            .supposed: "supposed", .provisional: "recognition provisional", .isOver: "over",
            .verified: "verified", .unverified: "not verified",
            .verificationFailed: "verification failed", .notStated: "not stated",

            .badge: "badge", .microCredential: "micro-credential", .module: "module",
            .course: "course", .challenge: "challenge", .certificate: "certificate",
            .diploma: "diploma", .degree: "degree", .priorLearning: "prior learning",

            .amountOf: "{used} of {needed}",
            .amountOfAtMost: "{used} of at most {needed}",
            .units: "{count|one=# unit|other=# units}", .more: "{count} more",
            .requirementsOpen: "{count|one=# requirement|other=# requirements}",
            .ofRequirementsBelow: "{count} of: {list}",

            .summaryTitle: "In short",
            .summaryMet: "You meet every requirement of “{target}”.",
            .summaryHeld: "You hold “{target}” already.",
            .summaryHoldsNothing: "You hold nothing yet that could count toward “{target}”.",
            .summaryCredits: """
            Of the {held|one=# credential|other=# credentials} you hold, {counted|one=# \
            counts|other=# count} toward “{target}”: you have {share}.
            """,
            .summaryCounted: """
            Of the {held|one=# credential|other=# credentials} you hold, {counted|one=# \
            counts|other=# count} toward “{target}”.
            """,
            .summarySkills:
                "You hold {held} of the {wanted|one=# skill|other=# skills} that “{target}” asks for.",
            .summaryMissing: "You still need at least {amount}. Not met yet: {list}.",
            .summaryMissingCut:
                "You still need {amount}, perhaps less: the search was cut short. Not met yet: {list}.",
            .summaryMissingSkills: """
            Still missing, wholly or in part: {count|one=# skill|other=# skills}, first of all \
            {list}.
            """,
            .summaryNothingMissing: "Nothing is missing.",
            .summaryUnknown:
                "Whether that is enough depends on what is not known or not decided: {list}.",
            .summaryCut: "Whether that is enough could not be settled in the time allowed.",
            .summaryAutomatic: "It is awarded by itself; {body} decides.",
            .summaryApply: "You can apply for it; {body} decides.",
            .summaryNext: "A good next step is {step}: it {closes}.",
            .summarySettle:
                "What is not known or not decided comes first; what would settle it stands below.",
            .summaryNotAsked: "No next steps were asked for.",
            .summaryNextSkills: "A good next step is {step}, for the skills that it teaches.",
            .summaryBlocked:
                "Nothing that helps can be started yet; below is what stands in the way.",
            .summaryNoStep:
                "Nothing that was considered and that you can start would bring you closer.",
            .summaryDone: "No further step is needed.",

            .pictureTitle: "Your varde",
            .pictureName: "The pile of stones on the way to {target}",
            .pictureIntroduction: """
            A varde is a pile of stones that marks the way. Each stone is a credential, the \
            larger the more credits it carries; what you hold lies at the bottom, and what could \
            come next on top of it. Pale stones without a name only fill the pile.
            """,
            .pictureSays: "{label}: {list}.", .stoneUnused: "Held, does not count",
            .stoneHeld: "Held and counted", .stoneInProgress: "In progress or planned",
            .stoneNext: "Could come next", .stoneUnlocked: "Would open up after that",
            .stoneGoal: "The goal", .stoneBlocked: "Cannot be started yet",
            .noCreditsStated: "no credits stated", .pictureKey: "The stones by number",
            .mapTitle: "The ways to it", .mapName: "The ways to {target}",
            .mapIntroduction: """
            From left to right: what you hold and could take, the requirements it counts for, and \
            the goal.
            """,
            .edgeCounts: "counts for it", .edgeWouldCount: "would count for it",
            .edgeAdmits: "is needed to start it", .edgePartOf: "is a part of it",
            .mapCounts: "{from} counts for “{to}”.",
            .mapWouldCount: "{from} would count for “{to}”.",
            .requirementMet: "Requirement, met", .requirementNotMet: "Requirement, not met",
            .requirementCannotTell: "Requirement, cannot tell",
            .requirementInProgress: "Requirement, in progress",
            .mapNothing:
                "There is no way to draw: nothing that is held or offered counts toward the target.",

            .heldTitle: "What you hold", .heldNothing: "Nothing is on record.",
            .heldUnchecked: "{count|one=# credential is|other=# credentials are} not verified.",
            .heldFailed: """
            The proof of {count|one=# credential was checked and does not hold|other=# \
            credentials was checked and does not hold}.
            """,
            .heldProofs: "{count|one=# credential is|other=# credentials are} verified.",

            .requirementsTitle: "Requirement by requirement",
            .requirementsIntroduction:
                "Each requirement of the rule, those inside another numbered below it.",
            .statusLegend: """
            ✓ met; ○ not met; ◐ in progress: would be met when what is being taken completes; ? \
            cannot be told, because a fact is not known or somebody must decide.
            """,
            .noRuleToJudge: "The target has no rule that could be judged.",

            .countedTitle: "What counts where",
            .countedIntroduction: """
            Each credential counts in one requirement. Where something only has to be shown, it \
            stays free for another.
            """,
            .countedNothing: "Nothing that is held counts yet.",
            .answersIt: "as proof", .isWhatIsAsked: "is what it asks for",
            .thisCredential: "this credential", .evidenceTitle: "Evidence for recognition",
            .evidenceIntroduction:
                "For each credential that counts, the five elements by which a body recognises it.",
            .assessedBy: "assessment: {assessment}", .fieldOfStudy: "field {field} (ISCED-F)",
            .taughtIn: "taught in {list}",

            .unusedTitle: "What does not count, and why",
            .unusedNothing: "Everything that is held counts.",
            .unusedExpired: "Expired on {date}.",
            .unusedInProgress: "In progress, not completed yet.",
            .unusedPlanned: "Only planned.", .unusedFailed: "Not passed.",
            .unusedWithdrawn: "Withdrawn.",
            .unusedVerificationFailed: "The proof was checked and does not hold.",
            .unusedUnknownCredential: "Not in the catalogue.",
            .unusedFuture: "Dated {date}, after the day of this report.",
            .unusedDuplicate:
                "Another award of the same or an equivalent credential counts instead.",
            .unusedNoMatch: "No requirement takes it.",
            .unusedNoCredits: "Carries no credits, which the requirements that match it count.",
            .unusedUnconvertible:
                "No factor is declared from its credits to those that the requirements count.",
            .unusedUnknownFact: "A fact is missing that would tell whether a requirement takes it.",
            .unusedSurplus: "The requirements that take it have their maximum.",
            .unusedInadmissible: "The rule counts no award of this sort.",
            .unusedNotRecognised: "The rule does not recognise credits of its provider.",
            .unusedProvisional:
                "Its provider is recognised provisionally; somebody must confirm it.",
            .unusedBlocked: "An exception keeps it from counting.",
            .unusedTarget: "This is the qualification itself.",

            .missingTitle: "What is still missing", .missingNothing: "Nothing is missing.",
            .missingLeast: """
            At least {amount}, whatever you choose. One credential can serve several of the lines \
            below, so they do not add up.
            """,
            .missingCertain: """
            By what is certain, {amount} are missing; what is not known or not decided could \
            settle it.
            """,
            .missingAtMost: "{amount}, and perhaps less: the search was cut short.",
            .wouldSettle: "What would settle it: what is not known",
            .unsettledDecision: "a decision on “{requirement}”",
            .unsettledWhether: "whether “{requirement}” is so",
            .unsettledFact: "{fact} of {award} (for “{requirement}”)",
            .missingSkills: "Skills that are missing, wholly or in part",
            .moreSkills: "{count|one=# more skill|other=# more skills} in the data.",

            .nextTitle: "What could come next",
            .nextNotNeeded: "Nothing is missing any more, so nothing is recommended.",
            .nextNothing: "Nothing that can be started now would help.",
            .nextCounts: """
            All {catalogue|one=# credential|other=# credentials} of the catalogue were looked at; \
            {eligible|one=# can be started now|other=# can be started now}, and {returned|one=the \
            best follows|other=the best # follow}. What counts toward the target comes first; \
            then the score decides.
            """,
            .nextFilter: "Only credentials with this were considered: {filter}.",
            .closesIt: "meets “{requirement}”",
            .askedForIn: "is asked for in “{requirement}”",
            .creditsAskedForIn: "brings {amount} and is asked for in “{requirement}”",
            .bringsCredits: "brings {amount} toward “{requirement}”",
            .requirementOf: "{requirement}” of “{target}",
            .countsForNothing: "nothing by the rule; it teaches skills that are missing",
            .closesSkills: "missing skills", .addsNothing: "nothing that is missing",
            .leavesFor: "{amount}, for {target}", .leavesNothing: "nothing",
            .admissionOpen: "open: no conditions are stated",
            .admissionMet: "its conditions are met", .recognitionNoRule: "not regulated",
            .recognitionEveryone: "the rule keeps no list of recognised providers",
            .recognitionMet: "its provider is recognised",
            .recognitionNotMet: "its provider is not recognised",
            .recognitionProvisional: "its provider is recognised provisionally; have it confirmed",
            .expiryNone: "without limit, unless the rule says otherwise",
            .expiryDay: "{date}, if it were awarded today",
            .rankCounts: "It adds something that counts.",
            .rankCountsNot: "It adds nothing that counts, so it stands after all that does.",
            .rankPlanned: "You have planned this already.",
            .rankScore: "Score {score} of 1: {list}.",
            .rankLead: "That is {lead} more than “{next}”; the greatest difference: {criterion}.",
            .criterionCoverage: "missing skills", .criterionProgress: "progress by the rule",
            .criterionUnlocking: "what it opens up", .criterionSimilarity: "resemblance",
            .criterionLevelFit: "fit of level", .criterionEffort: "small effort",
            .blockedTitle: "Would count, and cannot be started yet",
            .nothingHelps: "nothing on offer",

            .alternativesTitle: "Another way to count it",
            .alternativesIntroduction:
                "These placements leave as little to do; they differ in what they use.",
            .alternativesNone: "There is no other way that leaves as little.",
            .alternativesNotFound: "No other way that leaves as little was found.",
            .countsIn: "{award} counts in {list}", .leftOut: "{award} left out",
            .exitsTitle: "Qualifications on the way",
            .exitsNone: "The target asks for no other qualification on the way.",
            .exitHeld: "held",
            .exitReached: "reached: you can apply for it",
            .exitLapsed: "{credential} was held by its rule until {date} and has lapsed.",

            .conflictsTitle: "Conflicts and double use", .conflictsNone: "There are none.",
            .conflictDoubleUse: "{award} serves {list}; the rule allows that.",
            .conflictUsedBefore: "{award} has been used already, for {list}.",
            .conflictDuplicate: """
            {award} counts only once: another award of the same or an equivalent credential \
            stands for it.
            """,
            .conflictForbidden: "The rule forbids what is held: “{requirement}”.",

            .assumptionsTitle: "Assumptions and exceptions",
            .assumesDay: """
            Everything is as of {date}: what expired before does not count, and what comes later \
            is not known.
            """,
            .assumesRecord:
                "What is on record is taken as it stands; Varde does not check who you are.",
            .assumesStart: "The rule is the version for those who started on {date}.",
            .assumesProved: "The search was finished: no placement leaves less.",
            .assumesCut: "The search was cut short: there may be a placement that leaves less.",
            .assumesAutomatic:
                "{credential} is held by its rule and not on record; it rests on {list}.",
            .recognitionDeclared: "Providers are recognised as the rule declares.",
            .recognitionOfEveryone: "Providers are taken to be recognised, all of them.",
            .recognitionOwn: "Only the rule's own providers are recognised.",
            .recognitionAccord: "Providers are recognised under the accord {accord}.",
            .warningExpired: "The rule was in force until {date}.",
            .warningNotYet: "The rule is in force from {date}.",
            .warningUnsatisfiable:
                "Nobody can meet the rule: what it asks for has no room below its own maxima.",
            .warningStart:
                "The rule has versions for other starts, and when you started is not known.",
            .warningPin: "{award} cannot count for {requirement}, where it was pinned.",
            .exceptionsNone: "No exception was made.",
            .exceptionsLeftOut: """
            {count|one=# exception that is on record was left out|other=# exceptions that are on \
            record were left out}.
            """,
            .exceptionNotApplied: "could not be applied",
            .exceptionSame: "no difference",
            .exceptionInsert: "{award} counts in “{requirement}”.",
            .exceptionWaive: "“{requirement}” is waived.",
            .exceptionBlock: "{award} does not count.",
            .exceptionBlockIn: "{award} does not count in “{requirement}”.",
            .exceptionSubstitute: "{held} counts for {wanted}.",
            .exceptionMinimum: "The minimum of “{requirement}” is {value}.",
            .exceptionMaximum: "The maximum of “{requirement}” is {value}.",

            .versionsTitle: "Rules and data", .since: "since {date}", .until: "until {date}",
            .secondarySource: "(another's copy, not the awarding body's page)",
            .importedOn: "{date}: {count|one=# file|other=# files} ({list})",

            .decisionTitle: "Who decides, and how to question this",
            .noEntitlement: """
            This report gives no entitlement: it is no admission, no assessment and no award. It \
            was made to advise you, and for nothing else.
            """,
            .howMade: """
            Requirements were judged by the published rule alone. Steps were ranked by what they \
            add, teach and open up; nothing about you as a person was used, and nobody pays for a \
            place.
            """,
            .howMadeExceptions: """
            Requirements were judged by the published rule and the exceptions named above. Steps \
            were ranked by what they add, teach and open up; nothing about you as a person was \
            used, and nobody pays for a place.
            """,
            .howMadeSkills: """
            Steps were ranked by the missing skills that they teach; nothing about you as a \
            person was used, and nobody pays for a place.
            """,
            .questionTitle: "If something looks wrong",
            .questionFacts: """
            A credential is missing or wrong: ask its provider to correct its record, and have \
            this report made again.
            """,
            .questionRule: """
            You read the rule differently, or yours is a special case: ask {body}, naming the \
            requirement by its number above. Only it can make an exception.
            """,
            .questionAgain: """
            Anybody with the same data and the same options gets the same report, byte for byte, \
            by asking as of {date}.
            """,
            .escoCredit: "This service uses the ESCO classification of the European Commission.",

            .indexTitle: "Reports",
            .indexIntroduction: "{count|one=# learner|other=# learners}, as of {date}.",
            .learner: "Learner", .target: "Target", .nearest: "Nearest", .nextStep: "Next step",
            .endsFirst: "First to expire", .blocked: "blocked",
            .skillsMissing: "{count|one=# skill|other=# skills}",
            .show: "Show", .find: "Find", .showAll: "all", .showNotMet: "not met",
            .showMet: "met", .showCannotTell: "cannot tell",
            .showBlocked: "blocked: nothing that counts can be started",
            .showExpiring: "something expires within six months",
        ])
}
