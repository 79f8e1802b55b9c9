// SPDX-License-Identifier: Apache-2.0

/// The keys of one requirement in a Princeton file.
struct PrincetonKeys {
    private(set) var members: [FileNode.Member]
    /// Where the requirement begins.
    let position: FilePosition
    /// What a person must say because the keys do not.
    var gates: [String] = []

    init(_ members: [FileNode.Member], at position: FilePosition) {
        self.members = members
        self.position = position
    }

    /// Whether the key is written, with or without a value.
    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The value of a key; nil where there is none.
    func value(_ key: String) -> FileNode? {
        members.last { $0.key == key }.map(\.value).flatMap { $0.isNothing ? nil : $0 }
    }

    /// The value as text; nil where there is none.
    func text(_ key: String) -> String? {
        value(key)?.text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where the key stands, or the requirement where it does not.
    func position(of key: String) -> FilePosition {
        members.last { $0.key == key }?.position ?? position
    }

    /// The texts of a list, or of a single value.
    func texts(_ key: String) -> [String] { entries(key).map(\.text) }

    /// The texts of a list and where they stand; `COS 126: a title` may be read as a mapping.
    func entries(_ key: String) -> [(text: String, position: FilePosition)] {
        guard let value = value(key) else { return [] }
        let elements = if case .list(let elements) = value.content { elements } else { [value] }
        return elements.compactMap { element in
            if element.isNothing { return nil }
            if let text = element.text { return (text, element.position) }
            if case .mapping(let members) = element.content, members.count == 1 {
                return (members[0].key, element.position)
            }
            return (element.noun, element.position)
        }
    }

    /// Puts the members of a chosen case in the place of those of the same key.
    mutating func override(with chosen: [FileNode.Member]) {
        members.removeAll { member in
            member.key == "year_switch" || chosen.contains { $0.key == member.key }
        }
        members += chosen.filter { $0.key != "year_code" }
    }
}
