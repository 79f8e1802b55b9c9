// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What would count and cannot be started yet, and what would change that.
enum BlockedSteps {
    static func blocks(_ context: ReportContext) -> [Document.Block] {
        let blocked = context.report.answer.blocked
        guard !blocked.isEmpty else { return [] }
        var grid = Document.Grid(
            context.words.text(.blockedTitle),
            [
                .init(title: context.words.text(.credential)),
                .init(title: context.words.text(.asksFor)),
                .init(title: context.words.text(.wouldHelp)),
            ])
        for item in blocked {
            for blocker in item.unmet { grid.rows.append(row(item, blocker, context)) }
        }
        return [.grid(grid)]
    }

    private static func row(
        _ item: BlockedRecommendation, _ blocker: Blocker, _ context: ReportContext
    ) -> [Prose] {
        let helpers = blocker.unblockedBy.filter { $0 != item.recommendation.credential }
            .map { context.title(of: $0) }
        return [
            context.title(of: item.recommendation.credential),
            "\(context.name(blocker.requirement)) (\(context.status(blocker.status)))",
            helpers.isEmpty
                ? context.words(.nothingHelps)
                : context.words.short(helpers, most: 3, isChoice: true),
        ]
    }
}
