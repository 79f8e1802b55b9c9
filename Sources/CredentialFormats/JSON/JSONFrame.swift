// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A list or object that has been opened and not yet closed.
struct JSONFrame {
    let isObject: Bool
    let line: Int
    let column: Int
    var elements: [JSONValue] = []
    var members: [JSONValue.Member] = []
    /// The key of the member being read.
    var key = ""
    /// How many elements or members have ended.
    var index = 0
    private var keys: Set<String> = []

    init(isObject: Bool, line: Int, column: Int) {
        self.isObject = isObject
        self.line = line
        self.column = column
    }

    /// The container as a value.
    var value: JSONValue {
        JSONValue(
            content: isObject ? .object(members) : .list(elements), line: line, column: column)
    }

    /// Adds a value that has ended.
    mutating func append(_ value: JSONValue) {
        if isObject {
            members.append(JSONValue.Member(key: key, value: value))
        } else {
            elements.append(value)
        }
    }

    /// Remembers a key and returns whether it was there before.
    ///
    /// A few keys are compared one by one, which is faster than hashing them; `isKept` says that
    /// members stay here and are not handed over.
    mutating func repeats(_ key: String, isKept: Bool) -> Bool {
        if isKept, members.count < 16 { return members.contains { $0.key == key } }
        if keys.isEmpty { keys = Set(members.map(\.key)) }
        return !keys.insert(key).inserted
    }

    /// Whether there are more keys than are remembered.
    var isTooWide: Bool { keys.count > JSONScanner.mostValues }
}

extension JSONScanner {
    /// Why a text is not JSON.
    struct Problem: Error {
        let line: Int
        let column: Int
        let code: String
        let message: String

        /// The problem as an error of this file.
        func error(in file: String) -> FormatError {
            FormatError(
                at: SourcePlace(file: file, line: line, column: column), code: code, message)
        }
    }
}
