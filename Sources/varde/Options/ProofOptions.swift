// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Qualifications
import SkillsGraph

/// What an audit says of why its status is what it is.
struct ProofOptions: ParsableArguments {
    @Flag(help: "Where the rule is not met, name the requirements that cannot be met together.")
    var explain = false

    @Option(
        name: .customLong("proof"),
        help: ArgumentHelp(
            "Write a proof of the status to a file, for \"varde verify\".", valueName: "file"))
    var file: String?

    /// Whether a reason is wanted.
    var wantsReason: Bool { explain || file != nil }

    func validate() throws {
        if file == "-" { throw ValidationError("--proof needs a file, not -") }
    }

    /// Writes the proof of an audit, where one is wanted.
    ///
    /// - Throws: `FileError`, and `Failure` where none was found.
    func write(
        _ audit: Audit, of learner: Learner, in graph: Graph, _ terms: AuditTerms,
        _ disclosure: Disclosure
    ) throws {
        guard let file else { return }
        guard let proof = proof(of: learner, toward: audit.rule, in: graph, terms: terms) else {
            throw Failure(
                "no proof of the audit was found with the work allowed, so that \(file) is not "
                    + "written; the audit stands as far as it says")
        }
        let page = ProofFile(proof, of: audit, learner, in: graph, terms: terms)
        try OutputFile.write(try page.text(disclosure), to: file)
    }
}
