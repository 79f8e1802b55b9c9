// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct AcceptingTests {
    @Test func `every place is listed, in each version, with its conditions`() throws {
        let run = try StackSample.run("accepting", "defence", "--json")
        #expect(run.code == 0, "\(run.errors)")
        let places = try run.json()["accepting"]?.elements ?? []
        #expect(
            places.compactMap { $0["rule"]?["id"]?.string } == [
                "diploma-2024", "diploma-2025", "security/completion",
            ])
        #expect(places.map { $0["credits"]?.double } == [5, 5, nil])
        #expect(
            places[1]["conditions"]?.elements.compactMap { $0["kind"]?.string } == [
                "age", "recognition",
            ])
        #expect(places[1]["limits"]?.elements.first?["most"]?.string == "30 ECTS")
        #expect(places[2]["asks"]?["reason"]?.string == "itself")
    }

    @Test func `it is read in a terminal and in a spreadsheet`() throws {
        let text = try StackSample.run("accepting", "networks").output
        #expect(text.contains("Where Networks (networks) can count:"))
        #expect(text.contains("Diploma in Systems (diploma, version 2025)"))
        let csv = try StackSample.run("accepting", "networks", "--format", "csv").output
        #expect(csv.contains("diploma,completion,diploma-2025,2025,core,Core,counts,5,ECTS,"))
        let nowhere = try StackSample.run("accepting", "diploma").output
        #expect(nowhere.contains("can count nowhere"))
    }

    @Test func `a credential that is not there is answered with the nearest`() throws {
        let run = try StackSample.run("accepting", "network")
        #expect(run.code == 1)
        #expect(run.errors.contains("\"networks\""))
    }
}
