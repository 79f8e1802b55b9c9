// SPDX-License-Identifier: Apache-2.0

/// A language in which a graph is handed to other tools.
public enum GraphFormat: String, Hashable, Sendable, CaseIterable {
    /// GraphML, with typed keys, for networkx, igraph, Gephi and yEd.
    case graphML = "graphml"
    /// DOT, for Graphviz.
    case dot
    /// Mermaid, for Markdown; cut to the size that its readers draw.
    case mermaid

    /// The format of files whose name ends so, without the point; nil where there is none.
    public init?(fileExtension: String) {
        switch fileExtension.lowercased() {
        case "graphml": self = .graphML
        case "dot", "gv": self = .dot
        case "mmd", "mermaid": self = .mermaid
        default: return nil
        }
    }

    /// Returns the drawing as text in this language, ended by a line break.
    ///
    /// Labels and ids are strangers' text. Nodes go by numbers of our own, and every text passes
    /// through one escaping function of its language, so that none of it is read as anything but
    /// text.
    public func text(of drawing: GraphDrawing) -> String {
        switch self {
        case .graphML: GraphML.text(of: drawing)
        case .dot: DOT.text(of: drawing)
        case .mermaid: Mermaid.text(of: drawing)
        }
    }
}
