// SPDX-License-Identifier: Apache-2.0

/// What the looks of a map mean, in the reader's language.
enum MapLabels {
    static func nodes(_ context: ReportContext) -> [PathMap.Kind: String] {
        let words = context.words
        let piles = PictureSection.labels(context).map { (PathMap.Kind.credential($0), $1) }
        let others: [(PathMap.Kind, String)] = [
            (.blocked, words.text(.stoneBlocked)),
            (.goal(isReached: false), words.text(.stoneGoal)),
            (.goal(isReached: true), words.text(.stoneGoal)),
            (.requirement(.met), words.text(.requirementMet)),
            (.requirement(.notMet), words.text(.requirementNotMet)),
            (.requirement(.cannotTell), words.text(.requirementCannotTell)),
            (.requirement(.inProgress), words.text(.requirementInProgress)),
        ]
        return Dictionary(piles + others) { $1 }
    }

    static func edges(_ context: ReportContext) -> [PathMap.EdgeKind: String] {
        let words = context.words
        return [
            .counts: words.text(.edgeCounts), .wouldCount: words.text(.edgeWouldCount),
            .admits: words.text(.edgeAdmits), .partOf: words.text(.edgePartOf),
        ]
    }
}
