// SPDX-License-Identifier: Apache-2.0

import Yams

/// Reads YAML into nodes, through the composer of Yams.
enum YAMLReader {
    /// Returns the one document of a file without a byte order mark.
    static func node(_ bytes: [UInt8]) throws(FileProblem) -> FileNode {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileProblem(.file, "invalid-text", "the file is not UTF-8; save it as UTF-8")
        }
        let most = try YAMLOutline(bytes).checked()
        guard let root = try compose(text) else {
            throw FileProblem(.file, "empty", "the file holds no rule")
        }
        var conversion = Conversion(left: most)
        return try conversion.node(root, depth: 0)
    }

    private static func compose(_ text: String) throws(FileProblem) -> Yams.Node? {
        do {
            // Without rules words are not resolved, so that no number goes through floating point.
            return try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw (error as? YamlError)?.problem
                ?? FileProblem(.file, "not-yaml", "the file is not YAML: \(error)")
        }
    }

    /// Turns Yams' nodes into ours.
    private struct Conversion {
        /// How many more nodes there may be; more would mean that one was met twice.
        var left: Int

        mutating func node(_ node: Yams.Node, depth: Int) throws(FileProblem) -> FileNode {
            let position = node.mark.map { FilePosition(line: $0.line, column: $0.column) } ?? .file
            left -= 1
            guard depth <= YAMLOutline.deepest, left >= 0 else {
                throw YAMLOutline.tooDeep(at: position)
            }
            switch node {
            case .scalar(let scalar):
                let isPlain = scalar.style == .plain
                return FileNode(
                    content: isPlain ? .plain(scalar.string) : .text(scalar.string),
                    position: position)
            case .sequence(let sequence):
                var elements: [FileNode] = []
                for element in sequence {
                    elements.append(try self.node(element, depth: depth + 1))
                }
                return FileNode(content: .list(elements), position: position)
            case .mapping(let mapping):
                var members: [FileNode.Member] = []
                for (key, value) in mapping {
                    members.append(try member(key, value, depth: depth + 1))
                }
                return FileNode(content: .mapping(members), position: position)
            case .alias:
                throw FileProblem(position, "alias", "aliases are not read; write the part out")
            }
        }

        private mutating func member(
            _ key: Yams.Node, _ value: Yams.Node, depth: Int
        ) throws(FileProblem) -> FileNode.Member {
            let name = try node(key, depth: depth)
            guard case .scalar(let word) = key else {
                throw FileProblem(name.position, "complex-key", "a key is one word")
            }
            return FileNode.Member(
                key: word.string, position: name.position, value: try node(value, depth: depth))
        }
    }
}

extension YamlError {
    /// The error with a place, in words that say what to do where that can be known.
    fileprivate var problem: FileProblem {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            Self.problem(problem, mark)
        case .composer(_, let problem, let mark, _):
            problem.contains("another document")
                ? FileProblem(
                    FilePosition(line: mark.line, column: mark.column), "not-yaml",
                    "a second document begins here; put several rules under \"rules\"")
                : Self.problem(problem, mark)
        case .duplicatedKeysInMapping(let names, let context):
            FileProblem(
                FilePosition(line: context.mark.line, column: context.mark.column), "repeated-key",
                "the key \"\(names.first?.shown ?? "")\" stands twice in this mapping; remove one")
        case .reader(let problem, _, let value, _):
            FileProblem(
                .file, "not-yaml",
                "the file has a character that YAML does not allow (\(problem), number \(value)); "
                    + "remove it, or write it as an escape in double quotes")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            FileProblem(.file, "not-yaml", "the file is not YAML: \(self)")
        }
    }

    private static func problem(_ problem: String, _ mark: Mark) -> FileProblem {
        let remedy = remedies.first { problem.contains($0.sign) }?.remedy
        return FileProblem(
            FilePosition(line: mark.line, column: mark.column), "not-yaml",
            problem + "; " + (remedy ?? "check the indentation, the brackets and the quotes"))
    }

    /// What libyaml's problems mostly come from.
    private static let remedies: [(sign: String, remedy: String)] = [
        ("mapping values are not allowed", "put a text with \": \" in it into quotes"),
        ("could not find expected ':'", "a key needs a \":\" and a blank after it, on one line"),
        ("did not find expected key", "indent the keys of one mapping alike"),
        ("did not find expected '-' indicator", "indent the items of one list alike"),
        ("did not find expected ',' or", "part items with commas, and quote a text with one in it"),
        ("unknown escape character", "in double quotes write a backslash twice"),
        ("invalid Unicode character", "write the character itself, or its eight digits after \\U"),
    ]
}
