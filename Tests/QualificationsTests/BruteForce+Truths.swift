// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension BruteForce.Reading {
    /// Whether a test is met; one that counts, or that holds others, is not asked here.
    func truth(of kind: Requirement.Kind) -> Status {
        switch kind {
        case .notBefore(let date): Status(world.asOf >= date)
        case .decision: .cannotTell
        case .absent(let selector):
            world.screened.map { world.matches(selector, $0.award) }.reduce(Status.notMet) {
                $0.or($1)
            }
            .negated
        case .outcome(let id):
            Status(
                awards.contains { award in
                    world.graph.outcomes.contains {
                        $0.id == id && $0.credential == award.credential
                    }
                })
        case .skill(let uri, let level): skill(uri, level)
        case .order(let ids): order(ids[...], since: nil)
        case .mean(let mean) where mean.basis == .held: heldMean(mean)
        default: .notMet
        }
    }

    private func skill(_ uri: String, _ asked: Level?) -> Status {
        let graph = world.graph
        return awards.flatMap { award in
            graph.alignments.filter {
                graph.outcomes[$0.outcome].credential == award.credential
                    && world.reaches($0.skill, graph.skill(uri) ?? -1)
            }
        }.map { proves($0.proficiency, asked) }.reduce(Status.notMet) { $0.or($1) }
    }

    private func proves(_ level: Level?, _ asked: Level?) -> Status {
        guard let asked else { return .met }
        guard let level, let order = world.graph.crosswalk.compare(level, with: asked) else {
            return .cannotTell
        }
        return Status(order >= 0)
    }

    /// Whether awards of the credentials follow one another; an award without a date may have any.
    private func order(_ ids: ArraySlice<String>, since day: CalendarDate?) -> Status {
        guard let id = ids.first else { return .met }
        var status = Status.notMet
        for award in awards {
            guard let wanted = world.graph.credential(id),
                world.graph.areEquivalent(world.position(award), wanted)
            else { continue }
            if let date = award.date, let day, date < day { continue }
            let isDated: Status = award.date == nil ? .cannotTell : .met
            status = status.or(
                isDated.and(order(ids.dropFirst(), since: award.date ?? day)))
        }
        return status
    }

    private func heldMean(_ mean: Requirement.MeanGrade) -> Status {
        guard let scale = world.rule.scales.first(where: { $0.name == mean.scale }),
            scale.mostPoints != nil,
            world.screened.allSatisfy({ knows($0.award.grade, mean.scale) })
        else { return .cannotTell }
        var sum = 0
        var schemes: Set<CreditScheme> = []
        for (_, award) in world.screened {
            guard let points = award.grade.flatMap({ scale.points(of: $0) }) else { continue }
            guard
                let credits = award.credits
                    ?? world.graph.credentials[world.position(award)].credits
            else { return .cannotTell }
            schemes.insert(credits.scheme)
            sum += credits.amount.thousandths * (points - mean.minimum).thousandths
        }
        return schemes.count > 1 ? .cannotTell : Status(sum >= 0)
    }
}
