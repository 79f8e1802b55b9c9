// SPDX-License-Identifier: Apache-2.0

import Qualifications

extension ReportWords {
    /// German, in the formal address.
    static let german = ReportWords(
        book: Phrasebook.of("de"),
        phrases: [
            .title: "Auf dem Weg zu: {target}", .contents: "Inhalt",
            .skip: "Zum Bericht springen", .forLearner: "Für", .asOfDay: "Stand",
            .walletHolder: "Inhaberin oder Inhaber der Wallet",
            .noRule: "keine: das Ziel ist eine Liste von Fertigkeiten",
            .ruleVersion: "{rule}, Fassung {version}",
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
            .offer: "Angebot", .closes: "Was es schließt", .skills: "Fertigkeiten",
            .leaves: "Danach noch nötig", .admission: "Zulassung", .recognition: "Anerkennung",
            .whyHere: "Warum an dieser Stelle", .asksFor: "Verlangt",
            .wouldHelp: "Was helfen würde", .exceptions: "Ausnahmen", .exception: "Ausnahme",
            .decidedBy: "Entschieden von", .withoutIt: "Ohne sie", .rules: "Regeln",
            .rule: "Regel", .version: "Fassung", .inForce: "In Kraft", .source: "Quelle",
            .frameworks: "Klassifikationen", .data: "Daten", .skillSpace: "Fertigkeitenraum",
            .weights: "Gewichte", .software: "Software", .contact: "Wer Auskunft gibt",

            .met: "erfüllt", .notMet: "nicht erfüllt", .metInProgress: "in Arbeit",
            .cannotTell: "nicht feststellbar", .pendingBy: "entscheidet: {body}",
            .completed: "abgeschlossen", .inProgress: "in Arbeit", .planned: "geplant",
            .failed: "nicht bestanden", .withdrawn: "abgebrochen",
            .automatic: "nach ihrer Regel, nicht verzeichnet",
            .provisional: "vorläufig anerkannt", .isOver: "abgelaufen",
            .verified: "geprüft, gilt", .unverified: "nicht geprüft",
            .verificationFailed: "geprüft, gilt nicht", .notStated: "nicht angegeben",

            .badge: "Badge", .microCredential: "Micro-Credential", .module: "Modul",
            .course: "Kurs", .challenge: "Challenge", .certificate: "Zertifikat",
            .diploma: "Diplom", .degree: "Studienabschluss",
            .priorLearning: "früher erworbene Kompetenz",

            .amountOf: "{used} von {needed}",
            .amountOfAtMost: "{used} von höchstens {needed}",
            .units: "{count|one=# Einheit|other=# Einheiten}",
            .more: "{count} weitere",
            .requirementsOpen: "{count|one=# Anforderung|other=# Anforderungen}",
            .ofRequirementsBelow: "{count} von: {list}",

            .summaryTitle: "Kurz gesagt",
            .summaryMet: "Sie erfüllen alle Anforderungen von {target}.",
            .summaryCredits: """
            Von Ihren {held|one=# Leistung|other=# Leistungen} {counted|one=zählt #|other=zählen \
            #} für {target}: {share} sind vorhanden.
            """,
            .summaryCounted: """
            Von Ihren {held|one=# Leistung|other=# Leistungen} {counted|one=zählt #|other=zählen \
            #} für {target}.
            """,
            .summarySkills: """
            Sie haben {held} von {wanted|one=# Fertigkeit|other=# Fertigkeiten}, die {target} \
            verlangt.
            """,
            .summaryMissing: "Es fehlen noch: mindestens {amount}; offen sind {list}.",
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
            .summaryApply: "Sie können ihn beantragen; es entscheidet: {body}.",
            .summaryNext: "Ein guter nächster Schritt ist {step}: {closes}.",
            .summaryNextSkills:
                "Ein guter nächster Schritt ist {step}, wegen der vermittelten Fertigkeiten.",
            .summaryBlocked:
                "Noch lässt sich nichts beginnen, was hilft; unten steht, was im Weg ist.",
            .summaryNoStep:
                "Nichts im Katalog, das Sie beginnen können, brächte Sie näher ans Ziel.",
            .summaryDone: "Kein weiterer Schritt ist nötig.",

            .pictureTitle: "Ihre Varde",
            .pictureName: "Der Steinhaufen auf dem Weg zu: {target}",
            .pictureIntroduction: """
            Eine Varde ist ein Steinhaufen, der den Weg weist. Jeder Stein ist eine Leistung, \
            umso größer, je mehr Leistungspunkte sie trägt; unten liegt, was Sie haben, darüber, \
            was als Nächstes kommen könnte. Blasse Steine ohne Namen füllen nur auf.
            """,
            .pictureSays: "{label}: {list}.", .stoneUnused: "Vorhanden, zählt nicht",
            .stoneHeld: "Vorhanden und angerechnet", .stoneInProgress: "In Arbeit",
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
            .mapCounts: "{from} zählt für {to}.",
            .mapWouldCount: "{from} würde für {to} zählen.",
            .requirementMet: "Anforderung, erfüllt",
            .requirementNotMet: "Anforderung, nicht erfüllt",
            .requirementCannotTell: "Anforderung, nicht feststellbar",
            .requirementInProgress: "Anforderung, in Arbeit",
            .mapNothing: """
            Es gibt keinen Weg zu zeichnen: nichts Vorhandenes oder Angebotenes zählt für das \
            Ziel.
            """,

            .heldTitle: "Was Sie haben", .heldNothing: "Es ist nichts verzeichnet.",
            .heldUnchecked:
                "{count|one=# Nachweis wurde nicht geprüft|other=# Nachweise wurden nicht geprüft}.",
            .heldFailed: """
            {count|one=# Nachweis wurde geprüft und gilt nicht|other=# Nachweise wurden geprüft \
            und gelten nicht}.
            """,
            .heldProofs: """
            {count|one=# Nachweis wurde geprüft und gilt|other=# Nachweise wurden geprüft und \
            gelten}.
            """,

            .requirementsTitle: "Anforderung für Anforderung",
            .requirementsIntroduction: """
            Jede Anforderung der Regel; die in einer anderen enthaltenen sind darunter \
            nummeriert.
            """,
            .statusLegend: """
            ✓ erfüllt; ○ nicht erfüllt; ◐ wäre erfüllt, sobald das Begonnene abgeschlossen ist; ? \
            nicht feststellbar, weil eine Angabe fehlt oder jemand entscheiden muss.
            """,
            .noRuleToJudge: "Das Ziel hat keine Regel, die sich prüfen ließe.",

            .countedTitle: "Was wofür zählt",
            .countedIntroduction:
                "Jede Leistung füllt einen Platz; was nur zu belegen ist, verbraucht nichts.",
            .countedNothing: "Noch zählt nichts Vorhandenes.",
            .answersIt: "belegt sie", .isWhatIsAsked: "ist das Verlangte",
            .evidenceTitle: "Angaben zur Anerkennung",
            .evidenceIntroduction: """
            Zu jeder Leistung, die zählt, die fünf Merkmale, nach denen eine Stelle sie \
            anerkennt.
            """,
            .assessedBy: "geprüft durch {assessment}",
            .fieldOfStudy: "Fachgebiet {field} (ISCED-F)",
            .taughtIn: "unterrichtet in {list}",

            .unusedTitle: "Was nicht zählt, und warum", .unusedNothing: "Alles Vorhandene zählt.",
            .unusedExpired: "Sie ist am {date} abgelaufen.",
            .unusedInProgress: "Sie ist in Arbeit.", .unusedPlanned: "Sie ist nur geplant.",
            .unusedFailed: "Sie wurde nicht bestanden.",
            .unusedWithdrawn: "Sie wurde abgebrochen.",
            .unusedVerificationFailed: "Ihr Nachweis wurde geprüft und gilt nicht.",
            .unusedUnknownCredential: "Sie ist nicht im Katalog.",
            .unusedFuture: "Sie trägt das Datum {date}, nach dem Stand dieses Berichts.",
            .unusedDuplicate:
                "Stattdessen zählt eine andere Leistung derselben oder gleichwertiger Art.",
            .unusedNoMatch: "Keine Anforderung nimmt sie auf.",
            .unusedNoCredits:
                "Sie trägt keine Leistungspunkte; die passenden Anforderungen zählen aber solche.",
            .unusedUnconvertible:
                "Für ihre Leistungspunkte ist kein Faktor zu denen der Anforderungen erklärt.",
            .unusedUnknownFact:
                "Es fehlt eine Angabe, die sagen würde, ob eine Anforderung sie aufnimmt.",
            .unusedSurplus: "Die Anforderungen, die sie aufnehmen, haben ihr Höchstmaß erreicht.",
            .unusedInadmissible: "Die Regel zählt keine Leistung dieser Art.",
            .unusedNotRecognised: "Die Regel erkennt Leistungen ihres Anbieters nicht an.",
            .unusedProvisional: "Ihr Anbieter ist vorläufig anerkannt; jemand muss das bestätigen.",
            .unusedBlocked: "Eine Ausnahme schließt sie aus.",

            .missingTitle: "Was noch fehlt", .missingNothing: "Es fehlt nichts.",
            .missingLeast: "Mindestens {amount}, gleich was gewählt wird.",
            .missingAtMost: "{amount}, vielleicht auch weniger: die Suche wurde abgebrochen.",
            .wouldSettle: "Was es klären würde",
            .unsettledDecision: "eine Entscheidung über {requirement}",
            .unsettledWhether: "ob {requirement} zutrifft",
            .unsettledFact: "{fact} von {award} (für {requirement})",
            .missingSkills: "Fertigkeiten, die ganz oder teilweise fehlen",
            .moreSkills:
                "{count|one=# weitere Fertigkeit|other=# weitere Fertigkeiten} in den Daten.",

            .nextTitle: "Was als Nächstes kommen könnte",
            .nextNotNeeded: "Es fehlt nichts mehr, daher wird nichts empfohlen.",
            .nextNothing: "Nichts, was jetzt begonnen werden kann, würde helfen.",
            .nextCounts: """
            Alle {catalogue|one=# Leistung|other=# Leistungen} des Katalogs wurden betrachtet; \
            {eligible|one=# kann jetzt begonnen werden|other=# können jetzt begonnen werden}, und \
            die besten {returned} folgen. Zuerst kommt, was für das Ziel zählt, dann der höhere \
            Wert.
            """,
            .closesIt: "erfüllt {requirement}", .askedForIn: "verlangt in {requirement}",
            .creditsAskedForIn: "{amount}, verlangt in {requirement}",
            .bringsCredits: "bringt {amount} für {requirement}",
            .requirementOf: "{requirement} (von {target})",
            .countsForNothing: "nach der Regel nichts; es vermittelt Fertigkeiten, die fehlen",
            .addsNothing: "nichts, was fehlt", .leavesFor: "{amount}, für {target}",
            .leavesNothing: "nichts",
            .admissionOpen: "offen: es sind keine Bedingungen genannt",
            .admissionMet: "die Bedingungen sind erfüllt",
            .recognitionNoRule: "keine Regel sagt es",
            .recognitionEveryone: "die Regel schränkt Anbieter nicht ein",
            .recognitionMet: "der Anbieter ist anerkannt",
            .recognitionNotMet: "der Anbieter ist nicht anerkannt",
            .recognitionProvisional:
                "der Anbieter ist vorläufig anerkannt; bitte bestätigen lassen",
            .expiryNone: "ohne Ende, soweit die Regel es sagt",
            .expiryDay: "{date}, wenn sie heute erworben würde",
            .rankCounts: "Es bringt etwas, das zählt.",
            .rankCountsNot: "Es bringt nichts, das zählt, und steht daher hinter allem, was zählt.",
            .rankScore: "Wert {score}: {list}.",
            .rankLead: "Das sind {lead} mehr als {next}, vor allem wegen: {criterion}.",
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
            .alternativesNone: "Es gibt keine andere, die ebenso wenig übrig lässt.",
            .countsIn: "{award} in {list}", .leftOut: "ohne {award}",
            .exitsTitle: "Abschlüsse unterwegs",
            .exitsNone: "Das Ziel verlangt unterwegs keinen anderen Abschluss.",
            .exitHeld: "vorhanden",
            .exitReached: "erreicht: Sie können ihn beantragen",
            .exitLapsed: "{credential} galt nach ihrer Regel bis zum {date} und ist erloschen.",

            .conflictsTitle: "Konflikte und doppelte Verwendung",
            .conflictsNone: "Es gibt keine.",
            .conflictDoubleUse: "{award} dient {list}; die Regel erlaubt das.",
            .conflictUsedBefore: "{award} wurde bereits verwendet, für {list}.",
            .conflictDuplicate: """
            {award} zählt nur einmal: eine andere Leistung derselben oder gleichwertiger Art \
            steht dafür.
            """,
            .conflictForbidden: "Die Regel verbietet Vorhandenes: {requirement}.",

            .assumptionsTitle: "Annahmen und Ausnahmen",
            .assumesDay: """
            Alles gilt zum Stand {date}: vorher Abgelaufenes zählt nicht, Späteres ist nicht \
            bekannt.
            """,
            .assumesRecord:
                "Was verzeichnet ist, gilt so, wie es da steht; Varde prüft nicht, wer Sie sind.",
            .assumesStart: "Es gilt die Regel für alle, die am {date} begonnen haben.",
            .assumesProved: "Die Suche wurde zu Ende geführt: keine Zuordnung lässt weniger übrig.",
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
            Niemand kann die Regel erfüllen: was sie verlangt, hat unter ihren Höchstmaßen keinen \
            Platz.
            """,
            .warningStart: """
            Die Regel hat Fassungen für andere Anfänge, und wann Sie begonnen haben, ist nicht \
            bekannt.
            """,
            .warningPin: "{award} kann nicht für {requirement} zählen, wohin es festgelegt war.",
            .exceptionsNone: "Es wurde keine Ausnahme gemacht.",
            .exceptionNotApplied: "konnte nicht angewandt werden",
            .exceptionSame: "dasselbe",
            .exceptionInsert: "{award} zählt in {requirement}.",
            .exceptionWaive: "{requirement} ist erlassen.",
            .exceptionBlock: "{award} zählt nicht.",
            .exceptionBlockIn: "{award} zählt nicht in {requirement}.",
            .exceptionSubstitute: "{held} zählt als {wanted}.",
            .exceptionMinimum: "Das Mindestmaß von {requirement} ist {value}.",
            .exceptionMaximum: "Das Höchstmaß von {requirement} ist {value}.",

            .versionsTitle: "Regeln und Daten", .since: "seit {date}", .until: "bis {date}",
            .secondarySource: "(Kopie Dritter, nicht die Seite der verleihenden Stelle)",
            .importedOn: "{date}: {count|one=# Datei|other=# Dateien} ({list})",

            .decisionTitle: "Wer entscheidet, und wie Sie nachfragen",
            .noEntitlement: """
            Dieser Bericht begründet keinen Anspruch: er ist keine Zulassung, keine Bewertung und \
            keine Verleihung. Er soll Sie beraten, nichts weiter.
            """,
            .howMade: """
            Anforderungen wurden allein nach der veröffentlichten Regel geprüft. Schritte wurden \
            danach geordnet, was sie schließen, vermitteln und eröffnen; nichts über Sie als \
            Person ging ein, und niemand bezahlt für einen Platz.
            """,
            .questionTitle: "Wenn etwas nicht stimmt",
            .questionFacts: """
            Eine Leistung fehlt oder ist falsch: bitten Sie ihren Anbieter, den Eintrag zu \
            berichtigen, und lassen Sie diesen Bericht neu erstellen.
            """,
            .questionRule: """
            Sie verstehen die Regel anders, oder Ihr Fall ist besonders: fragen Sie {body} und \
            nennen Sie die Nummer der Anforderung oben. Nur diese Stelle kann eine Ausnahme \
            machen.
            """,
            .questionAgain: """
            Wer dieselben Daten hat, erhält mit dem Stand {date} denselben Bericht, Byte für \
            Byte.
            """,
            .escoCredit: "Dieser Dienst nutzt die ESCO-Klassifikation der Europäischen Kommission.",

            .indexTitle: "Berichte",
            .indexIntroduction: "{count|one=# Person|other=# Personen}, Stand {date}.",
            .learner: "Person", .target: "Ziel", .nearest: "Am nächsten",
            .nextStep: "Nächster Schritt", .endsFirst: "Läuft zuerst ab", .blocked: "blockiert",
            .skillsMissing: "{count|one=# Fertigkeit|other=# Fertigkeiten}",
            .show: "Anzeigen", .find: "Suchen", .showAll: "alle", .showNotMet: "nicht erfüllt",
            .showMet: "erfüllt", .showCannotTell: "nicht feststellbar",
            .showBlocked: "blockiert: nichts, was zählt, kann begonnen werden",
            .showExpiring: "etwas läuft in sechs Monaten ab",
        ])
}
