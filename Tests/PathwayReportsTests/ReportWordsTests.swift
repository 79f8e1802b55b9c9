// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import TestSupport
import Testing

@testable import PathwayReports

@Suite struct ReportWordsTests {
    private static let source = ReferenceData.packageRoot.appending(
        path: "Sources/PathwayReports/LearnerReport")

    @Test(arguments: ReportWords.all.map(\.language))
    func `a language has every phrase, with the places of the English one`(language: String) {
        let words = ReportWords.of(language)
        #expect(words.language == language)
        for phrase in ReportPhrase.allCases {
            let text = words.phrases[phrase] ?? ""
            #expect(!text.isEmpty, "\(phrase)")
            let places = PhraseTemplate(text).places
            #expect(
                places == PhraseTemplate(ReportWords.english.phrases[phrase] ?? "").places,
                "\(phrase)")
        }
    }

    @Test(arguments: ReportWords.all.map(\.language))
    func `where a number decides the form, there is one for all others`(language: String) {
        let words = ReportWords.of(language)
        for (phrase, text) in words.phrases {
            for case .place(_, let forms) in PhraseTemplate(text).parts where !forms.isEmpty {
                #expect(forms["other"] != nil, "\(phrase)")
            }
        }
    }

    @Test func `every language that rules are told in is one of reports`() {
        #expect(ReportWords.all.map(\.language) == Phrasebook.all.map(\.language))
        #expect(ReportWords.of("de-CH").language == "de")
        #expect(ReportWords.of("fi").language == "en")
    }

    @Test func `no phrase is left that nothing says`() throws {
        let files = FileManager.default.enumerator(at: Self.source, includingPropertiesForKeys: nil)
        var code = ""
        for case let file as URL in files ?? .init()
        where file.pathExtension == "swift" && !file.path.contains("/Languages/")
            && file.lastPathComponent != "ReportPhrase.swift"
        {
            code += try String(contentsOf: file, encoding: .utf8)
        }
        let said = Set(
            code.split { !$0.isLetter && $0 != "." }.flatMap { word in
                word.split(separator: ".").map(String.init)
            })
        for phrase in ReportPhrase.allCases {
            #expect(said.contains(phrase.rawValue), "\(phrase)")
        }
    }

    @Test func `lists say and, or, and how many more`() {
        let english = ReportWords.english
        #expect(english.list(["a"]).text == "a")
        #expect(english.list(["a", "b", "c"]).text == "a, b and c")
        #expect(english.list(["a", "b"], isChoice: true).text == "a or b")
        #expect(english.short(["a", "b", "c", "d"], most: 2).text == "a, b and 2 more")
        #expect(ReportWords.german.short(["a", "b", "c"], most: 1).text == "a und 2 weitere")
        // A comma in an item could be taken for one between items.
        #expect(english.list(["a, b", "c"]).text == "“a, b” and “c”")
        #expect(english.short(["a", "b and c", "d"], most: 2).text == "“a”, “b and c” and 1 more")
    }

    @Test func `values fill their places with their own language`() {
        let title = Prose(.foreign("Pythonilla", language: "fi"))
        let sentence = ReportWords.english(.unusedExpired, ["date": .prose(title)])
        #expect(sentence.runs.contains(.foreign("Pythonilla", language: "fi")))
        #expect(sentence.text == "Expired on Pythonilla.")
    }
}
