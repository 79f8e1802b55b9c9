// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct LevelTests {
    @Test(arguments: [
        ("6", "EQF:6"), ("EQF:6", "EQF:6"), ("CEFR:B2", "CEFR:B2"),
        ("QF-EHEA:second cycle", "QF-EHEA:second cycle"), ("local:a:b", "local:a:b"),
    ])
    func `a level is read with its framework, the EQF where none is named`(
        text: String, level: String
    ) {
        #expect(Level(text)?.description == level)
    }

    @Test(arguments: ["", ":", "EQF:", ":6"])
    func `a level needs a framework and a value`(text: String) {
        #expect(Level(text) == nil)
    }

    @Test(arguments: [
        ("CEFR:B2", "CEFR:b1", 1), ("CEFR:A1", "CEFR:C2", -1), ("EQF:06", "EQF:6", 0),
        ("EQF:10", "EQF:9", 1), ("QF-EHEA:First cycle", "QF-EHEA:third cycle", -1),
        ("local:2", "local:1", 1), ("local:gold", "local:gold", 0),
    ])
    func `levels of one framework compare by its order`(left: Level, right: Level, order: Int) {
        #expect(LevelCrosswalk().compare(left, with: right) == order)
    }

    @Test(arguments: [
        ("EQF:6", "NFQ:6"), ("local:gold", "local:silver"), ("CEFR:B2", "EQF:6"),
    ])
    func `what nobody has declared cannot be told`(left: Level, right: Level) {
        #expect(LevelCrosswalk().compare(left, with: right) == nil)
        #expect(LevelCrosswalk().compare(right, with: left) == nil)
    }

    @Test(arguments: [
        ("NFQ:8", "EQF:6", 0), ("NFQ:9", "EQF:6", 1), ("NFQ:5", "EQF:6", -1), ("RQF:4", "5", 0),
        ("SCQF:11", "7", 0), ("DQR:6", "6", 0), ("QF-EHEA:Second Cycle", "EQF:7", 0),
    ])
    func `published correspondences lead to the EQF`(left: Level, right: Level, order: Int) {
        #expect(LevelCrosswalk.standard.compare(left, with: right) == order)
    }

    @Test(arguments: [
        ("EQF:7", "NFQ:8", 1), ("EQF:6", "NFQ:8", nil), ("EQF:5", "NFQ:8", -1),
        ("SCQF:9", "NFQ:8", nil), ("DQR:7", "NFQ:8", 1), ("DQR:4", "NFQ:8", -1),
        ("CEFR:B2", "NFQ:8", nil), ("NFQ:11", "DQR:6", nil),
    ])
    func `through a shared framework only a difference settles it`(
        left: Level, right: Level, order: Int?
    ) {
        #expect(LevelCrosswalk.standard.compare(left, with: right) == order)
    }

    @Test func `a declared correspondence holds one way`() {
        var crosswalk = LevelCrosswalk()
        crosswalk.declare("local:gold", correspondsTo: "EQF:7")
        #expect(crosswalk.compare("local:gold", with: "EQF:6") == 1)
        #expect(crosswalk.convert("EQF:7", to: "local") == nil)
    }

    @Test func `a vast number is no reason to overflow`() {
        let vast = Level(framework: "x", value: String(Int.max))
        let small = Level(framework: "x", value: String(Int.min))
        #expect(LevelCrosswalk().compare(vast, with: small) == 1)
    }
}
