// SPDX-License-Identifier: Apache-2.0

public import Pathways
import Qualifications
public import SkillsGraph

/// A report on one learner and one target, to be read, printed and handed over:
/// `varde/report/1`.
///
/// It says in plain words where the learner stands, what is missing and what could come next, and
/// for each of that why, by which rule, and who decides. HTML, Markdown and JSON hold the same.
public struct LearnerReport: Sendable {
    /// How a report is made for its reader.
    public struct Style: Hashable, Sendable {
        /// The tag of the language that it is written in.
        public var language = "en"
        /// The names of its sections.
        public var sections = LearnerReport.sectionNames
        /// What the learner is called on the printout; never stored, and in no data.
        public var name: String?
        /// Whom to ask, in a line.
        public var contact: String?
        /// The paper it is printed on.
        public var paper = Document.Paper.a4

        /// Creates the style of an English report with every section.
        public init() {}
    }

    /// The learner as on record.
    let learner: Learner
    /// The learner with what automatic rules give, as it counts toward the target.
    let holder: Learner
    /// What could come next, and what is missing.
    let answer: Recommendations
    /// What is said beside the audit.
    let background: AuditBackground
    /// The graph that everything is in.
    let graph: Graph
    /// What the answer rests on.
    let disclosure: Disclosure
    /// How it is made for its reader.
    let style: Style

    /// How the learner stands toward the target's rule; nil where it has none.
    var audit: Audit? { answer.gap.audit }

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - learner: the learner as on record.
    ///   - answer: what could come next; its gap holds the audit.
    ///   - background: what is said beside the audit.
    ///   - graph: the graph that the answer was made in.
    ///   - disclosure: what the answer rests on; counts and weights are filled in.
    ///   - style: how it is made for its reader.
    public init(
        of learner: Learner, _ answer: Recommendations, background: AuditBackground,
        in graph: Graph, disclosure: Disclosure, style: Style = Style()
    ) {
        self.learner = learner
        holder =
            background.automatic?.learner(toward: answer.gap.audit?.rule ?? answer.target.rule)
            ?? learner
        self.answer = answer
        self.background = background
        self.graph = graph
        self.disclosure =
            RecommendationWriter(answer: answer, graph: graph, language: style.language)
            .completed(disclosure)
        self.style = style
    }

    /// The names of all sections, in reading order.
    public static let sectionNames = ReportSections.all.map { $0.name }

    /// The tags of the languages that reports are written in.
    public static var languages: [String] { ReportWords.all.map(\.language) }

    /// Returns the report as text.
    ///
    /// - Parameter format: `html` (or `pdf`, whose page it is), `md` or `json`.
    /// - Returns: the whole text, ended by a line break.
    public func text(as format: OutputFormat) -> String {
        let context = ReportContext(self)
        return switch format {
        case .md: context.document.markdown
        case .json, .jsonl:
            context.json.text(format == .json ? .pretty : .line) + "\n"
        default: context.document.html
        }
    }
}
