// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// How far Varde's audit of a transcript and the expected one agree.
struct PrincetonComparison {
    /// What one requirement comes to, here and there.
    struct Line {
        let transcript: Int
        let path: String
        let expected: PrincetonTranscript.Expected
        let count: Int
        let isSatisfied: Bool
        /// Whether a person decides it.
        let isUnverifiable: Bool

        var agrees: Bool { count == expected.count && isSatisfied == expected.isSatisfied }

        /// Why the two differ; nil where nothing explains it.
        var explanation: Explanation? {
            if isUnverifiable { return .personDecides }
            let isWaiting = expected.nodes.contains { !$0.unsettled.isEmpty }
            let isBetter =
                count >= expected.count && (isSatisfied || !expected.isSatisfied)
            return isWaiting && isBetter ? .assigned : nil
        }
    }

    /// Why the two differ.
    enum Explanation: String, CaseIterable {
        /// The other takes what it cannot check as done; here a person is asked.
        case personDecides = "a person decides"
        /// The other waits until the student tells courses off that fit several lists; here the
        /// best way is found.
        case assigned = "courses are told off, and satisfy no less"
    }

    private let transcript: PrincetonTranscript
    private let evidence: [String: Set<String>]
    private let statuses: [String: Status]
    let audit: Audit
    private(set) var lines: [Line] = []

    init(_ transcript: PrincetonTranscript) throws {
        self.transcript = transcript
        audit = try transcript.audit(pins: transcript.pins)
        var evidence: [String: Set<String>] = [:]
        for assignment in audit.assignment {
            evidence[assignment.requirement, default: []].insert(assignment.award)
        }
        self.evidence = evidence
        statuses = Dictionary(
            audit.root.nodes.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
        let expected = Dictionary(
            transcript.expected.nodes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }
        )
        for node in transcript.conversion.program.root.nodes {
            let path = node.path.joined(separator: "//")
            guard let known = expected[path] else { continue }
            let count = count(of: node)
            lines.append(
                Line(
                    transcript: transcript.number, path: path, expected: known, count: count,
                    isSatisfied: count >= minimum(of: node), isUnverifiable: node.isUnverifiable))
        }
    }

    private func minimum(of node: PrincetonNode) -> Int {
        node.isEveryCourse || node.isUnverifiable ? 1 : node.minimum
    }

    /// The units that the format counts where courses are told off as in the audit.
    private func count(of node: PrincetonNode) -> Int {
        let ids = transcript.conversion.trace[node.path] ?? []
        switch node.content {
        case .list(let children):
            return children.reduce(0) { sum, child in
                let count = count(of: child)
                guard count >= minimum(of: child) else { return sum }
                return sum + min(count, child.maximum ?? count)
            }
        case .everyCourse, .unverifiable: return ids.contains { statuses[$0] == .met } ? 1 : 0
        case .courses: return Set(ids.flatMap { evidence[$0] ?? [] }).count
        }
    }
}

@Suite(.enabled(if: ReferenceData.has(PrincetonTranscript.folder)))
struct PrincetonGoldenTests {
    private static let lines: [PrincetonComparison.Line] = {
        (1...9).flatMap { number in
            (try? PrincetonComparison(PrincetonTranscript(number)).lines) ?? []
        }
    }()

    @Test func `every requirement of the nine expected audits is compared`() throws {
        let expected = try (1...9).flatMap { try PrincetonTranscript($0).expected.nodes }
        #expect(Self.lines.map(\.path).count == expected.count)
    }

    @Test func `flags and counts agree, and each difference is explained`() {
        let differing = Self.lines.filter { !$0.agrees }
        for line in differing {
            #expect(
                line.explanation != nil,
                """
                transcript \(line.transcript): \(line.path): \(line.count) units, satisfied \
                \(line.isSatisfied); expected \(line.expected.count), \(line.expected.isSatisfied)
                """)
        }
        let agreeing = Self.lines.count - differing.count
        print("Princeton: \(agreeing) of \(Self.lines.count) flags and counts agree")
        for explanation in PrincetonComparison.Explanation.allCases {
            let count = differing.count { $0.explanation == explanation }
            print("Princeton: \(count) differ since \(explanation.rawValue)")
        }
        #expect(agreeing * 1000 >= Self.lines.count * 850)
    }

    @Test func `every audit is proved, and courses stay where the student put them`() throws {
        for number in 1...9 {
            let transcript = try PrincetonTranscript(number)
            let pins = transcript.pins
            let audit = try transcript.audit(pins: pins)
            #expect(audit.proved && audit.warnings.isEmpty)
            for assignment in audit.assignment {
                #expect(pins[assignment.award] ?? assignment.requirement == assignment.requirement)
            }
        }
    }
}
