// SPDX-License-Identifier: Apache-2.0

extension Recognition.Reading: CustomStringConvertible {
    /// The reading as it is written: `declared`, `everyone`, `own`, `accord`, or `accord:NAME`.
    public var description: String {
        switch self {
        case .declared: "declared"
        case .everyone: "everyone"
        case .own: "own"
        case .accord(nil): "accord"
        case .accord(let name?): "accord:\(name)"
        }
    }

    /// Creates a reading from text as it is written; nil where it is none.
    public init?(_ text: String) {
        switch text {
        case "declared": self = .declared
        case "everyone": self = .everyone
        case "own": self = .own
        case "accord": self = .accord(nil)
        default:
            guard text.hasPrefix("accord:"), text.utf8.count > 7 else { return nil }
            self = .accord(String(text.dropFirst(7)))
        }
    }
}
