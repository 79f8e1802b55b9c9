// SPDX-License-Identifier: Apache-2.0

extension FireRoadDocument {
    /// The most definitions and sections of a file.
    static let mostDefinitions = 10_000

    /// Reads a file.
    ///
    /// - Throws: `ForeignRulesError` with the place of what cannot be read.
    init(parsing bytes: [UInt8]) throws(ForeignRulesError) {
        let lines = try FireRoadLine.lines(of: bytes)
        try Self.refuseTable(lines)
        try readHead(lines.prefix(3))
        let rest = try readSections(lines.dropFirst(3))
        var names: [String: Int] = [:]
        for line in rest where !line.text.isEmpty {
            try readDefinition(line, &names)
        }
        try checkSections(names)
    }

    /// A list of subjects, which stands beside the lists of requirements, is no such list.
    private static func refuseTable(_ lines: [FireRoadLine]) throws(ForeignRulesError) {
        guard lines.first?.text.hasPrefix("Subject Id,") ?? false else { return }
        throw ForeignRulesError(
            "this is a table of subjects, not a list of requirements; read it with"
                + " \"varde import\"")
    }

    // MARK: Head

    private mutating func readHead(_ lines: ArraySlice<FireRoadLine>) throws(ForeignRulesError) {
        guard let first = lines.first else { throw ForeignRulesError("the file is empty") }
        try readHeader(first)
        guard lines.count > 2 else {
            throw ForeignRulesError(
                line: first.number,
                "the file ends after its head; sections and definitions are missing")
        }
        descriptionLine = lines[1].number
        description = lines[1].text.replacing("\\n", with: "\n")
        guard lines[2].text.isEmpty else {
            throw ForeignRulesError(
                line: lines[2].number, column: lines[2].place.column,
                "an empty line is expected after the description; this is no list of requirements"
                    + " if it has none")
        }
    }

    private mutating func readHeader(_ line: FireRoadLine) throws(ForeignRulesError) {
        var column = 1
        for part in line.string.split(separator: "#,#", omittingEmptySubsequences: false) {
            let text = FireRoadTokens.trimmed(ArraySlice(part.unicodeScalars))
            if text.hasPrefix("threshold=") {
                amount = try Self.threshold(text.dropFirst(10), line, column)
            } else if text.hasPrefix("url=") {
                url = String(text.dropFirst(4))
            } else {
                titles.append(text)
            }
            guard titles.count <= 4 else {
                throw ForeignRulesError(
                    line: line.number, column: column,
                    "a fifth title; the first line has up to four, threshold= and url=")
            }
            column += part.unicodeScalars.count + 3
        }
        while titles.last?.isEmpty ?? false { titles.removeLast() }
    }

    /// A number alone is the least; a comparison may stand before it.
    private static func threshold(
        _ text: Substring, _ line: FireRoadLine, _ column: Int
    ) throws(ForeignRulesError) -> FireRoadThreshold {
        let comparator =
            FireRoadComparator.allCases.first { text.hasPrefix($0.rawValue) }
        let number = text.dropFirst(comparator?.rawValue.count ?? 0)
        guard let found = FireRoadThreshold(comparator ?? .atLeast, String(number)),
            found.maximum.map({ $0 >= 0 }) ?? true
        else {
            throw ForeignRulesError(
                line: line.number, column: column,
                "\"\(text)\" is not a number of subjects such as 6, or of units such as 48u")
        }
        return found
    }

    // MARK: Sections

    /// Reads pairs of lines, a name and a description that may be empty, to the empty line after
    /// them; returns what follows.
    private mutating func readSections(
        _ lines: ArraySlice<FireRoadLine>
    ) throws(ForeignRulesError) -> ArraySlice<FireRoadLine> {
        var rest = lines
        while let line = rest.first, !line.text.isEmpty {
            rest = rest.dropFirst()
            sections.append(
                Section(
                    name: try Self.sectionName(line), description: rest.first?.text ?? "",
                    descriptionLine: rest.first?.number ?? line.number, place: line.place))
            rest = rest.dropFirst()
        }
        guard !sections.isEmpty else {
            throw ForeignRulesError(
                line: lines.first?.number ?? 1,
                "no section is listed; name what the list asks for, a line each and a line about it"
            )
        }
        return rest
    }

    private static func sectionName(_ line: FireRoadLine) throws(ForeignRulesError) -> String {
        let text = line.text
        guard text.unicodeScalars.allSatisfy(FireRoadTokens.isPartOfName),
            text.unicodeScalars.count <= FireRoadTokens.longest
        else {
            throw ForeignRulesError(
                line: line.number, column: line.place.column,
                "the name of a section is expected, alone on its line; an empty line ends the"
                    + " sections")
        }
        return text
    }

    // MARK: Definitions

    private mutating func readDefinition(
        _ line: FireRoadLine, _ names: inout [String: Int]
    ) throws(ForeignRulesError) {
        var parser = try FireRoadStatementParser(line)
        let definition = try parser.definition()
        let place = definition.place
        if let first = names.updateValue(line.number, forKey: definition.name) {
            throw ForeignRulesError(
                line: place.line, column: place.column,
                "\"\(definition.name)\" is defined on line \(first) already; give it another name")
        }
        guard FireRoadAttribute(definition.name) == nil else {
            throw ForeignRulesError(
                line: place.line, column: place.column,
                "\"\(definition.name)\" is a word of the language; give it another name")
        }
        definitions.append(definition)
        guard definitions.count + sections.count <= Self.mostDefinitions else {
            throw ForeignRulesError(
                line: place.line, "more than \(Self.mostDefinitions) definitions and sections")
        }
    }

    private func checkSections(_ names: [String: Int]) throws(ForeignRulesError) {
        var seen: Set<String> = []
        for section in sections {
            let (line, column) = (section.place.line, section.place.column)
            guard names[section.name] != nil else {
                throw ForeignRulesError(
                    line: line, column: column,
                    "the section \"\(section.name)\" is not defined further down")
            }
            guard seen.insert(section.name).inserted else {
                throw ForeignRulesError(
                    line: line, column: column, "the section \"\(section.name)\" stands twice")
            }
        }
    }
}
