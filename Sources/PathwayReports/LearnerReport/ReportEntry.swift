// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// One of many reports: what a list of them says of it.
public struct ReportEntry: Hashable, Sendable, Codable {
    /// The learner's pseudonym.
    public let learner: String
    /// The file's name.
    public let file: String
    /// The id of what the report is about.
    public let target: String
    /// Its title.
    public let title: String
    /// Whether it is reached: `met`, `notMet` or `cannotTell`.
    public let status: String
    /// The credits that are missing, as a number in text; `0` where none are.
    public let credits: String
    /// What is missing in other units, awards or hours, as a number in text.
    public let units: String
    /// How many requirements are open, or skills where the target has no rule.
    public let requirements: Int
    /// What is missing, in a few words.
    public let missing: String
    /// The title of the nearest qualification that is not held: the target, or one on the way.
    public let nearest: String
    /// How much of that is missing, 0 to 1.
    public let distance: Double
    /// The title of the best next step; empty where there is none.
    public let next: String
    /// Whether something is missing and nothing that would count can be started.
    public let isBlocked: Bool
    /// The first day on which something that counts now does no longer; empty for none.
    public let expires: String
    /// Whether that is within half a year.
    public let expiresSoon: Bool
    /// How many bytes the file has.
    public let bytes: Int
    /// What the report was made from, so that it need not be made again.
    public let basis: String

    /// How many days ahead are soon.
    public static let soon = 183

    /// Creates the entry of a report that stands in `file` and was made from `basis`.
    public init(_ report: LearnerReport, file: String, bytes: Int, basis: String) {
        let context = ReportContext(report)
        let answer = report.answer
        let audit = report.audit
        let standing = ReportStanding(context)
        learner = report.learner.id
        self.file = file
        target = answer.target.id
        title = context.targetTitle.text
        status = (audit?.status ?? Status(answer.gap.isClosed)).rawValue
        credits = (audit?.remaining.credits ?? .zero).description
        units = (audit?.remaining.units ?? .zero).description
        requirements = audit?.remaining.count ?? answer.gap.missing.count
        missing = standing.missing
        nearest = standing.nearest.title
        distance = standing.nearest.distance
        next = answer.items.first.map { context.title(of: $0.credential).text } ?? ""
        isBlocked = standing.isBlocked
        let day = context.counted.compactMap(\.lastDay).min()
        expires = day?.description ?? ""
        expiresSoon = day.map { $0.dayNumber - answer.asOf.dayNumber <= Self.soon } ?? false
        self.bytes = bytes
        self.basis = basis
    }

    /// The entry as a line of a list for programs.
    public var json: JSONValue {
        .object([
            "learner": .text(learner), "file": .text(file), "target": .text(target),
            "title": .text(title), "status": .text(status), "credits": .text(credits),
            "units": .text(units), "requirements": .integer(requirements),
            "missing": .text(missing),
            "nearest": .text(nearest), "distance": .number(distance), "next": .text(next),
            "isBlocked": .truth(isBlocked), "expires": .text(expires),
            "expiresSoon": .truth(expiresSoon), "bytes": .integer(bytes), "basis": .text(basis),
        ])
    }
}

/// How a learner stands, in the few words of a list.
private struct ReportStanding {
    private let context: ReportContext

    init(_ context: ReportContext) { self.context = context }

    var missing: String {
        guard let audit = context.audit else {
            let count = context.report.answer.gap.missing.count
            return count == 0
                ? "" : context.words.text(.skillsMissing, ["count": .count(count)])
        }
        return context.remaining(audit.remaining, by: audit.rule)
    }

    /// The nearest qualification that is not held, and how much of it is missing.
    var nearest: (title: String, distance: Double) {
        let own = (context.targetTitle.text, distance)
        let onTheWay = context.report.background.nested.filter { !$0.isHeld }
            .map { (context.title(of: $0.credential).text, $0.share) }
        return onTheWay.reduce(own) { $1.1 < $0.1 ? $1 : $0 }
    }

    private var distance: Double {
        let gap = context.report.answer.gap
        guard let audit = context.audit, let need = context.report.background.need else {
            let wanted = gap.needs.reduce(0) { $0 + $1.wanted }
            return wanted > 0 ? gap.total / wanted : 0
        }
        return Audit.Remaining.share(of: audit.standing, need)
    }

    var isBlocked: Bool {
        let answer = context.report.answer
        // Who only waits for a decision or a fact is not stuck, nor who asked for no steps.
        guard !answer.gap.isClosed, context.audit?.status != .cannotTell, !context.asksForNoStep
        else { return false }
        return context.audit == nil
            ? answer.items.isEmpty : !answer.items.contains(where: \.counts)
    }
}
