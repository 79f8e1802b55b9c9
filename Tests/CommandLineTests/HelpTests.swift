// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Every command, as the tool itself lists them.
let allCommands = [
    "import", "inspect", "recommend", "why-not", "audit", "report", "verify", "match", "accepting",
    "stats",
    "sample", "export", "search", "show", "rules", "rules lint", "rules show", "rules import",
    "learner", "learner list",
    "learner show", "learner forget", "exception", "exception add", "exception list",
    "exception revoke", "doctor",
]

@Suite struct HelpTests {
    @Test func `help lists exactly the commands that are tested here`() throws {
        let help = try Tool.run("help").output
        let section = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
        var listed: [String] = []
        for line in section.split(separator: "\n") where line.hasPrefix("  ") {
            let isWrapped = line.dropFirst(2).hasPrefix(" ")
            if !isWrapped, let name = line.split(separator: " ").first {
                listed.append(String(name))
            }
        }
        #expect(listed.filter { $0 != "See" } == allCommands.filter { !$0.contains(" ") })
    }

    @Test(arguments: allCommands)
    func `every command has help with an example`(command: String) throws {
        let run = try Tool.run(["help"] + command.split(separator: " ").map(String.init))
        #expect(run.code == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("Example"))
        #expect(run.output.contains("varde \(command)"))
    }

    @Test(arguments: allCommands)
    func `every command is explained in the README`(command: String) throws {
        let readme = try String(
            contentsOf: ReferenceData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("varde \(command)"))
    }

    @Test func `the version is that of every output`() throws {
        let version = try Tool.run("--version")
        #expect(version.code == 0)
        let document = try Sample.run("learner", "list", "--json").json()
        #expect(document["disclosure"]?["engineVersion"]?.string == version.output.trimmed)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions come from the same definitions`(shell: String) throws {
        let script = try Tool.run("--generate-completion-script", shell)
        #expect(script.code == 0)
        #expect(script.output.contains("recommend") && script.output.contains("why-not"))
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
