// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct ShareTests {
    private func share(_ rounding: Requirement.Share.Rounding?) -> Requirement.Share {
        Requirement.Share(of: .everything, rounding: rounding)
    }

    @Test(arguments: [
        (333, 7000, 2331, 2331), (500, 1, 1, 0), (333, 1000, 333, 333), (0, 7000, 0, 0),
        (1000, 7001, 7001, 7001), (125, 60_000, 7500, 7500), (1, 1, 1, 0),
    ])
    func `without rounding a floor goes up and a ceiling down to a thousandth`(
        thousandths: Int, total: Int, floor: Int, ceiling: Int
    ) {
        let fraction = Fraction(thousandths: thousandths)
        #expect(share(nil).floor(fraction, of: total) == floor)
        #expect(share(nil).ceiling(fraction, of: total) == ceiling)
    }

    @Test(arguments: [
        (Requirement.Share.Rounding.up, 500, 15_000, 8000), (.down, 500, 15_000, 7000),
        (.nearest, 500, 15_000, 8000), (.nearest, 499, 15_000, 7000), (.up, 500, 16_000, 8000),
        (.down, 500, 16_000, 8000), (.up, 1, 1000, 1000), (.down, 999, 1000, 0),
    ])
    func `a declared rounding goes to whole numbers, for a floor and a ceiling alike`(
        rounding: Requirement.Share.Rounding, thousandths: Int, total: Int, expected: Int
    ) {
        let fraction = Fraction(thousandths: thousandths)
        #expect(share(rounding).floor(fraction, of: total) == expected)
        #expect(share(rounding).ceiling(fraction, of: total) == expected)
    }

    @Test func `a share of an endless total does not overflow`() {
        let half = Fraction(thousandths: 500)
        #expect(share(nil).floor(half, of: .max) > 1_000_000_000)
        #expect(share(.up).ceiling(half, of: .max) > 1_000_000_000)
    }

    @Test(arguments: [("50%", 500), ("0%", 0), ("100%", 1000), ("12.5%", 125), ("0.1%", 1)])
    func `a share is written in hundredths`(text: String, thousandths: Int) {
        #expect(Fraction(text) == Fraction(thousandths: thousandths))
        #expect(Fraction(thousandths: thousandths).description == text)
    }

    @Test(arguments: ["50", "%", "-1%", "100.1%", "0.05%", "50 %", "half", "50%%"])
    func `what is not a share is refused`(text: String) {
        #expect(Fraction(text) == nil)
    }

    @Test func `a unit says its scheme and its name`() {
        #expect(Unit.credits("UK CATS").scheme == "UK CATS")
        #expect(Unit.credits(.ects).name == "ECTS")
        #expect(Unit.awards.scheme == nil && Unit.awards.name == "awards")
        #expect(Unit.hours.name == "hours")
    }
}
