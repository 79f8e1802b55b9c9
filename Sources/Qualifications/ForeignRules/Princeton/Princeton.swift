// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension ForeignRules {
    /// The requirement files that students at Princeton keep for planning applications.
    static let princeton = ForeignRules(
        name: "princeton", title: "Princeton departmental data",
        summary: """
            Majors, minors, certificates and degrees of Princeton University as YAML or JSON \
            trees of requirements, each file one programme. Courses are found by their codes and \
            by tags, as PrincetonCourse says. What is relative to the start of studies needs the \
            year of the start. Explanations are for people and are not read; names and addresses \
            never are.
            """,
        extensions: ["yaml", "yml", "json"]
    ) { source throws(ForeignRulesError) in
        try PrincetonConversion(source).result
    }
}

/// Turns one Princeton file into a rule and the credential that it is for.
struct PrincetonConversion {
    /// What the file states.
    let program: PrincetonProgram
    /// The rule, the credential and what was not simply read.
    private(set) var result = ForeignRules.Result()
    /// For each path of the file, the ids of the requirements that say it.
    private(set) var trace: [[String]: [String]] = [:]
    private let calendar: PrincetonCalendar?

    init(_ source: ForeignRules.Source) throws(ForeignRulesError) {
        calendar = source.startYear.map { PrincetonCalendar(startYear: min(max($0, 1), 9000)) }
        var reader = PrincetonReader(calendar: calendar, file: source.file)
        let node: FileNode
        do throws(FileProblem) {
            // The JSON files of old are YAML too, and only as that are all of them well formed.
            node = try RuleFile.node(source.bytes, file: "\(source.file).yaml")
        } catch {
            throw ForeignRulesError(at: error.position, error.message)
        }
        program = try reader.program(node)
        convert(reader)
    }

    private mutating func convert(_ reader: PrincetonReader) {
        var root = program.root
        var counts: [Selector] = []
        let excludesPassFail =
            root.nodes.allSatisfy { !$0.isCourses || !$0.allowsPassFail }
            && !root.nodes.contains { $0.isEveryCourse }
        if excludesPassFail { counts.append(.notPassFail) }
        if root.commonLimit == 0 {
            counts.append(.notForMajor)
            root.commonLimit = nil
        }
        var expression = PrincetonExpression(
            calendar: calendar, decider: "Princeton University", excludesPassFail: excludesPassFail)
        let main = expression.counting(
            root, root.minimum, id: PrincetonExpression.rootID, .init())
        let requirement = combined(main, with: extras(&expression))
        trace = expression.trace

        var rule = Rule(credential: program.id, use: .completion, requirement: requirement)
        rule.title = LocalizedText(program.name, language: "en")
        rule.version = program.year
        rule.source = program.urls.first
        rule.isSecondary = true
        rule.decidedBy = "Princeton University"
        rule.counts =
            counts.isEmpty
            ? .everything
            : counts.dropFirst().reduce(counts[0]) {
                .and($0, $1)
            }
        rule.recognition = Recognition(own: [PrincetonCourse.provider])
        if requirement.asksGrade || rule.counts.fields.contains(.grade) {
            rule.scales = PrincetonCourse.scale.map { [$0] } ?? []
        }
        if reader.dependsOnStart || root.nodes.contains(where: { $0.semester != nil }) {
            rule.startedFrom = calendar?.first
            rule.startedBefore = calendar?.next
        }
        result = ForeignRules.Result(
            rules: [rule], credentials: [program.credential],
            diagnostics: diagnostics(reader, expression.notes))
    }

    private func diagnostics(
        _ reader: PrincetonReader, _ notes: [ForeignRules.Diagnostic]
    ) -> [ForeignRules.Diagnostic] {
        var notes = reader.notes + notes
        if reader.explanations > 0 {
            notes.append(
                .init(
                    line: 1, column: 1, construct: "explanation", weight: .ignored,
                    message: "\(reader.explanations) texts are for people; what they ask beyond "
                        + "the lists is not read"))
        }
        return notes.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset)
                < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    /// What the head of the file asks beside its tree.
    private func extras(_ expression: inout PrincetonExpression) -> [Requirement] {
        var extras: [Requirement] = []
        if let limit = program.declarationLimit {
            let day = calendar?.end(ofSemester: limit).map { ", \($0)" } ?? ""
            extras.append(
                Requirement(
                    id: expression.fresh("declared"),
                    title: LocalizedText(
                        "Declared by the end of semester \(limit)\(day)", language: "en"),
                    kind: .decision(by: "Princeton University")))
        }
        if let allowed = Selector.isOne(of: program.allowedMajors.map { "major:\($0)" }, .tag) {
            extras.append(
                Requirement(
                    id: expression.fresh("allowed-majors"),
                    title: LocalizedText("With one of these majors", language: "en"),
                    isShared: true,
                    kind: .count(.init(minimum: ExactDecimal(1), unit: .awards, selector: allowed)))
            )
        }
        let excluded =
            program.excludedMajors.map { "major:\($0)" }
            + program.excludedMinors.map { "minor:\($0)" }
        if let excluded = Selector.isOne(of: excluded, .tag) {
            extras.append(
                Requirement(
                    id: expression.fresh("excluded"),
                    title: LocalizedText("Without these majors and minors", language: "en"),
                    kind: .absent(excluded)))
        }
        return extras
    }

    private func combined(_ main: Requirement, with extras: [Requirement]) -> Requirement {
        guard !extras.isEmpty else { return main }
        if case .all(let parts) = main.kind {
            return main.asking(.all(parts + extras))
        }
        let inner = Requirement(id: "requirements", isShared: main.isShared, kind: main.kind)
        return Requirement(id: main.id, kind: .all([inner] + extras))
    }
}

extension PrincetonProgram {
    /// The credential that the programme awards.
    var credential: Credential {
        var credential = Credential(
            id: id, title: LocalizedText(name, language: "en"), kind: kind)
        credential.provider = PrincetonCourse.provider
        credential.url = urls.first { $0.hasPrefix("https://") }
        credential.tags = tags
        return credential
    }

    private var kind: Credential.Kind {
        switch type {
        case "Degree": .degree
        case "Major": .diploma
        default: .certificate
        }
    }

    /// `major:COS` for every programme of a department, since that is how others name it.
    private var tags: [String] {
        let kind = type.lowercased()
        let department = code.prefix { $0 != "-" }
        var tags = ["\(kind):\(code)"]
        if department != code { tags.append("\(kind):\(department)") }
        if let degree { tags.append("degree:\(degree)") }
        return tags
    }
}

extension PrincetonCourse {
    /// The scale of grades; a `P` says only that the course was passed.
    static let scale: GradeScale? = {
        let grades = ["F", "D", "P", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"]
        return try? GradeScale(name: "princeton", steps: grades.map { .init($0) }, passMark: "D")
    }()
}

extension Requirement {
    /// Whether any part of it looks at grades.
    fileprivate var asksGrade: Bool {
        nodes.contains { node in
            switch node.kind {
            case .count(let demand): demand.selector.fields.contains(.grade)
            case .share(let share): share.selector.fields.contains(.grade)
            default: false
            }
        }
    }
}

extension PrincetonNode {
    fileprivate var isCourses: Bool {
        if case .courses = content { return true }
        return false
    }
}
