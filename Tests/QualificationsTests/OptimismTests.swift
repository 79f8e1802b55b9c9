// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

@Suite struct OptimismTests {
    @Test func `what could not be met in the best of cases is not met`() throws {
        var refuted = 0
        let count = oracleCases(debug: 400)
        for seed in 0..<UInt64(count) {
            let world = try RandomWorld(seed: seed)
            let terms = AuditTerms(asOf: Draw.today)
            let auditor = Auditor(world.rule, for: world.learner, in: world.graph, terms)
            let held = Screening(world.learner.awards, world.graph, asOf: terms.asOf).admissible
            let facts = auditor.facts(of: held)
            let status = auditor.standing(by: facts).status
            guard !(facts.assuming ?? facts.reading).couldBeMet else { continue }
            refuted += 1
            #expect(status == .notMet, "seed \(seed)")
        }
        #expect(refuted > count / 10)
    }
}
