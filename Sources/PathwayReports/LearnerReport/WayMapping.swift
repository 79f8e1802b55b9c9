// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// Gathers what a map of a learner's ways shows.
///
/// A requirement that only names a credential is not drawn: the credential leads to the one above
/// it. Of the other requirements those are drawn that something shown leads to, and those right
/// below the goal.
struct WayMapping {
    /// A node and the name it goes by.
    struct Node {
        /// `goal`, `requirement:ID`, `skill:URI` or `credential:ID`.
        let id: String
        let title: Prose
        let note: String
        let kind: PathMap.Kind

        var json: JSONValue {
            .object([
                "id": .text(id), "title": .text(title.text), "note": .text(note),
                "kind": .text(kind.name),
            ])
        }
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [PathMap.Edge] = []
    private let context: ReportContext
    private var places: [String: Int] = [:]
    /// For each requirement the one right above it.
    private var parents: [String: AuditNode] = [:]
    private var requirements: [String: AuditNode] = [:]

    init(_ context: ReportContext) {
        self.context = context
        add("goal", context.targetTitle, goalNote, .goal(isReached: context.report.answer.gap.isClosed))
        guard let root = context.audit?.root else {
            addSkills()
            return
        }
        for node in root.nodes {
            requirements[node.id] = node
            for child in node.children { parents[child.id] = node }
        }
        for child in root.children { draw(child.id) }
        addHeld()
        addInProgress()
        addSteps()
        addAdmissions()
    }

    /// The map; nil where nothing leads to the goal.
    var map: PathMap? { edges.isEmpty ? nil : goalAlone }

    /// The map, be it of the goal alone.
    var goalAlone: PathMap {
        let words = context.words
        return PathMap(
            title: words.text(.mapName, ["target": .prose(context.targetTitle)]),
            description: description,
            nodes: nodes.map { .init(title: $0.title.text, note: $0.note, kind: $0.kind) },
            edges: edges, nodeLabels: MapLabels.nodes(context),
            edgeLabels: MapLabels.edges(context))
    }

    /// What leads where, for who cannot see it.
    private var description: String {
        let direct = edges.filter { $0.kind == .counts || $0.kind == .wouldCount }
        return direct.map { edge in
            context.words.text(
                edge.kind == .counts ? .mapCounts : .mapWouldCount,
                [
                    "from": .prose(nodes[edge.from].title), "to": .prose(nodes[edge.to].title),
                ])
        }.joined(separator: " ")
    }

    // MARK: Nodes and edges

    @discardableResult
    private mutating func add(
        _ id: String, _ title: Prose, _ note: String, _ kind: PathMap.Kind
    ) -> Int {
        if let place = places[id] { return place }
        places[id] = nodes.count
        nodes.append(Node(id: id, title: title, note: note, kind: kind))
        return nodes.count - 1
    }

    private mutating func connect(_ from: Int, _ to: Int, _ kind: PathMap.EdgeKind) {
        let edge = PathMap.Edge(from: from, to: to, kind: kind)
        if from != to, !edges.contains(edge) { edges.append(edge) }
    }

    private mutating func add(_ credential: Int, _ kind: PathMap.Kind) -> Int {
        let known = context.graph.credentials[credential]
        return add(
            "credential:\(known.id)", context.title(of: credential),
            known.credits.map(context.amount) ?? "", kind)
    }

    // MARK: Requirements

    /// Draws a requirement and those above it, and returns its place; what only names a credential
    /// is passed over.
    @discardableResult
    private mutating func draw(_ id: String) -> Int {
        guard let node = requirements[id], let parent = parents[id] else { return 0 }
        if case .credential(let named, _) = node.requirement.kind {
            let above = draw(parent.id)
            return drawQualification(named, above) ?? above
        }
        let name = "requirement:\(id)"
        if let place = places[name] { return place }
        let place = add(
            name, context.name(node.requirement),
            RequirementsSection.progress(node, context), .requirement(standing(of: node)))
        connect(place, draw(parent.id), .partOf)
        return place
    }

    /// A qualification on the way is a step of its own; nil for any other credential.
    private mutating func drawQualification(_ id: String, _ above: Int) -> Int? {
        guard
            let entry = context.report.background.nested.first(where: {
                context.graph.credentials[$0.credential].id == id
            })
        else { return nil }
        let place = add(
            "credential:\(id)", context.title(of: entry.credential),
            context.status(entry.standing.status),
            entry.isHeld
                ? .credential(.held)
                : .requirement(entry.standing.status == .met ? .met : .notMet))
        connect(place, above, .partOf)
        return place
    }

    private func standing(of node: AuditNode) -> PathMap.Standing {
        switch node.status {
        case .met: .met
        case .notMet: node.inProgress ? .inProgress : .notMet
        case .cannotTell: node.inProgress ? .inProgress : .cannotTell
        }
    }

    private var goalNote: String {
        context.audit.flatMap { context.reached($0) } ?? ""
    }

    // MARK: Credentials

    private mutating func addHeld() {
        for entry in context.counted {
            addAward(entry.award, to: entry.requirement, .held, .counts)
        }
    }

    private mutating func addAward(
        _ award: Award, to requirement: String, _ state: Pile.State, _ kind: PathMap.EdgeKind
    ) {
        let place = add(
            "credential:\(award.credential)", context.title(ofCredential: award.credential),
            context.credits(of: award).map(context.amount) ?? "", .credential(state))
        connect(place, draw(requirement), kind)
    }

    /// What is being taken or planned, where it would count if it were completed.
    private mutating func addInProgress() {
        let holder = context.report.holder
        let isOpen = holder.awards.contains { $0.progress == .inProgress || $0.progress == .planned }
        guard isOpen, let current = context.audit else { return }
        var terms = current.terms
        terms.supposing = .planned
        terms.alternatives = 0
        let supposed = audit(holder, of: current.rule, in: context.graph, terms: terms)
        for entry in supposed.assignment where entry.progress != .completed {
            addAward(
                holder.awards[entry.awardIndex], to: entry.requirement, .inProgress, .wouldCount)
        }
    }

    private mutating func addSteps() {
        for item in context.report.answer.items {
            addStep(item, .credential(.next))
        }
        let unlocked = Set(context.unlocked)
        for blocked in context.report.answer.blocked {
            let isUnlocked = unlocked.contains(blocked.recommendation.credential)
            addStep(blocked.recommendation, isUnlocked ? .credential(.unlocked) : .blocked)
        }
    }

    private mutating func addStep(_ item: Recommendation, _ kind: PathMap.Kind) {
        guard let marginal = item.marginal, !marginal.requirementsClosed.isEmpty else { return }
        let place = add(item.credential, kind)
        let isStage = item.rule?.credential != context.audit?.target
        for closing in marginal.requirementsClosed {
            let goal =
                isStage
                ? places["credential:\(item.rule?.credential ?? "")"] ?? 0
                : draw(closing.requirement)
            connect(place, goal, .wouldCount)
        }
    }

    /// What is drawn and needed to start something that is drawn.
    private mutating func addAdmissions() {
        for blocked in context.report.answer.blocked {
            guard let to = place(of: blocked.recommendation.credential) else { continue }
            for helper in Set(blocked.unmet.flatMap(\.unblockedBy)).sorted() {
                if let from = place(of: helper) { connect(from, to, .admits) }
            }
        }
        for item in context.report.answer.items {
            guard let to = place(of: item.credential) else { continue }
            let before = context.graph.prerequisites(of: item.credential, asOf: context.asOf)
            for helper in before.needed + before.alternatives {
                if let from = place(of: helper) { connect(from, to, .admits) }
            }
        }
    }

    private func place(of credential: Int) -> Int? {
        places["credential:\(context.graph.credentials[credential].id)"]
    }

    // MARK: Skills

    /// Where the target has no rule, its skills stand for requirements.
    private mutating func addSkills() {
        let needs = Dictionary(
            context.report.answer.gap.needs.map { ($0.skill, $0) }) { first, _ in first }
        for award in context.report.holder.awards where award.progress == .completed {
            guard let credential = context.graph.credential(award.credential) else { continue }
            for taught in context.graph.teaches(credential) {
                guard let need = needs[taught.skill] else { continue }
                connect(add(credential, .credential(.held)), add(need), .counts)
            }
        }
        for item in context.report.answer.items {
            for closed in item.skills.prefix(Self.mostSkills) {
                guard let need = needs[closed.skill] else { continue }
                connect(add(item.credential, .credential(.next)), add(need), .wouldCount)
            }
        }
    }

    /// How many skills of a step are drawn.
    private static let mostSkills = 6

    private mutating func add(_ need: Gap.Need) -> Int {
        let uri = context.graph.skills[need.skill].uri
        let place = add(
            "skill:\(uri)", context.label(ofSkill: need.skill),
            "\(FixedPoint.text(100 * need.held, decimals: 0)) %",
            .requirement(need.missing == 0 ? .met : .notMet))
        connect(place, 0, .partOf)
        return place
    }
}

extension PathMap.Kind {
    /// What programs call it.
    fileprivate var name: String {
        switch self {
        case .credential(let state): "\(state)"
        case .blocked: "blocked"
        case .requirement(let standing): "requirement-\(standing)"
        case .goal: "goal"
        }
    }
}

/// What the looks of a map mean, in the reader's language.
private enum MapLabels {
    static func nodes(_ context: ReportContext) -> [PathMap.Kind: String] {
        let words = context.words
        let piles = PictureSection.labels(context).map { (PathMap.Kind.credential($0), $1) }
        let others: [(PathMap.Kind, String)] = [
            (.blocked, words.text(.stoneBlocked)),
            (.goal(isReached: false), words.text(.stoneGoal)),
            (.goal(isReached: true), words.text(.stoneGoal)),
            (.requirement(.met), words.text(.requirementMet)),
            (.requirement(.notMet), words.text(.requirementNotMet)),
            (.requirement(.cannotTell), words.text(.requirementCannotTell)),
            (.requirement(.inProgress), words.text(.requirementInProgress)),
        ]
        return Dictionary(piles + others) { $1 }
    }

    static func edges(_ context: ReportContext) -> [PathMap.EdgeKind: String] {
        let words = context.words
        return [
            .counts: words.text(.edgeCounts), .wouldCount: words.text(.edgeWouldCount),
            .admits: words.text(.edgeAdmits), .partOf: words.text(.edgePartOf),
        ]
    }
}
