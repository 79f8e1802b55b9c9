// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension RuleReader {
    // MARK: Scales

    mutating func scales(_ node: FileNode) throws(FileProblem) -> [GradeScale] {
        let example = "the scales by their names: {NTU: {pass: C, grades: [F, D, C]}}"
        guard case .mapping(let members) = node.content else {
            throw node.wrongType("scales", example)
        }
        var scales: [GradeScale] = []
        for member in members {
            mark(member.position, "scales/\(member.key)")
            scales.append(try scale(member))
        }
        return scales
    }

    private mutating func scale(_ member: FileNode.Member) throws(FileProblem) -> GradeScale {
        let noun = "the scale \"\(member.key)\""
        let members = try FileMembers(member.value, of: noun, keys: ["grades", "pass"])
        let list = try members.needed("grades", "grades: [F, D, C, B, A], the lowest first")
        var steps: [GradeScale.Step] = []
        for element in try list.elements("grades", "a list of grades, the lowest first") {
            mark(element.position, "scales/\(member.key)/\(steps.count)")
            steps.append(try step(element))
        }
        do {
            return try GradeScale(
                name: member.key, steps: steps, passMark: try members.text("pass"))
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem(
                try members.value("pass")?.position ?? list.position, "bad-scale",
                "\(noun) has a grade twice, or a pass mark that is none of its grades: \(error)")
        }
    }

    private func step(_ node: FileNode) throws(FileProblem) -> GradeScale.Step {
        let expected = "a grade, or a grade with its points: {B-: 2.7}"
        guard case .mapping(let members) = node.content else {
            return GradeScale.Step(try node.nonEmptyText("grades", expected))
        }
        guard members.count == 1, let member = members.first else {
            throw node.wrongType("grades", expected)
        }
        guard let points = member.value.text.flatMap({ ExactDecimal($0) }) else {
            throw member.value.wrongType(member.key, "a number of points such as 2.7")
        }
        return GradeScale.Step(member.key, points: points)
    }

    // MARK: Recognition and equivalence

    mutating func recognition(_ node: FileNode) throws(FileProblem) -> Recognition {
        let members = try FileMembers(node, of: "\"recognition\"", keys: ["own", "recognised"])
        var table = Recognition(own: [])
        if let own = try members.value("own") {
            table.own = try texts(own, "own", "a list of providers", path: "recognition/own")
        }
        if let others = try members.value("recognised") {
            for body in try others.elements("recognised", "a list of providers") {
                mark(body.position, "recognition/recognised/\(table.bodies.count)")
                table.bodies.append(try self.body(body))
            }
        }
        return table
    }

    private func body(_ node: FileNode) throws(FileProblem) -> Recognition.Body {
        if let provider = node.text { return Recognition.Body(provider) }
        let members = try FileMembers(
            node, of: "a recognised provider", keys: ["provider", "accord", "provisional"])
        let provider = try members.needed("provider", "provider: Nordlys")
        return Recognition.Body(
            try provider.nonEmptyText("provider", "a provider"),
            accord: try members.text("accord"), isProvisional: try members.truth("provisional"))
    }

    mutating func equivalences(_ node: FileNode) throws(FileProblem) -> [Rule.Equivalence] {
        var found: [Rule.Equivalence] = []
        let expected = "a list such as [{credential: A, counts-for: B}]"
        for element in try node.elements("equivalences", expected) {
            mark(element.position, "equivalences/\(found.count)")
            let members = try FileMembers(
                element, of: "an equivalence", keys: ["credential", "counts-for", "overlap"])
            let held = try members.needed("credential", "the credential that is held")
            let wanted = try members.needed("counts-for", "the credential it counts for")
            found.append(
                Rule.Equivalence(
                    try held.nonEmptyText("credential", "a credential's id"),
                    countsFor: try wanted.nonEmptyText("counts-for", "a credential's id"),
                    overlap: try overlap(members)))
        }
        return found
    }

    func overlap(_ members: FileMembers) throws(FileProblem) -> Fraction? {
        guard let node = try members.value("overlap") else { return nil }
        guard let overlap = node.share else {
            throw node.wrongType("overlap", "a share such as 80%")
        }
        return overlap
    }

    // MARK: Lists and selectors

    mutating func texts(
        _ node: FileNode, _ key: String, _ expected: String, node id: String? = nil, path: String
    ) throws(FileProblem) -> [String] {
        var texts: [String] = []
        for element in try node.elements(key, expected) {
            mark(element.position, node: id, "\(path)/\(texts.count)")
            texts.append(try element.nonEmptyText(key, expected))
        }
        return texts
    }

    /// A selector as text, or a list of credentials.
    mutating func selector(
        _ value: FileNode, _ key: String, node id: String?
    ) throws(FileProblem) -> Selector {
        let expected = "a list of credentials, or a selector such as level >= 6"
        if case .list = value.content {
            return .oneOf(.id, try texts(value, key, expected, node: id, path: key))
        }
        let text = try value.nonEmptyText(key, expected)
        do {
            return try Selector(parsing: text)
        } catch let error as SelectorError {
            if !text.contains(where: { " =<>\"()".contains($0) }) {
                throw FileProblem(
                    value.position, "bad-selector",
                    "\"\(text.shown)\" is no selector; name credentials in a list: [\(text.shown)]")
            }
            throw problem(error, in: text, value)
        } catch {
            throw FileProblem(value.position, "bad-selector", "\(error)")
        }
    }

    /// The problem with a selector, at its own column where the text stands as it is on its line.
    private func problem(
        _ error: SelectorError, in text: String, _ value: FileNode
    ) -> FileProblem {
        let rest = line(value.position.line).dropFirst(value.position.column - 1)
        let quotes = rest.first.map { $0 == "\"" || $0 == "'" } ?? false ? 1 : 0
        guard rest.dropFirst(quotes).starts(with: text.unicodeScalars) else {
            return FileProblem(
                value.position, "bad-selector", "in the selector, \(error.description)")
        }
        let column = value.position.column + quotes + error.column - 1
        return FileProblem(
            FilePosition(line: value.position.line, column: column), "bad-selector",
            String(error.description.trimmingPrefix("column \(error.column): ")))
    }

    /// The characters of a line of the file.
    private func line(_ number: Int) -> String.UnicodeScalarView.SubSequence {
        let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        var rest = bytes[...]
        for _ in 1..<max(number, 1) {
            let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
            let isPair = rest[end...].starts(with: [0x0D, 0x0A])
            rest = rest[end...].dropFirst(isPair ? 2 : 1)
        }
        return String(decoding: rest.prefix { !isEnd($0) }, as: UTF8.self).unicodeScalars[...]
    }
}
