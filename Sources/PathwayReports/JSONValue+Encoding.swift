// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph

extension JSONValue: Encodable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Encodes the value as a part of another document.
    public func encode(to encoder: any Encoder) throws {
        if case .object(let fields) = self {
            var container = encoder.container(keyedBy: Name.self)
            for (name, value) in fields {
                try container.encode(value, forKey: Name(stringValue: name))
            }
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .null, .object: try container.encodeNil()
        case .truth(let truth): try container.encode(truth)
        case .integer(let number): try container.encode(number)
        case .exact(let number): try container.encode(Decimal(number.thousandths) / 1000)
        case .number(let number): try container.encode(number.isFinite ? number : nil)
        case .text(let text): try container.encode(text)
        case .list(let values): try container.encode(values)
        }
    }
}
