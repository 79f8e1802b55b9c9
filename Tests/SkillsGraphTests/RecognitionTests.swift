// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct RecognitionTests {
    private let table = Recognition(
        own: ["own"],
        bodies: [
            .init("lisbon", accord: "Lisbon"), .init("loose"),
            .init("new", accord: "Lisbon", isProvisional: true),
            .init("twice", accord: "Lisbon", isProvisional: true), .init("twice", accord: "Local"),
        ])

    @Test(arguments: [
        ("own", Recognition.Reading.declared, Status.met), ("lisbon", .declared, .met),
        ("loose", .declared, .met), ("new", .declared, .cannotTell), ("twice", .declared, .met),
        ("stranger", .declared, .notMet),
        ("own", .own, .met), ("lisbon", .own, .notMet), ("stranger", .own, .notMet),
        ("own", .accord("Lisbon"), .met), ("lisbon", .accord("Lisbon"), .met),
        ("loose", .accord("Lisbon"), .notMet), ("new", .accord("Lisbon"), .cannotTell),
        ("twice", .accord("Lisbon"), .cannotTell), ("twice", .accord("Local"), .met),
        ("lisbon", .accord("Local"), .notMet), ("lisbon", .accord(nil), .met),
        ("loose", .accord(nil), .notMet), ("twice", .accord(nil), .met),
        ("stranger", .everyone, .met), ("new", .everyone, .met),
    ])
    func `who counts depends on how the table is read`(
        provider: String, reading: Recognition.Reading, status: Status
    ) {
        #expect(table.admits(provider, reading: reading) == status)
    }

    @Test func `a provider that is not known cannot be told, unless everyone counts`() {
        #expect(table.admits(nil) == .cannotTell)
        #expect(table.admits(nil, reading: .own) == .cannotTell)
        #expect(table.admits(nil, reading: .everyone) == .met)
    }
}
