// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A JSON Schema (2020-12), as far as the published schemas of this project use it.
///
/// A keyword outside that part is itself reported, so that no schema seems to say more than is
/// checked.
public struct JSONSchema: Sendable {
    private let root: JSONDocument

    /// Reads a schema from a file.
    public init(contentsOf url: URL) throws { root = try JSONDocument(contentsOf: url) }

    /// Creates a schema from a document.
    public init(_ document: JSONDocument) { root = document }

    /// Returns what is wrong with `document`, each with its place; nothing if it is valid.
    public func problems(in document: JSONDocument) -> [String] { check(document, root, "") }

    private static let known: Set<String> = [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required",
        "properties", "additionalProperties", "items", "enum", "const", "pattern", "minimum",
        "maximum", "anyOf", "minItems",
    ]

    private func check(_ value: JSONDocument, _ schema: JSONDocument, _ place: String) -> [String] {
        guard case .object(let keywords) = schema else {
            return schema == .truth(true) ? [] : ["\(place): is not allowed"]
        }
        var problems = keywords.keys.filter { !Self.known.contains($0) }.sorted()
            .map { "\(place): the keyword \($0) is not checked" }
        if let reference = keywords["$ref"]?.string {
            problems += check(value, resolved(reference), place)
        }
        problems += checkValue(value, keywords, place)
        if case .object(let fields) = value { problems += checkFields(fields, keywords, place) }
        if let items = keywords["items"] {
            for (index, element) in value.elements.enumerated() {
                problems += check(element, items, "\(place)/\(index)")
            }
        }
        return problems
    }

    private func resolved(_ reference: String) -> JSONDocument {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? .truth(false) }
    }

    private func checkValue(
        _ value: JSONDocument, _ keywords: [String: JSONDocument], _ place: String
    ) -> [String] {
        var problems: [String] = []
        func expect(_ holds: Bool, _ problem: @autoclosure () -> String) {
            if !holds { problems.append("\(place): \(problem())") }
        }
        if let type = keywords["type"] {
            let types = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
            expect(types.contains { value.isA($0) }, "\(value.brief) is not \(types)")
        }
        if let constant = keywords["const"] { expect(value == constant, "is not \(constant)") }
        if let options = keywords["enum"] {
            expect(options.elements.contains(value), "\(value.brief) is not one of \(options)")
        }
        if let pattern = keywords["pattern"]?.string, let text = value.string {
            let found = text.range(of: pattern, options: .regularExpression)
            expect(found != nil, "\"\(text)\" does not match \(pattern)")
        }
        if let number = value.double {
            if let least = keywords["minimum"]?.double { expect(number >= least, "below \(least)") }
            if let most = keywords["maximum"]?.double { expect(number <= most, "above \(most)") }
        }
        if let least = keywords["minItems"]?.double, case .list(let elements) = value {
            expect(Double(elements.count) >= least, "fewer than \(least) elements")
        }
        if let options = keywords["anyOf"] {
            let failures = options.elements.map { check(value, $0, place) }
            expect(failures.contains([]), "fits none: \(failures)")
        }
        return problems
    }

    private func checkFields(
        _ fields: [String: JSONDocument], _ keywords: [String: JSONDocument], _ place: String
    ) -> [String] {
        var problems = (keywords["required"]?.elements ?? []).compactMap(\.string)
            .filter { fields[$0] == nil }.map { "\(place): \($0) is missing" }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            let schema = keywords["properties"]?[name] ?? keywords["additionalProperties"]
            if let schema { problems += check(value, schema, "\(place)/\(name)") }
        }
        return problems
    }
}

extension JSONDocument {
    /// The value, without what is in it: messages about alternatives are mostly thrown away.
    fileprivate var brief: String {
        switch self {
        case .list(let elements): "a list of \(elements.count)"
        case .object(let fields): "an object of \(fields.count)"
        default: "\(self)"
        }
    }

    fileprivate func isA(_ type: String) -> Bool {
        switch (type, self) {
        case ("null", .null), ("boolean", .truth), ("number", .number), ("string", .text),
            ("array", .list), ("object", .object):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
