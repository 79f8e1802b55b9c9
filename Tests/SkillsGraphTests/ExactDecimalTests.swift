// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7.5", 7500), ("2.50", 2500), ("0.125", 125), ("-3.001", -3001),
        ("007", 7000), ("1.25000000000000000000", 1250), ("999999999999.999", 999_999_999_999_999),
    ])
    func `text is read exactly`(text: String, thousandths: Int) {
        #expect(ExactDecimal(text)?.thousandths == thousandths)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "-.5", "1e3", "0.1234", "--1", "+1", "1-", "1.2.3", "1,5", " 1",
        "1 ", "٣", "１", "1\u{301}", "1234567890123", "0000000000001", "nan", "0x10",
    ])
    func `what is not a plain decimal is refused`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func `a number is read back as it was printed`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<oracleCases(debug: 2000) {
            let bound = [10, 1000, 100_000, 999_999_999_999_999].randomElement(using: &random) ?? 1
            let number = ExactDecimal(thousandths: .random(in: -bound...bound, using: &random))
            #expect(ExactDecimal(number.description) == number)
        }
    }

    @Test(arguments: [(7500, "7.5"), (0, "0"), (-1, "-0.001"), (60000, "60"), (1050, "1.05")])
    func `a number prints without trailing zeros`(thousandths: Int, text: String) {
        #expect(ExactDecimal(thousandths: thousandths).description == text)
    }

    @Test func `sums and differences do not drift`() {
        let tenth = ExactDecimal(thousandths: 100)
        var sum = ExactDecimal.zero
        for _ in 0..<10_000 { sum += tenth }
        #expect(sum == ExactDecimal(1000))
        #expect(sum - ExactDecimal(999) == ExactDecimal(1))
    }

    @Test func `a sum beyond all numbers stays at the greatest`() {
        let (most, least) = (ExactDecimal(thousandths: .max), ExactDecimal(thousandths: .min))
        let one = ExactDecimal(1)
        #expect(most + one == most)
        #expect(least + ExactDecimal(-1) == least)
        #expect(least - one == least)
        #expect(most - ExactDecimal(-1) == most)
        #expect(most + least == ExactDecimal(thousandths: -1))
        #expect(ExactDecimal(Int.max) == most)
        #expect(ExactDecimal(Int.min) == least)
        #expect(least.description == "-9223372036854775.808")
    }

    @Test func `numbers are in order`() {
        #expect(ExactDecimal(-1) < .zero)
        #expect(ExactDecimal(thousandths: 999) < ExactDecimal(1))
    }
}
