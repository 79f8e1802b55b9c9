// SPDX-License-Identifier: Apache-2.0

/// A word that stands for every subject with a mark: `GIR:CAL1`, `HASS-A`, `CI-H`.
struct FireRoadAttribute: Hashable, Sendable {
    /// The word, which is also the tag that the subjects' credentials have.
    let tag: String

    /// Reads a word; nil for the name of a subject or of anything else.
    init?(_ word: String) {
        guard word == "HASS" || ["GIR:", "HASS-", "CI-"].contains(where: { word.hasPrefix($0) })
        else { return nil }
        tag = word
    }

    /// What a person calls it; nil for one that is not known.
    var title: String? { Self.titles[tag] }

    private static let titles = [
        "GIR:PHY1": "Physics I", "GIR:PHY2": "Physics II", "GIR:CAL1": "Calculus I",
        "GIR:CAL2": "Calculus II", "GIR:CHEM": "Chemistry", "GIR:BIOL": "Biology",
        "GIR:REST": "Restricted elective in science and technology", "GIR:LAB": "Laboratory",
        "GIR:LAB2": "Half laboratory", "HASS": "Humanities, arts and social sciences",
        "HASS-A": "Arts", "HASS-H": "Humanities", "HASS-S": "Social sciences",
        "HASS-E": "Elective in humanities, arts and social sciences",
        "CI-H": "Communication-intensive in the humanities, arts and social sciences",
        "CI-HW": "Communication-intensive with a focus on writing",
        "CI-M": "Communication-intensive in the major",
    ]
}
