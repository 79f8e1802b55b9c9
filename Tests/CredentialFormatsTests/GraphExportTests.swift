// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import CredentialFormats

@Suite struct GraphExportTests {
    private static let hostile = [
        "plain", "", "\"; DROP TABLE x; --", "]] --> n0", "</data></node><node id=\"evil\">",
        "<![CDATA[ x ]]>", "&lt;b&gt;", "\\N \\\"", "line\nbreak\ttab\rreturn",
        "nul\u{0}\u{1}\u{7F}",
        "#quot;", "%%{init: {}}%%", "`md` **x** 1. y", "end", "|pipe|", "øŁ नमस्ते 🙂 e\u{301}",
        "\u{FFFE}\u{FFFF}\u{202E}", "'apos'", "click n0 href \"javascript:alert(1)\"",
    ]

    private static func graph(_ titles: [String]) throws -> Graph {
        var parts = GraphParts()
        for (place, title) in titles.enumerated() {
            var credential = Credential(id: "c\(place)", title: LocalizedText(title))
            credential.provider = title.isEmpty ? nil : title
            credential.credits = Credits(ExactDecimal(thousandths: 2500))
            parts.credentials.append(credential)
        }
        for place in titles.indices.dropFirst() {
            parts.credentialRelations.append(
                CredentialRelation(from: "c\(place)", kind: .requires, to: "c\(place - 1)"))
        }
        let framework = Framework("local")
        parts.skills = [
            Skill(uri: "s0", label: LocalizedText(titles[0]), framework: framework),
            Skill(uri: "s1", label: "Broad", framework: framework),
            Skill(uri: "s2", label: "Not taught", framework: framework),
        ]
        parts.skillLinks = [.init(from: 0, kind: .broader, to: 1)]
        parts.outcomes = [LearningOutcome(id: "o", credential: "c0", text: "Can")]
        parts.alignments = [
            .init(outcome: 0, skill: 0, weight: 0.5), .init(outcome: 0, skill: 1, weight: 1),
        ]
        return try Graph(parts)
    }

    @Test func `layers add what they say, and nothing twice`() throws {
        let graph = try Self.graph(["a", "b"])
        let plain = GraphDrawing(graph)
        #expect(plain.nodes.count == 2 && plain.edges.map(\.relation) == ["requires"])
        let skills = GraphDrawing(graph, with: [.skills])
        #expect(skills.nodes.map(\.id) == ["c0", "c1", "s0", "s1"])
        #expect(skills.edges.map(\.relation) == ["requires", "teaches", "teaches", "broader"])
        let all = GraphDrawing(
            graph, with: Set(GraphDrawing.Layer.allCases), counting: [(credential: 0, toward: 1)])
        #expect(
            all.edges.map(\.relation) == [
                "requires", "counts-toward", "has-outcome", "aligned-to", "aligned-to", "broader",
            ])
        #expect(all.edges[3].weight == 0.5)
        #expect(all.nodes[all.edges[3].to].id == "s0" && all.nodes[all.edges[3].from].id == "o")
    }

    @Test func `GraphML is well-formed and gives every text back`() throws {
        let drawing = GraphDrawing(try Self.graph(Self.hostile), with: [.outcomes, .skills])
        let reader = GraphMLReader()
        let parser = XMLParser(data: Data(GraphFormat.graphML.text(of: drawing).utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.nodes.count == drawing.nodes.count)
        #expect(reader.edges == drawing.edges.count)
        for (read, node) in zip(reader.nodes, drawing.nodes) {
            #expect(read["label"] == Self.possible(node.label))
            #expect(read["id"] == node.id)
            if node.noun == .credential { #expect(read["credits"] == "2.5") }
        }
        #expect(reader.types["credits"] == "double" && reader.types["qualification"] == "boolean")
    }

    /// The text with what XML has no place for replaced.
    private static func possible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isOut =
                        scalar.value < 32 && !["\t", "\n", "\r"].contains(scalar)
                        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                    return isOut ? "\u{FFFD}" : scalar
                }))
    }

    @Test func `a quoted string of DOT ends where it should, and says what was meant`() {
        for text in Self.hostile {
            let quoted = DOT.quoted(text)
            var inside = quoted.unicodeScalars.dropFirst().dropLast()[...]
            var read = String.UnicodeScalarView()
            while let scalar = inside.popFirst() {
                #expect(scalar != "\"" && scalar.value >= 32)
                guard scalar == "\\" else {
                    read.append(scalar)
                    continue
                }
                let next = inside.popFirst()
                #expect(next == "\"" || next == "\\" || next == "n", "\(quoted)")
                read.append(next == "n" ? "\n" : next ?? "?")
            }
            let meant = text.unicodeScalars.map {
                $0 != "\n" && ($0.value < 32 || $0.value == 127) ? " " : $0
            }
            #expect(
                String(read).replacingOccurrences(of: "&amp;", with: "&")
                    == String(String.UnicodeScalarView(meant)))
        }
    }

    @Test func `a Mermaid label has nothing left that could mean anything`() {
        for text in Self.hostile {
            let escaped = Mermaid.escaped(text)
            let rest = escaped.replacing(/#[0-9]+;/, with: "")
            for scalar in rest.unicodeScalars where scalar.isASCII {
                #expect(
                    scalar.properties.isAlphabetic
                        || "0123456789 ,()".unicodeScalars.contains(scalar),
                    "\(escaped)")
            }
        }
        #expect(Mermaid.escaped("a\"b") == "a#34;b")
    }

    @Test(arguments: [1, 40, 499, 501, 3000])
    func `a Mermaid chart stays within what is drawn, and says what it leaves out`(
        count: Int
    ) throws {
        let long = String(repeating: "a \"long\" title ", count: 20)
        for title in ["short", long] {
            let drawing = GraphDrawing(try Self.graph(Array(repeating: title, count: count)))
            let text = GraphFormat.mermaid.text(of: drawing)
            let lines = text.split(separator: "\n")
            let edges = lines.count { $0.contains("-->") }
            let nodes = lines.count { $0.contains("[\"") && !$0.contains("note[") }
            #expect(edges <= 500)
            #expect(text.utf16.count <= 50_000)
            let isWhole = edges == drawing.edges.count && nodes == drawing.nodes.count
            #expect(text.contains("Left out for size") == !isWhole)
            if !isWhole {
                let note =
                    "\(drawing.nodes.count - nodes) of \(drawing.nodes.count) nodes, "
                    + "\(drawing.edges.count - edges) of \(drawing.edges.count) edges"
                #expect(text.contains(note))
            }
        }
    }

    @Test func `an empty catalogue is an empty graph in every language`() throws {
        let drawing = GraphDrawing(try Graph(GraphParts()))
        for format in GraphFormat.allCases {
            #expect(format.text(of: drawing).hasSuffix("\n"))
        }
        #expect(GraphFormat.mermaid.text(of: drawing) == "flowchart LR\n")
    }
}

/// Reads the nodes, edges and keys of GraphML.
private final class GraphMLReader: NSObject, XMLParserDelegate {
    private(set) var nodes: [[String: String]] = []
    private(set) var edges = 0
    private(set) var types: [String: String] = [:]
    private var key: String?
    private var isNode = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        switch name {
        case "key": types[attributes["id"] ?? ""] = attributes["attr.type"]
        case "node":
            isNode = true
            nodes.append([:])
        case "edge":
            isNode = false
            edges += 1
        case "data":
            key = attributes["key"]
            if isNode, let key { nodes[nodes.count - 1][key] = "" }
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard isNode, let key else { return }
        nodes[nodes.count - 1][key, default: ""] += text
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if name == "data" { key = nil }
    }
}
