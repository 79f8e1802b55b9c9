// SPDX-License-Identifier: Apache-2.0

/// The formats Varde reads.
public enum Formats {
    /// Every format, in the order in which they are asked.
    public static let all: [any Format] = [
        ESCOFormat(),
        ESCOCollectionFormat(),
        FireRoadCoursesFormat(),
        VardeCSVFormat(),
        VardeJSONFormat(),
        ELMFormat(),
        OpenBadgesFormat(),
    ]

    /// Returns the format of a file that begins like this, or nil if none recognises it.
    public static func detect(_ opening: FileOpening) -> (any Format)? {
        all.first { $0.recognizes(opening) }
    }

    /// Returns the format with this name, or nil if there is none.
    public static func named(_ name: String) -> (any Format)? { all.first { $0.name == name } }
}
