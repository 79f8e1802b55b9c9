// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// The qualifications that are awarded by themselves once their rules are met, as far as a learner
/// has met them; and those that were, until something behind them lapsed.
///
/// What is derived here is never stored: it is worked out anew for the day asked about, so that it
/// is gone as soon as its rule is no longer met.
public struct AutomaticAwards: Sendable {
    /// An award that nobody recorded and that the rules give.
    public struct Derived: Hashable, Sendable {
        /// The qualification's position.
        public let credential: Int
        /// The award, dated by the last day that it had to wait for; undated where what it rests
        /// on is.
        public let award: Award
        /// The ids of the awards that it rests on, in the learner's order.
        public let restsOn: [String]
    }

    /// A qualification that was held by its rule, and is no longer.
    public struct Lapse: Hashable, Sendable {
        /// Something that it rested on, and why that no longer counts.
        public struct Member: Hashable, Sendable {
            /// The award's id in outputs.
            public let award: String
            /// Why it no longer counts, as a sentence.
            public let text: String
        }

        /// The qualification's position.
        public let credential: Int
        /// The last day on which the rule was met.
        public let lastDay: CalendarDate
        /// What no longer counts since.
        public let members: [Member]
        /// The id of the award of it that is on record all the same, where there is one.
        public let recorded: String?
    }

    /// What is held by the rules and not on record, each after what it rests on.
    public private(set) var derived: [Derived] = []
    /// What lapsed, by position.
    public internal(set) var lapses: [Lapse] = []
    /// The learner as on record.
    public let recorded: Learner
    let graph: Graph

    /// Works out what `learner` holds by the automatic rules of `graph`.
    ///
    /// A rule may ask for what another gives, at any distance; a ring of rules that only one
    /// another could meet gives nothing. What is supposed to be completed gives awards that are
    /// themselves only supposed. A rule that is met without holding anything gives nothing.
    ///
    /// - Complexity: an audit for each automatic rule and round, and for each that is met one for
    ///   each halving of the learner's dates; as much again for each day on which one could have
    ///   lapsed.
    public init(of learner: Learner, in graph: Graph, terms: AuditTerms) {
        let rules = AutomaticRules(in: graph, for: learner, terms)
        self.init(of: learner, rules, in: graph, terms)
        guard !rules.all.isEmpty else { return }
        var plain = terms.aside
        plain.supposing = .nothing
        lapses = LapseSearch(learner, rules, graph, plain).lapses
    }

    /// The same without what lapsed.
    init(
        of learner: Learner, _ rules: AutomaticRules, in graph: Graph, _ terms: AuditTerms
    ) {
        recorded = learner
        self.graph = graph
        guard !rules.all.isEmpty else { return }
        var plain = terms.aside
        plain.supposing = .nothing
        add(rules, plain)
        guard terms.supposing != .nothing else { return }
        plain.supposing = terms.supposing
        add(rules, plain)
    }

    /// The learner with the derived awards.
    public var learner: Learner { recorded.holding(derived.map(\.award)) }

    /// The learner with the derived awards, as they count toward `rule`.
    ///
    /// What is derived brings no credits of its own where the rule counts what it rests on: the
    /// same work would count twice.
    public func learner(toward rule: Rule?) -> Learner {
        guard !derived.isEmpty else { return recorded }
        guard let rule else { return learner }
        return recorded.holding(
            derived.map { entry in
                guard counts(entry, toward: rule) else { return entry.award }
                var award = entry.award
                award.credits = Credits(.zero)
                return award
            })
    }

    /// The ids of the derived awards.
    public var ids: Set<String> { Set(derived.map(\.award.id)) }

    // MARK: Rounds

    /// Adds what is met, then what is met with that, until nothing is.
    private mutating func add(_ rules: AutomaticRules, _ terms: AuditTerms) {
        let held = Set(
            Screening(learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing)
                .admissible.map(\.credential))
        var waiting = rules.all.filter { !held.contains($0.credential) }
        while true {
            let found = waiting.compactMap { derive($0, terms) }
            guard !found.isEmpty else { return }
            derived += found
            waiting.removeAll { entry in found.contains { $0.credential == entry.credential } }
        }
    }

    private func derive(_ entry: AutomaticRules.Entry, _ terms: AuditTerms) -> Derived? {
        let learner = learner(toward: entry.rule)
        guard graph.isMet(entry.rule, by: learner, terms),
            !graph.isMet(entry.rule, by: learner.with([]), terms)
        else { return nil }
        let then = earliest(learner, entry.rule, terms)
        let evidence = Set(
            audit(then, of: entry.rule, in: graph, terms: terms).root.nodes.flatMap(\.evidence))
        let members = then.awards.filter { evidence.contains($0.id) }
        guard !members.isEmpty else { return nil }
        var award = Award(
            credential: graph.credentials[entry.credential].id,
            date: then.awards.compactMap(\.date).max())
        award.progress = members.map(\.progress).max { $0.doubt < $1.doubt } ?? .completed
        return Derived(
            credential: entry.credential, award: award, restsOn: members.map(\.id))
    }

    /// The learner with the awards of the first date with which the rule is met, and before; those
    /// without a date are always there.
    private func earliest(_ learner: Learner, _ rule: Rule, _ terms: AuditTerms) -> Learner {
        let dates = Set(learner.awards.compactMap(\.date)).sorted()
        func holding(_ count: Int) -> Learner {
            let known = Set(dates.prefix(count))
            return learner.keeping { $0.date.map(known.contains) ?? true }
        }
        var (low, high) = (0, dates.count)
        while low < high {
            let middle = (low + high) / 2
            if graph.isMet(rule, by: holding(middle), terms) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return holding(low)
    }

    // MARK: Counting twice

    /// Whether a requirement of `rule` that counts something would count what the award rests on.
    private func counts(_ entry: Derived, toward rule: Rule) -> Bool {
        let members = members(of: entry)
        let context = Selector.Context(asOf: rule.agesOn, scales: rule.scales)
        return rule.requirement.nodes.contains { node in
            guard case .count(let demand) = node.kind else { return false }
            return members.contains { award in
                graph.credential(award.credential).map {
                    demand.selector.matches($0, award, in: graph, context) != .notMet
                } ?? false
            }
        }
    }

    /// The awards on record that a derived award rests on, at any distance.
    private func members(of entry: Derived) -> [Award] {
        var waiting = entry.restsOn
        var seen = Set(waiting)
        var found: [Award] = []
        while let id = waiting.popLast() {
            if let inner = derived.first(where: { $0.award.id == id }) {
                waiting += inner.restsOn.filter { seen.insert($0).inserted }
            } else {
                found += recorded.awards.filter { $0.id == id }
            }
        }
        return found
    }
}

extension Graph {
    /// Whether the learner meets `rule`.
    func isMet(_ rule: Rule, by learner: Learner, _ terms: AuditTerms) -> Bool {
        let awards = Screening(
            learner.awards, self, asOf: terms.asOf, supposing: terms.supposing
        ).admissible
        return Auditor(rule, for: learner, in: self, terms).standing(of: awards).status == .met
    }
}

extension Learner {
    /// The learner with only the awards that `isKept`.
    func keeping(_ isKept: (Award) -> Bool) -> Learner { with(awards.filter(isKept)) }
}

extension Award.Progress {
    /// How far it is from being completed.
    fileprivate var doubt: Int {
        switch self {
        case .completed: 0
        case .inProgress: 1
        case .planned, .failed, .withdrawn: 2
        }
    }
}

/// The automatic rules of a graph, as they are for one learner.
struct AutomaticRules {
    struct Entry {
        let credential: Int
        let rule: Rule
    }

    var all: [Entry]

    init(in graph: Graph, for learner: Learner, _ terms: AuditTerms) {
        let automatic = Set(
            graph.rules.filter { $0.use == .completion && $0.awarding == .automatic }
                .compactMap { graph.credential($0.credential) })
        all = automatic.sorted().compactMap { credential in
            guard
                let rule = graph.rule(
                    .completion, of: credential, for: learner, terms: terms),
                rule.awarding == .automatic
            else { return nil }
            return Entry(credential: credential, rule: rule)
        }
    }

    private init(all: [Entry]) { self.all = all }

    /// The same rules with ages taken on `day`, where they do not name a day themselves.
    func agesTaken(on day: CalendarDate) -> AutomaticRules {
        AutomaticRules(
            all: all.map { entry in
                var rule = entry.rule
                rule.agesOn = rule.agesOn ?? day
                return Entry(credential: entry.credential, rule: rule)
            })
    }
}
