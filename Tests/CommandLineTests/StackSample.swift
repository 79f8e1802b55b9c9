// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A small stack of qualifications that uses what the bundled sample does not: versions by start,
/// recognition, an automatic certificate, and awards that expire.
enum StackSample {
    private static let folder = Scratch()

    /// The path of the catalogue.
    static let catalog: String = {
        atexit { try? FileManager.default.removeItem(at: StackSample.folder.url) }
        guard let path = try? make(in: folder) else { fatalError("the stack cannot be imported") }
        return path
    }()

    /// Imports the stack into a catalogue of its own, and returns its path.
    static func make(in folder: Scratch) throws -> String {
        let path = folder.path("stack.sqlite")
        let run = try Tool.run(
            "import", try folder.write(credentials, to: "credentials.csv"),
            try folder.write(awards, to: "awards.csv"),
            try folder.write(rules, to: "rules.yaml"), "--catalog", path)
        #expect(run.code == 0, "\(run.errors)")
        return path
    }

    /// Runs a command on the stack, on a fixed day.
    static func run(_ arguments: String..., asOf day: String = "2026-11-15") throws -> Tool.Run {
        try Tool.run(arguments + ["--catalog", catalog, "--as-of", day])
    }

    private static let credentials = """
        id,title,kind,provider,credits,scheme,level,framework
        devices,Devices,course,north,5,ECTS,5,EQF
        networks,Networks,course,north,5,ECTS,6,EQF
        defence,Defence,course,south,5,ECTS,6,EQF
        cloud,Cloud,course,east,10,ECTS,7,EQF
        thesis,Thesis,course,north,10,ECTS,7,EQF
        operations,Certificate in Operations,certificate,north,10,ECTS,6,EQF
        security,Certificate in Security,certificate,north,15,ECTS,6,EQF
        diploma,Diploma in Systems,diploma,north,30,ECTS,7,EQF

        """

    private static let awards = """
        learner,credential,date,status,grade,scale,expires
        ann,devices,2025-01-10,completed,B,S,
        ann,networks,2025-02-10,completed,A,S,
        ann,defence,2025-03-10,completed,,,
        ann,cloud,2025-04-10,completed,B,S,
        ann,thesis,2026-09-01,in-progress,,,
        bea,devices,2023-01-10,completed,B,S,2026-06-30
        bea,networks,2023-02-10,completed,A,S,
        cy,devices,2025-01-10,completed,B,S,
        cy,diploma,2024-09-01,in-progress,,,

        """

    private static let rules = """
        schema: varde/rule/1
        rules:
          - credential: operations
            awarded: automatic
            requirement: [devices, networks]
          - credential: security
            requirement: [operations, defence]
          - credential: diploma
            id: diploma-2024
            version: "2024"
            for-those-who-started: {before: 2025-08-01}
            requirement: {id: total, title: Courses, credits: 20, from: kind = course}
          - credential: diploma
            id: diploma-2025
            version: "2025"
            for-those-who-started: {from: 2025-08-01}
            decided-by: study board
            counts: age <= 5y
            recognition:
              own: [north]
              recognised:
                - {provider: south, accord: pact, provisional: true}
                - {provider: west, accord: treaty}
            requirement:
              id: diploma
              title: Diploma in Systems
              all:
                - id: courses
                  title: Courses
                  credits: 20 to 30
                  from: kind = course
                  with:
                    - {id: upper, title: Level 7, share: 50%, from: level >= 7}
                    - {id: core, title: Core, credits: 5, from: [networks, devices]}
                - {id: security, title: Certificate in Security, credential: security}
                - {id: interview, title: Interview, decision: study board}

        """
}
