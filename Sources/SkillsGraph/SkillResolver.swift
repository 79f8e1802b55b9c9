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

    private let uris: [String: Int]
    private let preferred: [String: [Int]]
    private let alternative: [String: [Int]]

    /// Creates a resolver over `skills`, whose places are their positions.
    public init(_ skills: [Skill]) {
        var uris: [String: Int] = [:]
        var preferred: [String: [Int]] = [:]
        var alternative: [String: [Int]] = [:]
        for (position, skill) in skills.enumerated() {
            uris[Self.normalized(uri: skill.uri)] = position
            for entry in skill.label.entries {
                Self.add(position, to: &preferred[Self.normalized(label: entry.text), default: []])
            }
            for entry in skill.alternatives {
                Self.add(
                    position, to: &alternative[Self.normalized(label: entry.text), default: []])
            }
        }
        self.uris = uris
        self.preferred = preferred
        self.alternative = alternative
    }

    /// Returns the skill that `reference` means.
    public func resolve(_ reference: SkillReference) -> Resolution {
        if let uri = reference.uri, let skill = uris[Self.normalized(uri: uri)] {
            return .byURI(skill)
        }
        guard let label = reference.label.map(Self.normalized(label:)) else { return .unknown }
        let named = preferred[label] ?? []
        if named.count == 1 { return .byLabel(named[0]) }
        if named.count > 1 { return .ambiguous(named) }
        let known = alternative[label] ?? []
        if known.count == 1 { return .byAlternative(known[0]) }
        return known.isEmpty ? .unknown : .ambiguous(known)
    }

    /// `http` and `https`, a trailing slash and the case of the scheme make no difference.
    static func normalized(uri: String) -> String {
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
        normalized(ascii: label)
            ?? label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Nearly all of ESCO's English labels are ASCII, where bytes will do and are ten times as fast.
    private static func normalized(ascii label: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(label.utf8.count)
        var isAfterSpace = false
        for byte in label.utf8 {
            switch byte {
            case 0x80...: return nil
            case 0x09...0x0D, 0x20: isAfterSpace = !bytes.isEmpty
            default:
                if isAfterSpace { bytes.append(0x20) }
                isAfterSpace = false
                let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                bytes.append(isUpper ? byte | 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func add(_ position: Int, to positions: inout [Int]) {
        if positions.last != position { positions.append(position) }
    }
}
