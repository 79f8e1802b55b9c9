// SPDX-License-Identifier: Apache-2.0

/// Finds the skill that a document means by a URI or a label.
///
/// A URI is taken first, then a preferred label, then an alternative label that only one skill has.
/// What is ambiguous stays unmatched, with its candidates.
public struct SkillResolver: Sendable {
    /// What was found.
    public enum Resolution: Hashable, Sendable {
        /// The skill with this URI.
        case byURI(Int)
        /// The only skill with this preferred label.
        case byLabel(Int)
        /// The only skill with this alternative label.
        case byAlternative(Int)
        /// Several skills go by this label.
        case ambiguous([Int])
        /// No skill goes by it.
        case unknown

        /// The position of the skill, where one was found.
        public var skill: Int? {
            switch self {
            case .byURI(let skill), .byLabel(let skill), .byAlternative(let skill): skill
            case .ambiguous, .unknown: nil
            }
        }
    }

    private var uris: [String: Int] = [:]
    private var preferred = Labels()
    private var alternative = Labels()

    /// Creates a resolver over `skills`, whose places are their positions.
    ///
    /// - Complexity: O(labels), of which ESCO has 114,000; where only a few references are to be
    ///   resolved, name them.
    public init(_ skills: [Skill]) { self.init(skills, labels: nil) }

    /// Creates a resolver over `skills` that need only know `references`.
    public init(_ skills: [Skill], for references: some Sequence<SkillReference>) {
        let labels = references.compactMap { $0.label.map(Self.normalized(label:)) }
        self.init(skills, labels: Set(labels))
    }

    private init(_ skills: [Skill], labels: Set<String>?) {
        uris.reserveCapacity(skills.count)
        for (position, skill) in skills.enumerated() {
            add(uri: skill.uri, position, skills)
            guard labels?.isEmpty != true else { continue }
            for entry in skill.label.entries {
                preferred.add(position, Self.normalized(label: entry.text), among: labels)
            }
            for entry in skill.alternatives {
                alternative.add(position, Self.normalized(label: entry.text), among: labels)
            }
        }
    }

    /// Returns the skill that `reference` means.
    public func resolve(_ reference: SkillReference) -> Resolution {
        if let uri = reference.uri, let skill = uris[uri] ?? uris[Self.normalized(uri: uri)] {
            return .byURI(skill)
        }
        guard let label = reference.label.map(Self.normalized(label:)), !label.isEmpty else {
            return .unknown
        }
        let named = preferred[label]
        if named.count == 1 { return .byLabel(named[0]) }
        if named.count > 1 { return .ambiguous(named) }
        let known = alternative[label]
        if known.count == 1 { return .byAlternative(known[0]) }
        return known.isEmpty ? .unknown : .ambiguous(known)
    }

    /// Two skills whose URIs differ only in how they are written are each found as written.
    private mutating func add(uri: String, _ position: Int, _ skills: [Skill]) {
        let normalized = Self.normalized(uri: uri)
        guard let other = uris[normalized] else {
            uris[normalized] = position
            return
        }
        uris[skills[other].uri] = other
        uris[uri] = position
    }

    /// `http` and `https`, a trailing slash and the case of the scheme make no difference.
    static func normalized(uri: String) -> String {
        if uri.hasPrefix("http:"), !uri.hasSuffix("/") { return uri }
        var uri = uri
        if let colon = uri.firstIndex(of: ":") {
            let scheme = uri[..<colon].lowercased()
            uri = (scheme == "https" ? "http" : scheme) + uri[colon...]
        }
        while uri.hasSuffix("/") { uri.removeLast() }
        return uri
    }

    /// Case and runs of white space make no difference.
    static func normalized(label: String) -> String {
        let label = label.lowercased()
        if isPlain(label) { return label }
        return label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether white space is single spaces between words, as in nearly every label; in doubt, no.
    private static func isPlain(_ label: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in label.utf8 {
            switch byte {
            case UInt8(ascii: " ") where last == UInt8(ascii: " "): return false
            case 9...13: return false
            // The first bytes of every white space beyond ASCII.
            case 0xC2, 0xE1, 0xE2, 0xE3: return false
            default: last = byte
            }
        }
        return last != UInt8(ascii: " ")
    }
}

/// The positions that go by a label: nearly always one, which then needs no array.
private struct Labels: Sendable {
    private var first: [String: Int] = [:]
    private var all: [String: [Int]] = [:]

    /// Adds a position, not less than any added before, under a label that is looked for.
    mutating func add(_ position: Int, _ label: String, among wanted: Set<String>?) {
        if let wanted, !wanted.contains(label) { return }
        let known = first[label, default: position]
        if known == position {
            first[label] = position
        } else if all[label, default: [known]].last != position {
            all[label, default: [known]].append(position)
        }
    }

    /// The positions that go by `label`, in order.
    subscript(label: String) -> [Int] { all[label] ?? first[label].map { [$0] } ?? [] }
}
