// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What is held and counts nowhere, and why.
enum UnusedSection: ReportSection {
    static let name = "unused"
    static let title = ReportPhrase.unusedTitle

    static func blocks(_ context: ReportContext) -> [Document.Block] {
        guard let audit = context.audit else { return [] }
        guard !context.report.holder.awards.isEmpty else {
            return [.paragraph(context.words(.heldNothing))]
        }
        guard !audit.unused.isEmpty else { return [.paragraph(context.words(.unusedNothing))] }
        var grid = Document.Grid(
            nil,
            [
                .init(title: context.words.text(.credential)),
                .init(title: context.words.text(.reason)),
            ])
        grid.rows = audit.unused.map {
            [context.name(ofAward: $0.award), context.reason($0)]
        }
        return [.grid(grid)]
    }

    static func json(_ context: ReportContext) -> JSONValue {
        .list(
            (context.audit?.unused ?? []).map {
                .object([
                    "award": .text($0.award), "reason": .text($0.reason.rawValue),
                    "text": .text(context.reason($0).text),
                ])
            })
    }
}

extension ReportContext {
    /// Why an award counts nowhere.
    func reason(_ unused: UnusedAward) -> Prose {
        let award = awards[unused.award]
        if award?.credential == report.answer.target.id { return words(.unusedTarget) }
        return switch unused.reason {
        case .expired: words(.unusedExpired, ["date": .text(award?.expires.map(words.date) ?? "")])
        case .inProgress: words(.unusedInProgress)
        case .planned: words(.unusedPlanned)
        case .failed: words(.unusedFailed)
        case .withdrawn: words(.unusedWithdrawn)
        case .verificationFailed: words(.unusedVerificationFailed)
        case .unknownCredential: words(.unusedUnknownCredential)
        case .future: words(.unusedFuture, ["date": .text(award?.date.map(words.date) ?? "")])
        case .duplicate: words(.unusedDuplicate)
        case .noMatchingRequirement: words(.unusedNoMatch)
        case .noCredits: words(.unusedNoCredits)
        case .unconvertible: words(.unusedUnconvertible)
        case .unknownFact: words(.unusedUnknownFact)
        case .surplus: words(.unusedSurplus)
        case .inadmissible: words(.unusedInadmissible)
        case .notRecognised: words(.unusedNotRecognised)
        case .provisional: words(.unusedProvisional)
        case .blocked: words(.unusedBlocked)
        }
    }
}
