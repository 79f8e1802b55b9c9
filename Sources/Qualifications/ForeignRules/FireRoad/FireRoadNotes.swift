// SPDX-License-Identifier: Apache-2.0

/// What is to be said of a file beside its rule: each thing once for each place.
struct FireRoadNotes {
    private struct Key: Hashable {
        let construct: String
        let place: FireRoadDocument.Place
    }

    /// The most that is said; a file with more is hostile.
    private static let most = 10_000

    private var seen: Set<Key> = []
    private var gathered: [ForeignRules.Diagnostic] = []

    mutating func add(
        _ weight: ForeignRules.Diagnostic.Weight, _ construct: String,
        at place: FireRoadDocument.Place, _ message: @autoclosure () -> String
    ) {
        guard gathered.count < Self.most,
            seen.insert(Key(construct: construct, place: place)).inserted
        else { return }
        gathered.append(
            ForeignRules.Diagnostic(
                line: place.line, column: place.column, construct: construct, weight: weight,
                message: message()))
    }

    /// What was said, in the order of the file.
    var diagnostics: [ForeignRules.Diagnostic] {
        gathered.sorted { ($0.line, $0.column, $0.construct) < ($1.line, $1.column, $1.construct) }
    }
}
