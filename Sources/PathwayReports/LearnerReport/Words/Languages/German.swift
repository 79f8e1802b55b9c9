// SPDX-License-Identifier: Apache-2.0

import Qualifications

extension ReportWords {
    /// German, in the formal address.
    static let german = ReportWords(
        book: Phrasebook.of("de"),
        phrases: [
            .title: "Bericht: {target}", .contents: "Inhalt", .skip: "Zum Bericht springen",
            .forLearner: "Für", .asOfDay: "Stand", .walletHolder: "ohne Pseudonym",
            .named: "{name} ({learner})",
            .supposedNotice: "Was wäre, wenn: Dieser Bericht nimmt an, dass Sie auch {list} haben.",
            .noRule: "keine für dieses Ziel", .ruleVersion: "{rule}, Fassung {version}",
            .adviceNotDecision: "Dies ist ein Rat, keine Entscheidung.",
            .bodyDecides: "Es entscheidet: {body}.", .awardingBody: "die verleihende Stelle",
            .madeBy: """
            Erstellt mit Varde {version}, offline, aus den oben genannten Daten. Nicht \
            gesponsert.
            """,

            .credential: "Leistung", .qualification: "Abschluss", .number: "Nr.",
            .requirement: "Anforderung", .state: "Stand", .status: "Status", .done: "Erfüllt",
            .countedHere: "Angerechnet", .counts: "Zählt", .date: "Datum",
            .credits: "Leistungspunkte", .grade: "Note", .level: "Niveau", .age: "Alter",
            .provider: "Anbieter", .proof: "Nachweis", .validUntil: "Gültig bis",
            .countsUntil: "Zählt bis", .reason: "Grund", .stillNeeded: "Noch nötig",
            .skill: "Fertigkeit", .heldShare: "Vorhanden", .workload: "Arbeitsaufwand",
            .quality: "Qualität", .profile: "Profil", .outcomes: "Lernergebnisse",
            .offer: "Angebot", .closes: "Was es beiträgt", .skills: "Fertigkeiten",
            .leaves: "Danach noch nötig", .admission: "Zulassung", .recognition: "Anerkennung",
            .whyHere: "Begründung", .asksFor: "Verlangt", .wouldHelp: "Was helfen würde",
            .exceptions: "Ausnahmen", .exception: "Ausnahme", .decidedBy: "Entschieden von",
            .withoutIt: "Ohne sie", .rules: "Regeln", .rule: "Regel", .version: "Fassung",
            .inForce: "In Kraft", .source: "Quelle", .frameworks: "Klassifikationen",
            .data: "Daten", .skillSpace: "Fertigkeitsdaten, Prüfsumme", .weights: "Gewichte",
            .software: "Software", .contact: "Wer Auskunft gibt",

            .met: "erfüllt", .notMet: "nicht erfüllt", .metInProgress: "begonnen",
            .cannotTell: "nicht feststellbar", .pendingBy: "entscheidet: {body}",
            .completed: "abgeschlossen", .inProgress: "begonnen", .planned: "geplant",
            .failed: "nicht bestanden", .withdrawn: "abgebrochen",
            .automatic: "nach ihrer Regel, nicht verzeichnet",
            .supposed: "angenommen", .provisional: "vorläufig anerkannt", .isOver: "abgelaufen",
            .verified: "bestätigt", .unverified: "nicht geprüft",
            .verificationFailed: "geprüft, ungültig", .notStated: "nicht angegeben",

            .badge: "Badge", .microCredential: "Micro-Credential", .module: "Modul",
            .course: "Kurs", .challenge: "Challenge", .certificate: "Zertifikat",
            .diploma: "Diplom", .degree: "Studienabschluss",
            .priorLearning: "anerkannte Vorkenntnisse",

            .amountOf: "{used} von {needed}",
            .amountOfAtMost: "{used} von höchstens {needed}",
            .units: "{count|one=# Einheit|other=# Einheiten}",
            .more: "{count} weitere",
            .requirementsOpen: "{count|one=# Anforderung|other=# Anforderungen}",
            .ofRequirementsBelow: "{count} von: {list}",

            .summaryTitle: "Kurz gesagt",
            .summaryMet: "Sie erfüllen alle Anforderungen für „{target}“.",
            .summaryHeld: "Sie haben „{target}“ bereits.",
            .summaryHoldsNothing: "Sie haben noch nichts, was für „{target}“ zählen könnte.",
            .summaryCredits: """
            Von Ihren {held|one=# Leistung|other=# Leistungen} {counted|one=zählt #|other=zählen \
            #} für „{target}“: {share} sind erreicht.
            """,
            .summaryCounted: """
            Von Ihren {held|one=# Leistung|other=# Leistungen} {counted|one=zählt #|other=zählen \
            #} für „{target}“.
            """,
            .summarySkills: """
            Sie haben {held} von {wanted|one=# Fertigkeit|other=# Fertigkeiten}, die „{target}“ \
            verlangt.
            """,
            .summaryMissing: "Sie brauchen noch mindestens {amount}. Noch nicht erfüllt: {list}.",
            .summaryMissingCut: """
            Sie brauchen noch {amount}, vielleicht weniger: Die Suche wurde abgebrochen. Noch \
            nicht erfüllt: {list}.
            """,
            .summaryMissingSkills: """
            Ganz oder teilweise fehlen noch: {count|one=# Fertigkeit|other=# Fertigkeiten}, vor \
            allem {list}.
            """,
            .summaryNothingMissing: "Es fehlt nichts.",
            .summaryUnknown: """
            Ob das genügt, hängt von dem ab, was nicht bekannt oder nicht entschieden ist: \
            {list}.
            """,
            .summaryCut: "Ob das genügt, ließ sich in der erlaubten Zeit nicht klären.",
            .summaryAutomatic: "Der Abschluss wird von selbst verliehen; es entscheidet: {body}.",
            .summaryApply: "Sie können die Verleihung beantragen; es entscheidet: {body}.",
            .summaryNext: "Ein guter nächster Schritt ist {step}: Das {closes}.",
            .summarySettle: """
            Zuerst ist zu klären, was nicht bekannt oder nicht entschieden ist; unten steht, was \
            es klären würde.
            """,
            .summaryNotAsked: "Nach nächsten Schritten wurde nicht gefragt.",
            .summaryNextSkills:
                "Ein guter nächster Schritt ist {step}, wegen der vermittelten Fertigkeiten.",
            .summaryBlocked:
                "Noch lässt sich nichts beginnen, was hilft; unten steht, was im Weg ist.",
            .summaryNoStep:
                "Nichts Betrachtetes, das Sie beginnen können, brächte Sie näher ans Ziel.",
            .summaryDone: "Kein weiterer Schritt ist nötig.",

            .pictureTitle: "Ihre Varde",
            .pictureName: "Der Steinhaufen auf dem Weg zu: {target}",
            .pictureIntroduction: """
            Eine Varde ist ein Steinhaufen, der den Weg weist. Jeder Stein ist eine Leistung, \
            umso größer, je mehr Leistungspunkte sie trägt; unten liegt, was Sie haben, darüber, \
            was als Nächstes kommen könnte. Blasse Steine ohne Namen füllen nur auf.
            """,
            .pictureSays: "{label}: {list}.", .stoneUnused: "Vorhanden, zählt nicht",
            .stoneHeld: "Vorhanden und angerechnet", .stoneInProgress: "Begonnen oder geplant",
            .stoneNext: "Könnte als Nächstes kommen", .stoneUnlocked: "Würde sich danach öffnen",
            .stoneGoal: "Das Ziel",
            .stoneBlocked: "Kann noch nicht begonnen werden",
            .noCreditsStated: "ohne Leistungspunkte", .pictureKey: "Die Steine nach Nummern",
            .mapTitle: "Die Wege dorthin", .mapName: "Die Wege zu: {target}",
            .mapIntroduction: """
            Von links nach rechts: was Sie haben und belegen könnten, die Anforderungen, für die \
            es zählt, und das Ziel.
            """,
            .edgeCounts: "zählt dafür", .edgeWouldCount: "würde dafür zählen",
            .edgeAdmits: "ist für den Beginn nötig", .edgePartOf: "ist ein Teil davon",
            .mapCounts: "{from} zählt für „{to}“.",
            .mapWouldCount: "{from} würde für „{to}“ zählen.",
            .requirementMet: "Anforderung, erfüllt",
            .requirementNotMet: "Anforderung, nicht erfüllt",
            .requirementCannotTell: "Anforderung, nicht feststellbar",
            .requirementInProgress: "Anforderung, begonnen",
            .mapNothing: """
            Es gibt keinen Weg zu zeichnen: nichts Vorhandenes oder Angebotenes zählt für das \
            Ziel.
            """,

            .heldTitle: "Was Sie haben", .heldNothing: "Es ist nichts verzeichnet.",
            .heldUnchecked: "{count|one=# Nachweis ist|other=# Nachweise sind} nicht geprüft.",
            .heldFailed: "{count|one=# Nachweis ist|other=# Nachweise sind} ungültig.",
            .heldProofs: "{count|one=# Nachweis ist|other=# Nachweise sind} bestätigt.",

            .requirementsTitle: "Anforderung für Anforderung",
            .requirementsIntroduction: """
            Jede Anforderung der Regel; die in einer anderen enthaltenen sind darunter \
            nummeriert.
            """,
            .statusLegend: """
            ✓ erfüllt; ○ nicht erfüllt; ◐ begonnen: wäre erfüllt, sobald das Begonnene \
            abgeschlossen ist; ? nicht feststellbar, weil eine Angabe fehlt oder jemand \
            entscheiden muss.
            """,
            .noRuleToJudge: "Das Ziel hat keine Regel, die sich prüfen ließe.",

            .countedTitle: "Was wofür zählt",
            .countedIntroduction: """
            Jede Leistung zählt in einer Anforderung. Wo nur etwas nachzuweisen ist, bleibt sie \
            für eine andere frei.
            """,
            .countedNothing: "Noch zählt nichts Vorhandenes.",
            .answersIt: "als Nachweis", .isWhatIsAsked: "ist das Verlangte",
            .thisCredential: "diese Leistung", .evidenceTitle: "Angaben zur Anerkennung",
            .evidenceIntroduction: """
            Zu jeder Leistung, die zählt, die fünf Merkmale, nach denen eine Stelle sie \
            anerkennt.
            """,
            .assessedBy: "Prüfungsform: {assessment}",
            .fieldOfStudy: "Fachgebiet {field} (ISCED-F)",
            .taughtIn: "unterrichtet in {list}",

            .unusedTitle: "Was nicht zählt, und warum", .unusedNothing: "Alles Vorhandene zählt.",
            .unusedExpired: "Am {date} abgelaufen.",
            .unusedInProgress: "Begonnen, noch nicht abgeschlossen.",
            .unusedPlanned: "Nur geplant.", .unusedFailed: "Nicht bestanden.",
            .unusedWithdrawn: "Abgebrochen.",
            .unusedVerificationFailed: "Der Nachweis wurde geprüft und ist ungültig.",
            .unusedUnknownCredential: "Nicht im Katalog.",
            .unusedFuture: "Trägt das Datum {date}, nach dem Stand dieses Berichts.",
            .unusedDuplicate:
                "Stattdessen zählt eine andere Leistung derselben oder gleichwertiger Art.",
            .unusedNoMatch: "Keine Anforderung nimmt diese Leistung auf.",
            .unusedNoCredits:
                "Trägt keine Leistungspunkte; die passenden Anforderungen zählen aber solche.",
            .unusedUnconvertible:
                "Für die Leistungspunkte ist kein Faktor zu denen der Anforderungen erklärt.",
            .unusedUnknownFact:
                "Es fehlt eine Angabe, die sagen würde, ob eine Anforderung diese Leistung aufnimmt.",
            .unusedSurplus: "Die Anforderungen, die sie aufnehmen, haben ihr Höchstmaß erreicht.",
            .unusedInadmissible: "Die Regel zählt keine Leistung dieser Art.",
            .unusedNotRecognised: "Die Regel erkennt Leistungen dieses Anbieters nicht an.",
            .unusedProvisional: "Der Anbieter ist vorläufig anerkannt; jemand muss das bestätigen.",
            .unusedBlocked: "Eine Ausnahme schließt diese Leistung aus.",
            .unusedTarget: "Dies ist der Abschluss selbst.",

            .missingTitle: "Was noch fehlt", .missingNothing: "Es fehlt nichts.",
            .missingLeast: """
            Mindestens {amount}, was auch immer Sie wählen. Eine Leistung kann mehreren Zeilen \
            dienen; sie lassen sich daher nicht addieren.
            """,
            .missingCertain: """
            Nach dem, was sicher ist, fehlen {amount}; was nicht bekannt oder nicht entschieden \
            ist, könnte es klären.
            """,
            .missingAtMost: "{amount}, vielleicht auch weniger: Die Suche wurde abgebrochen.",
            .wouldSettle: "Was es klären würde: die fehlenden Angaben",
            .unsettledDecision: "eine Entscheidung über „{requirement}“",
            .unsettledWhether: "ob „{requirement}“ zutrifft",
            .unsettledFact: "{fact} von {award} (für „{requirement}“)",
            .missingSkills: "Fertigkeiten, die ganz oder teilweise fehlen",
            .moreSkills:
                "{count|one=# weitere Fertigkeit|other=# weitere Fertigkeiten} in den Daten.",

            .nextTitle: "Was als Nächstes kommen könnte",
            .nextNotNeeded: "Es fehlt nichts mehr, daher wird nichts empfohlen.",
            .nextNothing: "Nichts, was jetzt begonnen werden kann, würde helfen.",
            .nextCounts: """
            Alle {catalogue|one=# Leistung|other=# Leistungen} des Katalogs wurden betrachtet; \
            {eligible|one=# kann jetzt begonnen werden|other=# können jetzt begonnen werden}, und \
            {returned|one=die beste folgt|other=die besten # folgen}. Zuerst steht, was für das \
            Ziel zählt; danach entscheidet die Punktzahl.
            """,
            .nextFilter: "Betrachtet wurden nur Leistungen, für die gilt: {filter}.",
            .closesIt: "erfüllt „{requirement}“",
            .askedForIn: "wird in „{requirement}“ verlangt",
            .creditsAskedForIn: "bringt {amount} und wird in „{requirement}“ verlangt",
            .bringsCredits: "bringt {amount} für „{requirement}“",
            .requirementOf: "{requirement}“ von „{target}",
            .countsForNothing: "nach der Regel nichts; es vermittelt Fertigkeiten, die fehlen",
            .closesSkills: "fehlende Fertigkeiten", .addsNothing: "nichts, was fehlt",
            .leavesFor: "{amount}, für {target}", .leavesNothing: "nichts",
            .admissionOpen: "offen: es sind keine Bedingungen genannt",
            .admissionMet: "die Bedingungen sind erfüllt",
            .recognitionNoRule: "nicht geregelt",
            .recognitionEveryone: "die Regel führt keine Liste anerkannter Anbieter",
            .recognitionMet: "der Anbieter ist anerkannt",
            .recognitionNotMet: "der Anbieter ist nicht anerkannt",
            .recognitionProvisional:
                "der Anbieter ist vorläufig anerkannt; bitte bestätigen lassen",
            .expiryNone: "unbegrenzt, soweit die Regel nichts anderes sagt",
            .expiryDay: "{date}, bei Erwerb am heutigen Tag",
            .rankCounts: "Es bringt etwas, das zählt.",
            .rankCountsNot: "Es bringt nichts, das zählt, und steht daher hinter allem, was zählt.",
            .rankPlanned: "Das haben Sie schon geplant.",
            .rankScore: "Punktzahl {score} von 1: {list}.",
            .rankLead:
                "Das sind {lead} mehr als „{next}“; den größten Unterschied macht: {criterion}.",
            .criterionCoverage: "fehlende Fertigkeiten",
            .criterionProgress: "Fortschritt nach der Regel",
            .criterionUnlocking: "was es eröffnet", .criterionSimilarity: "Ähnlichkeit",
            .criterionLevelFit: "passendes Niveau", .criterionEffort: "geringer Aufwand",
            .blockedTitle: "Würde zählen, kann aber noch nicht begonnen werden",
            .nothingHelps: "nichts im Angebot",

            .alternativesTitle: "Eine andere Zuordnung",
            .alternativesIntroduction: """
            Diese Zuordnungen lassen ebenso wenig übrig; sie unterscheiden sich darin, was sie \
            verwenden.
            """,
            .alternativesNone: "Es gibt keine andere Zuordnung, die ebenso wenig übrig lässt.",
            .alternativesNotFound:
                "Es wurde keine andere Zuordnung gefunden, die ebenso wenig übrig lässt.",
            .countsIn: "{award} zählt in {list}", .leftOut: "ohne {award}",
            .exitsTitle: "Abschlüsse unterwegs",
            .exitsNone: "Das Ziel verlangt unterwegs keinen anderen Abschluss.",
            .exitHeld: "vorhanden",
            .exitReached: "erreicht: Sie können die Verleihung beantragen",
            .exitLapsed: "{credential} galt nach ihrer Regel bis zum {date} und ist erloschen.",

            .conflictsTitle: "Konflikte und doppelte Verwendung",
            .conflictsNone: "Es gibt keine.",
            .conflictDoubleUse: "{award} dient {list}; die Regel erlaubt das.",
            .conflictUsedBefore: "{award} wurde bereits verwendet, für {list}.",
            .conflictDuplicate: """
            {award} zählt nur einmal: Eine andere Leistung derselben oder gleichwertiger Art \
            steht dafür.
            """,
            .conflictForbidden: "Die Regel verbietet Vorhandenes: „{requirement}“.",

            .assumptionsTitle: "Annahmen und Ausnahmen",
            .assumesDay: """
            Alles gilt mit Stand {date}: Vorher Abgelaufenes zählt nicht, Späteres ist nicht \
            bekannt.
            """,
            .assumesRecord:
                "Was verzeichnet ist, gilt so, wie es da steht; Varde prüft nicht, wer Sie sind.",
            .assumesStart: "Es gilt die Fassung für alle, die am {date} begonnen haben.",
            .assumesProved: "Die Suche wurde zu Ende geführt: Keine Zuordnung lässt weniger übrig.",
            .assumesCut:
                "Die Suche wurde abgebrochen: vielleicht lässt eine Zuordnung weniger übrig.",
            .assumesAutomatic:
                "{credential} gilt nach ihrer Regel, ohne verzeichnet zu sein; sie beruht auf {list}.",
            .recognitionDeclared: "Anbieter sind anerkannt, wie die Regel es erklärt.",
            .recognitionOfEveryone: "Alle Anbieter werden als anerkannt angenommen.",
            .recognitionOwn: "Nur die eigenen Anbieter der Regel sind anerkannt.",
            .recognitionAccord: "Anbieter sind nach dem Abkommen {accord} anerkannt.",
            .warningExpired: "Die Regel galt bis zum {date}.",
            .warningNotYet: "Die Regel gilt ab dem {date}.",
            .warningUnsatisfiable: """
            Niemand kann die Regel erfüllen: Was sie verlangt, hat unter ihren Höchstmaßen keinen \
            Platz.
            """,
            .warningStart: """
            Für andere Startzeitpunkte gelten andere Fassungen; wann Sie begonnen haben, ist \
            nicht bekannt.
            """,
            .warningPin:
                "{award} kann nicht für „{requirement}“ zählen, obwohl sie dort festgelegt wurde.",
            .exceptionsNone: "Es wurde keine Ausnahme gemacht.",
            .exceptionsLeftOut: """
            {count|one=# verzeichnete Ausnahme wurde außer Acht gelassen|other=# verzeichnete \
            Ausnahmen wurden außer Acht gelassen}.
            """,
            .exceptionNotApplied: "konnte nicht angewandt werden",
            .exceptionSame: "kein Unterschied",
            .exceptionInsert: "{award} zählt in „{requirement}“.",
            .exceptionWaive: "„{requirement}“ ist erlassen.",
            .exceptionBlock: "{award} zählt nicht.",
            .exceptionBlockIn: "{award} zählt nicht in „{requirement}“.",
            .exceptionSubstitute: "{held} zählt als {wanted}.",
            .exceptionMinimum: "Das Mindestmaß von „{requirement}“ ist {value}.",
            .exceptionMaximum: "Das Höchstmaß von „{requirement}“ ist {value}.",

            .versionsTitle: "Regeln und Daten", .since: "seit {date}", .until: "bis {date}",
            .secondarySource: "(Kopie Dritter, nicht die Seite der verleihenden Stelle)",
            .importedOn: "{date}: {count|one=# Datei|other=# Dateien} ({list})",

            .decisionTitle: "Wer entscheidet, und wie Sie widersprechen können",
            .noEntitlement: """
            Dieser Bericht begründet keinen Anspruch: Er ist keine Zulassung, keine Bewertung und \
            keine Verleihung. Er soll Sie beraten, nichts weiter.
            """,
            .howMade: """
            Anforderungen wurden allein nach der veröffentlichten Regel geprüft. Schritte wurden \
            danach geordnet, was sie beitragen, vermitteln und eröffnen; nichts über Sie als \
            Person ging ein, und niemand bezahlt für einen Platz.
            """,
            .howMadeExceptions: """
            Anforderungen wurden nach der veröffentlichten Regel und den oben genannten Ausnahmen \
            geprüft. Schritte wurden danach geordnet, was sie beitragen, vermitteln und eröffnen; \
            nichts über Sie als Person ging ein, und niemand bezahlt für einen Platz.
            """,
            .howMadeSkills: """
            Schritte wurden danach geordnet, welche fehlenden Fertigkeiten sie vermitteln; nichts \
            über Sie als Person ging ein, und niemand bezahlt für einen Platz.
            """,
            .questionTitle: "Wenn etwas nicht stimmt",
            .questionFacts: """
            Eine Leistung fehlt oder ist falsch: Bitten Sie ihren Anbieter, den Eintrag zu \
            berichtigen, und lassen Sie diesen Bericht neu erstellen.
            """,
            .questionRule: """
            Sie verstehen die Regel anders, oder Ihr Fall ist besonders: Fragen Sie {body} und \
            nennen Sie die Nummer der Anforderung oben. Nur diese Stelle kann eine Ausnahme \
            machen.
            """,
            .questionAgain: """
            Wer dieselben Daten hat und ebenso fragt, erhält mit dem Stand {date} denselben \
            Bericht, Byte für Byte.
            """,
            .escoCredit:
                "Dieser Dienst verwendet die ESCO-Klassifikation der Europäischen Kommission.",

            .indexTitle: "Berichte",
            .indexIntroduction: "{count|one=# Person|other=# Personen}, Stand {date}.",
            .learner: "Person", .target: "Ziel", .nearest: "Am nächsten",
            .nextStep: "Nächster Schritt", .endsFirst: "Läuft zuerst ab", .blocked: "blockiert",
            .skillsMissing: "{count|one=# Fertigkeit|other=# Fertigkeiten}",
            .show: "Anzeigen", .find: "Suchen", .showAll: "alle", .showNotMet: "nicht erfüllt",
            .showMet: "erfüllt", .showCannotTell: "nicht feststellbar",
            .showBlocked: "blockiert: nichts, was zählt, kann begonnen werden",
            .showExpiring: "etwas läuft innerhalb von sechs Monaten ab",
        ])
}
