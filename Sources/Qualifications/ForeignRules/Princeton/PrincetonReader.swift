// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A programme as its file states it.
struct PrincetonProgram {
    /// `Major`, `Minor`, `Certificate` or `Degree`.
    var type: String
    /// Its name.
    var name: String
    /// Its code, such as `COS-BSE`.
    var code: String
    /// The degree a major belongs to.
    var degree: String?
    /// The year that the file is for.
    var year: String?
    /// The pages it restates.
    var urls: [String] = []
    /// The majors it can be taken with; empty for any.
    var allowedMajors: [String] = []
    /// The majors it cannot be taken with.
    var excludedMajors: [String] = []
    /// The minors it cannot be taken with.
    var excludedMinors: [String] = []
    /// The semester by which it must be declared.
    var declarationLimit: Int?
    /// What it asks.
    var root: PrincetonNode

    /// The id of the credential: `Major/COS-BSE`.
    var id: String { "\(type)/\(code)" }
}

/// Reads the tree of a Princeton file, and notes what was not simply read.
struct PrincetonReader {
    /// What a requirement takes from those around it.
    struct Surroundings {
        var path: [String]
        var isShared = false
        var passFail = PassFail.none
    }

    /// Whether courses taken pass/D/fail count.
    enum PassFail {
        case none
        case some(atMost: Int)
        case all
    }

    let calendar: PrincetonCalendar?
    /// What the file's own name gives a programme without a code.
    let file: String
    var notes: [ForeignRules.Diagnostic] = []
    /// How many texts say in words what is not read as a demand.
    var explanations = 0
    /// Whether anything is relative to the learner's start.
    var dependsOnStart = false
    private var requirements = 0

    static let mostRequirements = 5_000
    /// The most courses in one list; such a list can still be written as a selector.
    static let mostCourses = 2_000

    init(calendar: PrincetonCalendar?, file: String) {
        self.calendar = calendar
        self.file = file
    }

    /// Reads the whole file.
    mutating func program(_ node: FileNode) throws(ForeignRulesError) -> PrincetonProgram {
        guard case .mapping(let members) = node.content else {
            throw ForeignRulesError(
                at: node.position, "a programme is a mapping with a type, a name and a req_list")
        }
        var keys = PrincetonKeys(members, at: node.position)
        resolveYearSwitch(&keys)
        let type = try header("type", of: keys)
        guard Self.types.contains(type) else {
            throw ForeignRulesError(
                at: keys.position(of: "type"),
                "the type \"\(type.shown)\" is not one of \(Self.types.joined(separator: ", "))")
        }
        let name = try header("name", of: keys)
        let code = keys.text("code") ?? file.prefix { $0 != "." }.description
        let around = Surroundings(path: ["\(type)//\(keys.text("year") ?? "")//\(code)"])
        let root = try requirement(keys, slug: "", around: around, isRoot: true)
        guard !root.children.isEmpty else {
            throw ForeignRulesError(
                at: node.position, "the programme has no req_list; add what it requires")
        }
        var program = PrincetonProgram(type: type, name: name, code: code, root: root)
        readHeader(keys, into: &program)
        return program
    }

    static let types = ["Major", "Minor", "Certificate", "Degree"]

    private func header(
        _ key: String, of keys: PrincetonKeys
    ) throws(ForeignRulesError) -> String {
        guard let text = keys.text(key), !text.isEmpty else {
            throw ForeignRulesError(
                at: keys.position(of: key), "the programme has no \(key); add it")
        }
        return text
    }

    private mutating func readHeader(_ keys: PrincetonKeys, into program: inout PrincetonProgram) {
        program.degree = keys.text("degree")
        program.year = keys.text("year")
        program.urls = keys.texts("urls")
        program.allowedMajors = codes("allowed_majors", in: keys)
        program.excludedMajors = codes("excluded_majors", in: keys)
        program.excludedMinors = codes("excluded_minors", in: keys)
        program.declarationLimit = semester("declaration_limit", in: keys)
        if let contacts = keys.value("contacts") {
            note(
                contacts.position, "contacts", .ignored,
                "people's names and addresses are never read")
        }
        if program.urls.count > 1 {
            note(
                keys.position(of: "urls"), "urls", .ignored,
                "the first of \(program.urls.count) pages is the rule's source; the others say "
                    + "the same")
        }
    }

    /// Codes of programmes; `FRE/ITA` stands for two.
    private func codes(_ key: String, in keys: PrincetonKeys) -> [String] {
        keys.texts(key).flatMap { $0.split(separator: "/") }
            .map { $0.uppercased().filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    // MARK: - Requirements

    /// Reads a requirement and all below it.
    mutating func requirement(
        _ node: FileNode, index: Int, around: Surroundings
    ) throws(ForeignRulesError) -> PrincetonNode {
        guard case .mapping(let members) = node.content else {
            throw ForeignRulesError(
                at: node.position, "a requirement is a mapping, not \(node.noun)")
        }
        var keys = PrincetonKeys(members, at: node.position)
        resolveYearSwitch(&keys)
        let name = keys.text("name") ?? Self.progressName(keys)
        var around = around
        let number = String(index)
        around.path.append(name ?? String(repeating: "0", count: max(0, 3 - number.count)) + number)
        return try requirement(
            keys, slug: name.map(Self.slug) ?? String(index + 1), around: around, isRoot: false)
    }

    /// What a demand for so many courses in time is called where it has no name.
    private static func progressName(_ keys: PrincetonKeys) -> String? {
        guard let count = keys.text("num_courses"), let end = keys.text("completed_by_semester")
        else { return nil }
        return "Complete \(count) courses by Semester \(end)"
    }

    private mutating func requirement(
        _ keys: PrincetonKeys, slug: String, around: Surroundings, isRoot: Bool
    ) throws(ForeignRulesError) -> PrincetonNode {
        requirements += 1
        guard requirements <= Self.mostRequirements else {
            throw ForeignRulesError(
                at: keys.position, "more than \(Self.mostRequirements) requirements; split the file"
            )
        }
        checkKeys(keys, isRoot: isRoot)
        var around = around
        around.isShared = truth("double_counting_allowed", in: keys) ?? around.isShared
        let passFail = passFail(in: keys)
        around.passFail = passFail ?? around.passFail
        var found = PrincetonNode(
            path: around.path, slug: slug,
            title: LocalizedText(
                isRoot ? "" : keys.text("name") ?? Self.progressName(keys) ?? "", language: "en"),
            position: keys.position, content: try content(keys, around), minimum: 0)
        found.isShared = around.isShared
        found.isLocallyShared = truth("double_counting_allowed_local", in: keys)
        if case .none = around.passFail {} else { found.allowsPassFail = true }
        if case .some(let most)? = passFail { found.passFailLimit = most }
        found.commonLimit = commonLimit(in: keys)
        found.semester = semester("completed_by_semester", in: keys)
        found.maximum = maximum(in: keys)
        readMinimum(keys, into: &found, isRoot: isRoot)
        readIndependentWork(keys, into: &found)
        found.gates += keys.gates
        return found
    }

    private mutating func content(
        _ keys: PrincetonKeys, _ around: Surroundings
    ) throws(ForeignRulesError) -> PrincetonNode.Content {
        let kinds = ["req_list", "course_list", "dist_req", "num_courses", "no_req"]
            .filter { keys.has($0) }
        if kinds.count > 1 {
            note(
                keys.position, "requirement", .interpreted,
                "it has \(kinds.joined(separator: " and ")); a requirement should have one, and "
                    + (kinds.contains("req_list")
                        ? "req_list is taken" : "what matches either counts"))
        }
        if keys.has("req_list") { return .list(try children(keys, around)) }
        if keys.has("course_list") || keys.has("dist_req") { return try courses(keys) }
        if keys.has("num_courses") { return .everyCourse }
        if !keys.has("no_req") {
            note(
                keys.position, "requirement", .inexpressible,
                "it says nothing of what is required; a person is asked")
        }
        return .unverifiable
    }

    private mutating func children(
        _ keys: PrincetonKeys, _ around: Surroundings
    ) throws(ForeignRulesError) -> [PrincetonNode] {
        guard case .list(let elements)? = keys.value("req_list")?.content else { return [] }
        var children: [PrincetonNode] = []
        var slugs: [String: Int] = [:]
        for (index, element) in elements.enumerated() {
            var child = try requirement(element, index: index, around: around)
            slugs[child.slug, default: 0] += 1
            if let count = slugs[child.slug], count > 1 { child.slug += "-no-\(count)" }
            children.append(child)
        }
        return children
    }

    private mutating func courses(
        _ keys: PrincetonKeys
    ) throws(ForeignRulesError) -> PrincetonNode.Content {
        let atHome = keys.has("no_crosslist")
        var list = try courseList("course_list", in: keys, atHome: atHome)
        for area in keys.texts("dist_req") {
            if let known = PrincetonPattern(area), case .area(let code) = known {
                list.add(area: code)
            } else {
                note(
                    keys.position(of: "dist_req"), "dist_req", .inexpressible,
                    "\"\(area.shown)\" is not the code of an area")
            }
        }
        if list.selector == nil {
            note(
                keys.position, "course_list", .inexpressible,
                "no course of the list could be read, so that nothing can meet it")
        }
        return .courses(
            list, excluding: try courseList("excluded_course_list", in: keys, atHome: false))
    }

    private mutating func courseList(
        _ key: String, in keys: PrincetonKeys, atHome: Bool
    ) throws(ForeignRulesError) -> PrincetonCourseList {
        var list = PrincetonCourseList()
        let entries = keys.entries(key)
        guard entries.count <= Self.mostCourses else {
            throw ForeignRulesError(
                at: keys.position(of: key),
                "more than \(Self.mostCourses) courses in one list; split it")
        }
        for (text, position) in entries
        where !list.add(text, atHome: atHome) {
            note(
                position, key, .inexpressible,
                "\"\(text.shown)\" is not the code of a course, such as NST 312 or NST 3**; it "
                    + "was left out of the list")
        }
        return list
    }

    /// Notes something that was not simply read.
    mutating func note(
        _ position: FilePosition, _ construct: String, _ weight: ForeignRules.Diagnostic.Weight,
        _ message: String
    ) {
        notes.append(
            ForeignRules.Diagnostic(
                line: max(position.line, 1), column: max(position.column, 1),
                construct: construct, weight: weight, message: message))
    }

    /// A name as a part of an id: lower case, hyphens between words.
    static func slug(_ name: String) -> String {
        var slug = ""
        for scalar in name.lowercased().unicodeScalars {
            let isPart = scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar
            if isPart {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
            if slug.utf8.count >= 48 { break }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? "part" : slug
    }
}

extension ForeignRulesError {
    init(at position: FilePosition, _ problem: String) {
        self.init(line: max(position.line, 1), column: max(position.column, 1), problem)
    }
}
