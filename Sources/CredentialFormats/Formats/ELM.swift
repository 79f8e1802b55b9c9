// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// European Digital Credentials: the European Learning Model in JSON.
struct ELMFormat: Format {
    let name = "elm"
    let title = "European Digital Credential (ELM)"
    let summary = """
        European Digital Credentials in JSON-LD, the European Learning Model version 3, plain, \
        wrapped for upload, or sealed (the seal is not checked, so that every award is \
        unverified): each learning achievement with its parts as a credential and an award, its \
        credits, level, field, languages, workload, outcomes and ESCO skills. Credits of a part \
        are left out where the whole has credits, so that none counts twice. Activities, \
        assessments and entitlements are not achievements. Names, birth dates, addresses and \
        pictures are not read. National levels are not read; XML credentials are not either.
        """

    let isWallet = true

    func recognizes(_ opening: FileOpening) -> Bool {
        guard let json = opening.json else { return false }
        return json.elements.contains { Self.credential(in: JSONNode($0)).map(Self.isELM) ?? false }
    }

    func makeReader(for source: FormatSource) -> any FormatReader {
        WalletReader(
            source, missing: ("no-credential", "no European Digital Credential is in it"),
            take: Self.take)
    }

    static func isELM(_ node: JSONNode) -> Bool {
        node.isA("EuropeanDigitalCredential")
            || (node.isA("VerifiableCredential")
                && node.elements("credentialSubject").contains { $0["hasClaim"] != nil })
    }

    /// Returns the credential in a plain, wrapped or sealed file; nil where a seal holds none.
    static func credential(in node: JSONNode) -> JSONNode? {
        if let wrapped = node["credential"], !wrapped.value.members.isEmpty { return wrapped }
        guard let payload = node["payload"], case .text(let text) = payload.value.content else {
            return node
        }
        var scanner = JSONScanner(delivers: .whole)
        let value = Array(text.utf8).withUnsafeBufferPointer { bytes -> JSONValue? in
            var position = 0
            do {
                return try scanner.next(in: bytes, from: &position)?.value ?? scanner.closed()
            } catch {
                return nil
            }
        }
        return value.map { JSONNode($0, pointer: payload.pointer) }
    }
}

extension ELMFormat {
    /// Reads a credential, plain, wrapped or sealed.
    fileprivate static func take(
        _ node: JSONNode, file: String, _ yield: (FormatEvent) throws -> Void
    ) throws -> Bool {
        guard let root = credential(in: node) else {
            throw FormatError(
                at: node.place(in: file), code: "bad-payload",
                "the sealed payload is not JSON text; download the credential again")
        }
        guard isELM(root) else {
            throw FormatError(
                at: root.place(in: file), code: "no-credential",
                "this is no European Digital Credential; it needs that type and a credentialSubject"
            )
        }
        var credential = ELMCredential(root, file: file, isSealed: node["payload"] != nil)
        credential.read()
        for event in credential.document.allEvents { try yield(event) }
        return true
    }
}
