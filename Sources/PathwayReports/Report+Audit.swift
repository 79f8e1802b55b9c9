// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

extension Report {
    /// Creates the report of an audit: `varde/audit/1`.
    ///
    /// - Parameters:
    ///   - audit: how the learner stands.
    ///   - learner: the learner's id.
    ///   - graph: the graph the audit was made in.
    ///   - language: the language that titles are shown in where they have it.
    ///   - background: what is said beside the audit itself.
    ///   - disclosure: what the answer rests on.
    public init(
        audit: Audit, learner: String, in graph: Graph, language: String,
        background: AuditBackground = AuditBackground(), disclosure: Disclosure
    ) {
        let writer = AuditWriter(graph: graph, language: language, background: background)
        var fields = writer.fields(of: audit)
        fields["learner"] = .text(learner)
        self.init("audit", writer.rows(of: audit), fields: fields, disclosure: disclosure)
        shown = writer.tree(of: audit)
        above =
            [
                writer.headline(of: audit, learner: Learner.name(learner)),
                writer.basis(of: audit),
            ] + writer.reason(of: audit) + audit.warnings.map { "Warning: \($0.description)" }
        below = writer.lists(audit) + disclosure.sentences
    }
}
