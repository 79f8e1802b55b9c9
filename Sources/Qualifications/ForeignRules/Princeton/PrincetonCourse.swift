// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A course at Princeton by the codes it is listed under, and the credential that stands for it.
///
/// The convention by which the imported rules find courses, for whoever makes credentials from a
/// course list or a transcript:
///
/// - the id is the first listing, `NST 482`, with one space; the other listings, `ACR 382`, are
///   identifiers; the provider is `princeton` and the kind `course`;
/// - for each listing a tag names the department, `dept:NST`, and one each beginning of the
///   number, `NST-4xx` and `NST-48x`;
/// - the same tags of the first listing alone, and its whole code, have `home:` before them:
///   `home:dept:NST`, `home:NST-4xx`, `home:NST-482`;
/// - a listing of a language department has them also as `LANG`, with its whole number:
///   `dept:LANG`, `LANG-1xx`, `LANG-107`;
/// - the distribution area is a tag, `area:QR`; a course has one at most.
///
/// On awards, a course that was elected pass/D/fail has the grade `P` on the scale `princeton`,
/// and one that counts for the learner's major has been used for the credential `Major`.
public struct PrincetonCourse: Hashable, Sendable {
    /// One code: a department and a number, such as `NST` and `312C`.
    public struct Listing: Hashable, Sendable {
        /// The department, in upper case.
        public let department: String
        /// The number, in upper case, with a letter after it in some.
        public let number: String

        /// The code as ids have it: `NST 312C`.
        public var id: String { "\(department) \(number)" }
    }

    /// The codes, the department that offers the course first.
    public let listings: [Listing]

    /// Reads the codes of a course: `COS 126`, `COS340`, `NEU 330 / PSY 330`; nil for other text.
    public init?(_ text: String) {
        let listings = text.split(separator: "/", omittingEmptySubsequences: false)
            .map { PrincetonPattern($0) }
            .map { pattern -> Listing? in
                guard case .course(let department, let number) = pattern else { return nil }
                return Listing(department: department, number: number)
            }
        let known = listings.compactMap(\.self)
        guard !known.isEmpty, known.count == listings.count else { return nil }
        self.listings = known
    }

    /// Returns the credential that stands for the course.
    public func credential(title: LocalizedText = "", area: String? = nil) -> Credential {
        var credential = Credential(
            id: listings[0].id, title: title.isEmpty ? LocalizedText(listings[0].id) : title,
            kind: .course)
        credential.provider = Self.provider
        credential.identifiers = listings.dropFirst().map(\.id)
        credential.tags = tags(area: area)
        return credential
    }

    /// The provider of every course and programme.
    static let provider = "princeton"

    private func tags(area: String?) -> [String] {
        var tags: [String] = []
        func add(_ tag: String) {
            if !tags.contains(tag) { tags.append(tag) }
        }
        for listing in listings {
            Self.prefixTags(listing.department, listing.number).forEach(add)
            guard Self.languageDepartments.contains(listing.department) else { continue }
            Self.prefixTags("LANG", listing.number).forEach(add)
            add("LANG-\(listing.number)")
        }
        Self.prefixTags(listings[0].department, listings[0].number).forEach { add("home:\($0)") }
        add("home:\(listings[0].department)-\(listings[0].number)")
        if let area, !area.isEmpty { add("area:\(area)") }
        return tags
    }

    private static func prefixTags(_ department: String, _ number: String) -> [String] {
        ["dept:\(department)"]
            + (1..<max(number.count, 1)).map { prefixTag(department, number.prefix($0)) }
    }

    /// The tag of courses whose number begins so: `COS-3xx`.
    static func prefixTag(_ department: String, _ prefix: some StringProtocol) -> String {
        "\(department)-\(prefix)" + String(repeating: "x", count: max(1, 3 - prefix.count))
    }

    /// The departments whose courses teach a language.
    static let languageDepartments: Set = [
        "ARA", "BCS", "SLA", "CHI", "CZE", "FRE", "GER", "MOG", "CLG", "HEB", "HIN", "ITA", "JPN",
        "KOR", "LAT", "PER", "PLS", "POR", "RUS", "SAN", "SPA", "SWA", "TUR", "TWI", "URD",
    ]
}

/// What one code of a course list matches.
enum PrincetonPattern: Hashable {
    /// This course: `NST 312C`.
    case course(department: String, number: String)
    /// Every course of the department: `NST *`.
    case department(String)
    /// Those whose number begins so: `NST 2**`.
    case numbers(department: String, prefix: String)
    /// Those of a distribution area: `STL`.
    case area(String)

    /// Reads one code; nil for text that is none.
    init?(_ text: some StringProtocol) {
        let code = text.uppercased().filter { !$0.isWhitespace }
        guard code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "*") })
        else { return nil }
        let department = String(code.prefix { $0.isLetter })
        let rest = code.dropFirst(department.count)
        let number = String(rest.prefix { $0 != "*" })
        let stars = rest.dropFirst(number.count)
        guard 2...4 ~= department.count, stars.allSatisfy({ $0 == "*" }), number.count <= 5,
            number.isEmpty || number.first?.isNumber == true
        else { return nil }
        switch (number.isEmpty, stars.isEmpty) {
        case (true, true): self = .area(department)
        case (true, false): self = .department(department)
        case (false, true): self = .course(department: department, number: number)
        case (false, false): self = .numbers(department: department, prefix: number)
        }
    }

    /// The tag that says it, or nil for one course, which goes by its id.
    ///
    /// With `atHome`, only the first listing of a course is asked.
    func tag(atHome: Bool) -> String? {
        let home = atHome ? "home:" : ""
        return switch self {
        case .course("LANG", let number): "LANG-\(number)"
        case .course(let department, let number):
            atHome ? "home:\(department)-\(number)" : nil
        case .department(let department): "\(home)dept:\(department)"
        case .numbers(let department, let prefix):
            home + PrincetonCourse.prefixTag(department, prefix)
        case .area(let area): "area:\(area)"
        }
    }
}

/// A list of codes, and the selector that matches its courses.
struct PrincetonCourseList {
    private(set) var ids: [String] = []
    private(set) var tags: [String] = []
    /// How many entries of the list were read; one with several listings is one.
    private(set) var count = 0

    /// Adds an entry, `NST 482/ACR 382: Names`; false for text that is no code.
    mutating func add(_ entry: String, atHome: Bool = false) -> Bool {
        let codes = entry.prefix { $0 != ":" }
        let patterns = codes.split(separator: "/", omittingEmptySubsequences: false)
            .map { PrincetonPattern($0) }
        let known = patterns.compactMap(\.self)
        guard !known.isEmpty, known.count == patterns.count else { return false }
        count += 1
        for pattern in known { add(pattern, atHome: atHome) }
        return true
    }

    mutating func add(area: String) {
        add(.area(area), atHome: false)
    }

    private mutating func add(_ pattern: PrincetonPattern, atHome: Bool) {
        if let tag = pattern.tag(atHome: atHome) {
            if !tags.contains(tag) { tags.append(tag) }
        } else if case .course(let department, let number) = pattern {
            let id = "\(department) \(number)"
            if !ids.contains(id) { ids.append(id) }
        }
    }

    /// Whether it names every course it matches by itself.
    var isFinite: Bool { tags.isEmpty }
    /// Whether no entry was read, but areas at most.
    var isAreasOnly: Bool { count == 0 }

    /// What matches a course of the list; nil for none.
    var selector: Selector? {
        switch (Selector.isOne(of: ids, .id), Selector.isOne(of: tags, .tag)) {
        case (let byID?, let byTag?): .or(byID, byTag)
        case (let some, let other): some ?? other
        }
    }
}

extension Selector {
    /// That the field has one of the values; nil for no values.
    static func isOne(of values: [String], _ field: Field) -> Selector? {
        switch values.count {
        case 0: nil
        case 1: .comparison(field, .equal, values[0])
        default: .oneOf(field, values)
        }
    }

    /// What both match, where either may be missing.
    static func both(_ left: Selector?, _ right: Selector?) -> Selector {
        switch (left, right) {
        case (nil, nil): .everything
        case (let one?, nil), (nil, let one?): one
        case (let one?, let other?): .and(one, other)
        }
    }

    /// What any of them matches; `not any` for none of them.
    ///
    /// Lists of ids, and of tags, become one list each.
    static func either(_ selectors: some Sequence<Selector>) -> Selector {
        var values: [Field: [String]] = [:]
        var others: [Selector] = []
        for selector in selectors.flatMap(\.alternatives) {
            switch selector {
            case .comparison(let field, .equal, let value) where !field.isOrdered:
                values[field, default: []].append(value)
            case .oneOf(let field, let list): values[field, default: []] += list
            default:
                if !others.contains(selector) { others.append(selector) }
            }
        }
        let lists = values.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { field, list in
            var seen: Set<String> = []
            return isOne(of: list.filter { seen.insert($0).inserted }, field)
        }
        let all = lists + others
        return all.dropFirst().reduce(all.first ?? .nothing) { .or($0, $1) }
    }

    /// The selectors of which any may match.
    private var alternatives: [Selector] {
        if case .or(let left, let right) = self { return left.alternatives + right.alternatives }
        return [self]
    }

    /// Matches no award: a requirement that only adds up what its parts count.
    static let nothing = Selector.not(.everything)
}
