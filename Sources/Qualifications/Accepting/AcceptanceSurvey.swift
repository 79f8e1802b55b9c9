// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Which credentials of a catalogue the rules of its qualifications would take.
///
/// It says in short what ``acceptances(of:in:terms:)`` says at length, for every credential and
/// every qualification: by the version of each completion rule that is for one who starts on the
/// day asked about.
public struct AcceptanceSurvey: Sendable {
    /// The qualifications whose rule is in force, by position.
    public let targets: [Int]
    /// Their rules, in the same order.
    public let rules: [Rule]
    private let uptakes: [[Uptake]]

    /// Surveys a catalogue.
    ///
    /// - Complexity: O(rules × (credentials × comparisons + classes × requirements)), where the
    ///   credentials of a class carry the same amounts and no comparison of the rule tells them
    ///   apart.
    public init(_ graph: Graph, terms: AuditTerms) {
        var targets: [Int] = []
        var rules: [Rule] = []
        for credential in graph.credentials.indices where graph.isQualification(credential) {
            let rule = graph.rule(.completion, of: credential, asOf: terms.asOf, started: nil)
            guard let rule, rule.isInForce(on: terms.asOf) else { continue }
            targets.append(credential)
            rules.append(rule)
        }
        self.targets = targets
        self.rules = rules
        var columns = CatalogueColumns(graph)
        var climb = SkillClimb(graph)
        uptakes = zip(targets, rules).map { target, rule in
            var reading = UptakeReading(rule, graph, terms, &columns)
            return graph.credentials.indices.map { credential in
                credential == target ? .refused : reading.uptake(of: credential, &climb)
            }
        }
    }

    /// Returns what the rule of the target at `place` in ``targets`` does with the credential.
    public func uptake(of credential: Int, at place: Int) -> Uptake {
        uptakes[place][credential]
    }

    /// Returns what the rules do with the credential, in the order of ``targets``.
    public func uptakes(of credential: Int) -> [Uptake] { uptakes.map { $0[credential] } }
}
