// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pathways
import SkillsGraph

/// A file that lists skills as a target: a URI or a label a line, and a weight after a tab.
///
/// Blank lines and lines that begin with `#` are passed over.
enum SkillList {
    /// Returns the target of having the skills listed in the file at `path`.
    ///
    /// - Throws: `FileError`, and `Failure` for a line that names no skill, or several.
    static func target(_ path: String, in graph: Graph) throws -> Target {
        let bytes = try FileChunks.contents(of: path, limit: 16 << 20)
        // What some editors write before the first line is no part of it.
        let text = String(decoding: bytes.trimmingPrefix([0xEF, 0xBB, 0xBF]), as: UTF8.self)
        var resolver: SkillResolver?
        var skills: [SkillWeight] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let place = "\(path):\(index + 1)"
            let parts = line.split(separator: "\t", maxSplits: 1)
            let name = (parts.first ?? "").trimmingCharacters(in: .whitespaces)
            guard !name.isEmpty, !name.hasPrefix("#") else { continue }
            skills.append(
                SkillWeight(
                    skill: try skill(name, in: graph, &resolver, place),
                    weight: try weight(parts.dropFirst().first, place)))
        }
        guard !skills.isEmpty else { throw Failure("\(path): lists no skill; write one a line") }
        return Target(id: "skills:\(path)", title: LocalizedText(path), skills: skills)
    }

    private static func skill(
        _ name: String, in graph: Graph, _ resolver: inout SkillResolver?, _ place: String
    ) throws -> Int {
        if let skill = graph.skill(name) { return skill }
        let known = resolver ?? SkillResolver(graph.skills)
        resolver = known
        switch known.resolve(SkillReference(uri: name, label: name)) {
        case .byURI(let skill), .byLabel(let skill), .byAlternative(let skill): return skill
        case .ambiguous(let skills):
            let uris = skills.prefix(5).map { graph.skills[$0].uri }
            throw Failure("\(place): \"\(name)\" may be \(uris.joined(separator: " or "))")
        case .unknown:
            let near = Spelling.nearest(
                to: name, among: graph.skills.lazy.map { $0.label.text() })
            throw Failure("\(place): \(Failure.unknown("skill", name, nearest: near).description)")
        }
    }

    private static func weight(_ text: Substring?, _ place: String) throws -> Double {
        guard let text else { return 1 }
        guard let weight = Double(text.trimmingCharacters(in: .whitespaces)), weight > 0,
            weight <= 1_000_000
        else {
            throw Failure(
                "\(place): \"\(text)\" is not a weight; write a number above 0, at most 1000000")
        }
        return weight
    }
}
