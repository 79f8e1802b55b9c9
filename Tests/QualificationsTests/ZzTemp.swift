import Qualifications
import SkillsGraph
import TestSupport
import Testing
struct Temp {
    @Test func spread() throws {
        var c: [String: Int] = [:]
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            let world = try RandomWorld(seed: seed)
            let made = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            c[made.status.rawValue, default: 0] += 1
            if made.remaining.credits > .zero { c["credits", default: 0] += 1 }
            if made.assignment.count > 2 { c["three placed", default: 0] += 1 }
            for u in made.unused { c["u " + u.reason.rawValue, default: 0] += 1 }
            if made.root.nodes.contains(where: { $0.inProgress }) { c["inProgress", default: 0] += 1 }
        }
        print(c.sorted { $0.key < $1.key })
    }
}
struct Perf {
    @Test func large() throws {
        let clock = ContinuousClock()
        for (credentials, nodes, hasU) in [(60, 30, false)] {
            var size = RandomWorld.Size()
            size.credentials = credentials
            size.awards = 60
            size.nodes = nodes
            size.hasUnknowns = hasU
            size.hasOtherSchemes = hasU
            var times: [Double] = []
            var unproved = 0
            var worst: (Double, UInt64) = (0, 0)
            for seed in 0..<UInt64(2000) {
                var draw = Draw(seed: seed, size: size)
                let graph = try Graph(draw.parts())
                let rule = draw.rule(credential: "c0", use: .completion)
                let scaled = Rule(credential: "c0", use: .completion, requirement: scale(rule.requirement))
                let learner = try Learner(id: "p", awards: (0..<60).map { _ in draw.award() })
                var made: Audit?
                let t = clock.measure { made = audit(learner, of: scaled, in: graph, asOf: CalendarDate(dayNumber: 20_000)) }
                let ms = Double(t.components.attoseconds) / 1e15 + Double(t.components.seconds) * 1000
                times.append(ms)
                if ms > worst.0 { worst = (ms, seed) }
                if made?.proved == false { unproved += 1; print("unproved", seed, ms, "left", made!.remaining, "bound", made!.bound); if unproved < 7 { for row in scaled.rows { print("   ", row.parent ?? "-", row.id, row.kind, row.minimum ?? "", row.maximum ?? "", row.unit ?? "", row.of ?? "") }; for n in made!.root.nodes { print("      ", n.id, n.status, n.needed, n.used, n.evidence.count) } } }
            }
            times.sort()
            print(credentials, nodes, hasU, "median", times[1000], "p90", times[1800], "p99", times[1980], "max", worst, "unproved", unproved)
        }
    }
    func scale(_ r: Requirement) -> Requirement {
        let kind: Requirement.Kind =
            switch r.kind {
            case .all(let b): .all(b.map(scale))
            case .any(let b): .any(b.map(scale))
            case .atLeast(let n, let b): .atLeast(n, of: b.map(scale))
            case .credits(let d):
                .credits(.init(minimum: Credits(ExactDecimal(thousandths: d.minimum.amount.thousandths * 5), d.minimum.scheme), maximum: d.maximum.map { ExactDecimal(thousandths: $0.thousandths * 5) }, selector: d.selector, parts: d.parts.map(scale)))
            default: r.kind
            }
        return Requirement(id: r.id, kind: kind)
    }
}
