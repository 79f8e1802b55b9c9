// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Qualifications
import SkillsGraph

/// `varde verify`: whether a proof holds.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the proof of an audit.",
        discussion: """
            A proof that "varde audit --proof FILE" wrote holds all that is needed to check it: \
            no catalogue is read. Each step is checked by code that has no part in audits. The \
            exit code is 0 where every proof holds, 2 where one does not, and 1 where one cannot \
            be read.

            Example:

              varde verify proof.json
            """)

    @Argument(help: ArgumentHelp("Proof files; - is standard input.", valueName: "file"))
    var paths: [String]

    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let checked = paths.map(check)
        var disclosure = Disclosure()
        disclosure.knownGaps = [
            "that the facts in a proof are so is not checked, only what follows from them"
        ]
        // A person reads of what cannot be read on standard error, and there alone.
        let isForPeople = try output.form() == .table
        if !isForPeople || checked.contains(where: { !$0.isUnreadable }) {
            try output.write(Report(verification: checked, disclosure: disclosure))
        }
        for proof in checked where proof.isUnreadable { Console.say("varde: \(proof.sentence)") }
        if let code = Self.code(of: checked) { throw code }
    }

    private func check(_ path: String) -> CheckedProof {
        let name = path == "-" ? "stdin" : path
        var claim: ProofFile.Claim?
        do {
            let bytes = try FileChunks.contents(of: path, limit: ProofFile.longest)
            let file = try ProofFile.read(bytes, file: name)
            claim = file.claim
            return CheckedProof(name, claim, Self.result(try file.verification(file: name)))
        } catch let error as ProofFileError {
            let lines = error.place.line > 0 ? "\(error.place.line):\(error.place.column)" : ""
            return CheckedProof(
                name, claim,
                .unreadable(place: error.place.pointer ?? lines, reason: error.message))
        } catch {
            let reason = (error as? FileError)?.reason ?? "\(error)"
            return CheckedProof(name, claim, .unreadable(place: "", reason: reason))
        }
    }

    private static func result(_ verification: Verification) -> CheckedProof.Result {
        switch verification {
        case .confirmed: .confirmed
        case .refuted(let flaw): .refuted(place: flaw.place, reason: flaw.reason)
        case .unchecked(let flaw): .unreadable(place: flaw.place, reason: flaw.reason)
        }
    }

    private static func code(of checked: [CheckedProof]) -> ExitCode? {
        var code: ExitCode?
        for proof in checked {
            switch proof.result {
            case .confirmed: break
            case .refuted: code = code ?? ExitCode(2)
            case .unreadable: code = .failure
            }
        }
        return code
    }
}
