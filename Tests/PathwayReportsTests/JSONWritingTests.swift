// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports
import SkillsGraph
import TestSupport
import Testing

@Suite struct JSONWritingTests {
    @Test func `keys come in order, whatever order they were given in`() {
        let value: JSONValue = ["b": 1, "a": ["z": true, "y": nil_], "é": 2, "aa": 3]
        #expect(value.text(.line) == #"{"a":{"y":null,"z":true},"aa":3,"b":1,"é":2}"#)
    }

    @Test func `a document is laid out with two spaces a level, and empty parts on one line`() {
        let value: JSONValue = ["list": [1, [], ["k": [:]]]]
        #expect(
            value.text()
                == """
                {
                  "list": [
                    1,
                    [],
                    {
                      "k": {}
                    }
                  ]
                }
                """)
    }

    @Test func `text is escaped so that any reader gets the same text back`() throws {
        let hostile = "\"\\\n\r\t\u{0}\u{1B}[31m\u{7F}\u{2028} é 漢 👩‍👩‍👧 </script>"
        let text = JSONValue.text(hostile).text(.line)
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(text)]".utf8)) == [hostile])
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }

    @Test func `a binary number is written so short that it still reads back as itself`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<oracleCases(debug: 2_000) {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let text = JSONValue.number(number).text()
            #expect(Double(text) == number)
            #expect(
                try JSONDecoder().decode([Double].self, from: Data("[\(text)]".utf8)) == [number])
        }
        #expect(JSONValue.number(0.1).text() == "0.1")
        #expect(JSONValue.number(-0.0).text() == "0.0")
        #expect(JSONValue.number(.infinity).text() == "null")
    }

    @Test func `an exact decimal is written digit by digit`() {
        #expect(JSONValue.exact(ExactDecimal(thousandths: 7_500)).text() == "7.5")
        #expect(JSONValue.exact(ExactDecimal(thousandths: 125)).text() == "0.125")
        #expect(JSONValue.exact(ExactDecimal(60)).text() == "60")
    }

    @Test func `days are ISO 8601 and absent facts are null`() {
        #expect(JSONValue(CalendarDate(year: 2026, month: 2, day: 3)).text() == "\"2026-02-03\"")
        #expect(JSONValue(CalendarDate?.none) == .null)
        #expect(JSONValue.known(["a": .null, "b": 1]) == ["b": 1])
    }

    private var nil_: JSONValue { .null }
}
