// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Which version and language of ESCO a file is of, and how that is known.
struct ESCOEdition {
    /// ESCO in this version.
    let framework: Framework
    /// The language of its labels.
    let language: String
    /// That the version was guessed or is not known; nil where it was declared.
    let versionNote: LedgerEntry?
    /// That the language was guessed; nil where the file's name ends with it.
    let languageNote: LedgerEntry?

    init(of source: FormatSource) {
        let place = SourcePlace(file: source.file)
        if let declared = source.frameworkVersion {
            framework = Framework("ESCO", version: declared)
            versionNote = nil
        } else if let guess = Self.version(inFolder: source.folder ?? "") {
            framework = Framework("ESCO", version: guess)
            versionNote = LedgerEntry(
                .guessed, at: place, code: "framework-version",
                "ESCO's version is taken as \(guess) from the folder's name; declare it to be sure")
        } else {
            framework = Framework("ESCO")
            versionNote = LedgerEntry(
                .guessed, at: place, code: "framework-version",
                "ESCO's version is not stated and is kept as unknown; declare it")
        }
        let suffix = Self.language(ofFile: source.lastComponent)
        language = suffix ?? "en"
        languageNote =
            suffix == nil
            ? LedgerEntry(
                .guessed, at: place, code: "language",
                "the language of the labels is taken as en; a file name ending in _de would say de")
            : nil
    }

    /// Returns the version in the nearest folder that names one: `esco-v1.1.1`, `v1.2.0`.
    static func version(inFolder folder: String) -> String? {
        for part in folder.split(separator: "/").reversed() {
            guard let version = version(in: part) else { continue }
            let isAllVersion = part.count <= version.count + 1
            if isAllVersion || part.lowercased().contains("esco") { return version }
        }
        return nil
    }

    /// Returns the first run of digits and points that has two or three numbers.
    private static func version(in text: Substring) -> String? {
        text.split { !($0.isASCII && $0.isNumber) && $0 != "." }.lazy
            .map { run in run.split(separator: ".").joined(separator: ".") }
            .first { 2...3 ~= $0.split(separator: ".").count }
    }

    /// Returns what stands after the last underscore of `skills_en.csv`, where it is a language.
    private static func language(ofFile name: Substring) -> String? {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        guard let underscore = stem.lastIndex(of: "_") else { return nil }
        let suffix = stem[stem.index(after: underscore)...]
        let isTag = 2...3 ~= suffix.count && suffix.allSatisfy { $0.isASCII && $0.isLetter }
        return isTag ? suffix.lowercased() : nil
    }
}
