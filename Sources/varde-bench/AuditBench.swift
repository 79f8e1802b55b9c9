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
            in the audit instead. With --crowded, every learner has a degree of their own, of \
            that many less six overlapping groups below one total with caps and shares.
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

    @Option(help: "Draw crowded degrees instead, of this kind.")
    var crowded: CrowdedWorld.Variant?

    func validate() throws {
        guard learners > 0, awards > 0, requirements > 4, credentials > 0 else {
            throw ValidationError("the numbers must be positive, --requirements above 4")
        }
    }

    func run() throws {
        let cases = try cases()
        var times: [Double] = []
        var proved = 0
        var met = 0
        var undecided = 0
        var gap = 0
        for drawn in cases {
            let result = candidates ? value(drawn) : audit(drawn)
            times.append(result.seconds)
            proved += result.isProved ? 1 : 0
            met += result.status == .met ? 1 : 0
            undecided += result.status == .cannotTell ? 1 : 0
            gap += result.gap
        }
        times.sort()
        let fields = [
            ("\"workload\"", "\"\(workload)\""),
            ("\"learners\"", "\(learners)"), ("\"awards\"", "\(awards)"),
            ("\"requirements\"", "\(cases[0].rule.requirement.nodes.count)"),
            ("\"credentials\"", "\(cases[0].graph.credentials.count - 1)"),
            ("\"met\"", "\(met)"), ("\"undecided\"", "\(undecided)"),
            ("\"proved\"", "\(proved)"), ("\"open_credits\"", "\(gap / 1000)"),
            ("\"median_ms\"", milliseconds(times[times.count / 2])),
            ("\"p95_ms\"", milliseconds(times[times.count * 95 / 100])),
            ("\"max_ms\"", milliseconds(times[times.count - 1])),
        ]
        print("{" + fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}")
    }

    private func milliseconds(_ seconds: Double) -> String {
        String(format: "%.2f", seconds * 1000)
    }

    private var workload: String {
        candidates ? "marginal" : crowded.map { "crowded \($0.rawValue)" } ?? "audit"
    }

    private func cases() throws -> [AuditCase] {
        if let crowded {
            return try (0..<learners).map { number in
                try CrowdedWorld.drawn(
                    crowded, awards: awards, requirements: requirements,
                    seed: seed &* 1_000_003 &+ UInt64(number))
            }
        }
        let world = try AuditWorld(
            credentials: credentials, requirements: requirements, awards: awards,
            learners: learners, seed: seed)
        return world.learners.map {
            AuditCase(graph: world.graph, rule: world.rule, learner: $0, asOf: world.asOf)
        }
    }

    /// What came of one case; `gap` is by how many thousandths of credits the bound is less.
    private struct Outcome {
        let isProved: Bool
        let status: Status
        var gap = 0
        let seconds: Double
    }

    private func audit(_ drawn: AuditCase) -> Outcome {
        let (made, seconds) = Measurement.seconds {
            Qualifications.audit(drawn.learner, of: drawn.rule, in: drawn.graph, asOf: drawn.asOf)
        }
        return Outcome(
            isProved: made.proved, status: made.status,
            gap: (made.remaining.credits - made.bound).thousandths, seconds: seconds)
    }

    private func value(_ drawn: AuditCase) -> Outcome {
        let (made, seconds) = Measurement.seconds {
            marginal(
                of: Array(drawn.graph.credentials.indices), for: drawn.learner, rule: drawn.rule,
                in: drawn.graph, asOf: drawn.asOf)
        }
        let counts = made.contains(where: \.counts)
        return Outcome(
            isProved: made.allSatisfy(\.isProved), status: counts ? .met : .notMet,
            seconds: seconds)
    }
}
