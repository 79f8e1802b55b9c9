// SPDX-License-Identifier: Apache-2.0

/// The nodes of a document by id: the same one may stand whole in one place, as a stub in another.
struct ELMNodes {
    private var richest: [String: JSONNode] = [:]

    init(_ root: JSONNode) { gather(root) }

    /// Returns the fullest description of a node; the node itself where there is no fuller one.
    ///
    /// Issuers use one id for things of different types, so only a stub without a type, or a node
    /// of the same type, is replaced.
    func resolve(_ node: JSONNode) -> JSONNode {
        guard let id = node.text ?? node.text("id") else { return node }
        let types = node.types.isEmpty ? [""] : node.types
        let full = types.lazy.compactMap { richest["\($0) \(id)"] }.first
        guard let full, full.value.members.count > node.value.members.count else { return node }
        return full
    }

    private mutating func remember(_ node: JSONNode, as key: String) {
        guard node.value.members.count > richest[key]?.value.members.count ?? 0 else { return }
        richest[key] = node
    }

    private mutating func gather(_ node: JSONNode) {
        switch node.value.content {
        case .object(let members):
            if let id = node.text("id"), members.count > 2 {
                for type in node.types.prefix(8) + [""] {
                    remember(node, as: "\(type) \(id)")
                }
            }
            for member in members {
                gather(
                    JSONNode(
                        member.value, pointer: node.pointer + "/" + JSONNode.escaped(member.key)))
            }
        case .list: node.elements.forEach { gather($0) }
        case .null, .truth, .number, .text: break
        }
    }
}
