// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Makes rules of the nodes of a rule file.
struct RuleReader {
    /// The keys of a rule, in the order in which they are written.
    static let keys = [
        "credential", "use", "id", "title", "version", "valid", startedKey, "source", "secondary",
        "decided-by", "awarded", "counts", "ages-on", "scheme", "scales", "recognition",
        "equivalences", "requirement",
    ]
    static let startedKey = "for-those-who-started"

    private(set) var rules: [Rule] = []
    var places: RulePlaces
    /// What tells the versions apart that were read so far, and where they begin.
    private var versions: [String: FilePosition] = [:]
    /// The ids of the rule that is read.
    var names = RequirementNames()
    /// The scheme of credits that state none: that of the credits around them, or the rule's.
    var scheme = CreditScheme.ects

    /// The file, in which the place of a fault inside a text is looked up.
    let bytes: [UInt8]

    init(file: String, bytes: [UInt8]) {
        places = RulePlaces(file: file)
        self.bytes = bytes
    }

    /// The position of the rule that is read.
    var rule: Int { rules.count }

    mutating func mark(_ position: FilePosition?, node: String? = nil, _ path: String) {
        guard let position else { return }
        places.set(position, rule: rule, node: node, path: path)
    }

    // MARK: The file

    /// Reads the whole file.
    mutating func read(_ root: FileNode) throws(FileProblem) {
        try checkSchema(of: root)
        guard case .mapping(let members) = root.content,
            members.contains(where: { $0.key == "rules" })
        else { return try readRule(root, keys: ["schema"] + Self.keys) }
        let file = try FileMembers(
            root, of: "a file of several rules", keys: ["schema", "rules"])
        let list = try file.needed("rules", "a list of rules")
        for node in try list.elements("rules", "a list of rules") {
            try readRule(node, keys: Self.keys)
        }
    }

    private func checkSchema(of root: FileNode) throws(FileProblem) {
        guard case .mapping(let members) = root.content else {
            throw FileProblem(
                root.position, "wrong-type",
                "a rule file begins with \"schema: \(RuleFile.schema)\", not with \(root.noun)")
        }
        guard let schema = members.first(where: { $0.key == "schema" }) else {
            throw FileProblem(
                root.position, "missing-key",
                "the file does not say what it is; begin it with \"schema: \(RuleFile.schema)\"")
        }
        guard schema.value.text == RuleFile.schema else {
            throw FileProblem(
                schema.value.position, "unknown-schema",
                "\(schema.value.noun) cannot be read; this version reads \"\(RuleFile.schema)\"")
        }
    }

    // MARK: A rule

    private mutating func readRule(_ node: FileNode, keys: [String]) throws(FileProblem) {
        let members = try FileMembers(node, of: "a rule", keys: keys)
        mark(node.position, "")
        for key in keys { mark(try members.value(key)?.position, key) }
        let credential = try members.needed("credential", "credential: SHB30416")
            .nonEmptyText("credential", "a credential's id")
        scheme = try members.text("scheme").map { CreditScheme(rawValue: $0) } ?? .ects
        names = RequirementNames()
        let root = try members.needed("requirement", "requirement: {credits: 60}")
        var rule = Rule(
            credential: credential, use: try members.word("use", of: Rule.Use.self) ?? .completion,
            requirement: try requirement(root, below: nil))
        try readSource(members, into: &rule)
        try readTerms(members, into: &rule)
        try checkVersion(rule, at: node.position)
        rules.append(rule)
    }

    private func readSource(
        _ members: FileMembers, into rule: inout Rule
    ) throws(FileProblem) {
        rule.name = try members.text("id")
        rule.title = try members.localized("title")
        rule.version = try members.text("version")
        rule.source = try members.text("source")
        rule.isSecondary = try members.truth("secondary")
        rule.decidedBy = try members.text("decided-by")
        rule.awarding = try members.word("awarded", of: Rule.Awarding.self) ?? .onApplication
    }

    /// Two versions of one rule must be told apart by an id.
    private mutating func checkVersion(
        _ rule: Rule, at position: FilePosition
    ) throws(FileProblem) {
        let key = "\(rule.use.rawValue) \(rule.id)"
        if let other = versions.updateValue(position, forKey: key) {
            throw FileProblem(
                position, "repeated-id",
                "the rule \"\(rule.id)\" stands on line \(other.line) too; give each version an "
                    + "\"id\" of its own")
        }
    }

    private mutating func readTerms(
        _ members: FileMembers, into rule: inout Rule
    ) throws(FileProblem) {
        (rule.validFrom, rule.validUntil) = try dates(members, "valid", "from", "until") {
            $0 <= $1
        }
        (rule.startedFrom, rule.startedBefore) =
            try dates(members, Self.startedKey, "from", "before") { $0 < $1 }
        if let counts = try members.value("counts") {
            rule.counts = try selector(counts, "counts", node: nil)
        }
        rule.agesOn = try members.date("ages-on")
        if let scales = try members.value("scales") { rule.scales = try self.scales(scales) }
        if let table = try members.value("recognition") {
            rule.recognition = try recognition(table)
        }
        if let list = try members.value("equivalences") {
            rule.equivalences = try equivalences(list)
        }
    }

    private mutating func dates(
        _ members: FileMembers, _ key: String, _ first: String, _ last: String,
        isOrdered: (CalendarDate, CalendarDate) -> Bool
    ) throws(FileProblem) -> (CalendarDate?, CalendarDate?) {
        guard let node = try members.value(key) else { return (nil, nil) }
        let span = try FileMembers(node, of: "\"\(key)\"", keys: [first, last])
        let (from, to) = (try span.date(first), try span.date(last))
        mark(try span.value(first)?.position, "\(key)/\(first)")
        mark(try span.value(last)?.position, "\(key)/\(last)")
        guard from != nil || to != nil else {
            throw FileProblem(
                node.position, "missing-key", "\"\(key)\" needs \"\(first)\" or \"\(last)\"")
        }
        if let from, let to, !isOrdered(from, to) {
            throw FileProblem(
                span.keyPosition(last) ?? node.position, "contradictory-dates",
                "\"\(key)\" begins on \(from) and ends on \(to), so that it is never so; correct one"
            )
        }
        return (from, to)
    }
}
