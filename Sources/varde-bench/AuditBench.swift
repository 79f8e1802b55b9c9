// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Qualifications
import SkillsGraph

/// Measures exact audits, and the marginal value of a whole catalogue.
struct AuditBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Measure exact audits of a drawn degree; prints one JSON line.",
        discussion: """
            The degree has overlapping groups, alternatives, caps, floors and ceilings of shares. \
            With --candidates, every credential of the catalogue is valued by what it would change \
            in the audit instead.
            """)

    @Option(help: "How many learners are audited.")
    var learners = 50

    @Option(help: "How many awards each holds.")
    var awards = 200

    @Option(help: "How many requirements the degree has.")
    var requirements = 60

    @Option(help: "How many credentials the catalogue has.")
    var credentials = 2_000

    @Option(help: "What the world is drawn from.")
    var seed: UInt64 = 1

    @Flag(help: "Value every credential of the catalogue for each learner.")
    var candidates = false

    func validate() throws {
        guard learners > 0, awards > 0, requirements > 4, credentials > 0 else {
            throw ValidationError("the numbers must be positive, --requirements above 4")
        }
    }

    func run() throws {
        let world = try AuditWorld(
            credentials: credentials, requirements: requirements, awards: awards,
            learners: learners, seed: seed)
        var times: [Double] = []
        var proved = 0
        var met = 0
        for learner in world.learners {
            let (isProved, isMet, seconds) =
                candidates ? value(learner, world) : audit(learner, world)
            times.append(seconds)
            proved += isProved ? 1 : 0
            met += isMet ? 1 : 0
        }
        times.sort()
        let fields = [
            ("\"workload\"", candidates ? "\"marginal\"" : "\"audit\""),
            ("\"learners\"", "\(learners)"), ("\"awards\"", "\(awards)"),
            ("\"requirements\"", "\(world.rule.requirement.nodes.count)"),
            ("\"credentials\"", "\(credentials)"), ("\"met\"", "\(met)"),
            ("\"proved\"", "\(proved)"), ("\"median_ms\"", milliseconds(times[times.count / 2])),
            ("\"p95_ms\"", milliseconds(times[times.count * 95 / 100])),
            ("\"max_ms\"", milliseconds(times[times.count - 1])),
        ]
        print("{" + fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}")
    }

    private func milliseconds(_ seconds: Double) -> String {
        String(format: "%.2f", seconds * 1000)
    }

    private func audit(
        _ learner: Learner, _ world: AuditWorld
    ) -> (isProved: Bool, isMet: Bool, seconds: Double) {
        let (made, seconds) = Measurement.seconds {
            Qualifications.audit(learner, of: world.rule, in: world.graph, asOf: world.asOf)
        }
        return (made.proved, made.status == .met, seconds)
    }

    private func value(
        _ learner: Learner, _ world: AuditWorld
    ) -> (isProved: Bool, isMet: Bool, seconds: Double) {
        let (made, seconds) = Measurement.seconds {
            marginal(
                of: Array(world.graph.credentials.indices), for: learner, rule: world.rule,
                in: world.graph, asOf: world.asOf)
        }
        return (made.allSatisfy(\.isProved), made.contains(where: \.counts), seconds)
    }
}
